import type { CellRef } from '../cell-address';
import type { RuleSet } from '../rule-set';
import { cellAt, type SheetSnapshot } from '../snapshot';
import type { ScoreTable } from './find-tables';
import type { ReadFigure, ReadGrade } from './reading';
import { readScore } from './read-score';
import { filledColumns, textAt } from './sheet-text';
import { afterGradeLabel, compact, isTotalLabel } from './vocabulary';

const nextCell = (sheet: SheetSnapshot, row: number, after: number): CellRef | undefined => {
  const column = filledColumns(sheet, row).find((filled) => filled > after);
  return column === undefined ? undefined : { sheet: sheet.name, row, column };
};

const everyCell = (sheet: SheetSnapshot): readonly (CellRef & { readonly text: string })[] =>
  sheet.rows.flatMap((_, row) =>
    filledColumns(sheet, row).map((column) => ({
      sheet: sheet.name,
      row,
      column,
      text: textAt(sheet, { row, column }),
    })),
  );

/** Totals that stand beside their word outside the score tables, such as `คะแนนรวม | 94.66`. */
export const findTotals = (
  sheets: readonly SheetSnapshot[],
  tables: readonly ScoreTable[],
  number: number,
  ruleSet: RuleSet,
): readonly ReadFigure[] =>
  sheets.flatMap((sheet) =>
    everyCell(sheet).flatMap(({ text, row, column }): readonly ReadFigure[] => {
      const inTable = tables.some(
        (table) => table.sheet.name === sheet.name && row >= table.headerRow && row < table.endRow,
      );
      const cell = inTable || !isTotalLabel(text) ? undefined : nextCell(sheet, row, column);
      if (cell === undefined) return [];
      const { status, value, factor } = readScore(cellAt(sheet, cell), cell, ruleSet.scale);
      if (status !== 'scored') return [];
      return [{ subject: { kind: 'total' }, figure: 'score', status, value, factor, cell, table: number }];
    }),
  );

const gradeCode = (text: string, ruleSet: RuleSet): string | undefined =>
  ruleSet.gradeScale.grades.find(({ code, label, labelEn }) =>
    [code, label, labelEn].some((word) => compact(word) === compact(text)),
  )?.code;

/** A row that names several grades explains them and states none. */
const listsGrades = (sheet: SheetSnapshot, row: number, ruleSet: RuleSet): boolean =>
  new Set(
    filledColumns(sheet, row).flatMap((column) => gradeCode(textAt(sheet, { row, column }), ruleSet) ?? []),
  ).size > 1;

/** Grade that the workbook states after the word for it, in the same cell or in the next one of its row. */
export const findGrade = (sheets: readonly SheetSnapshot[], ruleSet: RuleSet): ReadGrade | null => {
  for (const sheet of sheets) {
    for (const { text, ...cell } of everyCell(sheet)) {
      const rest = afterGradeLabel(text);
      if (rest === null || listsGrades(sheet, cell.row, ruleSet)) continue;
      const place = rest === '' ? nextCell(sheet, cell.row, cell.column) : cell;
      const stated = rest === '' && place !== undefined ? textAt(sheet, place) : rest;
      const code = gradeCode(stated.replace(/["“”«»]/g, ''), ruleSet);
      if (code !== undefined && place !== undefined) return { code, cell: place };
    }
  }
  return null;
};
