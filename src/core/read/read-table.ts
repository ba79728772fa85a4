import type { CellRef } from '../cell-address';
import type { InstrumentId, RuleSet } from '../rule-set';
import { cellAt } from '../snapshot';
import type { ItemCodeReading } from '../text/item-codes';
import { columnsOf, type ScoreTable, type TableColumn } from './find-tables';
import { labelledFigures } from './labelled-figures';
import { readLabel } from './labels';
import { readingIssue, type Figure, type ReadFigure, type ReadingIssue, type Subject } from './reading';
import { readScore } from './read-score';
import { resolveCodes } from './resolve-codes';
import { areaOf, filledColumns, mergedTextAt, textAt } from './sheet-text';
import { settleTotals } from './total-rows';
import { instrumentNamed, isGrandTotalLabel } from './vocabulary';

export type TableReading = {
  readonly figures: readonly ReadFigure[];
  readonly issues: readonly ReadingIssue[];
};

type Row = {
  readonly row: number;
  readonly instrument: InstrumentId | null;
  readonly subject: Subject | null;
  readonly code: readonly ItemCodeReading[] | null;
  readonly label: CellRef;
};

type SubjectRow = Row & { readonly subject: Subject; readonly mayBeSum: boolean };

const ROWS_OF_TITLE = 3;

/** Instrument that the title rows right above a table name, or its sheet. */
const titleInstrument = ({ sheet, headerRow }: ScoreTable): InstrumentId | null => {
  for (let row = headerRow; row >= Math.max(0, headerRow - ROWS_OF_TITLE); row -= 1) {
    const text = filledColumns(sheet, row)
      .map((column) => textAt(sheet, { row, column }))
      .join(' ');
    const named = instrumentNamed(text);
    if (named !== null) return named;
  }
  return instrumentNamed(sheet.name);
};

const labelColumns = (table: ScoreTable): readonly number[] => {
  const subjects = columnsOf(table, 'subject').map(({ column }) => column);
  const instruments = columnsOf(table, 'instrument').map(({ column }) => column);
  return [...subjects, ...instruments];
};

const readRow = (table: ScoreTable, row: number, above: InstrumentId | null, ruleSet: RuleSet): Row => {
  const { sheet } = table;
  const named = columnsOf(table, 'instrument')
    .map(({ column }) => instrumentNamed(mergedTextAt(sheet, { row, column })))
    .find((instrument) => instrument !== null);
  const instrument = named ?? above;
  const labels = labelColumns(table).flatMap((column) => {
    const text = textAt(sheet, { row, column });
    const label = readLabel(text, ruleSet, instrument);
    return label === null ? [] : [{ label, cell: { sheet: sheet.name, row, column } }];
  });
  // A row's own subject stands before the instrument that only groups it.
  const own =
    labels.find(({ label }) => label.kind === 'code' || label.subject.kind !== 'instrument') ?? labels[0];
  const cell = own?.cell ?? { sheet: sheet.name, row, column: 0 };
  if (own === undefined) return { row, instrument, subject: null, code: null, label: cell };
  if (own.label.kind === 'code')
    return { row, instrument, subject: null, code: own.label.readings, label: cell };
  const { subject } = own.label;
  const next = subject.kind === 'instrument' ? subject.instrument : instrument;
  return { row, instrument: next, subject, code: null, label: cell };
};

const readRows = (table: ScoreTable, ruleSet: RuleSet): readonly Row[] => {
  const rows: Row[] = [];
  let instrument = titleInstrument(table);
  for (let row = table.headerRow + 1; row < table.endRow; row += 1) {
    const read = readRow(table, row, instrument, ruleSet);
    instrument = read.instrument;
    rows.push(read);
  }
  return rows;
};

/** Settles the codes of a table and drops what is no item of the year, with an issue for each such row. */
const withSubjects = (
  rows: readonly Row[],
  ruleSet: RuleSet,
): {
  readonly rows: readonly (Row & { readonly subject: Subject })[];
  readonly issues: readonly ReadingIssue[];
} => {
  const coded = rows.filter((row) => row.code !== null);
  const ids = resolveCodes(
    coded.map(({ code }) => code ?? []),
    (id) => ruleSet.items.some((item) => item.id === id),
  );
  const issues: ReadingIssue[] = [];
  const subjects = new Map<number, Subject>();
  coded.forEach(({ row, label }, index) => {
    const id = ids[index]?.id ?? '';
    if (ruleSet.items.some((item) => item.id === id)) subjects.set(row, { kind: 'item', id });
    else issues.push(readingIssue('foreignItem', label, id));
  });
  return {
    rows: rows.flatMap((row) => {
      const subject = row.subject ?? subjects.get(row.row);
      return subject === undefined ? [] : [{ ...row, subject }];
    }),
    issues,
  };
};

const FIGURE_OF_ROLE: Readonly<Partial<Record<TableColumn['role'], Figure>>> = {
  score: 'score',
  weighted: 'weighted',
  rank: 'rank',
};

/** Rows with what they are about once the rows of totals are settled; a sum of scores is no score. */
const withTotals = (
  table: ScoreTable,
  rows: readonly (Row & { readonly subject: Subject })[],
  ruleSet: RuleSet,
): readonly SubjectRow[] => {
  const totals = settleTotals(
    rows.map(({ row, subject, label }) => ({
      row,
      subject,
      isGrand: isGrandTotalLabel(textAt(table.sheet, label)),
    })),
    ruleSet,
  );
  return rows.flatMap((row) => {
    const { subject, mayBeSum } = totals.get(row.row) ?? { subject: row.subject, mayBeSum: false };
    return subject === null ? [] : [{ ...row, subject, mayBeSum }];
  });
};

/** A total's row prints it under the weighted scores where there are any, else under the scores. */
const figureOf = (column: TableColumn, subject: Subject, table: ScoreTable): Figure | null => {
  const figure = FIGURE_OF_ROLE[column.role] ?? null;
  if (subject.kind !== 'total') return figure;
  const totals = columnsOf(table, 'weighted').length > 0 ? 'weighted' : 'score';
  return column.role === totals ? 'score' : null;
};

const figuresOfRow = (
  table: ScoreTable,
  { row, subject, mayBeSum }: SubjectRow,
  year: number,
  number: number,
  ruleSet: RuleSet,
): TableReading => {
  const figures: ReadFigure[] = [];
  const issues: ReadingIssue[] = [];
  const taken = new Set<Figure>();
  for (const column of table.columns) {
    const figure = figureOf(column, subject, table);
    if (figure === null || taken.has(figure) || (column.year !== null && column.year !== year)) continue;
    taken.add(figure);
    const area = areaOf(table.sheet, { row, column: column.column });
    if (area.top < row) continue;
    const cell = { sheet: table.sheet.name, row: area.top, column: area.left };
    const scale = figure === 'rank' ? { min: 1, max: ruleSet.indicators.length } : ruleSet.scale;
    const { issue, ...read } = readScore(cellAt(table.sheet, cell), cell, scale);
    if (mayBeSum && read.status !== 'scored') continue;
    if (issue !== undefined && figure === 'score') issues.push(issue);
    figures.push({ subject, figure, cell, table: number, ...read });
  }
  return { figures, issues };
};

/** A plain number beside a group of rows is the score of the group's instrument. */
const groupFigures = (
  table: ScoreTable,
  rows: readonly Row[],
  subjects: readonly SubjectRow[],
  number: number,
  ruleSet: RuleSet,
): readonly ReadFigure[] =>
  columnsOf(table, 'groupScore').flatMap(({ column }) =>
    rows.flatMap(({ row, instrument, subject }): readonly ReadFigure[] => {
      const cell = { sheet: table.sheet.name, row, column };
      const { status, value, factor } = readScore(cellAt(table.sheet, cell), cell, ruleSet.scale);
      if (status !== 'scored') return [];
      const named: Subject | null = instrument === null ? null : { kind: 'instrument', instrument };
      const summed = subjects.find((settled) => settled.row === row)?.subject ?? null;
      const group = subject?.kind === 'total' ? summed : named;
      return group === null
        ? []
        : [{ subject: group, figure: 'score', status, value, factor, cell, table: number }];
    }),
  );

/** Reads one score table under a year's rules; `number` is the table's place in reading order. */
export const readTable = (
  table: ScoreTable,
  year: number,
  number: number,
  ruleSet: RuleSet,
): TableReading => {
  const rows = readRows(table, ruleSet);
  const settled = withSubjects(rows, ruleSet);
  const subjects = withTotals(table, settled.rows, ruleSet);
  const read = subjects.map((row) => figuresOfRow(table, row, year, number, ruleSet));
  return {
    figures: [
      ...read.flatMap(({ figures }) => figures),
      ...groupFigures(table, rows, subjects, number, ruleSet),
      ...labelledFigures(table, number, ruleSet),
    ],
    issues: [...settled.issues, ...read.flatMap(({ issues }) => issues)],
  };
};
