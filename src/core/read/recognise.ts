import type { CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import type { ScoreTable } from './score-table';
import { filledColumns, textsMatching } from './sheet-text';
import type { TableRows } from './table-rows';

const LONGEST = 300;

// Words without which no sheet holds scores: the assessment's own, an item's code, or part of an indicator's name.
const SIGN =
  /(?<![a-z])(?:ita|iit|eit|oit)(?![a-z])|ความโปร่งใส|ตัวชี้วัด|indicator|^[\s([]*(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?(?:[ieol|]\s*[-._]?\s*[\d๐-๙]{1,2}(?![\d๐-๙])|[ieolไอโ|]\s*$|ไอ|อี\s*[\d๐-๙]|โอ|[๐0]\s?[1-9๑-๙])|ปฏิบัติหน้าที่|ใช้อำนาจ|ใช้งบ|ทรัพย์สิน|ปัญหาการทุจริต|คุณภาพการ|การสื่อสาร|การปรับปรุง|เปิดเผยข้อมูล|ป้องกันการ|bribery|misallocation|distortion|misappropriation|open data|anti-?corruption/i;

/** Whether a sheet holds any word that belongs to the assessment; a sheet without one has no scores to be read. */
export const mayHoldScores = (sheet: SheetSnapshot): boolean =>
  sheet.rows.some((cells) =>
    (cells ?? []).some(
      (cell) => typeof cell?.value === 'string' && cell.value.length <= LONGEST && SIGN.test(cell.value),
    ),
  );

const ASSESSMENT =
  /(?<![A-Za-z])(?:ITA|IIT|EIT|OIT)(?![A-Za-z])|คุณธรรมและความโปร่งใส|integrity and transparency/i;

/** Whether a sheet, by its name or in a cell, names the assessment or one of its instruments. */
export const namesAssessment = (sheet: SheetSnapshot): boolean =>
  ASSESSMENT.test(sheet.name) || textsMatching(sheet, ASSESSMENT, LONGEST).length > 0;

/**
 * Whether the labels of a table are those of the assessment. On a sheet that names it one label is enough; where no one
 * says so, most rows must bear an official name or a code with its letter, for other tables have «ตัวชี้วัดที่ 1» and
 * «ข้อ 1» too.
 */
export const isRecognised = (table: ScoreTable, { subjects }: TableRows, isTitled: boolean): boolean => {
  if (isTitled) return subjects.length > 0;
  const sure = subjects.filter(({ label }) =>
    ['name', 'similarName', 'code', 'instrument'].includes(label.by),
  );
  let filled = 0;
  for (let row = table.headerRow + 1; row < table.endRow; row += 1)
    if (filledColumns(table.sheet, row).length > 1) filled += 1;
  return sure.length > 0 && sure.length * 2 >= filled;
};

// The same name, other frameworks: schools and colleges are scored on items of their own, hospitals on MOIT.
const OTHER_FRAMEWORK =
  /MOIT|MOPH\s*ITA|ITA\s*(?:of\s*)?(?:สถานศึกษา|โรงเรียน|วิทยาลัย)|(?:^|[\s:(ของ])(?:สถานศึกษา|โรงเรียน|วิทยาลัย(?:เทคนิค|อาชีวศึกษา|การอาชีพ|สารพัดช่าง|เกษตร|พยาบาล|ชุมชน|นาฏศิลป))/;

/** Heading above a table that says the scores are of another framework, which must not be read by these rules. */
export const otherFramework = (
  sheet: SheetSnapshot,
  table: ScoreTable,
): (CellRef & { readonly text: string }) | null => {
  const heading = textsMatching(sheet, OTHER_FRAMEWORK, LONGEST / 2, table.headRow).find(
    ({ row }) => filledColumns(sheet, row).length <= 3,
  );
  return heading === undefined ? null : { ...heading, sheet: sheet.name };
};
