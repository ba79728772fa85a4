import type { InstrumentId } from '../rule-set';
import { remember } from '../text/remember';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';

/** What a column of a score table holds. */
export type ColumnRole =
  | 'score'
  | 'weighted'
  | 'weight'
  | 'groupScore'
  | 'rank'
  | 'grade'
  | 'number'
  | 'instrument'
  | 'subject'
  | 'other';

/** A label as it is compared: Arabic digits, no blanks, no punctuation that people put or leave out, lower case. */
export const compact = remember((text: string): string =>
  withArabicDigits(text)
    // Sara am typed as its two halves looks the same and is a different text.
    .replaceAll('\u0e4d\u0e32', '\u0e33')
    .replace(/[\s\u200b-\u200f\u2060\ufeff.…,:;()[\]{}"“”'‘’«»/\\–—_*-]/g, '')
    .toLowerCase(),
);

const LONGEST_HEADER = 60;

const HEADER_ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(ผล)?ระดับ|^เกรด|^grade|^level/, 'grade'],
  [/เปลี่ยนแปลง|เพิ่มขึ้น|ลดลง|ผลต่าง|ส่วนต่าง|ข้อบกพร่อง|ข้อเสนอ|หมายเหตุ|ตัวเลือก|เต็ม|^ช่วง/, 'other'],
  [/เป้าหมาย|เกณฑ์|(ทั่ว|ระดับ|ทั้ง|เฉลี่ย)ประเทศ|(ระดับ|เฉลี่ย)จังหวัด|จำนวน|เบิกจ่าย|(?<!ปี)งบประมาณ|พึงพอใจ/, 'other'],
  [/ถ่วงน้ำหนัก|weighted/, 'weighted'],
  [/น้ำหนัก|weight/, 'weight'],
  [/อันดับ|rank/, 'rank'],
  [/^(ที่|ลำดับ|ลำดับที่|no|#)$/, 'number'],
  [/^คะแนนรวม(?!.*\d)|^(ผล)?คะแนน.*(เครื่องมือ|แบบวัด)/, 'groupScore'],
  [/เครื่องมือ|แบบวัด|instrument/, 'instrument'],
  [/คะแนน|ร้อยละ|ผลประเมิน|ผลการประเมิน|^(ค่า)?เฉลี่ย|^(ที่)?ได้(รับ)?$|score/, 'score'],
  [/ตัวชี้วัด|ประเด็น|ข้อคำถาม|^ข้อ(ที่)?$|รายการ|หัวข้อ|รหัส|indicator|item/, 'subject'],
];

// «ประเด็นตัวชี้วัด» and the like name the subject even where they also speak of the assessment.
const SUBJECT_FIRST = /^(ประเด็น|ตัวชี้วัด|ข้อคำถาม|รายการ|หัวข้อ)/;

/** Role of the column under a header text; undefined where the text is no header that a score table has. */
export const columnRole = remember((header: string): ColumnRole | undefined => {
  const text = compact(header);
  if (text === '' || text.length > LONGEST_HEADER) return undefined;
  if (SUBJECT_FIRST.test(text) && !/คะแนน/.test(text)) return 'subject';
  return HEADER_ROLES.find(([pattern]) => pattern.test(text))?.[1];
});

// Headers of score tables, and of what is printed beside them: measures, calendars, duties, links, scales of grades.
// Only whole words, for a row of a body may begin with many of them: «ตัวชี้วัดที่ 2 …», «ข้อมูลพื้นฐาน».
const HEADER_WORD =
  /^(ที่|ลำดับ(ที่)?|no|#|ข้อ(ที่)?|รหัส|ข้อมูล|หมวด|หัวข้อ|ชื่อหัวข้อ|รายการ|กิจกรรม|โครงการ(กิจกรรม)?|มาตรการ|หน่วยงาน|หน่วย(นับ|วัด)?|งบประมาณ|เป้าหมาย|ผลผลิต|หลักฐาน|หมายเหตุ|สถานะ|จัดการ|เผยแพร่|การเชื่อมโยง|คำอธิบาย|ลิง[คก]์.*|link.*|url|ระดับ(ผล.*|คะแนน)?|เกรด|output|outcome|ตัวชี้วัด|ข้อคำถาม|ประเด็น(คำถาม|การประเมิน|ตัวชี้วัด)?|เครื่องมือ(การประเมิน)?|อันดับ|น้ำหนัก|คะแนน(ที่ได้|เฉลี่ย|รวม|ร้อยละ|ถ่วงน้ำหนัก|เต็ม)?|ผล(การ)?ประเมิน)$/;
const HEADER_BEGINNING =
  /^(มาตรการ(แนวทาง|โครงการ|กิจกรรม)|แนวทาง(การ|ใน)|ขั้นตอน|วิธี(การ|ปฏิบัติ|ดำเนิน)|ผู้รับผิดชอบ|หน่วยงาน(ที่|ผู้)?รับผิดชอบ|(ช่วง)?ระยะเวลา|ช่วงผล|กำหนดการ|(การ)?ติดตาม|การกำกับ|ผลการดำเนิน|ผลลัพธ์|ผลที่คาดว่า|รายละเอียด|องค์ประกอบ|ตัวชี้วัดความสำเร็จ|ปัญหา|ข้อเสนอ)/;

/** Whether a text is what heads a column, of a score table or of any other that agencies print. */
export const headsColumn = remember((text: string): boolean => {
  const label = compact(text);
  return label.length <= LONGEST_HEADER && (HEADER_WORD.test(label) || HEADER_BEGINNING.test(label));
});

/** Instrument that a label names, by its letters or by who is asked; null where it names none or several. */
export const instrumentNamed = (text: string): InstrumentId | null => {
  const named = (['IIT', 'EIT', 'OIT'] as const).filter((id) =>
    new RegExp(`(?<![A-Za-z])${id}(?![A-Za-z])`, 'i').test(text),
  );
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  const label = compact(text);
  if (/เปิดเผยข้อมูลสาธารณะ/.test(label)) return 'OIT';
  if (!/การรับรู้|ผู้มีส่วนได้|บุคลากร/.test(label)) return null;
  if (/ภายนอก/.test(label)) return 'EIT';
  return /ภายใน/.test(label) ? 'IIT' : null;
};

const TOTAL =
  /^(ผลรวม|รวม(ทั้งสิ้น|ทั้งหมด|คะแนน|เฉลี่ย)?$|คะแนนรวม|คะแนนเฉลี่ยรวม|คะแนนภาพรวม|ภาพรวม|ผลคะแนน|คะแนน(ผล)?(การ)?(ประเมิน)?ita|total)/;

/** Whether a label stands before the total of the agency. */
export const isTotalLabel = (text: string): boolean => {
  const label = compact(text);
  return label.length <= 40 && TOTAL.test(label) && !/iit|eit|oit/.test(label);
};

/** Whether a total's label says that it is the last one, and no subtotal of what stands right above it. */
export const isGrandTotalLabel = (text: string): boolean => /ทั้งสิ้น|ทั้งหมด|ภาพรวม|ita/.test(compact(text));

const GRADE = /^(ระดับ|ผลระดับ|เกรด|grade)/;

/** What follows the word for grade in a label: '' where the grade stands in another cell, null where there is no such word. */
export const afterGradeLabel = (text: string): string | null => {
  const plain = withPlainSpaces(text);
  if (plain.length > LONGEST_HEADER || !GRADE.test(compact(plain))) return null;
  return plain
    .replace(
      /^(ผลระดับ|ระดับ|เกรด|grade)\s*(ผลการประเมิน|ผลคะแนน|คะแนน|ที่ได้|การประเมิน)?\s*(ITA)?\s*[:=]?\s*/i,
      '',
    )
    .replace(/["“”'‘’«»]/g, '')
    .trim();
};
