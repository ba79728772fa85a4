import { columnLetters, quotedSheet, type CellRef } from '../../cell-address';
import { untouchedSheet, type PlannedCell, type PlannedName, type SheetPlan } from '../../change-plan';
import { scoreAt, type AgencyRow, type AgencyTable } from '../../many/agency-table';
import type { ManyBlock } from '../../many/assess-many';
import { subjectOfKey } from '../../read/reading';
import type { RuleSet } from '../../rule-set';
import { manyNames } from '../../our-names';
import type { Snapshot, SnapshotCell } from '../../snapshot';
import { gradeLabel } from '../analysis/head';
import { freeSheetName as freeSheetNameIn, ownSheet } from '../sheet-name';
import { FIRST, HEADER, lastRowOf, listFrame, listHeights } from './list-sheet';
import type { ManyTexts } from './many-texts';

const HEADER_POINTS = 54;
const TAB = '7F7F7F';

/** Agencies of one year, gathered from wherever they stood. */
export type GatheredScores = {
  readonly table: AgencyTable;
  readonly sources: readonly string[];
  /** Cell that a score was read from, where it stands in the same workbook; null where it came from a file. */
  readonly originOf: ((row: number, subject: number) => Origin | null) | null;
};

/** A cell of the same workbook with what it holds. */
export type Origin = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: SnapshotCell | undefined;
};

/** Order in which the scores of a year stand side by side: items first, what is made of them after. */
export const subjectOrder = (ruleSet: RuleSet): readonly string[] => [
  ...ruleSet.items.map(({ id }) => id),
  ...ruleSet.subIndicators.map(({ id }) => id),
  ...ruleSet.indicators.map(({ id }) => String(id)),
  ...ruleSet.instruments.flatMap(({ id, parts }) => (parts ?? []).map((part) => `${id}.${part}`)),
  ...ruleSet.instruments.map(({ id }) => id),
  'total',
];

/** Puts tables of one year together, with every subject that any of them gives. */
export const joinTables = (tables: readonly AgencyTable[], ruleSet: RuleSet): AgencyTable => {
  const given = new Set(tables.flatMap(({ subjects }) => subjects));
  const subjects = subjectOrder(ruleSet).filter((key) => given.has(key));
  const rows = tables.flatMap((table) => table.rows);
  const scores = new Float64Array(rows.length * subjects.length).fill(Number.NaN);
  let top = 0;
  for (const table of tables) {
    const columns = subjects.map((key) => table.subjects.indexOf(key));
    for (let row = 0; row < table.rows.length; row += 1)
      columns.forEach((column, index) => {
        scores[(top + row) * subjects.length + index] = scoreAt(table, row, column);
      });
    top += table.rows.length;
  }
  return { fiscalYear: ruleSet.fiscalYear, subjects, rows, scores };
};

const headOf = (key: string, { subject: words }: ManyTexts['scores']): string => {
  const subject = subjectOfKey(key);
  switch (subject?.kind) {
    case 'indicator':
      return words.indicator(subject.indicator);
    case 'subIndicator':
      return words.subIndicator(subject.id);
    case 'part':
      return words.part(subject.instrument, subject.part);
    case 'total':
      return words.total;
    case 'instrument':
    case 'item':
    case undefined:
      return key;
  }
};

/** A score as a cell: live over the number that it was read from, else the number itself. */
const scoreCell = (row: number, column: number, score: number, origin: Origin | null): PlannedCell => {
  const style = 'typedScore';
  if (Number.isNaN(score)) return { row, column, value: null, style };
  const held = origin?.content?.value;
  if (origin === null || typeof held !== 'number') return { row, column, value: score, style };
  const cell = `${quotedSheet(origin.sheet)}!$${columnLetters(origin.column)}$${origin.row + 1}`;
  const formula = held === score ? cell : `${cell}*${score === 0 ? 1 : Math.round(score / held)}`;
  return { row, column, value: score, formula, style: 'score' };
};

/** A sheet of scores, the block over which results are computed, and cells whose text was written as a number. */
export type PlannedScores = {
  readonly sheet: SheetPlan;
  readonly names: readonly PlannedName[];
  readonly block: ManyBlock;
  readonly typed: readonly CellRef[];
};

export type ScoreSheetOptions = {
  readonly snapshot: Snapshot;
  readonly texts: ManyTexts;
  readonly freeSheetName: (title: string, counter: number) => string;
};

const LABELS = ['agency', 'kind', 'district', 'province'] as const satisfies readonly (keyof AgencyRow)[];

/**
 * Plans a sheet with the scores of every agency as numbers, one agency in each row under heads that the reader knows
 * again, and gives the block over which results are computed.
 */
export const planScoreSheet = (
  { table, sources, originOf }: GatheredScores,
  ruleSet: RuleSet,
  { snapshot, texts, freeSheetName }: ScoreSheetOptions,
): PlannedScores => {
  const words = texts.scores;
  const { rows, subjects, fiscalYear } = table;
  const labels = LABELS.filter((key) => key === 'agency' || rows.some((row) => row[key] !== ''));
  const hasGrade = rows.some(({ grade }) => grade !== null);
  const firstScore = labels.length;
  const gradeColumn = firstScore + subjects.length;
  const sourceColumn = gradeColumn + (hasGrade ? 1 : 0);
  const heads = [
    ...labels.map((key) => texts.agencies[key]),
    ...subjects.map((key) => headOf(key, words)),
    ...(hasGrade ? [texts.agencies.grade] : []),
    words.source,
  ];
  const typed: CellRef[] = [];
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: words.title(fiscalYear), style: 'title' },
    { row: 1, column: 0, value: words.hint, style: 'note' },
    ...heads.map((value, column) => ({ row: HEADER, column, value, style: 'header' })),
  ];
  rows.forEach((agency, index) => {
    const row = FIRST + index;
    labels.forEach((key, column) => cells.push({ row, column, value: agency[key], style: 'textLine' }));
    subjects.forEach((_, subject) => {
      const origin = originOf === null ? null : originOf(index, subject);
      const cell = scoreCell(row, firstScore + subject, scoreAt(table, index, subject), origin);
      cells.push(cell);
      if (origin !== null && cell.formula === undefined && cell.value !== null)
        typed.push({ sheet: origin.sheet, row: origin.row, column: origin.column });
    });
    if (hasGrade)
      cells.push({
        row,
        column: gradeColumn,
        value: agency.grade === null ? null : gradeLabel(agency.grade, ruleSet),
        style: 'centered',
      });
    cells.push({ row, column: sourceColumn, value: sources[index] ?? null, style: 'sideNote' });
  });
  const bottom = lastRowOf(rows.length);
  const area = { top: 0, left: 0, bottom, right: sourceColumn };
  const title = words.sheet(fiscalYear);
  // Scores out of files are the officer's from now on, who may correct them: they get a sheet that no run rewrites.
  const own =
    originOf === null
      ? {
          sheet: {
            ...untouchedSheet(freeSheetNameIn(snapshot, title, freeSheetName)),
            exists: false,
            owned: area,
          },
          name: null,
        }
      : ownSheet(snapshot, manyNames(fiscalYear).scores, title, area, freeSheetName);
  const { name } = own.sheet;
  const labelColumn = (key: (typeof LABELS)[number]): number | null => {
    const column = labels.indexOf(key);
    return column < 0 ? null : column;
  };
  return {
    typed,
    names: own.name === null ? [] : [own.name],
    sheet: {
      ...own.sheet,
      cells,
      merges: [{ top: 1, left: 0, bottom: 1, right: sourceColumn }],
      columnWidths: [
        ...labels.map((key) => (key === 'agency' ? 46 : 16)),
        ...subjects.map(() => 8.5),
        ...(hasGrade ? [17] : []),
        30,
      ],
      rowHeights: listHeights(rows.length, HEADER_POINTS),
      frame: listFrame(1, area, { footer: texts.footer, tabColor: TAB }),
    },
    block: {
      table,
      sources,
      isAudited: true,
      place: {
        sheet: name,
        columns: subjects.map((_, index) => firstScore + index),
        labels: {
          agency: 0,
          kind: labelColumn('kind'),
          district: labelColumn('district'),
          province: labelColumn('province'),
        },
        rows: rows.map((_, index) => FIRST + index),
        isPlain: true,
        kindFirst: new Set(),
      },
    },
  };
};
