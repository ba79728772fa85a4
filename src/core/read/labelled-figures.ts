import type { CellRef } from '../cell-address';
import type { InstrumentId, RuleSet } from '../rule-set';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { columnsOf, type ScoreTable } from './find-tables';
import type { ReadFigure, Subject } from './reading';
import { textAt } from './sheet-text';

// A number of items, of respondents or a weight after the letters is no score.
const LABELLED =
  /(?<![A-Za-z])(IIT|EIT|OIT)\s*(?:ส่วนที่\s*(\d))?\s*([=:]?)\s*(\d{1,3}(\.\d+)?)(?![\d.]|\s*(?:%|ข้อ|ตัวชี้วัด|คน|ราย|ชุด))/gi;
const LONGEST_LABELLED = 80;

const labelledIn = (
  text: string,
  isLabel: boolean,
  found: Pick<ReadFigure, 'cell' | 'table'>,
  ruleSet: RuleSet,
): readonly ReadFigure[] =>
  [...withArabicDigits(withPlainSpaces(text)).matchAll(LABELLED)].flatMap(
    ([, letters = '', part, sign, digits = '', decimals]) => {
      const instrument = letters.toUpperCase() as InstrumentId;
      const value = Number(digits);
      // «แบบวัด IIT 30» names a group; only a sign or decimals make its number a score.
      const isBare = sign === '' && decimals === undefined;
      if (value > ruleSet.scale.max || (isLabel && isBare)) return [];
      const subject: Subject =
        part === undefined ? { kind: 'instrument', instrument } : { kind: 'part', instrument, part };
      return [{ subject, figure: 'score', status: 'scored', value, factor: null, ...found }];
    },
  );

/** Figures that a cell of a table states with their names, as in `EIT ส่วนที่ ๑ = ๙๔.๖๒ EIT ส่วนที่ ๒ = ๘๐.๘๙`. */
export const labelledFigures = (
  table: ScoreTable,
  number: number,
  ruleSet: RuleSet,
): readonly ReadFigure[] => {
  const figures: ReadFigure[] = [];
  for (let row = table.headerRow + 1; row < table.endRow; row += 1) {
    for (const { column, role } of columnsOf(table, 'groupScore', 'instrument', 'subject', 'score')) {
      const cell: CellRef = { sheet: table.sheet.name, row, column };
      const text = textAt(table.sheet, cell);
      const isLabel = role === 'instrument' || role === 'subject';
      if (text.length > LONGEST_LABELLED) continue;
      figures.push(...labelledIn(text, isLabel, { cell, table: number }, ruleSet));
    }
  }
  return figures;
};
