import type { CellPosition, CellRef } from '../cell-address';
import type { RuleSet } from '../rule-set';
import { cellAt, type SheetSnapshot } from '../snapshot';
import { withArabicDigits } from '../text/thai-digits';
import { yearsIn } from '../text/years';
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

/** Totals of the year that stand beside their word outside the score tables, such as `คะแนนรวม | 94.66`. */
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
      const named = yearsIn(text)[0]?.year ?? ruleSet.fiscalYear;
      const isTotal = !inTable && isTotalLabel(text) && named === ruleSet.fiscalYear;
      const cell = isTotal ? nextCell(sheet, row, column) : undefined;
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

/** Grade that a cell states after the word for it, there or in the next cell of its row. */
const gradeAt = (sheet: SheetSnapshot, position: CellPosition, ruleSet: RuleSet): ReadGrade | undefined => {
  const rest = afterGradeLabel(textAt(sheet, position));
  if (rest === null) return undefined;
  const own: CellRef = { sheet: sheet.name, row: position.row, column: position.column };
  const cell = rest === '' ? nextCell(sheet, own.row, own.column) : own;
  const code = cell && gradeCode(rest === '' ? textAt(sheet, cell).replace(/["“”«»]/g, '') : rest, ruleSet);
  return code === undefined || cell === undefined ? undefined : { code, cell };
};

const LIMIT = /(?<![\d.])\d{1,3}(\.\d+)?\s*[-–—]\s*\d{1,3}(?![\d])|ขึ้นไป|ต่ำกว่า|น้อยกว่า|ไม่ถึง|ไม่เกิน|ตั้งแต่/;

/** A row that names several grades, or the limits of one, explains the scale and states nothing. */
const explainsGrades = (sheet: SheetSnapshot, row: number, ruleSet: RuleSet): boolean => {
  const texts = filledColumns(sheet, row).map((column) => textAt(sheet, { row, column }));
  const named = new Set(texts.flatMap((text) => gradeCode(text, ruleSet) ?? []));
  return named.size > 1 || texts.some((text) => LIMIT.test(withArabicDigits(text)));
};

/** Grade that the workbook states after the word for it; null also where it states different ones. */
export const findGrade = (sheets: readonly SheetSnapshot[], ruleSet: RuleSet): ReadGrade | null => {
  const stated = sheets.flatMap((sheet) =>
    everyCell(sheet).flatMap(({ row, column }) => {
      const grade = gradeAt(sheet, { row, column }, ruleSet);
      if (grade === undefined || explainsGrades(sheet, row, ruleSet)) return [];
      // One grade below the other is a list of them.
      const isListed = [row - 1, row + 1].some((beside) => {
        const other = gradeAt(sheet, { row: beside, column }, ruleSet);
        return other !== undefined && other.code !== grade.code;
      });
      return isListed ? [] : [grade];
    }),
  );
  const [first, ...others] = stated;
  return first !== undefined && others.every(({ code }) => code === first.code) ? first : null;
};
