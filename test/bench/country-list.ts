import { subjectsOf } from '../support/agency-lists';
import { ruleSets } from '../../src/rules/rule-sets';
import { numbersFrom } from './random';

/** Agencies of the whole country, and the year in which they are measured. */
export const AGENCIES = 8325;
export const YEAR = 2567;

/** A cell as it was typed; null where it was left empty. */
export type Listed = string | number | null;

const PROVINCES = (
  'กระบี่ กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย เชียงใหม่ ตรัง ตราด ตาก ' +
  'นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี ประจวบคีรีขันธ์ ' +
  'ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม มุกดาหาร ' +
  'แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล สมุทรปราการ ' +
  'สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง ' +
  'อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี'
).split(' ');
const DISTRICTS = 'บ้านนา ท่าใหม่ หนองแสง โนนสูง วังน้ำเย็น นาดี ห้วยทับทัน คลองลาน บางระกำ ศรีนคร'.split(' ');
const FIRST = 'หนอง โนน ห้วย ทุ่ง ท่า บึง วัง นา คลอง ดอน บาง เขา ป่า สระ แม่ ลาด'.split(' ');
const SECOND = 'แก ไผ่ ทราย ขาว แดง ยาง หิน ม่วง งิ้ว กอก มะขาม ตะเคียน สัก บัว กุ่ม'.split(' ');
const THIRD = ['', '', 'น้อย', 'ใหญ่', 'เหนือ', 'ใต้', 'กลาง', 'สูง', 'ทอง', 'งาม', 'พัฒนา', 'เก่า'];

/** Types by how many of a hundred agencies are of each, with what stands before their names. */
const KINDS = [
  { share: 66, kind: 'อบต.', prefix: 'องค์การบริหารส่วนตำบล', isOfProvince: false },
  { share: 28, kind: 'เทศบาลตำบล', prefix: 'เทศบาลตำบล', isOfProvince: false },
  { share: 3, kind: 'เทศบาลเมือง', prefix: 'เทศบาลเมือง', isOfProvince: false },
  { share: 1, kind: 'อบจ.', prefix: 'องค์การบริหารส่วนจังหวัด', isOfProvince: true },
  { share: 1, kind: 'จังหวัด', prefix: 'จังหวัด', isOfProvince: true },
  { share: 1, kind: 'สถาบันอุดมศึกษา', prefix: 'มหาวิทยาลัย', isOfProvince: true },
] as const;

const kindAt = (percent: number): (typeof KINDS)[number] => {
  let rest = percent;
  return KINDS.find(({ share }) => (rest -= share) < 0) ?? KINDS[0];
};

const SUBJECTS = subjectsOf(YEAR);
const LABELS = ['ที่', 'หน่วยงาน', 'ประเภท', 'อำเภอ', 'จังหวัด'];

/** Heads of the columns, and in which of them each subject stands. */
export const HEADS = [...LABELS, ...SUBJECTS.map((key) => key.replace(/^EIT\.(\d)$/, 'EIT ส่วนที่ $1'))];
export const COLUMN_OF: ReadonlyMap<string, number> = new Map(
  SUBJECTS.map((key, index) => [key, LABELS.length + index]),
);
export const AGENCY_COLUMN = LABELS.indexOf('หน่วยงาน');
export const TITLE = `ผลคะแนน ITA ปีงบประมาณ พ.ศ. ${YEAR} รายหน่วยงาน`;
/** Rows above the first agency: the title and the heads. */
export const HEAD_ROWS = 2;

const ALL_OR_NOTHING = new Set(
  ruleSets.forYear(YEAR)?.items.flatMap(({ id, allowedScores }) => (allowedScores === null ? [] : id)),
);
const ONE_MISSING_IN = 400;

/** Rows of so many agencies as an officer keeps them, the same each time; one in 400 lacks a score. */
export function* agencyRows(count: number): Generator<readonly Listed[]> {
  const random = numbersFrom(YEAR);
  const pick = <Value>(list: readonly Value[], otherwise: Value): Value =>
    list[Math.floor(random() * list.length)] ?? otherwise;
  for (let index = 0; index < count; index += 1) {
    const province = PROVINCES[Math.floor((index * PROVINCES.length) / count)] ?? '';
    const district = random() < 0.15 ? `เมือง${province}` : pick(DISTRICTS, '');
    const { kind, prefix, isOfProvince } = kindAt(random() * 100);
    const place = isOfProvince ? province : pick(FIRST, '') + pick(SECOND, '') + pick(THIRD, '');
    // How good an agency is shows in all of its scores.
    const level = Math.sqrt(random());
    const missing = index % ONE_MISSING_IN === 7 ? pick(SUBJECTS, '') : '';
    const scoreOf = (subject: string): number => {
      if (ALL_OR_NOTHING.has(subject)) return random() < 0.55 + 0.45 * level ? 100 : 0;
      return Math.round(Math.min(100, 60 + 34 * level + 12 * random()) * 100) / 100;
    };
    yield [
      index + 1,
      prefix + place,
      kind,
      district,
      province,
      ...SUBJECTS.map((subject) => (subject === missing ? null : scoreOf(subject))),
    ];
  }
}
