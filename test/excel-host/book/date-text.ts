import { hostErrors } from '../host-error';
import type { Locale } from './number-text';

const THAI_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
];
const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, right from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

type Piece = { readonly kind: string; readonly text: string };

/** Text of a serial date; hours and weekdays are not emulated. */
export const dateText = (
  serial: number,
  pieces: readonly Piece[],
  { isBuddhist, isThai }: Locale,
): string => {
  const date = new Date(EPOCH + Math.floor(serial) * DAY_MS);
  const year = date.getUTCFullYear() + (isBuddhist ? 543 : 0);
  const month = date.getUTCMonth();
  const part = (code: string): string => {
    switch (code.toLowerCase()) {
      case 'd':
        return String(date.getUTCDate());
      case 'dd':
        return String(date.getUTCDate()).padStart(2, '0');
      case 'm':
        return String(month + 1);
      case 'mm':
        return String(month + 1).padStart(2, '0');
      case 'mmmm':
        return (isThai ? THAI_MONTHS : ENGLISH_MONTHS)[month] ?? '';
      case 'yy':
        return String(year % 100).padStart(2, '0');
      case 'yyyy':
        return String(year);
      default:
        throw hostErrors.notEmulated(`the date format ${code}`);
    }
  };
  return pieces
    .map(({ kind, text }) => (kind === 'date' ? (text.match(/([a-z])\1*/gi) ?? []).map(part).join('') : text))
    .join('');
};
