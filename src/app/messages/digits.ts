import type { Digits } from '../../core/settings/settings';

const THAI_ZERO = 0x0e50;

/** What is quoted from the workbook, cells, and words with digits such as codes and file names, before lone digits. */
const PARTS = /«[^»]*»|'(?:[^']|'')*'![A-Z$\d:]*|[A-Za-z_][\w.$:-]*|\d/g;

/** A text with its numbers in the digits that the settings ask for; codes, cells and quotations stay as they are. */
export const textInDigits = (text: string, digits: Digits): string =>
  digits === 'arabic'
    ? text
    : text.replace(PARTS, (part) =>
        /^\d$/.test(part) ? String.fromCharCode(THAI_ZERO + Number(part)) : part,
      );

/** A table of messages whose texts show their numbers in these digits. */
export const tableInDigits = <Table>(table: Table, digits: Digits): Table =>
  digits === 'arabic' ? table : (inDigits(table, digits) as Table);

const inDigits = (value: unknown, digits: Digits): unknown => {
  if (typeof value === 'string') return textInDigits(value, digits);
  if (typeof value === 'function')
    return (...args: readonly unknown[]) =>
      inDigits((value as (...given: readonly unknown[]) => unknown)(...args), digits);
  if (Array.isArray(value)) return value.map((entry) => inDigits(entry, digits));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inDigits(entry, digits)]));
  return value;
};
