import type { RuleSet } from '../rule-set';
import type { SheetSnapshot } from '../snapshot';
import { withArabicDigits } from '../text/thai-digits';
import { wholeYear } from '../text/years';
import { keyOfLabel } from './labels';
import { namesAssessment } from './recognise';
import type { ScoreTable, TableColumn } from './score-table';
import { filledColumns, isScoreSized, splitCodeAt, textAt } from './sheet-text';
import { columnRole } from './vocabulary';

const FEWEST_LABELS = 3;
/** Rows without a label, such as subtotals, that may stand between two labels of one table. */
const ROWS_BETWEEN = 2;

type LabelRun = { readonly column: number; readonly rows: readonly number[] };

/** Runs of labels down a column that name at least so many things. */
const labelRuns = (
  sheet: SheetSnapshot,
  ruleSet: RuleSet,
  fewest: number,
  isFree: (row: number) => boolean,
): readonly LabelRun[] => {
  const open = new Map<number, { rows: number[]; keys: Set<string> }>();
  const runs: LabelRun[] = [];
  const close = (column: number): void => {
    const run = open.get(column);
    if (run !== undefined && run.keys.size >= fewest) runs.push({ column, rows: run.rows });
    open.delete(column);
  };
  sheet.rows.forEach((cells, row) => {
    (cells ?? []).forEach((cell, column) => {
      if (typeof cell?.value !== 'string' || !isFree(row)) return;
      const key = keyOfLabel(splitCodeAt(sheet, { row, column }) ?? cell.value, ruleSet);
      if (key === null || key === 'total') return;
      if (row - (open.get(column)?.rows.at(-1) ?? row) > ROWS_BETWEEN + 1) close(column);
      const run = open.get(column) ?? { rows: [], keys: new Set<string>() };
      run.rows.push(row);
      run.keys.add(key);
      open.set(column, run);
    });
  });
  for (const column of [...open.keys()]) close(column);
  return runs.sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0) || a.column - b.column);
};

/** Whether the numbers of a column only count its rows. */
const counts = (sheet: SheetSnapshot, column: number, rows: readonly number[]): boolean => {
  const numbers = rows.map((row) => Number(withArabicDigits(textAt(sheet, { row, column }))));
  return (
    numbers.length > 1 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
};

/** Columns right of the labels, else left of them, that hold scores in most rows of a run. */
const scoreColumns = (sheet: SheetSnapshot, { column: label, rows }: LabelRun): readonly number[] => {
  const columns = [...new Set(rows.flatMap((row) => filledColumns(sheet, row)))].sort((a, b) => a - b);
  const holding = columns.filter((column) => {
    const scored = rows.filter((row) => column !== label && isScoreSized(sheet, { row, column }));
    return scored.length * 2 > rows.length && !counts(sheet, column, scored);
  });
  const right = holding.filter((column) => column > label);
  return right.length > 0 ? right : holding;
};

const tableOf = (
  sheet: SheetSnapshot,
  run: LabelRun,
  right: number | undefined,
  isPointed: boolean,
): ScoreTable | null => {
  const isTitled = isPointed || namesAssessment(sheet);
  const [top = 0] = run.rows;
  const bottom = run.rows.at(-1) ?? top;
  const scores = scoreColumns(sheet, run).filter((column) => right === undefined || column < right);
  if (scores.length === 0) return null;
  const describe = (column: number): TableColumn | null => {
    const above = top === 0 ? '' : textAt(sheet, { row: top - 1, column });
    const known = wholeYear(above) === null ? columnRole(above) : 'score';
    // A head of other words tells nothing where the sheet speaks of the assessment, and of other things where it does not.
    if (known === undefined && above !== '' && !isScoreSized(sheet, { row: top - 1, column }) && !isTitled)
      return null;
    const role = known ?? 'score';
    if (role === 'other' || role === 'grade') return null;
    const headerCell = { row: Math.max(0, top - 1), column };
    return { column, role, header: above, year: wholeYear(above), agency: null, headerCell };
  };
  const labels = Array.from({ length: run.column + 1 }, (_, column) => column)
    .filter(
      (column) => run.rows.some((row) => textAt(sheet, { row, column }) !== '') && !scores.includes(column),
    )
    .sort((a, b) => Number(b === run.column) - Number(a === run.column))
    .map((column): TableColumn => ({
      column,
      role: 'subject',
      header: '',
      year: null,
      agency: null,
      headerCell: { row: top, column },
    }));
  const described = scores.flatMap((column) => describe(column) ?? []);
  if (described.length === 0) return null;
  const columns = [...labels, ...described];
  const all = columns.map(({ column }) => column);
  return {
    sheet,
    turnedFrom: null,
    headerRow: top - 1,
    headRow: top,
    columns,
    endRow: bottom + 1,
    gradeRow: null,
    area: { top, left: Math.min(...all), bottom, right: Math.max(...all) },
  };
};

/**
 * Tables that have no header, or none that says where the scores stand: labels that surely name what is scored, and
 * numbers beside them. Several columns of numbers are several readings, among which the user chooses.
 */
export const findHeaderless = (
  sheet: SheetSnapshot,
  known: readonly ScoreTable[],
  ruleSet: RuleSet,
  isPointed: boolean,
): readonly ScoreTable[] => {
  const isFree = (row: number): boolean => known.every(({ area }) => row < area.top || row > area.bottom);
  const runs = labelRuns(sheet, ruleSet, isPointed ? 1 : FEWEST_LABELS, isFree);
  return runs.flatMap((run, index) => {
    const beside = runs.find(
      (other, at) =>
        at !== index && other.column > run.column && other.rows.some((row) => run.rows.includes(row)),
    );
    const first = runs.find(
      (other) => other.column < run.column && other.rows.some((row) => run.rows.includes(row)),
    );
    // Of a code and a name in one row the code, which stands first, is the label.
    if (first !== undefined && scoreColumns(sheet, first).every((column) => column > run.column)) return [];
    const right =
      beside && scoreColumns(sheet, run).some((column) => column < beside.column) ? beside.column : undefined;
    return tableOf(sheet, run, right, isPointed) ?? [];
  });
};
