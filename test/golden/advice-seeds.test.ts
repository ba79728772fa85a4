import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentKind } from '../../src/core/measures/layouts';
import { DOCUMENT_NAMES, placeOfName } from '../../src/core/our-names';
import { analysed, rowsOf, run, tableOf, textRows, typeUnder, withDocuments } from '../support/documents';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf } from '../support/workbook-of';

// The recommendations in a published report of 2565, as a copy out of its PDF gives them: headings and paragraphs between
// them, the letter of the IIT items read as a one. Each is cut after its first words.
const PASTED = [
  'ข้อเสนอแนะจากสำนักงาน ป.ป.ช. สำหรับการประเมินตามแบบวัด (IIT)',
  '120 หน่วยงานควรระบุขั้นตอนและแนวทางในการขอยืมทรัพย์สินของทางราชการตามประเภทงานด้านต่าง ๆ',
  '123 หน่วยงานควรระบุขั้นตอนและแนวทางในการขอยืม พร้อมทั้งเผยแพร่คู่มือ',
  '124 หน่วยงานควรกำหนดแนวทางในการกำกับ ดูแล และตรวจสอบการใช้ทรัพย์สินของทางราชการ',
  'ข้อเสนอแนะจากสำนักงาน ป.ป.ช. สำหรับการประเมินตามแบบวัด (EIT)',
  'E12 หน่วยงานควรนำเสนอผลงานที่แสดงให้เห็นถึงการปรับปรุง การพัฒนาขั้นตอนการดำเนินงาน',
  'E14 หน่วยงานควรเปิดโอกาสให้บุคคลภายนอก เข้ามามีส่วนร่วมในการดำเนินงานตามภารกิจ',
  'E15 หน่วยงานควรนำเสนอผลงานที่แสดงให้เห็นถึงการปรับปรุง การพัฒนาคุณภาพ (อ้างอิงจาก ๐43)',
];
const ITEMS = ['i20', 'i23', 'i24', 'e12', 'e14', 'e15'];
const ADVICE = 'ข้อเสนอแนะของผู้ประเมิน';

const sample = (): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/nakhon-pathom-2565.xlsx')));

const pasteAt = (book: Uint8Array, column: number, texts: readonly string[]): Uint8Array => {
  const { sheet, table } = tableOf(snapshotOf(book), 'advice');
  const first = table.range.top + 1;
  return typeInto(book, [
    typing(
      sheet.name,
      texts.map((value, index) => ({ row: first + index, column, value })),
    ),
  ]);
};

const adviceIn = (book: Uint8Array) => {
  const { advice } = analysed(snapshotOf(book)).documents;
  if (advice === null) throw new Error('No advice');
  return advice;
};

const printedAdvice = (book: Uint8Array, kind: DocumentKind): readonly string[] => {
  const snapshot = snapshotOf(book);
  const { sheet } = placeOfName(snapshot, DOCUMENT_NAMES[kind].print) ?? { sheet: '' };
  return textRows(snapshot, sheet)
    .flat()
    .filter((text) => text.startsWith(ADVICE));
};

test.each([
  ['the first column', 0],
  ['the column of the texts', 1],
])(
  'what the assessor sent is pasted into %s, matched, and carried into measures and analysis',
  (_, column) => {
    const blank = withDocuments(sample(), 'measures', 'analysis', 'advice');
    const book = run(pasteAt(blank, column, PASTED));
    const { matched, unmatched } = adviceIn(book);
    expect(matched.map(({ subject }) => (subject.kind === 'item' ? subject.id : subject))).toEqual(ITEMS);
    expect(unmatched).toHaveLength(2);
    for (const kind of ['measures', 'analysis'] as const) {
      const printed = printedAdvice(book, kind);
      expect(printed.map((text) => /ข้อ (\S+):/.exec(text)?.[1])).toEqual(ITEMS);
      expect(printed[0]).toBe(`${ADVICE} ข้อ i20: ${(PASTED[1] ?? '').slice(4)}`);
    }
    const origins = rowsOf(book, 'measures').map(({ texts }) => texts['ที่มา'] ?? '');
    expect(origins.filter((text) => text.includes('i20') && text.includes('ตัวชี้วัดที่ 4'))).toHaveLength(1);
    expect(origins.filter((text) => text.includes('e14') && text.includes('ตัวชี้วัดที่ 8'))).toHaveLength(1);
    // What the officer pasted stays, and another run changes nothing.
    const texts = rowsOf(book, 'advice').map((row) => Object.values(row.texts)[column]);
    expect(texts.slice(0, PASTED.length)).toEqual(PASTED);
    expect(Buffer.compare(run(book), book)).toBe(0);
  },
);

test('the table says what each row was understood to be about, also in a row that the officer added', () => {
  const blank = withDocuments(sample(), 'measures', 'advice');
  const { sheet, table } = tableOf(snapshotOf(blank), 'advice');
  const below = table.range.bottom + 1;
  const typed = typeInto(pasteAt(blank, 1, PASTED.slice(0, 2)), [
    typing(sheet.name, [
      { row: below, column: 0, value: 'E๑๔' },
      { row: below, column: 1, value: 'ควรเปิดโอกาสให้มีส่วนร่วม' },
    ]),
  ]);
  // A spreadsheet lets its table grow with what is typed below it; here the row is outside, and stays as it was typed.
  const book = run(typed);
  const matches = rowsOf(book, 'advice').map(({ texts }) => texts['ตรงกับ']);
  expect(matches.slice(0, 3)).toEqual([
    'ยังไม่ทราบข้อ โปรดใส่รหัสข้อ เช่น I20 ไว้หน้าข้อความ',
    'ข้อ i20 ความสะดวกในการขออนุญาตยืมทรัพย์สินของราชการ',
    '',
  ]);
});

test('a text in a cell of its own is followed live by the printed sheet', () => {
  const blank = withDocuments(sample(), 'measures', 'advice');
  const [row] = rowsOf(blank, 'advice');
  const coded = typeUnder(blank, 'advice', row?.row ?? 0, 'ข้อ', 'i20');
  const book = run(typeUnder(coded, 'advice', row?.row ?? 0, ADVICE, 'ควรทำคู่มือ'));
  const snapshot = snapshotOf(book);
  const { sheet: name } = placeOfName(snapshot, DOCUMENT_NAMES.measures.print) ?? { sheet: '' };
  const cells =
    snapshot.sheets.find((sheet) => sheet.name === name)?.rows.flatMap((line) => line ?? []) ?? [];
  const own = cells.find((cell) => cell?.value === `${ADVICE} ข้อ i20: ควรทำคู่มือ`);
  expect(own?.formula).toContain('INDEX(');
});

test('advice on what is not weak is named, because no measure answers it', () => {
  const scores = [80, 99, 99, 99, 99, 99, 99, 99, 99, 99];
  const blank = withDocuments(
    workbookOf({ คะแนน: indicatorSheet('เทศบาลตัวอย่าง', 2565, scores) }),
    'measures',
    'advice',
  );
  const book = run(pasteAt(blank, 1, ['I1 ควรปฏิบัติงานตามขั้นตอน', 'E12 ควรปรับปรุงวิธีการ']));
  const { readiness } = analysed(snapshotOf(book)).documents;
  const remark = readiness?.remarks.find(({ code }) => code === 'adviceUnanswered');
  expect(remark?.params['items']).toContain('e12');
  expect(remark?.params['items']).not.toContain('i1 ');
  expect(remark?.cells).toHaveLength(1);
});

test('the advice of an earlier year stays, and is not taken for that of the newer one', () => {
  const first = indicatorSheet('เทศบาลตัวอย่าง', 2565, [80, 99, 99, 80, 99, 99, 99, 99, 99, 99]);
  const blank = withDocuments(workbookOf({ ปี65: first }), 'measures', 'advice');
  const book = run(pasteAt(blank, 1, ['I20 ควรทำคู่มือ']));
  const next = indicatorSheet('เทศบาลตัวอย่าง', 2566, [80, 99, 99, 80, 99, 99, 99, 99, 99, 99]);
  const cells = next.flatMap((row, index) =>
    row.map((value, column) => ({ row: index, column: column + 12, value })),
  );
  const later = run(typeInto(book, [typing('ปี65', cells)]));
  expect(analysed(snapshotOf(later)).assessments[0].fiscalYear).toBe(2566);
  expect(adviceIn(later).matched).toEqual([]);
  const texts = rowsOf(later, 'advice').map((row) => row.texts[ADVICE]);
  expect(texts[0]).toBe('I20 ควรทำคู่มือ');
  expect(texts).toHaveLength(30);
});
