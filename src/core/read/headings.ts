import type { CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import { withPlainSpaces } from '../text/thai-digits';
import { yearsIn } from '../text/years';
import { filledColumns, textAt } from './sheet-text';
import { compact } from './vocabulary';

/** Something that a cell outside the scores says about them. */
export type Mention<Value> = { readonly value: Value; readonly cell: CellRef; readonly strength: number };

const LONGEST_HEADING = 200;

const AGENCY =
  /(องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล)|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.|กรุงเทพมหานคร|เมืองพัทยา|มหาวิทยาลัย|สถาบัน|โรงพยาบาล|กรม|กระทรวง|สำนักงาน|องค์การ|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่าเรือ|เคหะ|ยาง)|ธนาคาร|จังหวัด)([ก-๙A-Za-z().]*)/;
// These two are names by themselves; the other words need one.
const WHOLE_NAME = /^(กรุงเทพมหานคร|เมืองพัทยา)$/;
const AGENCY_LABEL = /^(ชื่อ)?หน่วยงาน(ที่รับการประเมิน)?(?:\s*[:：]\s*|$)/;
// Where a sentence runs on after the name, as Thai writes no blank between words.
const WITHIN_TITLE = /(ตาม|ประจำ|ปีงบ|ได้|มี|พบว่า|โดย|และ|แยก|เป็น).*$/;
// What begins a cell may be the name of an agency with such words in it, so only plain predicates end it.
const AFTER_NAME = /(ได้คะแนน|ได้รับ|มีคะแนน|มีผล|ตามแบบวัด|ประจำปี|ปีงบประมาณ|พบว่า|ดังนี้|ขอประกาศ|ได้จัดทำ).*$/;
const ASSESSOR = /ป้องกันและปราบปราม|ปปช/;

const cellsOf = (sheet: SheetSnapshot): readonly { readonly text: string; readonly cell: CellRef }[] =>
  sheet.rows.flatMap((_, row) =>
    filledColumns(sheet, row).flatMap((column) => {
      const text = withPlainSpaces(textAt(sheet, { row, column }));
      return text === '' || text.length > LONGEST_HEADING
        ? []
        : [{ text, cell: { sheet: sheet.name, row, column } }];
    }),
  );

/** Fiscal years that the headings of a sheet name; a year said to be scored weighs more than one of plans. */
export const yearMentions = (sheet: SheetSnapshot): readonly Mention<number>[] =>
  cellsOf(sheet).flatMap(({ text, cell }) => {
    const first = yearsIn(text)[0];
    if (first === undefined) return [];
    const speaksOfScores = /ผล|คะแนน|วิเคราะห์|ITA/i.test(text) && !/มาตรการ|สูงกว่า|ต่ำกว่า/.test(text);
    const strength = (first.isFiscal ? 2 : 1) + (speaksOfScores ? 2 : 0);
    return [{ value: first.year, cell, strength }];
  });

const agencyIn = (text: string, sheet: SheetSnapshot, cell: CellRef): readonly Mention<string>[] => {
  if (AGENCY_LABEL.test(text)) {
    const inCell = text.replace(AGENCY_LABEL, '');
    const next = filledColumns(sheet, cell.row).find((column) => column > cell.column);
    const beside = next === undefined ? '' : withPlainSpaces(textAt(sheet, { row: cell.row, column: next }));
    const name = inCell === '' ? beside : inCell;
    return name === '' ? [] : [{ value: name, cell, strength: 3 }];
  }
  const found = AGENCY.exec(text);
  if (found === null || ASSESSOR.test(compact(text.slice(found.index)))) return [];
  const starts = found.index === 0;
  const name = found[0].replace(starts ? AFTER_NAME : WITHIN_TITLE, '');
  if (name === found[1] && !WHOLE_NAME.test(name)) return [];
  const isOwner =
    starts || text.slice(0, found.index).endsWith('ของ') || /[\s·:–-]$/.test(text.slice(0, found.index));
  return isOwner ? [{ value: name, cell, strength: starts ? 2 : 1 }] : [];
};

/** Agencies that the headings of a sheet name: after the word หน่วยงาน, on a line of its own, or within a title. */
export const agencyMentions = (sheet: SheetSnapshot): readonly Mention<string>[] =>
  cellsOf(sheet).flatMap(({ text, cell }) => agencyIn(text, sheet, cell));

/**
 * The agency that a sheet is about: the strongest mention, cut to the shortest one that it begins with, for a name in a
 * sentence runs on into the next word.
 */
export const strongestAgency = (mentions: readonly Mention<string>[]): Mention<string> | undefined => {
  const best = strongest(mentions);
  if (best === undefined || best.strength > 2) return best;
  const shorter = mentions.filter(
    ({ value }) => value.length < best.value.length && best.value.startsWith(value),
  );
  return shorter.reduce(
    (least, mention) => (mention.value.length < least.value.length ? mention : least),
    best,
  );
};

/** The strongest mention; of equally strong ones the first. */
export const strongest = <Value>(mentions: readonly Mention<Value>[]): Mention<Value> | undefined =>
  mentions.reduce<Mention<Value> | undefined>(
    (best, mention) => (best === undefined || mention.strength > best.strength ? mention : best),
    undefined,
  );
