import { analyze } from '../../src/app/analyze';
import { DOCUMENT_NAMES, OUR_NAMES, placeOfName } from '../../src/core/our-names';
import { a1 } from '../../src/core/cell-address';
import { analysed, rowsOf, run, tableOf, textRows, typeUnder, withDocuments } from '../support/documents';
import { KHOK_YAI_2568, WANG_THONG_2566 } from '../support/published/documents';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from '../support/workbook-of';

// Two published reports of results, rebuilt from their measures and what each of them brought. Neither agency published
// scores: those here are made up so that as many points are weak as there are measures.

type Published = {
  readonly rows: readonly (readonly Typed[])[];
  readonly year: number;
  readonly agency: string;
  readonly weak: number;
};

const WANG_THONG: Published = {
  rows: WANG_THONG_2566.slice(-8),
  year: 2565,
  agency: 'องค์การบริหารส่วนตำบลวังทอง',
  weak: 8,
};
const KHOK_YAI: Published = {
  rows: KHOK_YAI_2568.slice(-7),
  year: 2567,
  agency: 'องค์การบริหารส่วนตำบลโคกใหญ่',
  weak: 7,
};

const typedUnder = (
  bytes: Uint8Array,
  kind: 'measures' | 'results',
  columns: readonly (readonly [heading: string, from: number])[],
  rows: readonly (readonly Typed[])[],
): Uint8Array => {
  const { sheet, table } = tableOf(snapshotOf(bytes), kind);
  const places = rowsOf(bytes, kind);
  const cells = rows.flatMap((texts, index) =>
    columns.flatMap(([heading, from]) => {
      const value = texts[from] ?? null;
      const column = table.range.left + table.columns.indexOf(heading);
      return value === '' ? [] : [{ row: places[index]?.row ?? 0, column, value }];
    }),
  );
  return typeInto(bytes, [typing(sheet.name, cells)]);
};

const withMeasures = ({ rows, year, agency, weak }: Published): Uint8Array => {
  const scores = Array.from({ length: 10 }, (_, index) => (index < weak ? 80 : 99));
  const book = withDocuments(
    workbookOf({ คะแนน: indicatorSheet(agency, year, scores) }),
    'measures',
    'results',
  );
  const [measure, steps, responsible, period] = tableOf(snapshotOf(book), 'measures').table.columns;
  const columns = [measure, steps, responsible, period].map(
    (heading, from) => [heading ?? '', from] as const,
  );
  return run(typedUnder(book, 'measures', columns, rows));
};

const printed = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const snapshot = snapshotOf(bytes);
  const place = placeOfName(snapshot, DOCUMENT_NAMES.results.print);
  return textRows(snapshot, place?.sheet ?? '');
};

const stateOf = (bytes: Uint8Array) => {
  const { results } = analysed(snapshotOf(bytes)).documents;
  if (results === null) throw new Error('No report');
  return results;
};

describe('อบต.วังทอง 2566: result and suggestion', () => {
  const before = withMeasures(WANG_THONG);
  const after = run(
    typedUnder(
      before,
      'results',
      [
        ['ผลการดำเนินงาน', 4],
        ['ข้อเสนอแนะ', 5],
      ],
      WANG_THONG.rows,
    ),
  );

  test('the columns of the memo, and every text of its table', () => {
    expect((printed(after)[3] ?? []).slice(0, -1)).toEqual([
      'มาตรการ/แนวทาง',
      'วิธีการดำเนินการ',
      'ผู้รับผิดชอบ',
      'ระยะเวลาดำเนินการ',
      'ผลการดำเนินงาน',
      'ข้อเสนอแนะ',
    ]);
    const texts = new Set(printed(after).flat());
    const published = WANG_THONG.rows.flat().filter((text) => text !== '' && text !== null);
    expect(published.filter((text) => !texts.has(String(text)))).toEqual([]);
  });

  test('lacks a result for each measure until it is typed; evidence is named apart, the QR code is recalled', () => {
    expect(stateOf(before)).toMatchObject({ item: 'o43', fiscalYear: 2566, measures: 8, isReady: false });
    expect(stateOf(before).gaps).toHaveLength(8);
    expect(stateOf(after)).toMatchObject({ gaps: [], isReady: true, asksForQrCode: true });
    expect(stateOf(after).withoutEvidence).toHaveLength(8);
  });

  test('an emptied result is the only gap, by its cell', () => {
    const { sheet, table } = tableOf(snapshotOf(after), 'results');
    const column = table.range.left + table.columns.indexOf('ผลการดำเนินงาน');
    for (const { row } of rowsOf(after, 'results')) {
      const emptied = typeInto(after, [typing(sheet.name, [{ row, column, value: null }])]);
      expect(stateOf(emptied).gaps.map(({ cell }) => cell && a1(cell))).toEqual([a1({ row, column })]);
    }
  });

  test('counts how far each division has come', () => {
    const { sheet, table } = tableOf(snapshotOf(after), 'results');
    const column = table.range.left + table.columns.indexOf('ความก้าวหน้า');
    const [first, second] = rowsOf(after, 'results');
    const typed = typeInto(after, [
      typing(sheet.name, [
        { row: first?.row ?? 0, column, value: 'แล้วเสร็จ' },
        { row: second?.row ?? 0, column, value: 'กำลังดำเนินการ' },
      ]),
    ]);
    expect(stateOf(typed).progress).toEqual([
      { unit: 'สำนักปลัดฯ', measures: 4, underWay: 1, done: 1 },
      { unit: 'งานวิเคราะห์', measures: 2, underWay: 0, done: 0 },
      { unit: 'งานพัสดุ', measures: 1, underWay: 0, done: 0 },
      { unit: 'งาน บริหารงาน บุคคล', measures: 1, underWay: 0, done: 0 },
    ]);
  });
});

const checkSheet = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const snapshot = snapshotOf(bytes);
  return textRows(snapshot, placeOfName(snapshot, OUR_NAMES.resultsReadiness)?.sheet ?? '');
};

describe('the sheet that checks the report', () => {
  const before = withMeasures(WANG_THONG);
  const { sheet, table } = tableOf(snapshotOf(before), 'results');
  const at = (heading: string): number => table.range.left + table.columns.indexOf(heading);
  const [first, second] = rowsOf(before, 'results').map(({ row }) => row);
  const after = run(
    typeInto(before, [
      typing(sheet.name, [
        { row: first ?? 0, column: at('ผลการดำเนินงาน'), value: 'ประกาศแล้ว' },
        { row: first ?? 0, column: at('ความก้าวหน้า'), value: 'แล้วเสร็จ' },
        { row: second ?? 0, column: at('ความก้าวหน้า'), value: 'กำลังดำเนินการ' },
      ]),
    ]),
  );

  test('counts what is missing of what is asked for, and of the evidence', () => {
    const lines = checkSheet(after).map((texts) => texts.join(' | '));
    expect(lines[0]).toBe('ความพร้อมของรายงานผล');
    expect(lines[1]).toContain('ข้อ o43 ของการประเมินปี 2566');
    expect(lines).toContain('✘ ยังไม่พร้อม');
    expect(lines).toContain('ทุกมาตรการมีผลการดำเนินการ | 8 | 7 | ขาด');
    expect(lines).toContain('ทุกมาตรการมีหลักฐาน (แนะนำ) | 8 | 8 | ขาด');
    expect(lines.at(-1)).toContain('คิวอาร์โค้ด');
  });

  test('says of each division how far it is, and of all', () => {
    const lines = checkSheet(after).map((texts) => texts.join(' | '));
    const from = lines.indexOf('ความก้าวหน้ารายหน่วยงาน');
    expect(lines.slice(from + 1, from + 7)).toEqual([
      'ผู้รับผิดชอบ | มาตรการ | กำลังดำเนินการ | แล้วเสร็จ',
      'สำนักปลัดฯ | 4 | 1 | 1',
      'งานวิเคราะห์ | 2 | 0 | 0',
      'งานพัสดุ | 1 | 0 | 0',
      'งาน บริหารงาน บุคคล | 1 | 0 | 0',
      'รวม | 8 | 1 | 1',
    ]);
  });

  test('is ready once every result is there, whatever the evidence, and a second run changes nothing', () => {
    const done = run(typedUnder(before, 'results', [['ผลการดำเนินงาน', 4]], WANG_THONG.rows));
    const lines = checkSheet(done).map((texts) => texts.join(' | '));
    expect(lines).toContain('✔ พร้อมเผยแพร่');
    expect(lines).toContain('ทุกมาตรการมีผลการดำเนินการ | 8 | 0 | มีแล้ว');
    expect(Buffer.compare(run(done), done)).toBe(0);
  });

  test('each gap names its cell', () => {
    const cells = checkSheet(after)
      .flat()
      .filter((text) => text.startsWith(`'${sheet.name}'!`));
    expect(new Set(cells).size).toBe(7 + 8);
  });
});

describe('อบต.โคกใหญ่ 2568: output and outcome', () => {
  const before = withMeasures(KHOK_YAI);
  const after = run(
    typedUnder(
      before,
      'results',
      [
        ['ผลการดำเนินการ (output)', 4],
        ['ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)', 5],
      ],
      KHOK_YAI.rows,
    ),
  );

  test('its six columns and every text', () => {
    expect((printed(after)[3] ?? []).slice(0, -1)).toHaveLength(6);
    const texts = new Set(printed(after).flat());
    expect(KHOK_YAI.rows.flat().filter((text) => text !== '' && !texts.has(String(text)))).toEqual([]);
  });

  test('output and outcome are asked for', () => {
    expect(stateOf(before).gaps).toHaveLength(14);
    expect(stateOf(after)).toMatchObject({ item: 'o28', fiscalYear: 2568, gaps: [], isReady: true });
  });

  test('its repeated measures are named in the readiness of the measures', () => {
    const { readiness } = analysed(snapshotOf(after)).documents;
    expect(readiness?.remarks.filter(({ code }) => code === 'rowsRepeated')).toHaveLength(1);
    expect(readiness?.remarks.filter(({ code }) => code === 'dateOutside')).toHaveLength(7);
  });
});

test('of 2568 one indicator is reported on, the lowest is proposed', () => {
  const scores = [94, 88, 97, 99, 99, 99, 99, 99, 72, 99];
  const book = workbookOf({ คะแนน: indicatorSheet('เทศบาลตำบลตัวอย่าง', 2568, scores) });
  const bytes = withDocuments(book, 'measures', 'results');
  const [row, ...others] = rowsOf(bytes, 'results');
  expect(others).toEqual([]);
  expect(row?.texts['ตัวชี้วัดที่เลือก']).toBe('ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล');
  expect(stateOf(bytes)).toMatchObject({ item: 'o26', fiscalYear: 2569 });
});

test('what is changed in the measures is followed, what was reported stays', () => {
  const typed = typedUnder(withMeasures(WANG_THONG), 'results', [['ผลการดำเนินงาน', 4]], WANG_THONG.rows);
  const { sheet, table } = tableOf(snapshotOf(typed), 'measures');
  const changed = typeInto(typed, [
    typing(sheet.name, [{ row: table.range.top + 1, column: table.range.left, value: 'มาตรการใหม่' }]),
  ]);
  const [row] = rowsOf(run(changed), 'results');
  expect(row?.texts['มาตรการ/แนวทาง']).toBe('มาตรการใหม่');
  expect(row?.texts['ผลการดำเนินงาน']).toBe(WANG_THONG.rows[0]?.[4]);
});

test('what the measures of 2562 have no column for is the officer’s to fill in, and stays', () => {
  const scores = [80, 99, 99, 99, 99, 99, 99, 99, 99, 99];
  const book = workbookOf({ คะแนน: indicatorSheet('เทศบาลตำบลตัวอย่าง', 2562, scores) });
  const bytes = withDocuments(book, 'measures', 'results');
  const [row] = rowsOf(bytes, 'results');
  expect(row?.texts['ระยะเวลาดำเนินการ']).toBe('');
  const typed = typeUnder(bytes, 'results', row?.row ?? 0, 'ระยะเวลาดำเนินการ', 'ม.ค. – มี.ค. 2563');
  expect(rowsOf(run(typed), 'results')[0]?.texts['ระยะเวลาดำเนินการ']).toBe('ม.ค. – มี.ค. 2563');
});

test('there is no report without measures', () => {
  const book = workbookOf({
    คะแนน: indicatorSheet('เทศบาลตำบลตัวอย่าง', 2565, Array(10).fill(99) as number[]),
  });
  const analysis = analyze(snapshotOf(book), { documents: ['results'] });
  expect(analysis.ok && analysis.value.documents).toMatchObject({ kinds: [], results: null });
});
