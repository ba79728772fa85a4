import type { Finding } from '../assess/assessment';
import { filledColumns, textAt } from '../read/sheet-text';
import type { SheetSnapshot } from '../snapshot';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { finding, type TextOf } from './document-texts';

const MARKER = /(?:^|[\s])(\d{1,2}(?:\.\d{1,2})*)[.)](?=\s|[ก-๙A-Za-z])/g;
const FEWEST_NUMBERED = 2;

/**
 * The number of a list that does not count on by one. A list may begin anywhere and again at one; below a number its own
 * parts may be counted, `1.1` and `1.2`, after which the next whole number follows.
 */
const jumpIn = (numbers: readonly string[]): string | undefined => {
  let last: number | null = null;
  let parts = { of: 0, count: 0 };
  for (const [index, text] of numbers.entries()) {
    const number = Number(text.split('.')[0]);
    if (text.includes('.')) {
      parts = { of: number, count: parts.of === number ? parts.count + 1 : 1 };
      continue;
    }
    const followsParts = parts.count > 1 && number === parts.of + 1;
    const countsOn = last !== null && number === last + 1;
    if (index > 0 && !countsOn && !followsParts && (number !== 1 || last === null)) return text;
    last = number;
  }
  return undefined;
};

/** Numbered lists within a cell that jump or repeat a number. */
export const numberingIn = (texts: readonly TextOf[]): readonly Finding[] =>
  texts.flatMap(({ cell, text }) => {
    const numbers = [...text.matchAll(MARKER)].map(([, number = '']) => number);
    if (numbers.length < FEWEST_NUMBERED) return [];
    const jump = jumpIn(numbers);
    return jump === undefined
      ? []
      : [finding('numberingJumps', 'note', [cell], { list: numbers.join(', '), found: jump })];
  });

/** Numbers that begin the first cell of the rows of a table, from its header to the next one or a gap. */
export const numberedRows = (sheet: SheetSnapshot): readonly Finding[] => {
  const findings: Finding[] = [];
  let last: { number: number; row: number } | null = null;
  sheet.rows.forEach((_, row) => {
    const [first, ...others] = filledColumns(sheet, row);
    if (first === undefined || others.length < 2) return;
    const text = withArabicDigits(withPlainSpaces(textAt(sheet, { row, column: first })));
    const number = /^(\d{1,2})[.)]\s*(?=[ก-๙A-Za-z])/.exec(text)?.[1];
    if (number === undefined) return;
    const cell = { sheet: sheet.name, row, column: first };
    const value = Number(number);
    if (last !== null && value !== last.number + 1 && value !== 1)
      findings.push(
        finding('numberingJumps', 'note', [cell], { list: `${last.number}, ${value}`, found: String(value) }),
      );
    last = { number: value, row };
  });
  return findings;
};
