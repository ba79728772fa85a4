import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_NAMES, placeOfName } from '../../../src/core/our-names';
import { SETTING_NAMES } from '../../../src/core/settings/setting-names';
import { analysed, rowsOf, run, setting, textRows, typeUnder, withDocuments } from '../../support/documents';
import { snapshotOf } from '../../support/workbook-of';

const sample = new Uint8Array(
  readFileSync(join(__dirname, '../../../assets/sample/nakhon-pathom-2565.xlsx')),
);

const printed = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const snapshot = snapshotOf(bytes);
  return textRows(snapshot, placeOfName(snapshot, DOCUMENT_NAMES.memo.print)?.sheet ?? '');
};

const PARTS = [
  'ส่วนราชการ',
  'ที่',
  'วันที่',
  'เรื่อง',
  'เรียน',
  'เรื่องเดิม',
  'ข้อเท็จจริง',
  'ข้อเสนอ',
  'ผู้รายงาน',
  'ความเห็นของรองปลัดหรือผู้บังคับบัญชาชั้นต้น',
  'ความเห็นของปลัดหรือหัวหน้าหน่วยงาน',
  'คำสั่งของผู้บริหารสูงสุด',
];

describe('a memo on the report of results', () => {
  const bytes = withDocuments(sample, 'measures', 'results', 'memo');

  test('has its parts in their order, the table of results between facts and proposal, and leaves names open', () => {
    expect(rowsOf(bytes, 'memo').map(({ texts }) => texts['หัวข้อ'])).toEqual(PARTS);
    const first = printed(bytes).flatMap((row) => row[0] ?? []);
    expect(PARTS.filter((part) => !first.includes(part))).toEqual([]);
    const places = ['ข้อเท็จจริง', 'มาตรการ/แนวทาง', 'ข้อเสนอ', 'ผู้รายงาน'].map((text) => first.indexOf(text));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    const open = rowsOf(bytes, 'memo').filter(({ texts }) => texts['ข้อความ']?.startsWith('[ระบุ'));
    expect(open.map(({ texts }) => texts['หัวข้อ'])).toEqual([
      'ส่วนราชการ',
      'ที่',
      'วันที่',
      'เรียน',
      'ผู้รายงาน',
      ...PARTS.slice(-3),
    ]);
  });

  test('is upright A4, and no wider than the page', () => {
    const { plan } = analysed(snapshotOf(bytes));
    const sheet = plan.sheets.find(({ name }) => name === 'พิมพ์ บันทึกข้อความ');
    expect(sheet?.frame?.page.orientation).toBe('portrait');
    const widths = (sheet?.columnWidths.slice(0, -1) ?? []).map(Number);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(107);
  });

  test('says what the officer wrote, on every run', () => {
    const row = rowsOf(bytes, 'memo').find(({ texts }) => texts['หัวข้อ'] === 'ที่')?.row ?? 0;
    const typed = run(typeUnder(bytes, 'memo', row, 'ข้อความ', 'นฐ ๕๒๐๐๑/๑๒๓'));
    expect(printed(typed).flat()).toContain('นฐ ๕๒๐๐๑/๑๒๓');
    expect(Buffer.from(run(typed)).equals(Buffer.from(typed))).toBe(true);
  });

  test('is drafted in Thai digits where the settings say so, and is a draft in either', () => {
    const asked = setting(withDocuments(sample, 'results'), SETTING_NAMES.digits, 'เลขไทย (๐ ๑ ๒ ๓)');
    const thai = withDocuments(asked, 'memo');
    const texts = rowsOf(thai, 'memo').map(({ texts: own }) => own['ข้อความ'] ?? '');
    expect(texts.filter((text) => /[0-9]/.test(text))).toEqual([]);
    expect(texts.find((text) => text.startsWith('รายงานผล'))).toContain('พ.ศ. ๒๕๖๖');
    const statuses = (book: Uint8Array): ReadonlySet<string | undefined> =>
      new Set(rowsOf(book, 'memo').map(({ texts: own }) => own['สถานะ']));
    const back = run(setting(thai, SETTING_NAMES.digits, 'เลขอารบิก (0 1 2 3)'));
    expect([statuses(thai), statuses(back)]).toEqual([new Set(['ร่าง']), new Set(['ร่าง'])]);
  });

  test('brings the report that it is about, and the measures', () => {
    const { kinds } = analysed(snapshotOf(sample), { documents: ['memo'] }).documents;
    expect(kinds).toEqual(['measures', 'results', 'memo']);
  });
});
