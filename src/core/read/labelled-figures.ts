import type { InstrumentId, RuleSet } from '../rule-set';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import type { SeriesOfTable } from './read-table';
import type { ReadFigure, Subject } from './reading';
import { cellOf, columnsOf } from './score-table';
import { textAt } from './sheet-text';

// A number of items, of respondents or a weight after the letters is no score.
const LABELLED =
  /(?<![A-Za-z])(IIT|EIT|OIT)\s*(?:ส่วนที่\s*(\d))?\s*([=:]?)\s*(\d{1,3}(\.\d+|,\d{1,2})?)(?![\d.]|,\d|\s*(?:%|ข้อ|ตัวชี้วัด|คน|ราย|ชุด))/gi;
const LONGEST_LABELLED = 80;

const labelledIn = (
  text: string,
  isLabel: boolean,
  found: Pick<ReadFigure, 'cell' | 'table'> & { readonly header: string },
  ruleSet: RuleSet,
): readonly ReadFigure[] =>
  [...withArabicDigits(withPlainSpaces(text)).matchAll(LABELLED)].flatMap(
    ([, letters = '', part, sign, digits = '', decimals]) => {
      const instrument = letters.toUpperCase() as InstrumentId;
      const value = Number(digits.replace(',', '.'));
      // «แบบวัด IIT 30» names a group; only a sign or decimals make its number a score.
      const isBare = sign === '' && decimals === undefined;
      if (value > ruleSet.scale.max || (isLabel && isBare)) return [];
      const subject: Subject =
        part === undefined ? { kind: 'instrument', instrument } : { kind: 'part', instrument, part };
      const { cell, table, header } = found;
      const why = { by: 'stated' as const, label: text, cell, header };
      return [{ subject, figure: 'score', status: 'scored', value, factor: null, cell, table, why }];
    },
  );

/** Figures that a cell of a table states with their names, as in `EIT ส่วนที่ ๑ = ๙๔.๖๒ EIT ส่วนที่ ๒ = ๘๐.๘๙`. */
export const labelledFigures = (
  { table, columns, number }: SeriesOfTable,
  ruleSet: RuleSet,
): readonly ReadFigure[] => {
  const figures: ReadFigure[] = [];
  for (let row = table.headerRow + 1; row < table.endRow; row += 1) {
    for (const { column, role, header } of columnsOf(
      { columns },
      'groupScore',
      'instrument',
      'subject',
      'score',
    )) {
      const text = textAt(table.sheet, { row, column });
      const isLabel = role === 'instrument' || role === 'subject';
      // Only a text that names an instrument states a figure with its name.
      if (text.length > LONGEST_LABELLED || !/IT/i.test(text)) continue;
      const cell = cellOf(table, { row, column });
      figures.push(...labelledIn(text, isLabel, { cell, table: number, header }, ruleSet));
    }
  }
  return figures;
};
