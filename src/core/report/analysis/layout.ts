import type { Assessment, InstrumentResult } from '../../assess/assessment';
import { subjectKey, type Figure, type ReadFigure, type Subject } from '../../read/reading';
import type { InstrumentId, RuleSet } from '../../rule-set';
import { chartRows, type ChartRows } from './chart-rows';
import { inputsOf, itemGroups } from './layout-rows';

/** Columns of the analysis sheet, A–G. */
export const COLUMN = { code: 0, name: 1, side: 2, score: 3, second: 4, third: 5, last: 6 } as const;
export const COLUMN_WIDTHS = [10, 46, 13, 13, 13, 14, 22] as const;

/** A number that the workbook gives and that our sheet takes over once, with its origin. */
export type InputRow = {
  readonly row: number;
  readonly subject: Subject;
  readonly figure: Figure;
  readonly read: ReadFigure | null;
};

/** What the triage and the target go by, in the order of the rows. */
export const LIMIT_ROWS = [
  'policy',
  'urgentBelow',
  'improveBelow',
  'lowestMaintainFrom',
  'itemUrgentUpTo',
  'itemImproveBelow',
  'target',
] as const;
export type LimitRow = (typeof LIMIT_ROWS)[number];

export type ItemGroup = {
  readonly name: string;
  /** The issue that this is; null for other groups. */
  readonly issue: string | null;
  readonly row: number;
  readonly items: readonly { id: string; row: number }[];
};

/** Row in which everything of the analysis sheet stands, counted from 0. */
export type AnalysisLayout = {
  readonly charts: ChartRows | null;
  /** The policy and limits in force, one below the other. */
  readonly limits: { readonly heading: number; readonly rowOf: (limit: LimitRow) => number };
  readonly weighted: { readonly heading: number; readonly first: number; readonly total: number };
  readonly instrumentRow: (instrument: InstrumentId) => number;
  readonly partRow: (instrument: InstrumentId, part: string) => number;
  readonly cases: { readonly heading: number; readonly first: number } | null;
  readonly indicators: { readonly heading: number; readonly first: number; readonly last: number };
  readonly groupRow: (instrument: InstrumentId) => number;
  readonly indicatorRow: (indicator: number) => number;
  readonly subIndicators: { readonly heading: number; readonly first: number } | null;
  readonly subIndicatorRow: (id: string) => number;
  /** What is still to be reached; null without a total. */
  readonly distances: { readonly heading: number; readonly first: number } | null;
  /** What to fix first; null without a total. */
  readonly gains: {
    readonly heading: number;
    readonly hint: number;
    readonly first: number;
    readonly others: number;
    readonly sum: number;
    readonly afterTotal: number;
    readonly afterGrade: number;
  } | null;
  /** Several years side by side; null where there is only one. */
  readonly years: {
    readonly heading: number;
    readonly first: number;
    readonly movers: number;
    /** Header of the items against those that they follow; null where none can be compared. */
    readonly items: number | null;
  } | null;
  readonly words: { readonly heading: number; readonly first: number };
  readonly items: {
    readonly heading: number;
    readonly groups: readonly ItemGroup[];
    readonly last: number;
  } | null;
  readonly findings: { readonly heading: number; readonly first: number; readonly count: number };
  readonly inputs: { readonly heading: number; readonly rows: readonly InputRow[] };
  readonly inputRow: (subject: Subject, figure?: Figure) => number;
  readonly rules: {
    readonly heading: number;
    readonly first: number;
    readonly groups: readonly (keyof RuleSet['evidence'])[];
  };
  readonly lastRow: number;
};

const FIRST_SECTION = 7;
const GAP = 1;
const HEADING_AND_HEADER = 2;

const rowTable = <Key>(entries: readonly (readonly [Key, number])[]): ((key: Key) => number) => {
  const rows = new Map(entries);
  return (key) => {
    const row = rows.get(key);
    if (row === undefined) throw new Error(`No row for ${String(key)}`);
    return row;
  };
};

const partsShown = (instrument: InstrumentResult): readonly string[] =>
  instrument.parts.some(({ score }) => score !== null) ? instrument.parts.map(({ part }) => part) : [];

const placeGroups = (
  groups: ReturnType<typeof itemGroups>,
  first: number,
): { readonly groups: readonly ItemGroup[]; readonly next: number } => {
  let row = first;
  const placed = groups.map(({ name, issue, items }) => {
    const group = { name, issue, row, items: items.map((id, index) => ({ id, row: row + 1 + index })) };
    row += 1 + items.length;
    return group;
  });
  return { groups: placed, next: row };
};

/** Rule groups that a reader should know to be less than confirmed. */
const unsureGroups = ({ ruleSet }: Assessment): readonly (keyof RuleSet['evidence'])[] =>
  (Object.keys(ruleSet.evidence) as (keyof RuleSet['evidence'])[]).filter(
    (group) => ruleSet.evidence[group].confidence !== 'confirmed',
  );

/** How many rows the sections take whose content is known beforehand. */
export type SectionSizes = {
  /** Years whose totals are drawn, 0 where there is nothing to compare. */
  readonly drawnYears: number;
  readonly distances: number;
  readonly gains: number;
  /** Rows of the years side by side, and of the items below them; 0 where there are none. */
  readonly years: number;
  readonly yearItems: number;
  readonly paragraphs: number;
};

/** Lays out the analysis sheet: which section begins where, and in which row each figure stands. */
export const layOutAnalysis = (
  assessment: Assessment,
  noIssue: string,
  sizes: SectionSizes,
): AnalysisLayout => {
  const { ruleSet, instruments, grade, subIndicators } = assessment;
  const charts = chartRows(assessment, sizes.drawnYears, FIRST_SECTION);
  const weighted = charts === null ? FIRST_SECTION : charts.last + 1 + GAP;
  let row = weighted + HEADING_AND_HEADER;
  const instrumentRows: (readonly [InstrumentId, number])[] = [];
  const partRows: (readonly [string, number])[] = [];
  for (const instrument of instruments) {
    instrumentRows.push([instrument.id, row]);
    row += 1;
    for (const part of partsShown(instrument)) {
      partRows.push([`${instrument.id}.${part}`, row]);
      row += 1;
    }
  }
  const totalRow = row;
  row += 1 + GAP;

  const caseCount = grade?.cases.length ?? 0;
  const cases = caseCount === 0 ? null : { heading: row, first: row + HEADING_AND_HEADER };
  if (cases !== null) row = cases.first + caseCount + GAP;

  const distances = sizes.distances === 0 ? null : { heading: row, first: row + HEADING_AND_HEADER };
  if (distances !== null) row = distances.first + sizes.distances + GAP;

  const indicators = row;
  row += HEADING_AND_HEADER;
  const groupRows: (readonly [InstrumentId, number])[] = [];
  const indicatorRows: (readonly [number, number])[] = [];
  for (const { id } of ruleSet.instruments) {
    groupRows.push([id, row]);
    row += 1;
    for (const indicator of ruleSet.indicators.filter(({ instrument }) => instrument === id)) {
      indicatorRows.push([indicator.id, row]);
      row += 1;
    }
  }
  const lastIndicator = row - 1;
  row += GAP;

  const hasSubIndicators = subIndicators.some(({ score }) => score !== null);
  const subIndicatorSection = hasSubIndicators ? { heading: row, first: row + HEADING_AND_HEADER } : null;
  if (subIndicatorSection !== null) row = subIndicatorSection.first + subIndicators.length + GAP;

  const gainsAt = row;
  const gainLines = gainsAt + 1 + HEADING_AND_HEADER;
  const gains =
    assessment.total.score === null
      ? null
      : {
          heading: gainsAt,
          hint: gainsAt + 1,
          first: gainLines,
          others: gainLines + sizes.gains,
          sum: gainLines + sizes.gains + 1,
          afterTotal: gainLines + sizes.gains + 2,
          afterGrade: gainLines + sizes.gains + 3,
        };
  if (gains !== null) row = gains.afterGrade + 1 + GAP;

  const groups = itemGroups(assessment, noIssue);
  const placed = placeGroups(groups, row + HEADING_AND_HEADER);
  const items = groups.length === 0 ? null : { heading: row, groups: placed.groups, last: placed.next - 1 };
  if (items !== null) row = placed.next + GAP;

  const yearsAt = row;
  const movers = yearsAt + HEADING_AND_HEADER + sizes.years;
  const years =
    sizes.years === 0
      ? null
      : {
          heading: yearsAt,
          first: yearsAt + HEADING_AND_HEADER,
          movers,
          items: sizes.yearItems === 0 ? null : movers + 1 + GAP,
        };
  if (years !== null) row = (years.items === null ? movers : years.items + sizes.yearItems) + 1 + GAP;

  const words = { heading: row, first: row + 1 };
  row += 1 + sizes.paragraphs + GAP;

  const findingCount = assessment.findings.length + assessment.readingIssues.length;
  const findings = { heading: row, first: row + HEADING_AND_HEADER, count: findingCount };
  row = findings.first + Math.max(1, findingCount) + GAP;

  const limits = row;
  row += 1 + LIMIT_ROWS.length + GAP;

  const inputs = inputsOf(assessment).map((input, index) => ({
    ...input,
    row: row + HEADING_AND_HEADER + index,
  }));
  const inputSection = { heading: row, rows: inputs };
  row += HEADING_AND_HEADER + inputs.length + GAP;

  const unsure = unsureGroups(assessment);
  const rules = { heading: row, first: row + 1, groups: unsure };
  const subIndicatorRows = subIndicators.map(
    ({ id }, index) => [id, (subIndicatorSection?.first ?? 0) + index] as const,
  );
  const inputRow = rowTable(
    inputs.map((input) => [`${subjectKey(input.subject)}|${input.figure}`, input.row]),
  );
  const partRow = rowTable(partRows);
  return {
    charts,
    limits: { heading: limits, rowOf: (limit) => limits + 1 + LIMIT_ROWS.indexOf(limit) },
    weighted: { heading: weighted, first: weighted + HEADING_AND_HEADER, total: totalRow },
    instrumentRow: rowTable(instrumentRows),
    partRow: (instrument, part) => partRow(`${instrument}.${part}`),
    cases,
    indicators: { heading: indicators, first: indicators + HEADING_AND_HEADER, last: lastIndicator },
    groupRow: rowTable(groupRows),
    indicatorRow: rowTable(indicatorRows),
    subIndicators: subIndicatorSection,
    subIndicatorRow: rowTable(subIndicatorRows),
    distances,
    gains,
    items,
    years,
    words,
    findings,
    inputs: inputSection,
    inputRow: (subject, figure = 'score') => inputRow(`${subjectKey(subject)}|${figure}`),
    rules,
    lastRow: rules.first + Math.max(1, unsure.length) - 1,
  };
};
