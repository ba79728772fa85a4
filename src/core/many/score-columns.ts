import type { RuleSet } from '../rule-set';
import { scoreAt, type AgencyTable } from './agency-table';

/**
 * How a score comes about, said once: the same expression is worked out for every agency and written as a formula.
 * What is incomplete passes on to what stands behind it in `first`, and at the end to nothing.
 */
export type Expression =
  /** A score that the table gives. */
  | { readonly kind: 'given'; readonly subject: string }
  /** Mean of the means of groups of given scores, all of which must be there; of one group its mean. */
  | { readonly kind: 'means'; readonly groups: readonly (readonly string[])[] }
  /** Mean of other results, all of which must be there. */
  | { readonly kind: 'mean'; readonly results: readonly string[] }
  /** Sum of other results by their weights (0–1), all of which must be there. */
  | { readonly kind: 'weighted'; readonly terms: readonly (readonly [result: string, weight: number])[] }
  | { readonly kind: 'first'; readonly of: readonly Expression[] };

/** A column of results: `key` is the subject's, `10`, `EIT.2`, `OIT` or `total`. */
export type ScoreColumn = { readonly key: string; readonly expression: Expression };

const firstOf = (key: string, of: readonly (Expression | null)[]): readonly ScoreColumn[] => {
  const known = of.filter((each) => each !== null);
  const [only, ...others] = known;
  if (only === undefined) return [];
  return [{ key, expression: others.length === 0 ? only : { kind: 'first', of: known } }];
};

/**
 * The columns of results that a table of agencies can have by what it gives, each after those that it is made of. They
 * follow the precedence of a single agency's assessment: complete items win over a given figure, both parts over
 * indicators, and a given figure over nothing.
 */
export const scoreColumns = (ruleSet: RuleSet, subjects: ReadonlySet<string>): readonly ScoreColumn[] => {
  const given = (subject: string): Expression | null =>
    subjects.has(subject) ? { kind: 'given', subject } : null;
  const means = (groups: readonly (readonly string[])[]): Expression | null =>
    groups.length > 0 && groups.every((ids) => ids.every((id) => subjects.has(id)))
      ? { kind: 'means', groups }
      : null;
  const mean = (results: readonly string[], known: readonly ScoreColumn[]): Expression | null =>
    results.length > 0 && results.every((key) => known.some((column) => column.key === key))
      ? { kind: 'mean', results }
      : null;

  const isSubGiven = ruleSet.subIndicators.some(({ id }) => subjects.has(id));
  const subIndicators = isSubGiven
    ? ruleSet.subIndicators.flatMap(({ id, items }) => firstOf(id, [means([items]), given(id)]))
    : [];
  const indicators = ruleSet.indicators.flatMap(({ id, from }) => {
    const key = String(id);
    switch (from.kind) {
      case 'items':
        return firstOf(key, [means([from.items]), given(key)]);
      case 'parts':
        return firstOf(key, [given(key)]);
      case 'subIndicators': {
        const own = ruleSet.subIndicators.filter((sub) => from.subIndicators.includes(sub.id));
        return firstOf(key, [
          means(own.map(({ items }) => items)),
          given(key),
          mean(from.subIndicators, subIndicators),
        ]);
      }
    }
  });
  const ofInstrument = (instrument: string): typeof ruleSet.indicators =>
    ruleSet.indicators.filter((rule) => rule.instrument === instrument);
  const parts = ruleSet.instruments.flatMap(({ id, parts: names }) =>
    (names ?? []).flatMap((part) => {
      const items = ofInstrument(id).map(({ from }) =>
        from.kind === 'parts' && from.part === part ? from.items : [],
      );
      return firstOf(`${id}.${part}`, [
        items.every((ids) => ids.length > 0) ? means(items) : null,
        given(`${id}.${part}`),
      ]);
    }),
  );
  const instruments = ruleSet.instruments.flatMap(({ id, parts: names }) =>
    firstOf(id, [
      mean(
        (names ?? []).map((part) => `${id}.${part}`),
        parts,
      ),
      mean(
        ofInstrument(id).map((rule) => String(rule.id)),
        indicators,
      ),
      given(id),
    ]),
  );
  const isWhole = instruments.length === ruleSet.instruments.length;
  const total: readonly ScoreColumn[] = isWhole
    ? [
        {
          key: 'total',
          expression: {
            kind: 'weighted',
            terms: ruleSet.instruments.map(({ id, weight }) => [id, weight] as const),
          },
        },
      ]
    : [];
  return [...subIndicators, ...indicators, ...parts, ...instruments, ...total];
};

/** Results by column, of each the score of every agency, 0–100; NaN where it is missing. */
export type Scores = ReadonlyMap<string, Float64Array>;

/** Works out the columns of results for every agency of a table. */
export const computeScores = (table: AgencyTable, columns: readonly ScoreColumn[]): Scores => {
  const results = new Map<string, Float64Array>();
  const place = new Map(table.subjects.map((subject, index) => [subject, index]));
  const columnOf = (subject: string): number => place.get(subject) ?? -1;
  for (const { key, expression } of columns) {
    const evaluate = evaluator(table, expression, columnOf, results);
    const own = new Float64Array(table.rows.length);
    for (let row = 0; row < own.length; row += 1) own[row] = evaluate(row);
    results.set(key, own);
  }
  return results;
};

type Evaluate = (row: number) => number;

const evaluator = (
  table: AgencyTable,
  expression: Expression,
  columnOf: (subject: string) => number,
  results: Scores,
): Evaluate => {
  switch (expression.kind) {
    case 'given': {
      const column = columnOf(expression.subject);
      return (row) => scoreAt(table, row, column);
    }
    case 'means': {
      const groups = expression.groups.map((ids) => ids.map(columnOf));
      const { scores, subjects } = table;
      return (row) => {
        const first = row * subjects.length;
        let sum = 0;
        for (const columns of groups) {
          let own = 0;
          for (const column of columns) own += scores[first + column] ?? Number.NaN;
          sum += own / columns.length;
        }
        // One missing score makes the sum NaN.
        return sum / groups.length;
      };
    }
    case 'mean': {
      const own = expression.results.map((key) => results.get(key) ?? new Float64Array());
      return (row) => {
        let sum = 0;
        for (const scores of own) sum += scores[row] ?? Number.NaN;
        return sum / own.length;
      };
    }
    case 'weighted': {
      const own = expression.terms.map(
        ([key, weight]) => [results.get(key) ?? new Float64Array(), weight] as const,
      );
      return (row) => {
        let sum = 0;
        for (const [scores, weight] of own) sum += weight * (scores[row] ?? Number.NaN);
        return sum;
      };
    }
    case 'first': {
      const tries = expression.of.map((each) => evaluator(table, each, columnOf, results));
      return (row) => {
        for (const evaluate of tries) {
          const score = evaluate(row);
          if (!Number.isNaN(score)) return score;
        }
        return Number.NaN;
      };
    }
  }
};

/** How formulas name the cells of one agency's row: runs of given scores, and the cells of other results. */
export type RowReferences = {
  /** Ranges that hold these given scores, as few as possible. */
  readonly given: (subjects: readonly string[]) => readonly string[];
  readonly results: (keys: readonly string[]) => readonly string[];
};

/** The formula (without `=`) of an expression; `otherwise` is what it gives where something is missing. */
export const formulaOf = (expression: Expression, refs: RowReferences, otherwise = '""'): string => {
  const complete = (ranges: readonly string[], count: number, value: string): string =>
    `IF(COUNT(${ranges.join(',')})=${count},${value},${otherwise})`;
  switch (expression.kind) {
    case 'given': {
      const [cell = ''] = refs.given([expression.subject]);
      return `IF(ISNUMBER(${cell}),${cell},${otherwise})`;
    }
    case 'means': {
      const groups = expression.groups.map((ids) => refs.given(ids));
      const all = refs.given(expression.groups.flat());
      const averages = groups.map((ranges) => `AVERAGE(${ranges.join(',')})`);
      return complete(
        all,
        expression.groups.flat().length,
        averages.length === 1 ? (averages[0] ?? '') : `AVERAGE(${averages.join(',')})`,
      );
    }
    case 'mean': {
      const ranges = refs.results(expression.results);
      return complete(ranges, expression.results.length, `AVERAGE(${ranges.join(',')})`);
    }
    case 'weighted': {
      const keys = expression.terms.map(([key]) => key);
      const sum = expression.terms.map(([key, weight]) => `${weight}*${refs.results([key])[0] ?? ''}`);
      return complete(refs.results(keys), keys.length, sum.join('+'));
    }
    case 'first':
      return expression.of.reduceRight((rest, each) => formulaOf(each, refs, rest), otherwise);
  }
};
