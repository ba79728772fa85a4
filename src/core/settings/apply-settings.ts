import type { CellRef } from '../cell-address';
import type { IndicatorRule, RuleSet, SubIndicatorRule, TriageLimits } from '../rule-set';
import type { GroupKind, GroupOverride, SettingKey, SettingProblem, Settings } from './settings';

/** A year's rules as the settings change them, and what of the settings does not fit the year. */
export type AppliedSettings = { readonly ruleSet: RuleSet; readonly problems: readonly SettingProblem[] };

type Step = (ruleSet: RuleSet) => AppliedSettings;

const withLimits =
  ({ values }: Settings): Step =>
  (ruleSet) => {
    const { triageLimits, target } = ruleSet;
    const set = (Object.keys(triageLimits) as (keyof TriageLimits)[]).flatMap((key) =>
      values[key] === undefined ? [] : [[key, values[key]] as const],
    );
    const changed = { ...triageLimits, ...Object.fromEntries(set) };
    return { ruleSet: { ...ruleSet, triageLimits: changed, target: values.target ?? target }, problems: [] };
  };

const withReading =
  ({ values: { reading } }: Settings, cells: ReadonlyMap<SettingKey, CellRef>): Step =>
  (ruleSet) => {
    const { gradeScale } = ruleSet;
    if (reading === undefined || gradeScale.readings.length === 0) return { ruleSet, problems: [] };
    if (gradeScale.readings.includes(reading))
      return { ruleSet: { ...ruleSet, gradeScale: { ...gradeScale, readings: [reading] } }, problems: [] };
    const cell = cells.get('reading');
    return {
      ruleSet,
      problems:
        cell === undefined ? [] : [{ reason: 'notAdmissible', setting: 'reading', cell, text: reading }],
    };
  };

const groupsFor = ({ overrides }: Settings, kind: GroupKind, fiscalYear: number): readonly GroupOverride[] =>
  overrides.flatMap((override) =>
    override.kind === kind && override.fiscalYear === fiscalYear ? override.groups : [],
  );

const unknownItems = (
  groups: readonly GroupOverride[],
  setting: GroupKind,
  known: readonly string[],
): readonly SettingProblem[] =>
  groups.flatMap(({ items, cell }) => {
    const unknown = items.filter((id) => !known.includes(id));
    return unknown.length === 0
      ? []
      : [{ reason: 'unknownItem', setting, cell, text: unknown.join(' ') } as const];
  });

const withIssues =
  (settings: Settings): Step =>
  (ruleSet) => {
    const groups = groupsFor(settings, 'issueGroups', ruleSet.fiscalYear);
    const problems = unknownItems(
      groups,
      'issueGroups',
      ruleSet.items.map(({ id }) => id),
    );
    if (groups.length === 0 || problems.length > 0) return { ruleSet, problems };
    const own = ({ id, name, items }: GroupOverride, byRule = '') => ({ id, name: name || byRule, items });
    const changed = ruleSet.issueGroups.map((group) => {
      const override = groups.find(({ id }) => id === group.id);
      return override === undefined ? group : own(override, group.name);
    });
    const added = groups.filter(({ id }) => !ruleSet.issueGroups.some((group) => group.id === id));
    return {
      ruleSet: { ...ruleSet, issueGroups: [...changed, ...added.map((group) => own(group))] },
      problems,
    };
  };

const byPlace = (a: SubIndicatorRule, b: SubIndicatorRule): number =>
  a.indicator - b.indicator || Number(a.id.split('.')[1]) - Number(b.id.split('.')[1]);

const isMadeOfParts = ({ from }: IndicatorRule): boolean => from.kind === 'subIndicators';

/** Sub-indicators after items were moved: a group without items is gone, an item that is named anew leaves its old one. */
const regrouped = (ruleSet: RuleSet, groups: readonly GroupOverride[]): readonly SubIndicatorRule[] => {
  const moved = groups.flatMap(({ items }) => items);
  const byRule = ruleSet.subIndicators
    .filter(({ id }) => !groups.some((group) => group.id === id))
    .map((rule) => ({ ...rule, items: rule.items.filter((id) => !moved.includes(id)) }));
  const named = groups.map(({ id, name, items }) => {
    const old = ruleSet.subIndicators.find((rule) => rule.id === id);
    return { id, name: name || (old?.name ?? ''), indicator: Number(id.split('.')[0]), items };
  });
  return [...byRule, ...named].filter(({ items }) => items.length > 0).sort(byPlace);
};

const groupProblems = (ruleSet: RuleSet, groups: readonly GroupOverride[]): readonly SettingProblem[] => {
  const setting = 'subIndicators';
  const known = ruleSet.items.flatMap(({ id, subIndicator }) => (subIndicator === null ? [] : id));
  const indicators = ruleSet.indicators.filter(isMadeOfParts).map(({ id }) => id);
  const isIndicators = (id: string): boolean =>
    /^\d+\.\d+$/.test(id) && indicators.includes(Number(id.split('.')[0]));
  const foreign = groups.flatMap(({ id, cell }) =>
    isIndicators(id) ? [] : [{ reason: 'unknownGroup', setting, cell, text: id } as const],
  );
  const twice = groups.flatMap(({ items, cell }, index) => {
    const before = groups.slice(0, index).flatMap((group) => group.items);
    const repeated = items.filter((id) => before.includes(id));
    return repeated.length === 0
      ? []
      : [{ reason: 'itemTwice', setting, cell, text: repeated.join(' ') } as const];
  });
  const after = regrouped(ruleSet, groups);
  const left = known.filter((id) => !after.some(({ items }) => items.includes(id)));
  const bare = indicators.filter((id) => !after.some(({ indicator }) => indicator === id));
  const [first] = groups;
  const missing = [...left, ...bare.map(String)].join(' ');
  return [
    ...foreign,
    ...unknownItems(groups, setting, known),
    ...twice,
    ...(first === undefined || missing === ''
      ? []
      : [{ reason: 'itemLeftOver', setting, cell: first.cell, text: missing } as const]),
  ];
};

const withSubIndicators =
  (settings: Settings): Step =>
  (ruleSet) => {
    const groups = groupsFor(settings, 'subIndicators', ruleSet.fiscalYear);
    const problems = groupProblems(ruleSet, groups);
    if (groups.length === 0 || problems.length > 0) return { ruleSet, problems };
    const subIndicators = regrouped(ruleSet, groups);
    return {
      ruleSet: {
        ...ruleSet,
        subIndicators,
        // The officer has settled it.
        otherGroupings: [],
        indicators: ruleSet.indicators.map((rule) =>
          isMadeOfParts(rule)
            ? {
                ...rule,
                from: {
                  kind: 'subIndicators',
                  subIndicators: subIndicators
                    .filter(({ indicator }) => indicator === rule.id)
                    .map(({ id }) => id),
                },
              }
            : rule,
        ),
        items: ruleSet.items.map((item) => {
          const group = subIndicators.find(({ items }) => items.includes(item.id));
          return group === undefined ? item : { ...item, subIndicator: group.id, indicator: group.indicator };
        }),
      },
      problems,
    };
  };

/**
 * A year's rules under the officer's settings: policy, limits, target, the reading of the grade's condition that is
 * settled, and items that are grouped in another way. What does not fit the year is left as the rules have it.
 */
export const applySettings = (
  ruleSet: RuleSet,
  settings: Settings,
  cells: ReadonlyMap<SettingKey, CellRef> = new Map(),
): AppliedSettings =>
  [
    withLimits(settings),
    withReading(settings, cells),
    withSubIndicators(settings),
    withIssues(settings),
  ].reduce(
    (before: AppliedSettings, step) => {
      const { ruleSet: changed, problems } = step(before.ruleSet);
      return { ruleSet: changed, problems: [...before.problems, ...problems] };
    },
    { ruleSet, problems: [] },
  );
