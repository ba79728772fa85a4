import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentKind } from '../../src/core/measures/layouts';
import { DOCUMENT_NAMES, placeOfName } from '../../src/core/our-names';
import { tableOf, textRows, withDocuments } from '../support/documents';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';

// The layouts of three published documents: their columns, their groups and every figure, on the sheets that are printed.

const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', name)));

const printed = (bytes: Uint8Array, kind: DocumentKind): readonly (readonly string[])[] => {
  const snapshot = snapshotOf(bytes);
  const place = placeOfName(snapshot, DOCUMENT_NAMES[kind].print);
  if (place === undefined) throw new Error(kind);
  return textRows(snapshot, place.sheet);
};

/** Printed header, without what stands right of the page. */
const headerOf = (bytes: Uint8Array, kind: DocumentKind): readonly string[] =>
  (printed(bytes, kind)[3] ?? []).slice(0, -1);

/** Rows that hold one text alone: the headings of groups. */
const headingsOf = (bytes: Uint8Array, kind: DocumentKind): readonly string[] =>
  printed(bytes, kind)
    .slice(4)
    .flatMap((row) => (row.length === 1 ? row : []));

describe('เทศบาลตำบลพอกน้อย 2562', () => {
  // Two of the scores were published, the others are made up.
  const scores = [84.97, 79.41, 71.2, 75.3, 77.77, 78.4, 70.11, 76.5, 60.05, 66.6];
  const book = workbookOf({ ก: indicatorSheet('เทศบาลตำบลพอกน้อย', 2562, scores) });
  const bytes = withDocuments(book, 'measures', 'analysis');

  test('five columns of measures, followed up every 3, 6, 9 and 12 months, gathered by instrument', () => {
    expect(headerOf(bytes, 'measures')).toEqual([
      'มาตรการ',
      'แนวทางการปฏิบัติ',
      'ขั้นตอน/วิธีการปฏิบัติ',
      'ผู้รับผิดชอบ',
      'การกำกับติดตาม',
    ]);
    const texts = printed(bytes, 'measures').flat();
    for (const month of [3, 6, 9, 12]) expect(texts.join('\n')).toContain(`- รอบ ${month} เดือน`);
    expect(headingsOf(bytes, 'measures').map((text) => text.slice(-5))).toEqual(['(IIT)', '(EIT)', '(OIT)']);
  });

  test('points to improve by instrument: indicator, what is assessed, what should get better', () => {
    expect(headerOf(bytes, 'analysis')).toEqual(['ตัวชี้วัด', 'ประเด็นการประเมิน', 'ประเด็นที่ควรพัฒนา']);
    expect(headingsOf(bytes, 'analysis').map((text) => text.slice(-5))).toEqual(['(IIT)', '(EIT)', '(OIT)']);
  });
});

describe('เทศบาลนครนครปฐม 2565', () => {
  const bytes = withDocuments(sample('nakhon-pathom-2565.xlsx'), 'measures', 'analysis', 'oit', 'calendar');

  test('measures under the urgent points and under those to improve, each point with its score', () => {
    expect(headerOf(bytes, 'measures')).toEqual([
      'มาตรการ/แนวทาง',
      'วิธีการดำเนินการ',
      'ผู้รับผิดชอบ',
      'ระยะเวลาการดำเนินการ',
      'การติดตามและรายงานผล',
    ]);
    expect(headingsOf(bytes, 'measures')).toEqual([
      'ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน',
      'ประเด็นที่ต้องพัฒนาให้ดีขึ้น',
    ]);
    const points = printed(bytes, 'measures').filter(([label]) => label?.startsWith('ตัวชี้วัดที่'));
    expect(points.map(([label, score]) => [label?.split(' ')[1], score])).toEqual([
      ['2', '88.13'],
      ['4', '88.09'],
      ['1', '94.56'],
      ['3', '90.81'],
      ['5', '90.53'],
      ['8', '94.74'],
    ]);
  });

  test('all ten indicators analysed in three groups', () => {
    const rows = printed(bytes, 'analysis').filter(([label]) => label?.startsWith('ตัวชี้วัดที่'));
    expect(rows.map(([, score]) => Number(score))).toEqual([
      88.13, 88.09, 94.56, 90.81, 90.53, 94.74, 96.03, 96.2, 100, 100,
    ]);
    expect(headingsOf(bytes, 'analysis')).toHaveLength(3);
  });

  test('who is responsible for o1–o43 of 2566, with what each must show, by sub-indicator', () => {
    expect(headerOf(bytes, 'oit')).toEqual(['ข้อ', 'ข้อมูล', 'องค์ประกอบด้านข้อมูล', 'หน่วยงานรับผิดชอบ']);
    const rows = printed(bytes, 'oit').filter(([code]) => /^o\d+$/.test(code ?? ''));
    expect(rows.map(([code]) => code)).toEqual(Array.from({ length: 43 }, (_, index) => `o${index + 1}`));
    for (const row of rows) expect(row[2]).toMatch(/^• /);
    expect(headingsOf(bytes, 'oit')).toHaveLength(7);
  });

  test('the work calendar, each step once', () => {
    expect(headerOf(bytes, 'calendar')).toEqual(['ขั้นตอน', 'ระยะเวลา', 'วิธีปฏิบัติ']);
    const { table } = tableOf(snapshotOf(bytes), 'calendar');
    expect(table.range.bottom - table.range.top).toBeGreaterThanOrEqual(8);
    expect(printed(bytes, 'calendar').flat().join(' ')).toMatch(/ม\.ค\. 2566/);
  });
});

describe('อบต.บางสัก 2567', () => {
  const bytes = withDocuments(sample('bang-sak-2567.xlsx'), 'measures', 'issues', 'scores', 'limits');

  test('the seven issues with their items, instruments and scores', () => {
    expect(headerOf(bytes, 'issues')).toEqual(['เครื่องมือ', 'ข้อคำถาม', 'คะแนน', 'ข้อบกพร่อง/ข้อแก้ไข/ปรับปรุง']);
    expect(headingsOf(bytes, 'issues').filter((text) => /^\d\. /.test(text))).toHaveLength(7);
    const scoreOf = (id: string): readonly string[] =>
      printed(bytes, 'issues').flatMap((row) => {
        const at = row.findIndex((text) => text.startsWith(`ข้อ ${id} `));
        return at < 0 ? [] : [row[at + 1] ?? ''];
      });
    // An item that stands under two issues has the same score in both.
    expect(scoreOf('i1')).toEqual(['99.33', '99.33']);
    expect(scoreOf('e9')).toEqual(['72.5']);
    expect(scoreOf('o9')).toEqual(['0']);
    expect(scoreOf('o17')).toEqual(['0']);
    expect(scoreOf('i15')).toEqual(['98.67']);
  });

  test('weak items say what is to be mended, the others that their standard is kept', () => {
    const texts = printed(bytes, 'issues').flat();
    expect(texts.filter((text) => text.startsWith('ควรปรับปรุง'))).toHaveLength(3);
    expect(texts.filter((text) => text.startsWith('รักษาระดับ')).length).toBeGreaterThanOrEqual(7);
  });

  test('measures under each of the seven issues', () => {
    expect(headerOf(bytes, 'measures')).toEqual([
      'มาตรการ/แนวทาง',
      'ขั้นตอน/วิธีการดำเนินการ',
      'ผู้รับผิดชอบ',
      'ระยะเวลาดำเนินการ',
      'การติดตามประเมินผล',
    ]);
    expect(headingsOf(bytes, 'measures').map((text) => text.slice(0, 2))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((id) => `${id}.`),
    );
  });

  test('the summary of the scores: ten indicators, both parts of EIT, instruments, total and level', () => {
    const texts = printed(bytes, 'scores').flat();
    const numbers = texts.map(Number).filter((value) => !Number.isNaN(value));
    for (const score of [
      99.78, 99.56, 100, 99.33, 92.92, 89.75, 80.58, 92.14, 94.62, 80.89, 99.69, 96.07, 94.66,
    ])
      expect(numbers.some((value) => Math.abs(value - score) < 0.005)).toBe(true);
    expect(texts).toContain('ผ่าน');
  });

  test('limits and what is done about them', () => {
    expect(headerOf(bytes, 'limits')).toEqual(['ข้อจำกัดของหน่วยงาน', 'ข้อเสนอแนะ/แนวทางในการจัดการ']);
  });
});
