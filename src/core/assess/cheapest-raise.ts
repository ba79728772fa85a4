/** Something that can be raised. */
export type Lever = {
  /** What one point of raise brings; greater than 0. */
  readonly worth: number;
  /** Points by which it can be raised. */
  readonly room: number;
  /** Whether it can only be raised by all of its room. */
  readonly isWhole: boolean;
  /** Index of the need that it serves besides the overall one; null for none. */
  readonly group: number | null;
  /** Indices of the caps that hold for it; of two caps one lies within the other, or they have nothing in common. */
  readonly caps: readonly number[];
};

/** What must be brought at least: by all levers together, and by those of each group. */
export type Needs = { readonly overall: number; readonly groups: readonly number[] };

// Needs that are met but for the noise of binary fractions are met.
const NOISE = 1e-9;

const gainOf = ({ worth, room }: Lever): number => worth * room;

type Filled = { readonly points: number; readonly raises: ReadonlyMap<Lever, number> };

/**
 * Fewest points that meet the needs with some levers in whole (`whole`) and others as far as wanted (`free`); undefined
 * where they cannot. The needs of the groups are met first and the rest of the overall need after them, each time by the
 * levers that bring most for a point. That is optimal: caps and groups are nested, so what can be brought is a
 * polymatroid, on which the greedy choice is cheapest, and no group is filled beyond its need before all are met.
 */
const fill = (
  whole: readonly Lever[],
  free: readonly Lever[],
  needs: Needs,
  caps: readonly number[],
): Filled | undefined => {
  const room = [...caps];
  const groups = [...needs.groups];
  let overall = needs.overall;
  let points = 0;
  const raises = new Map<Lever, number>();
  const bring = (lever: Lever, by: number): void => {
    const brought = Math.min(lever.worth * by, ...lever.caps.map((cap) => room[cap] ?? 0));
    for (const cap of lever.caps) room[cap] = (room[cap] ?? 0) - brought;
    if (lever.group !== null) groups[lever.group] = (groups[lever.group] ?? 0) - brought;
    overall -= brought;
    points += by;
    raises.set(lever, (raises.get(lever) ?? 0) + by);
  };
  /** Raises a lever until it brings what is needed, or can bring no more. */
  const serve = (lever: Lever, need: number): void => {
    const left = lever.room - (raises.get(lever) ?? 0);
    const brings = Math.min(need, left * lever.worth, ...lever.caps.map((cap) => room[cap] ?? 0));
    if (brings > 0) bring(lever, brings / lever.worth);
  };
  for (const lever of whole) bring(lever, lever.room);
  for (const lever of free) if (lever.group !== null) serve(lever, groups[lever.group] ?? 0);
  for (const lever of free) serve(lever, overall);
  return overall > NOISE || groups.some((need) => need > NOISE) ? undefined : { points, raises };
};

/** Caps from the inner ones outwards; one that levers of several groups share could bind any of them and is left out. */
const capsWithinGroups = (levers: readonly Lever[], caps: readonly number[]): readonly number[] => {
  const under = caps.map((_, cap) => levers.filter((lever) => lever.caps.includes(cap)));
  return caps
    .map((_, cap) => cap)
    .filter((cap) => new Set(under[cap]?.map(({ group }) => group)).size <= 1)
    .sort((a, b) => (under[a]?.length ?? 0) - (under[b]?.length ?? 0));
};

/**
 * What the levers can bring at most, the largest first: under a cap, any number of them brings no more than as many of the
 * largest, and no more than the cap.
 */
const largestGains = (
  levers: readonly Lever[],
  caps: readonly number[],
): readonly { readonly group: number | null; readonly gain: number }[] => {
  const gains = new Map(levers.map((lever) => [lever, gainOf(lever)]));
  const at = (lever: Lever): number => gains.get(lever) ?? 0;
  for (const cap of capsWithinGroups(levers, caps)) {
    let room = caps[cap] ?? 0;
    const own = levers.filter((lever) => lever.caps.includes(cap)).sort((a, b) => at(b) - at(a));
    for (const lever of own) {
      gains.set(lever, Math.min(at(lever), room));
      room -= at(lever);
    }
  }
  return [...gains].map(([{ group }, gain]) => ({ group, gain })).sort((a, b) => b.gain - a.gain);
};

/**
 * Fewest levers that can meet the needs, each raised in full. Of each group the largest are taken until its need is met,
 * then the largest of what is left: any other choice of as many levers brings no more anywhere.
 */
const fewest = (levers: readonly Lever[], needs: Needs, caps: readonly number[]): number => {
  const groups = [...needs.groups];
  let overall = needs.overall;
  let count = 0;
  const rest: number[] = [];
  for (const { group, gain } of largestGains(levers, caps)) {
    const need = group === null ? 0 : (groups[group] ?? 0);
    if (group === null || need <= NOISE) {
      rest.push(gain);
      continue;
    }
    groups[group] = need - gain;
    overall -= gain;
    count += 1;
  }
  if (groups.some((need) => need > NOISE)) return Number.POSITIVE_INFINITY;
  for (const gain of rest) {
    if (overall <= NOISE) break;
    overall -= gain;
    count += 1;
  }
  return overall > NOISE ? Number.POSITIVE_INFINITY : count;
};

/** Levers among which only the number counts: of `n` of them it is always as good to take the `n` first. */
const classesOf = (levers: readonly Lever[]): readonly (readonly Lever[])[] => {
  const classes = new Map<string, Lever[]>();
  for (const lever of levers) {
    const { worth, isWhole, room, group, caps } = lever;
    const key = [worth.toFixed(12), isWhole ? room : 'free', group, caps.join(' ')].join('|');
    classes.set(key, [...(classes.get(key) ?? []), lever]);
  }
  return [...classes.values()]
    .map((own) => own.sort((a, b) => b.room - a.room))
    .sort((a, b) => Math.max(...b.map(gainOf)) - Math.max(...a.map(gainOf)));
};

/** What is still needed, and left under the caps, when some levers are raised in full. */
const after = (
  picked: readonly Lever[],
  needs: Needs,
  caps: readonly number[],
): { readonly needs: Needs; readonly caps: readonly number[] } => {
  const room = [...caps];
  const groups = [...needs.groups];
  let { overall } = needs;
  for (const lever of picked) {
    const brought = Math.min(gainOf(lever), ...lever.caps.map((cap) => room[cap] ?? 0));
    for (const cap of lever.caps) room[cap] = (room[cap] ?? 0) - brought;
    if (lever.group !== null) groups[lever.group] = (groups[lever.group] ?? 0) - brought;
    overall -= brought;
  }
  return { needs: { overall, groups }, caps: room };
};

/**
 * The raises that meet the needs with the fewest levers and, of those, with the fewest points; undefined where no raise
 * meets them. Exact, by branch and bound over how many levers of each class are raised:
 *
 * - Levers that bring the same for a point, serve the same needs and stand under the same caps are one class. Raising one
 *   of them can be exchanged for raising another as far as it has room, so the ones with most room come first (levers
 *   that are raised in whole are of one class only if they have the same room, and are then all alike). A year has as
 *   many classes as indicators and sub-indicators, not as items.
 * - A branch ends where even the fewest of the levers left are too many, or where the points are no less than the best
 *   known although every lever left may be used, and in part. The first count tried hardly ever fails.
 */
export const cheapestRaise = (
  levers: readonly Lever[],
  needs: Needs,
  caps: readonly number[] = [],
): ReadonlyMap<Lever, number> | undefined => {
  const classes = classesOf(levers);
  const left = classes.map((_, index) => classes.slice(index).flat());
  const byWorth = left.map((own) => [...own].sort((a, b) => b.worth - a.worth));
  let best: Filled | undefined;

  const visit = (index: number, picked: readonly Lever[], count: number): void => {
    const still = after(picked, needs, caps);
    if (fewest(left[index] ?? [], still.needs, still.caps) > count) return;
    const whole = picked.filter(({ isWhole }) => isWhole);
    const free = picked.filter(({ isWhole }) => !isWhole);
    const inOrder = (more: readonly Lever[]): readonly Lever[] =>
      [...free, ...more].sort((a, b) => b.worth - a.worth);
    const isEnd = index === classes.length || count === 0;
    const bound = fill(whole, inOrder(isEnd ? [] : (byWorth[index] ?? [])), needs, caps);
    if (bound === undefined || (best !== undefined && bound.points >= best.points - NOISE)) return;
    if (isEnd) {
      best = bound;
      return;
    }
    const own = classes[index] ?? [];
    for (let taken = Math.min(own.length, count); taken >= 0; taken -= 1)
      visit(index + 1, [...picked, ...own.slice(0, taken)], count - taken);
  };

  for (let count = fewest(levers, needs, caps); count <= levers.length; count += 1) {
    visit(0, [], count);
    if (best !== undefined) return best.raises;
  }
  return undefined;
};
