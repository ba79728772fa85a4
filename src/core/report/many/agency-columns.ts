import { columnLetters } from '../../cell-address';
import { resultOf, type ManyRow, type ManyYear } from '../../many/assess-many';
import { ranksIn } from '../../many/ranks';
import { leveller, SAME_SCORE, type RowLevels, type ThresholdLimits } from '../../many/row-levels';
import { formulaOf, type RowReferences } from '../../many/score-columns';
import { gradeFormula, gradeLabel } from '../analysis/head';
import type { StyleName } from '../styles';
import { leastFormula } from './least-formula';
import type { GroupKind, ManyTexts } from './many-texts';
import { givenIn, ROW, runsOf } from './row-references';

/** Cells whose values decide the groups: on the summary sheet, where anybody may change them. */
export type LimitCells = {
  readonly target: string;
  readonly urgentBelow: string;
  readonly improveBelow: string;
};
export type Limits = ThresholdLimits & { readonly target: number };

/** What a column of the sheet of agencies shows. */
export type AgencyColumn = {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName;
  /** Formula with `ROW` where the number of its row stands; null for a plain value. */
  readonly formula: string | null;
  readonly value: (row: ManyRow) => string | number | null;
};

/** The year before, as far as formulas look back at it. */
export type EarlierYear = {
  readonly fiscalYear: number;
  /** Cells of its totals and of the numbers of its agencies, absolute and with the sheet. */
  readonly totals: string;
  readonly numbers: string;
  readonly totalOf: (row: ManyRow) => number | null;
};

export type ColumnOptions = {
  readonly texts: ManyTexts;
  readonly limits: Limits;
  readonly limitCells: LimitCells;
  readonly numberOf: (row: ManyRow) => number;
  readonly earlier: EarlierYear | null;
  readonly groups: ReadonlyMap<GroupKind, readonly string[]>;
  /** Row of the heads, and first and last row below, as spreadsheets count them. */
  readonly headRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
};

/**
 * Columns of the sheet of agencies, from left to right. All formulas of a column are alike and look at their own row,
 * so that the table can be sorted and filtered.
 */
export const agencyColumns = (year: ManyYear, options: ColumnOptions): readonly AgencyColumn[] => {
  const { ruleSet, rows, keys, block } = year;
  const { texts, limits, limitCells, earlier, groups } = options;
  const words = texts.agencies;
  const { decimals } = ruleSet.scale;
  const { grades, readings } = ruleSet.gradeScale;
  const indicators = ruleSet.indicators.map(({ id }) => String(id)).filter((key) => keys.includes(key));
  const subIndicators = ruleSet.subIndicators.map(({ id }) => id).filter((key) => keys.includes(key));
  const hasTotal = keys.includes('total');
  const hasCondition = hasTotal && grades.some(({ every }) => every !== null);

  const labels = (['kind', 'district', 'province'] as const).filter((key) =>
    rows.some(({ agency }) => agency[key] !== ''),
  );
  const results = ruleSet.instruments.flatMap(({ id, parts }) => [
    [id, id] as const,
    ...(parts ?? []).map((part) => [`${id}.${part}`, words.part(id, part)] as const),
  ]);
  const when = <Value>(condition: boolean, ...values: readonly Value[]): readonly Value[] =>
    condition ? values : [];
  const order = [
    ...when(hasTotal, 'rank'),
    'agency',
    ...labels,
    ...when(hasTotal, 'total', 'grade'),
    ...when(hasCondition, 'strictest'),
    ...when(hasTotal && earlier !== null, 'change'),
    ...results.map(([key]) => key).filter((key) => keys.includes(key)),
    ...indicators,
    ...subIndicators,
    ...when(indicators.length > 0, 'urgent', 'improve', 'maintain', 'weakest'),
    ...when(hasTotal, ...[...groups.keys()].map((kind) => `rank.${kind}`)),
    'remarks',
    'source',
    ...when(hasCondition, 'least', 'strictestLeast'),
    ...when(hasTotal, 'printed'),
    'id',
    'line',
  ];
  const place = new Map(order.map((key, index) => [key, index]));
  const letters = (key: string): string => columnLetters(place.get(key) ?? 0);
  const own = (key: string): string => `$${letters(key)}${ROW}`;
  const down = (key: string): string =>
    `$${letters(key)}$${options.firstRow}:$${letters(key)}$${options.lastRow}`;
  const across = (all: readonly string[], row: string): readonly string[] =>
    runsOf(all.flatMap((key) => place.get(key) ?? [])).map(([first, last]) =>
      first === last
        ? `$${columnLetters(first)}${row}`
        : `$${columnLetters(first)}${row}:$${columnLetters(last)}${row}`,
    );
  const given = givenIn(block, own('line'));
  const references: RowReferences = {
    given: given.scores,
    results: (all) => across(all, ROW),
  };
  const result = (key: string, header: string, style: StyleName = 'score'): AgencyColumn => {
    const column = block.columns.find((each) => each.key === key);
    return {
      key,
      header,
      width: header.length > 6 ? 12 : 10,
      style,
      formula: column === undefined ? '""' : formulaOf(column.expression, references),
      value: (row) => resultOf(row, key),
    };
  };

  const all = across(indicators, ROW).join(',');
  const below = (limit: string): string => `COUNTIF(${all},"<"&${limit}-${0.5 / 10 ** decimals})`;
  const ifCounted = (formula: string): string => `IF(COUNT(${all})=0,"",${formula})`;
  const levels: (RowLevels | null)[] = [];
  const levelsOf = leveller(ruleSet, limits);
  for (const row of rows) levels[row.at] = levelsOf(row);
  const ranks = ranksIn(rows, () => 'all');
  const gradeAt = ({ at }: ManyRow) => block.grades[at] ?? null;
  const level = (code: string | undefined): string | null =>
    code === undefined ? null : gradeLabel(code, ruleSet);
  const ifTotal = (formula: string): string => `IF(ISNUMBER(${own('total')}),${formula},"")`;
  const least = (key: 'least' | 'strictestLeast'): AgencyColumn => {
    const reading = key === 'least' ? readings[0] : readings.at(-1);
    const bound = key === 'least' ? 'best' : 'worst';
    return {
      key,
      header: words[key],
      width: 12,
      style: 'score',
      formula:
        reading === undefined ? '""' : ifTotal(leastFormula(reading, bound, ruleSet, references.results)),
      value: (row) => gradeAt(row)?.[key] ?? null,
    };
  };

  const columns: Readonly<Record<string, () => AgencyColumn>> = {
    rank: () => ({
      key: 'rank',
      header: words.rank,
      width: 9,
      style: 'rank',
      formula: `IF(ISNUMBER(${own('printed')}),RANK(${own('printed')},${down('printed')}),"")`,
      value: (row) => ranks[row.at] ?? null,
    }),
    agency: () => ({
      key: 'agency',
      header: words.agency,
      width: 46,
      style: 'textLine',
      formula:
        block.place.kindFirst.size > 0
          ? `${given.label(block.place.labels.kind)}&${given.label(block.place.labels.agency)}`
          : given.label(block.place.labels.agency),
      value: ({ agency }) => agency.agency,
    }),
    total: () => result('total', words.total, 'scoreBold'),
    grade: () => ({
      key: 'grade',
      header: words.grade,
      width: 17,
      style: 'centered',
      formula: gradeFormula(own('total'), hasCondition ? own('least') : null, grades, decimals),
      value: (row) => level(gradeAt(row)?.code),
    }),
    strictest: () => ({
      key: 'strictest',
      header: words.strictest,
      width: 17,
      style: 'centered',
      formula: gradeFormula(own('total'), own('strictestLeast'), grades, decimals),
      value: (row) => level(gradeAt(row)?.strictest),
    }),
    change: () => {
      const before = `INDEX(${earlier?.totals ?? ''},MATCH(${own('id')},${earlier?.numbers ?? ''},0))`;
      const change = `IF(AND(ISNUMBER(${own('total')}),ISNUMBER(${before})),${own('total')}-${before},"")`;
      return {
        key: 'change',
        header: words.change(earlier?.fiscalYear ?? 0),
        width: 10,
        style: 'difference',
        formula: `IFERROR(${change},"")`,
        value: (row) => {
          const [now, then] = [resultOf(row, 'total'), earlier?.totalOf(row) ?? null];
          return now === null || then === null ? null : now - then;
        },
      };
    },
    urgent: () => ({
      key: 'urgent',
      header: words.urgent,
      width: 10,
      style: 'rank',
      formula: ifCounted(below(limitCells.urgentBelow)),
      value: (row) => levels[row.at]?.urgent ?? null,
    }),
    improve: () => ({
      key: 'improve',
      header: words.improve,
      width: 9,
      style: 'rank',
      formula: ifCounted(`MAX(0,${below(limitCells.improveBelow)}-${own('urgent')})`),
      value: (row) => levels[row.at]?.improve ?? null,
    }),
    maintain: () => ({
      key: 'maintain',
      header: words.maintain,
      width: 12,
      style: 'rank',
      formula: ifCounted(`COUNT(${all})-${own('urgent')}-${own('improve')}`),
      value: (row) => levels[row.at]?.maintain ?? null,
    }),
    weakest: () => ({
      key: 'weakest',
      header: words.weakest,
      width: 13,
      style: 'centered',
      formula: ifCounted(
        `INDEX(${across(indicators, `$${options.headRow}`).join(',')},MATCH(TRUE,INDEX(${all}<=MIN(${all})+${SAME_SCORE.toFixed(9)},0),0))`,
      ),
      value: (row) => {
        const weakest = levels[row.at]?.weakest;
        return weakest === undefined ? null : words.indicator(weakest);
      },
    }),
    remarks: () => ({
      key: 'remarks',
      header: words.remarks,
      width: 11,
      style: 'rank',
      formula: null,
      value: ({ findings, agency }) => findings.length + agency.issues.length || null,
    }),
    source: () => ({
      key: 'source',
      header: words.source,
      width: 30,
      style: 'sideNote',
      formula: null,
      value: ({ at }) => block.sources[at] ?? null,
    }),
    least: () => least('least'),
    strictestLeast: () => least('strictestLeast'),
    printed: () => ({
      key: 'printed',
      header: words.printed,
      width: 12,
      style: 'score',
      formula: ifTotal(`ROUND(${own('total')},${decimals})`),
      value: (row) => row.printed,
    }),
    id: () => ({
      key: 'id',
      header: words.id,
      width: 10,
      style: 'rank',
      formula: null,
      value: options.numberOf,
    }),
    line: () => ({
      key: 'line',
      header: words.line,
      width: 10,
      style: 'rank',
      formula: null,
      value: ({ at }) => (block.place.rows[at] ?? 0) + 1,
    }),
  };
  const labelColumn = (key: GroupKind): AgencyColumn => ({
    key,
    header: words[key],
    width: 16,
    style: 'textLine',
    formula: given.label(block.place.labels[key]),
    value: ({ agency }) => agency[key],
  });
  const rankColumn = (kind: GroupKind): AgencyColumn => {
    const own_ = ranksIn(rows, ({ agency }) => agency[kind]);
    return {
      key: `rank.${kind}`,
      header: words.rankIn[kind],
      width: 11,
      style: 'rank',
      formula: `IF(AND(ISNUMBER(${own('printed')}),${own(kind)}<>""),COUNTIFS(${down(kind)},${own(kind)},${down('printed')},">"&${own('printed')})+1,"")`,
      value: (row) => own_[row.at] ?? null,
    };
  };
  const headers = new Map<string, string>([
    ...results,
    ...indicators.map((key) => [key, words.indicator(Number(key))] as const),
    ...subIndicators.map((key) => [key, key] as const),
  ]);
  return order.flatMap((key): readonly AgencyColumn[] => {
    const known = columns[key];
    if (known !== undefined) return [known()];
    const label = labels.find((each) => each === key);
    if (label !== undefined) return [labelColumn(label)];
    const group = [...groups.keys()].find((kind) => key === `rank.${kind}`);
    if (group !== undefined) return [rankColumn(group)];
    return [result(key, headers.get(key) ?? key)];
  });
};
