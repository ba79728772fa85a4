import type { Finding } from '../assess/assessment';
import type { RuleSet } from '../rule-set';
import { formatDecimal, roundHalfUp } from '../text/numbers';
import type { Claim } from './claims';

/** Scores that claims are held against, from the score tables where there are any; null is not known. */
export type KnownScores = {
  readonly total: number | null;
  readonly indicators: readonly { readonly id: number; readonly score: number | null }[];
};

type Of<Kind extends Claim['kind']> = Extract<Claim, { readonly kind: Kind }>;

const ofKind = <Kind extends Claim['kind']>(
  claims: readonly Claim[],
  ...kinds: readonly Kind[]
): readonly Of<Kind>[] =>
  claims.filter((claim): claim is Of<Kind> => kinds.some((kind) => kind === claim.kind));

const AGREES_WITHIN = 0.01;
const SLACK = 1e-9;

const differs = (claimed: number, ours: number): boolean => Math.abs(claimed - ours) > AGREES_WITHIN + SLACK;

const warning = (
  code: Finding['code'],
  cells: Finding['cells'],
  params: Readonly<Record<string, string>>,
): Finding => ({ code, severity: 'warning', cells, params });

/** Figures in sentences that are not those of the score tables. */
const againstTables = (claims: readonly Claim[], known: KnownScores): readonly Finding[] => {
  const scoreOf = (indicator: number): number | null =>
    known.indicators.find(({ id }) => id === indicator)?.score ?? null;
  const said = (
    subject: string,
    claimed: number | null,
    ours: number | null,
    cell: Claim['cell'],
  ): readonly Finding[] =>
    claimed === null || ours === null || !differs(claimed, ours)
      ? []
      : [
          warning('claimDiffers', [cell], {
            subject,
            printed: formatDecimal(claimed),
            ours: formatDecimal(ours),
          }),
        ];
  return [
    ...ofKind(claims, 'total').flatMap(({ value, cell }) => said('total', value, known.total, cell)),
    ...ofKind(claims, 'score', 'highest', 'lowest').flatMap(({ indicator, value, cell }) =>
      said(String(indicator), value, scoreOf(indicator), cell),
    ),
  ];
};

/** What is known of an indicator: its score in the tables, else the one that a sentence gives it. */
const scoreBook = (claims: readonly Claim[], known: KnownScores): ReadonlyMap<number, number> =>
  new Map([
    ...ofKind(claims, 'score', 'highest', 'lowest').flatMap(({ indicator, value }) =>
      value === null ? [] : [[indicator, value] as const],
    ),
    ...known.indicators.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const])),
  ]);

/** The highest cannot be under what is made of all of them, nor the lowest over it, nor another indicator beyond it. */
const extremes = (
  claims: readonly Claim[],
  known: KnownScores,
  book: ReadonlyMap<number, number>,
  { scale, indicators }: RuleSet,
): readonly Finding[] => {
  const total = known.total ?? ofKind(claims, 'total')[0]?.value ?? null;
  const totalCells =
    known.total === null
      ? ofKind(claims, 'total')
          .slice(0, 1)
          .map(({ cell }) => cell)
      : [];
  const printed = (score: number): number => roundHalfUp(score, scale.decimals);
  return ofKind(claims, 'highest', 'lowest').flatMap(
    ({ kind, indicator, value, cell }): readonly Finding[] => {
      const own = value ?? book.get(indicator) ?? null;
      if (own === null) return [];
      const isHighest = kind === 'highest';
      const params = { subject: String(indicator), which: kind, printed: formatDecimal(own) };
      const beyond = indicators.flatMap(({ id }) => {
        const score = book.get(id);
        if (score === undefined || id === indicator) return [];
        return (isHighest ? printed(score) > printed(own) : printed(score) < printed(own))
          ? [{ id, score }]
          : [];
      });
      const [further] = [...beyond].sort((a, b) => (isHighest ? b.score - a.score : a.score - b.score));
      const isOff =
        total !== null && (isHighest ? printed(own) < printed(total) : printed(own) > printed(total));
      return [
        ...(isOff
          ? [warning('claimBeyondTotal', [cell, ...totalCells], { ...params, total: formatDecimal(total) })]
          : []),
        ...(further === undefined
          ? []
          : [
              warning('claimNotExtreme', [cell], {
                ...params,
                other: String(further.id),
                otherScore: formatDecimal(further.score),
              }),
            ]),
      ];
    },
  );
};

const aboveLimits = (claims: readonly Claim[], book: ReadonlyMap<number, number>): readonly Finding[] =>
  ofKind(claims, 'above').flatMap(({ limit, listed, cell }) => {
    const under = listed.filter(
      ({ indicator }) => (book.get(indicator) ?? Number.POSITIVE_INFINITY) <= limit,
    );
    if (under.length === 0) return [];
    const names = under
      .map(({ indicator }) => `${indicator} (${formatDecimal(book.get(indicator) ?? 0)})`)
      .join(', ');
    const cells = [cell, ...under.map((entry) => entry.cell)];
    const unique = cells.filter(
      (one, index) =>
        cells.findIndex(({ row, column }) => row === one.row && column === one.column) === index,
    );
    return [warning('claimNotAbove', unique, { limit: String(limit), indicators: names })];
  });

const counts = (claims: readonly Claim[]): readonly Finding[] =>
  ofKind(claims, 'count').flatMap(({ count, listed, cell }) =>
    count === listed.length
      ? []
      : [warning('claimCount', [cell], { count: String(count), listed: String(listed.length) })],
  );

/** Claims that the scores, or other claims, contradict; `known` is empty for a document without scores. */
export const auditClaims = (
  claims: readonly Claim[],
  known: KnownScores,
  ruleSet: RuleSet,
): readonly Finding[] => {
  const book = scoreBook(claims, known);
  return [
    ...againstTables(claims, known),
    ...extremes(claims, known, book, ruleSet),
    ...aboveLimits(claims, book),
    ...counts(claims),
  ];
};
