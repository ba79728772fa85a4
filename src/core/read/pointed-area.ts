import { cellName, quotedSheet, rangeA1, rangeContains, type CellRange, type CellRef } from '../cell-address';
import { cellAt, isCellError, type SheetSnapshot } from '../snapshot';
import type { RuleSet } from '../rule-set';
import { withPlainSpaces } from '../text/thai-digits';
import { readLabel } from './labels';
import { filledColumns, isScoreSized, splitCodeAt, textAt } from './sheet-text';
import { columnRole } from './vocabulary';

/** Cells of a sheet to which somebody points: there, and nowhere else, the scores stand. */
export type PointedArea = { readonly sheet: string; readonly range: CellRange };

/** Why no scores can be read where somebody pointed. */
export type AreaProblem =
  /** A sheet that we wrote is no source of scores. */
  | 'ownSheet'
  | 'empty'
  /** No number that a score can be. */
  | 'noScore'
  /** Numbers with no text beside them. */
  | 'noLabel'
  /** Texts, none of which names what is scored. */
  | 'foreignLabels'
  /** Names, and no number in their rows. */
  | 'apart'
  /** Names and numbers, and something above the numbers that says that they are no scores. */
  | 'noHeading';

/** What is in the way there, the cell at which it is seen, and what stands in it. */
export type AreaReport = { readonly problem: AreaProblem; readonly cell: CellRef; readonly text: string };

const filledRows = (sheet: SheetSnapshot, { top, left, bottom, right }: CellRange): readonly number[] =>
  Array.from(
    { length: Math.max(0, Math.min(bottom, sheet.rows.length - 1) - top + 1) },
    (_, at) => top + at,
  ).filter((row) => filledColumns(sheet, row, left, right).length > 0);

/** The block of filled cells around a cell, as far as it goes without a gap; who clicks into a table means all of it. */
const blockAround = (sheet: SheetSnapshot, cell: CellRange): CellRange => {
  let area = cell;
  for (;;) {
    const { top, left, bottom, right } = area;
    const around = {
      top: Math.max(0, top - 1),
      left: Math.max(0, left - 1),
      bottom: bottom + 1,
      right: right + 1,
    };
    const rows = filledRows(sheet, around);
    const columns = rows.flatMap((row) => filledColumns(sheet, row, around.left, around.right));
    const grown = {
      top: Math.min(top, ...rows),
      left: Math.min(left, ...columns),
      bottom: Math.max(bottom, ...rows),
      right: Math.max(right, ...columns),
    };
    if (rangeA1(grown) === rangeA1(area)) return area;
    area = grown;
  }
};

/** The area that is meant: the selected cells, or the block around a single one. */
const meantArea = (sheet: SheetSnapshot, range: CellRange): CellRange =>
  range.top === range.bottom && range.left === range.right ? blockAround(sheet, range) : range;

/** A sheet as if there were nothing on it but the area that is pointed to. */
export const withinArea = (sheet: SheetSnapshot, { range }: PointedArea): SheetSnapshot => {
  const area = meantArea(sheet, range);
  return {
    ...sheet,
    rows: sheet.rows.map((cells, row) =>
      cells?.map((cell, column) => (rangeContains(area, { row, column }) ? cell : undefined)),
    ),
    merges: sheet.merges.filter(({ top, left }) => rangeContains(area, { row: top, column: left })),
  };
};

/** The cells of a pointed area as they are named to the officer: `'Sheet1'!A3:C13`. */
export const areaName = ({ sheet, range }: PointedArea): string => `${quotedSheet(sheet)}!${rangeA1(range)}`;

/** What keeps an area from being read; `sheet` is the pointed sheet within the area, undefined for one of ours. */
export const areaReport = (
  pointed: PointedArea,
  sheet: SheetSnapshot | undefined,
  ruleSets: readonly RuleSet[],
): AreaReport => {
  const at = (problem: AreaProblem, row: number, column: number): AreaReport => ({
    problem,
    cell: { sheet: pointed.sheet, row, column },
    text: sheet === undefined ? '' : withPlainSpaces(textAt(sheet, { row, column })),
  });
  const { top, left } = pointed.range;
  if (sheet === undefined) return at('ownSheet', top, left);
  const cells = sheet.rows.flatMap((line, row) =>
    (line ?? []).flatMap((cell, column) => ((cell?.value ?? null) === null ? [] : [{ row, column }])),
  );
  const [first] = cells;
  if (first === undefined) return at('empty', top, left);
  const scores = cells.filter((cell) => isScoreSized(sheet, cell));
  const texts = cells.filter(
    (cell) => typeof cellAt(sheet, cell)?.value === 'string' && !isScoreSized(sheet, cell),
  );
  const [score] = scores;
  if (score === undefined) {
    const error = cells.find((cell) => isCellError(cellAt(sheet, cell)?.value));
    const number = cells.find((cell) => typeof cellAt(sheet, cell)?.value === 'number');
    const seen = error ?? number ?? first;
    return at('noScore', seen.row, seen.column);
  }
  const [text] = texts;
  if (text === undefined) return at('noLabel', score.row, score.column);
  const isName = (cell: { readonly row: number; readonly column: number }): boolean =>
    ruleSets.some(
      (rules) => readLabel(splitCodeAt(sheet, cell) ?? textAt(sheet, cell), rules, null) !== null,
    );
  // A head of a column is no name of what is scored, and is not what the officer must mend.
  const isHead = (cell: { readonly row: number; readonly column: number }): boolean =>
    columnRole(textAt(sheet, cell)) !== undefined;
  const names = texts.filter(isName);
  const [name] = names;
  if (name === undefined) {
    const beside = texts.filter(({ row }) => scores.some((cell) => cell.row === row));
    const foreign = beside.find((cell) => !isHead(cell)) ?? beside[0] ?? text;
    return at('foreignLabels', foreign.row, foreign.column);
  }
  const scored = names.find(({ row }) => scores.some((cell) => cell.row === row));
  if (scored === undefined) return at('apart', name.row, name.column);
  const beside = scores.find(({ row }) => row === scored.row) ?? score;
  return at('noHeading', beside.row, beside.column);
};

/** The report as parameters of a sentence. */
export const areaParams = (
  pointed: PointedArea,
  { problem, cell, text }: AreaReport,
): Readonly<Record<string, string>> => ({
  area: areaName(pointed),
  problem,
  cell: cellName(cell),
  text,
});
