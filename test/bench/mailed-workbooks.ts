import type { ReadingRefusal } from '../../src/core/read/reading-request';
import type { WorkbookRefusal } from '../../src/app/workbook-port';
import { ruleSets } from '../../src/rules/rule-sets';
import { roundHalfUp } from '../../src/core/text/numbers';
import { TEN, thai } from '../support/officer-books';
import { indicatorSheet, itemSheet } from '../support/typed-workbooks';
import { workbookOf, type Typed } from '../support/workbook-of';
import { ARCHIVES } from '../xlsx/refusals/archives';
import { CONTENTS } from '../xlsx/refusals/contents';
import type { Kind } from '../xlsx/refusals/kind';
import { OTHER_FILES } from '../xlsx/refusals/other-files';
import { numbersFrom } from './random';

/** How a workbook is laid out: ten indicators down the sheet, every item down the sheet, or ten indicators across it. */
export type Layout = 'indicators' | 'items' | 'across';

/** A workbook as an agency mails it. */
export type MailedWorkbook = {
  /** Its path below the folder of all of them. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly agency: string;
  readonly fiscalYear: number;
  readonly layout: Layout;
  /** Code of why it cannot be read; null where it can. */
  readonly damage: WorkbookRefusal['code'] | ReadingRefusal['code'] | null;
};

const LAYOUTS: readonly Layout[] = ['indicators', 'items', 'across'];
const YEARS = [2565, 2567, 2568];
const DISTRICTS = ['เมือง', 'บ้านนา', 'ท่าใหม่', 'หนองแสง', 'โนนสูง'];
const FIRST = ['หนอง', 'โนน', 'ห้วย', 'ทุ่ง', 'ท่า', 'บึง', 'วัง', 'นา', 'คลอง', 'ดอน', 'บาง', 'เขา'];
const SECOND = ['แก', 'ไผ่', 'ทราย', 'ขาว', 'แดง', 'ยาง', 'หิน', 'ม่วง', 'งิ้ว', 'กอก'];
const THIRD = ['น้อย', 'ใหญ่', 'เหนือ', 'ใต้', 'กลาง', 'สูง', 'ทอง', 'งาม', 'พัฒนา', 'เก่า'];
const LARGEST = 100_000;

const agencyOf = (index: number): string => {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
  const place = Math.floor(index / FIRST.length);
  return `${index % 4 === 0 ? 'เทศบาลตำบล' : 'องค์การบริหารส่วนตำบล'}${pick(FIRST, index)}${pick(SECOND, place)}${pick(THIRD, Math.floor(place / SECOND.length))}`;
};

const rowsOf = (
  layout: Layout,
  agency: string,
  year: number,
  random: () => number,
): readonly (readonly Typed[])[] => {
  const score = (): number => roundHalfUp(60 + 40 * random(), 2);
  const isThai = random() < 0.3;
  const typed = (value: number): Typed => (isThai ? thai(value.toFixed(2)) : value);
  if (layout === 'indicators')
    return indicatorSheet(
      agency,
      year,
      TEN.map(() => typed(score())),
    );
  if (layout === 'items') {
    const allowed = new Map(ruleSets.forYear(year)?.items.map((item) => [item.id, item.allowedScores]));
    const [title = [], ...rows] = itemSheet(year, (id) => {
      const only = allowed.get(id) ?? null;
      return only === null ? typed(score()) : (only[Math.floor(only.length * Math.sqrt(random()))] ?? null);
    });
    return [title, [agency], ...rows];
  }
  const names = ruleSets.forYear(year)?.indicators.map(({ name }) => name) ?? [];
  return [
    [`สรุปคะแนน ITA ปีงบประมาณ พ.ศ. ${year}`],
    ['หน่วยงาน', ...names],
    [agency, ...names.map(() => typed(score()))],
  ];
};

type Damage = {
  readonly code: NonNullable<MailedWorkbook['damage']>;
  readonly bytes: (sound: Uint8Array, agency: string) => Uint8Array;
};

const withoutScores = (rows: readonly (readonly Typed[])[], code: Damage['code']): Damage => ({
  code,
  bytes: (_, agency) => workbookOf({ แผ่น1: [[agency], ...rows] }),
});

/** What happens to a workbook on its way, and what officers send in its place. */
const ON_THE_WAY: readonly Damage[] = [
  { code: 'damaged', bytes: (sound) => sound.slice(0, sound.length >> 1) },
  { code: 'damaged', bytes: (sound) => sound.slice(0, sound.length - 1) },
  { code: 'emptyFile', bytes: () => new Uint8Array() },
  { code: 'emptyFile', bytes: (sound) => new Uint8Array(sound.length) },
  withoutScores([['ขอส่งรายงานตามหนังสือที่อ้างถึง']], 'noScores'),
  withoutScores(
    [['ผล ITA ปีงบประมาณ พ.ศ. 2567'], ['ตัวชี้วัด', 'คะแนน'], ...TEN.map((name) => [name, null])],
    'noScores',
  ),
  withoutScores([['ตัวชี้วัด', 'คะแนน'], ...TEN.map((name, index) => [name, 80 + index])], 'yearUnknown'),
  withoutScores(
    [['ผล ITA ปีงบประมาณ พ.ศ. 2570'], ['ตัวชี้วัด', 'คะแนน'], ...TEN.map((name, index) => [name, 80 + index])],
    'yearUnsupported',
  ),
];

// What only keeps a workbook from being written to does not keep it from being read.
const isUnreadable = ({ code, names, bytes }: Kind): boolean =>
  !code.startsWith('protected') && names !== '[Content_Types].xml' && bytes.length <= LARGEST;

const KINDS = [ARCHIVES, CONTENTS, OTHER_FILES].map((kinds) => kinds.filter(isUnreadable));

/** A damage of its own for each number, as long as there are any. */
const damageOf = (number: number): Damage => {
  const own = ON_THE_WAY[number];
  if (own !== undefined) return own;
  const kinds = KINDS[number % KINDS.length] ?? [];
  const kind = kinds[Math.floor(number / KINDS.length) % kinds.length];
  if (kind === undefined) throw new Error('No damage');
  return { code: kind.code, bytes: () => kind.bytes };
};

/** Workbooks of as many agencies, some of them damaged; the same each time for the same seed. */
export function* mailedWorkbooks(count: number, damaged: number, seed = 1): Generator<MailedWorkbook> {
  const random = numbersFrom(seed);
  for (let index = 0; index < count; index += 1) {
    const agency = agencyOf(index);
    const layout = LAYOUTS[index % LAYOUTS.length] ?? 'indicators';
    const fiscalYear = YEARS[Math.floor(index / LAYOUTS.length) % YEARS.length] ?? 2565;
    const sound = workbookOf({ คะแนน: rowsOf(layout, agency, fiscalYear, random) });
    const before = Math.floor((index * damaged) / count);
    const damage = Math.floor(((index + 1) * damaged) / count) > before ? damageOf(before) : null;
    yield {
      name: `อำเภอ${DISTRICTS[Math.floor(index / FIRST.length) % DISTRICTS.length] ?? ''}/${String(index + 1).padStart(4, '0')} ${agency}.xlsx`,
      bytes: damage?.bytes(sound, agency) ?? sound,
      agency,
      fiscalYear,
      layout,
      damage: damage?.code ?? null,
    };
  }
}
