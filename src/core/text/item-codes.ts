import type { InstrumentId } from '../rule-set';
import { withArabicDigits } from './thai-digits';

/** One way to read a code; of several the cheaper one is the likelier, neighbours in the table may overrule it. */
export type ItemCodeReading = {
  readonly instrument: InstrumentId;
  readonly number: number;
  readonly cost: number;
  /** Whether the letter is there, stands as a one, or is left to the table to say. */
  readonly letter: 'printed' | 'asOne' | 'none';
};

const LETTER_OF: Readonly<Record<InstrumentId, string>> = { IIT: 'i', EIT: 'e', OIT: 'o' };
const INSTRUMENT_OF: Readonly<Record<string, InstrumentId>> = {
  i: 'IIT',
  l: 'IIT',
  '|': 'IIT',
  ไอ: 'IIT',
  e: 'EIT',
  อี: 'EIT',
  o: 'OIT',
  โอ: 'OIT',
};

/** Id of an item in the rule data: OIT and 9 → `o9`. */
export const itemId = (instrument: InstrumentId, number: number): string =>
  `${LETTER_OF[instrument]}${number}`;

// Files are named with the year or the kind of document before the code and a number of their own after it.
const PREFIX =
  /^(?:[([]\s*)?(?:(?:ข้อ(?:คำถาม)?(?:ที่)?|item|รหัส)[\s_:.]*(?:[([]\s*)?|(?:ita\d{4}|manual)[-_])?/i;
const RANGE = /^\s*[-–—ถ]\s*(?:ึง\s*)?(?:ข้อ\s*)?(?!0\d)[a-z]?\s*\d/i;
const LIST = /^\s*(?:[,/&+]|และ|กับ)\s*(?:ข้อ\s*)?[a-z]\s*\d/i;
const LETTERED = /^(ไอ|อี|โอ|[ieol|])\s*[-._]?\s*0*([1-9]\d?)(?!\d|\.\d)/i;
// A zero for the letter o before the name of the item; with one digit only where nothing but OIT can be meant.
const ZERO_AND_NAME = /^0(0[1-9]|[1-9]\d?)[\s._-]+(?=[^\d\s._-])/;
const DIGITS_ONLY = /^(\d)\s?(\d{1,2})?[.)\]]?$/;

const lettered = (text: string): ItemCodeReading[] | undefined => {
  const match = LETTERED.exec(text);
  if (match === null) return undefined;
  const [whole, letter = '', digits = ''] = match;
  const instrument = INSTRUMENT_OF[letter.toLowerCase()];
  const rest = text.slice(whole.length);
  if (instrument === undefined || RANGE.test(rest) || LIST.test(rest) || /^[a-z]/i.test(rest)) return [];
  return [{ instrument, number: Number(digits), cost: 0, letter: 'printed' }];
};

/**
 * Readings of an item's code as it is printed: `o9`, `ข้อ i๑`, `O10 คู่มือ`, and, where the table says which
 * instrument it is about, `ข้อ ๑๐` as number 10. Zero stands for the letter o (`๐๑๒` is o12) and one for the letter i
 * (`1๑` is i1) in many published tables, with or without the item's name after it; both readings are returned where both are possible. Ranges and
 * lists such as `o1 - o6` and codes of other schemes have none.
 */
export const readItemCode = (
  printed: string,
  instrument: InstrumentId | null,
): readonly ItemCodeReading[] => {
  const original = printed.trim().replace(PREFIX, '');
  const text = withArabicDigits(original);
  const withLetter = lettered(text);
  if (withLetter !== undefined) return withLetter;

  const [, named = ''] = ZERO_AND_NAME.exec(text) ?? [];
  if (instrument === 'OIT' ? named !== '' : instrument === null && named.length === 2)
    return [{ instrument: 'OIT', number: Number(named), cost: 0, letter: 'none' }];
  const match = DIGITS_ONLY.exec(text);
  if (match === null) return [];
  const [, first = '', rest = ''] = match;
  const readings: ItemCodeReading[] = [];
  if (first === '0' && rest !== '' && instrument !== 'IIT' && instrument !== 'EIT') {
    readings.push({ instrument: 'OIT', number: Number(rest), cost: 0, letter: 'none' });
  }
  if (first !== '0' && instrument !== null) {
    readings.push({ instrument, number: Number(first + rest), cost: 1, letter: 'none' });
  }
  if (first === '1' && rest !== '' && !rest.startsWith('0') && instrument !== 'EIT' && instrument !== 'OIT') {
    // A one in other digits than the rest is hardly ever a one: people type the letter i and the font or a scan alters it.
    const mixed = /[๐-๙]/.test(original) && /[0-9]/.test(original);
    readings.push({ instrument: 'IIT', number: Number(rest), cost: mixed ? 0 : 2, letter: 'asOne' });
  }
  return readings.filter((reading) => reading.number > 0);
};
