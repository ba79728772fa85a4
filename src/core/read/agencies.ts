import type { CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import { withPlainSpaces } from '../text/thai-digits';
import { strongest, type Mention } from './headings';
import { filledColumns, textAt, textsMatching } from './sheet-text';
import { compact, headsColumn } from './vocabulary';

const LOCAL = 'องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล)|อบต\\.|อบจ\\.|ทต\\.|ทม\\.|ทน\\.';
const OTHER =
  'กรุงเทพมหานคร|เมืองพัทยา|มหาวิทยาลัย|สถาบัน|โรงพยาบาล|กรม|กระทรวง|สำนักงาน|องค์การ|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่าเรือ|เคหะ|ยาง)|ธนาคาร|จังหวัด';
const AGENCY = new RegExp(`(${LOCAL}|${OTHER})\\s?([ก-๙A-Za-z().]*)`);
// These two are names by themselves; the other words need one.
const WHOLE_NAME = /^(กรุงเทพมหานคร|เมืองพัทยา)$/;
const AGENCY_LABEL = /^(ชื่อ)?หน่วยงาน(ที่รับการประเมิน)?(?:\s*[:：]\s*|$)/;
// Where a sentence runs on after the name, as Thai writes no blank between words. Single syllables such as «มี» or
// «และ» are left alone: many places are named with them.
const AFTER_NAME =
  /(ได้(คะแนน|รับ|ดำเนิน|จัดทำ|มีการ)|มี(คะแนน|ผล|การ|ความ)|ตาม(แบบ|เกณฑ์|ตัวชี้วัด|ราย|หลัก|แนว)|ประจำปี|ปีงบ|ในปี|พบว่า|ดังนี้|ขอประกาศ|ซึ่ง|โดย(ภาพ|รวม|แยก|มี)|แยกตาม|แยกเป็น|เป็น(หน่วย|ราย|ไป)|และ(หน่วย|มี|ได้)|จำนวน|อำเภอ|จังหวัด).*$/;
const ASSESSOR = /ป้องกันและปราบปราม|ปปช/;

const FULL_KINDS: readonly (readonly [short: string, full: string])[] = [
  ['อบต', 'องค์การบริหารส่วนตำบล'],
  ['อบจ', 'องค์การบริหารส่วนจังหวัด'],
  ['ทต', 'เทศบาลตำบล'],
  ['ทม', 'เทศบาลเมือง'],
  ['ทน', 'เทศบาลนคร'],
];

/** An agency's name as it is compared: blanks and points do not count, `อบต.` is `องค์การบริหารส่วนตำบล`. */
export const agencyKey = (name: string): string => {
  const key = compact(name);
  const [short, full] = FULL_KINDS.find(([kind]) => key.startsWith(kind)) ?? ['', ''];
  return full + key.slice(short.length);
};

/** Whether two names can be of one agency: one may be longer, by its district or by the sentence that it stands in. */
export const mayBeSameAgency = (a: string, b: string): boolean => {
  const [first, second] = [agencyKey(a), agencyKey(b)];
  return first.includes(second) || second.includes(first);
};

const LONGEST_NAME = 70;

/** Agency whose name a text is, as in the head of a column or the first cell of a row; null for any other text. */
export const agencyNamed = (printed: string): string | null => {
  if (printed.length > LONGEST_NAME || !AGENCY.test(printed)) return null;
  const text = withPlainSpaces(printed);
  const found = AGENCY.exec(text);
  if (found?.index !== 0 || AGENCY_LABEL.test(text) || ASSESSOR.test(compact(text))) return null;
  const [, kind = '', rest = ''] = found;
  const own = rest.replace(AFTER_NAME, '');
  if (own === '' && !WHOLE_NAME.test(kind)) return null;
  // What follows may only say where the agency is.
  return /^\s*(?:[(]?(?:อ\.|อำเภอ|จ\.|จังหวัด|เขต).*)?$/.test(
    text.slice(found[0].length - rest.length + own.length),
  )
    ? text.slice(0, found[0].length - rest.length + own.length).trim()
    : null;
};

const labelledAgency = (text: string, sheet: SheetSnapshot, cell: CellRef): readonly Mention<string>[] => {
  const inCell = text.replace(AGENCY_LABEL, '');
  const next = filledColumns(sheet, cell.row).find((column) => column > cell.column);
  const beside = next === undefined ? '' : withPlainSpaces(textAt(sheet, { row: cell.row, column: next }));
  const name = inCell === '' ? beside : inCell;
  // In a header row the word stands over a column of units, with another header beside it.
  const isHeader = headsColumn(name) || (inCell === '' && filledColumns(sheet, cell.row).length > 2);
  return name === '' || isHeader ? [] : [{ value: name, cell, strength: 3 }];
};

const agencyIn = (text: string, sheet: SheetSnapshot, cell: CellRef): readonly Mention<string>[] => {
  if (AGENCY_LABEL.test(text)) return labelledAgency(text, sheet, cell);
  const found = AGENCY.exec(text);
  if (found === null || ASSESSOR.test(compact(text.slice(found.index)))) return [];
  const [, kind = '', rest = ''] = found;
  const own = rest.replace(AFTER_NAME, '');
  const name = found[0].slice(0, found[0].length - rest.length) + own;
  if (own === '' && !WHOLE_NAME.test(kind)) return [];
  const before = text.slice(0, found.index);
  const isProvince = kind === 'จังหวัด';
  // A province after a district is an address.
  const isOwner = before === '' || before.endsWith('ของ') || (!isProvince && /[\s·:–-]$/.test(before));
  const row = filledColumns(sheet, cell.row);
  // A cell of a body may hold nothing but the name of a unit.
  const isInBody = before === '' && row[0] !== cell.column;
  const isHeading = before === '' && row.length <= 2 && !isProvince;
  return isOwner && !isInBody ? [{ value: name.trim(), cell, strength: isHeading ? 2 : 1 }] : [];
};

const LONGEST_HEADING = 200;
const KEY = new RegExp(`หน่วยงาน|${LOCAL}|${OTHER}`);
// Headings stand alone or beside a word and its value; a longer row is one of a table.
const MOST_BESIDE = 6;

/** Agencies that the headings of a sheet name: after the word หน่วยงาน, on a line of its own, or within a title. */
export const agencyMentions = (sheet: SheetSnapshot, rows?: number): readonly Mention<string>[] =>
  textsMatching(sheet, KEY, LONGEST_HEADING, rows).flatMap(({ text, row, column }) =>
    filledColumns(sheet, row).length > MOST_BESIDE
      ? []
      : agencyIn(text, sheet, { sheet: sheet.name, row, column }),
  );

/** Agency that the name of a sheet or of a file contains; null where it contains none. */
export const agencyOfName = (name: string): string | null => {
  const text = withPlainSpaces(name.replace(/[_]+/g, ' ').replace(/\.[A-Za-z]{3,4}$/, ''));
  const found = AGENCY.exec(text);
  return found === null ? null : agencyNamed(found[0].replace(/\(.*$/, ''));
};

/**
 * The agency that a sheet is about: the strongest mention, cut to the shortest one that it begins with, for a name in a
 * sentence runs on into the next word.
 */
export const strongestAgency = (mentions: readonly Mention<string>[]): Mention<string> | undefined => {
  const best = strongest(mentions);
  if (best === undefined || best.strength > 2) return best;
  return mentions.reduce(
    (least, mention) =>
      mention.value.length < least.value.length && best.value.startsWith(mention.value) ? mention : least,
    best,
  );
};
