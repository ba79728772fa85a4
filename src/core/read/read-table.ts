import type { CellPosition } from '../cell-address';
import type { RuleSet } from '../rule-set';
import { cellAt } from '../snapshot';
import { labelledFigures } from './labelled-figures';
import type { Evidence, Figure, ReadFigure, ReadingIssue, Subject } from './reading';
import { readScore, readTotal } from './read-score';
import { cellOf, columnsOf, type ScoreTable, type TableColumn } from './score-table';
import { areaOf } from './sheet-text';
import type { SubjectRow, TableRows } from './table-rows';

export type TableReading = {
  readonly figures: readonly ReadFigure[];
  readonly issues: readonly ReadingIssue[];
};

/** The part of a table that is about one agency and year: the columns of that series, and those that all share. */
export type SeriesOfTable = {
  readonly table: ScoreTable;
  readonly columns: readonly TableColumn[];
  /** Place of the table in reading order. */
  readonly number: number;
};

const FIGURE_OF_ROLE: Readonly<Partial<Record<TableColumn['role'], Figure>>> = {
  score: 'score',
  weighted: 'weighted',
  rank: 'rank',
};

/** A total's row prints it under the weighted scores where there are any, else under the scores. */
const figureOf = (column: TableColumn, subject: Subject, { columns }: SeriesOfTable): Figure | null => {
  const figure = FIGURE_OF_ROLE[column.role] ?? null;
  if (subject.kind !== 'total') return figure;
  const totals = columnsOf({ columns }, 'weighted').length > 0 ? 'weighted' : 'score';
  return column.role === totals ? 'score' : null;
};

const figuresOfRow = (
  series: SeriesOfTable,
  { row, subject, mayBeSum, label }: SubjectRow,
  ruleSet: RuleSet,
): TableReading => {
  const { table, columns, number } = series;
  const figures: ReadFigure[] = [];
  const issues: ReadingIssue[] = [];
  const taken = new Set<Figure>();
  for (const column of columns) {
    const figure = figureOf(column, subject, series);
    if (figure === null || taken.has(figure)) continue;
    taken.add(figure);
    const area = areaOf(table.sheet, { row, column: column.column });
    if (area.top < row) continue;
    const place: CellPosition = { row: area.top, column: area.left };
    const cell = cellOf(table, place);
    const scale = figure === 'rank' ? { min: 1, max: ruleSet.indicators.length } : ruleSet.scale;
    const readFigure = subject.kind === 'total' ? readTotal : readScore;
    const { issue, ...read } = readFigure(cellAt(table.sheet, place), cell, scale);
    if (mayBeSum && read.status !== 'scored') continue;
    if (issue !== undefined && figure === 'score') issues.push(issue);
    const why: Evidence = {
      by: label.by,
      label: label.text,
      cell: cellOf(table, label.position),
      header: column.header,
    };
    figures.push({ subject, figure, cell, table: number, why, ...read });
  }
  return { figures, issues };
};

/** A plain number beside a group of rows is the score of the group's instrument. */
const groupFigures = (
  { table, columns, number }: SeriesOfTable,
  rows: TableRows,
  ruleSet: RuleSet,
): readonly ReadFigure[] =>
  columnsOf({ columns }, 'groupScore').flatMap(({ column, header }) =>
    rows.all.flatMap(({ row, instrument, isTotal }): readonly ReadFigure[] => {
      const cell = cellOf(table, { row, column });
      const { status, value, factor } = readScore(cellAt(table.sheet, { row, column }), cell, ruleSet.scale);
      if (status !== 'scored') return [];
      const named: Subject | null = instrument === null ? null : { kind: 'instrument', instrument };
      const summed = rows.subjects.find((settled) => settled.row === row)?.subject ?? null;
      const group = isTotal ? summed : named;
      const why: Evidence = { by: 'group', label: instrument ?? '', cell, header };
      return group === null
        ? []
        : [{ subject: group, figure: 'score', status, value, factor, cell, table: number, why }];
    }),
  );

/** Reads the figures of one agency and year in a score table whose rows are known. */
export const readTable = (series: SeriesOfTable, rows: TableRows, ruleSet: RuleSet): TableReading => {
  const read = rows.subjects.map((row) => figuresOfRow(series, row, ruleSet));
  return {
    figures: [
      ...read.flatMap(({ figures }) => figures),
      ...groupFigures(series, rows, ruleSet),
      ...labelledFigures(series, ruleSet),
    ],
    issues: [...rows.issues, ...read.flatMap(({ issues }) => issues)],
  };
};
