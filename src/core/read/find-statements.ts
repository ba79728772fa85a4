import type { CellPosition, CellRef } from '../cell-address';
import type { RuleSet } from '../rule-set';
import { cellAt, type SheetSnapshot } from '../snapshot';
import { withArabicDigits } from '../text/thai-digits';
import { yearsIn } from '../text/years';
import type { ReadFigure, ReadGrade } from './reading';
import { readTotal } from './read-score';
import { cellOf, type ScoreTable, type TableColumn } from './score-table';
import { filledColumns, isScoreSized, textAt, textsMatching } from './sheet-text';
import { afterGradeLabel, compact, instrumentNamed, isTotalLabel } from './vocabulary';

const LONGEST_STATEMENT = 120;
const TOTAL_KEY = /รวม|คะแนน|total/i;
const GRADE_KEY = /ระดับ|เกรด|grade/i;

const nextCell = (sheet: SheetSnapshot, row: number, after: number): CellRef | undefined => {
  const column = filledColumns(sheet, row).find((filled) => filled > after);
  return column === undefined ? undefined : { sheet: sheet.name, row, column };
};

/** Whether the number above a cell is one of another table, so that the cell sums up that table and no assessment. */
const sumsUpOther = (sheet: SheetSnapshot, { row, column }: CellPosition): boolean => {
  if (row === 0 || !isScoreSized(sheet, { row: row - 1, column })) return false;
  const labels = filledColumns(sheet, row - 1, 0, column - 1).map((at) =>
    textAt(sheet, { row: row - 1, column: at }),
  );
  return !labels.some((text) => isTotalLabel(text) || instrumentNamed(text) !== null);
};

/** Totals of the year that stand beside their word outside the score tables, such as `คะแนนรวม | 94.66`. */
export const findTotals = (
  sheets: readonly SheetSnapshot[],
  tables: readonly ScoreTable[],
  number: number,
  ruleSet: RuleSet,
): readonly ReadFigure[] =>
  sheets.flatMap((sheet) =>
    textsMatching(sheet, TOTAL_KEY, LONGEST_STATEMENT).flatMap(
      ({ text, row, column }): readonly ReadFigure[] => {
        const inTable = (at: number): boolean =>
          tables.some(
            ({ sheet: { name }, area }) => name === sheet.name && at >= area.top && at <= area.bottom,
          );
        const named = yearsIn(text)[0]?.year ?? ruleSet.fiscalYear;
        const isTotal = !inTable(row) && isTotalLabel(text) && named === ruleSet.fiscalYear;
        const cell = isTotal ? nextCell(sheet, row, column) : undefined;
        if (cell === undefined || (!inTable(row - 1) && sumsUpOther(sheet, cell))) return [];
        const { status, value, factor } = readTotal(cellAt(sheet, cell), cell, ruleSet.scale);
        if (status !== 'scored') return [];
        const why = {
          by: 'total' as const,
          label: text,
          cell: { sheet: sheet.name, row, column },
          header: '',
        };
        return [
          { subject: { kind: 'total' }, figure: 'score', status, value, factor, cell, table: number, why },
        ];
      },
    ),
  );

/** Grade of a year's scale that a text is, by its code or its words; undefined for any other text. */
export const gradeCode = (text: string, ruleSet: RuleSet): string | undefined =>
  ruleSet.gradeScale.grades.find(({ code, label, labelEn }) =>
    [code, label, labelEn].some((word) => compact(word) === compact(text)),
  )?.code;

// The total before its grade in one cell, `94.82 (ระดับ A)`.
const SCORE_BEFORE = /^\s*[\d๐-๙]{1,3}([.,][\d๐-๙]+)?\s*(คะแนน)?\s*\(?\s*(?=ระดับ|เกรด|grade)/i;

/** Grade that a cell states after the word for it, there or in the next cell of its row. */
const gradeAt = (sheet: SheetSnapshot, position: CellPosition, ruleSet: RuleSet): ReadGrade | undefined => {
  const rest = afterGradeLabel(
    textAt(sheet, position)
      .replace(SCORE_BEFORE, '')
      .replace(/\)\s*$/, ''),
  );
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
    textsMatching(sheet, GRADE_KEY, LONGEST_STATEMENT).flatMap(({ row, column }) => {
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

/**
 * Grade that a table of one row an agency or year prints beside its scores, under a head such as «ระดับ»; null where it
 * prints none.
 */
export const gradeInTable = (
  table: ScoreTable,
  columns: readonly TableColumn[],
  ruleSet: RuleSet,
): ReadGrade | null => {
  const series = columns.find(({ role }) => role === 'score');
  if (table.gradeRow === null || series === undefined) return null;
  const position = { row: table.gradeRow, column: series.column };
  const code = gradeCode(textAt(table.sheet, position), ruleSet);
  return code === undefined ? null : { code, cell: cellOf(table, position) };
};
