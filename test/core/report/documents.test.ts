import { DOCUMENT_KINDS } from '../../../src/core/measures/layouts';
import { DOCUMENT_NAMES, OUR_NAMES } from '../../../src/core/our-names';
import { SETTING_NAMES, UNITS_NAME } from '../../../src/core/settings/setting-names';
import { placeOfName } from '../../../src/core/our-names';
import { measureLibrary } from '../../../src/rules/measure-library';
import {
  analysed,
  KEY_HEADING,
  keysOf,
  readinessOf,
  rowsOf,
  run,
  tableOf,
  textRows,
  typeUnder,
  setting,
  withDocuments,
} from '../../support/documents';
import { indicatorSheet, itemSheet } from '../../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from '../../support/workbook-of';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const indicators = (year = 2565, scores: readonly Typed[] = SCORES): Uint8Array =>
  workbookOf({ คะแนน: indicatorSheet(AGENCY, year, scores) });
const items2567 = (scoreOf: (id: string) => number = (id) => (id === 'o9' ? 0 : 100)): Uint8Array =>
  workbookOf({ ข้อ: itemSheet(2567, scoreOf) });

const key = (indicator: number): string => `ตชว-2565-${String(indicator).padStart(2, '0')}`;

describe('the measures table', () => {
  test('has a row for each weak indicator, urgent ones first, drafted from the library', () => {
    const rows = rowsOf(run(indicators()), 'measures');
    expect(rows.map(({ texts }) => texts[KEY_HEADING])).toEqual([2, 4, 1, 3, 5, 8].map(key));
    const drafts = measureLibrary.map(({ measure }) => measure);
    for (const { texts } of rows) {
      expect(drafts).toContain(texts['มาตรการ/แนวทาง']);
      expect(texts['ผู้รับผิดชอบ']).toMatch(/^\[ระบุหน่วยงานหรือผู้รับผิดชอบ เช่น .+\]$/);
      expect(texts['ระยะเวลาการดำเนินการ']).toMatch(/256[56]/);
      expect(texts['สถานะ']).toBe('ร่าง');
    }
  });

  test('keeps what the officer typed, and adds rows only for new weak points', () => {
    let bytes = run(indicators());
    bytes = typeUnder(bytes, 'measures', 5, 'มาตรการ/แนวทาง', 'มาตรการของเราเอง');
    bytes = typeUnder(bytes, 'measures', 6, 'ผู้รับผิดชอบ', 'กองคลัง');
    bytes = typeUnder(bytes, 'measures', 7, 'วิธีการดำเนินการ', null);
    const weaker = typing('คะแนน', [{ row: 9, column: 2, value: 70 }]);
    const again = run(typeInto(bytes, [weaker]));
    const rows = rowsOf(again, 'measures');
    expect(rows[0]?.texts['มาตรการ/แนวทาง']).toBe('มาตรการของเราเอง');
    expect(rows[1]?.texts['ผู้รับผิดชอบ']).toBe('กองคลัง');
    expect(rows[2]?.texts['วิธีการดำเนินการ']).toBe('');
    expect(keysOf(again, 'measures')).toEqual([2, 4, 1, 3, 5, 8, 7].map(key));
  });

  test('marks a row whose weakness is gone, moves it under a heading of its own, and never deletes it', () => {
    const better = typing('คะแนน', [{ row: 4, column: 2, value: 99 }]);
    const bytes = run(typeInto(run(indicators()), [better]));
    const [row] = rowsOf(bytes, 'measures');
    expect(row?.texts[KEY_HEADING]).toBe(key(2));
    expect(row?.texts['ที่มา']).toBe('ตัวชี้วัดที่ 2 การใช้งบประมาณ · ไม่เป็นจุดอ่อนแล้ว');
    expect(row?.texts['กลุ่ม']).toMatch(/^มาตรการเดิมที่คงไว้/);
    expect(readinessOf(bytes).remarks.map(({ code }) => code)).toContain('notWeak');
  });

  test('rows of another year’s scores say from which year they are', () => {
    const bytes = run(indicators());
    const next = typing('คะแนน', [{ row: 0, column: 0, value: 'ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566' }]);
    const rows = rowsOf(run(typeInto(bytes, [next])), 'measures');
    expect(rows[0]?.texts['ที่มา']).toBe('จากผลการประเมินปี 2565');
    expect(rows.map(({ texts }) => texts[KEY_HEADING])).toContain('ตชว-2566-02');
  });

  test('a row of which every draft was changed is no draft any more; what the officer says of it stays', () => {
    let bytes = run(indicators());
    for (const heading of [
      'มาตรการ/แนวทาง',
      'วิธีการดำเนินการ',
      'ผู้รับผิดชอบ',
      'ระยะเวลาการดำเนินการ',
      'การติดตามและรายงานผล',
    ])
      bytes = typeUnder(bytes, 'measures', 5, heading, `${heading} ของเรา`);
    bytes = typeUnder(bytes, 'measures', 6, 'สถานะ', 'รอนายกเห็นชอบ');
    const rows = rowsOf(run(bytes), 'measures');
    expect(rows.slice(0, 3).map(({ texts }) => texts['สถานะ'])).toEqual(['แก้ไขแล้ว', 'รอนายกเห็นชอบ', 'ร่าง']);
  });

  test('is not written over what stands below it', () => {
    const below = typing('มาตรการ', [{ row: 11, column: 1, value: 'ลงชื่อ ผู้จัดทำ' }]);
    const weaker = typing('คะแนน', [{ row: 9, column: 2, value: 70 }]);
    const bytes = typeInto(run(indicators()), [below, weaker]);
    expect(analysed(snapshotOf(bytes)).documents.obstacles).toEqual([
      { kind: 'measures', code: 'blocked', cell: { sheet: 'มาตรการ', row: 11, column: 1 }, rows: 1 },
    ]);
    expect(keysOf(run(bytes), 'measures')).toHaveLength(6);
  });

  test('without its key column is left alone, and the next run says so', () => {
    let bytes = run(indicators());
    const { sheet, table } = tableOf(snapshotOf(bytes), 'measures');
    const { top, right } = table.range;
    // The heading of a table is a cell and a name within the table; a copy without it stands for a deleted column.
    const rows = rowsOf(bytes, 'measures').map(({ texts }) => Object.values(texts).slice(0, -1));
    bytes = workbookOf({
      คะแนน: indicatorSheet(AGENCY, 2565, SCORES),
      [sheet.name]: [
        ...Array.from({ length: top }, (): readonly Typed[] => []),
        table.columns.slice(0, -1),
        ...rows,
      ],
    });
    expect(right).toBe(8);
    const named = typeInto(bytes, []);
    const snapshot = snapshotOf(named);
    const anchored = {
      ...snapshot,
      names: [{ name: DOCUMENT_NAMES.measures.sheet, refersTo: "'มาตรการ'!$A$1:$I$11", scope: null }],
      sheets: snapshot.sheets.map((own) =>
        own.name === sheet.name
          ? {
              ...own,
              tables: [
                {
                  name: DOCUMENT_NAMES.measures.table,
                  range: { ...table.range, right: right - 1 },
                  columns: table.columns.slice(0, -1),
                },
              ],
            }
          : own,
      ),
    };
    const { documents, plan } = analysed(anchored);
    expect(documents.obstacles.map(({ code }) => code)).toEqual(['noKeyColumn']);
    expect(plan.sheets.find(({ name }) => name === 'มาตรการ')?.cells).toEqual([]);
  });

  test('is kept where it was moved to on its sheet: its rows are found and grow there', () => {
    const weaker = typing('คะแนน', [{ row: 9, column: 2, value: 70 }]);
    const snapshot = snapshotOf(typeInto(run(indicators()), [weaker]));
    const [down, right] = [3, 2];
    const moved = {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) =>
        sheet.name === 'มาตรการ'
          ? {
              ...sheet,
              merges: [],
              rows: [
                ...Array.from({ length: down }, () => undefined),
                ...sheet.rows.map((cells) => [
                  ...Array.from({ length: right }, () => undefined),
                  ...(cells ?? []),
                ]),
              ],
              tables: sheet.tables.map((table) => ({
                ...table,
                range: {
                  top: table.range.top + down,
                  left: table.range.left + right,
                  bottom: table.range.bottom + down,
                  right: table.range.right + right,
                },
              })),
            }
          : sheet,
      ),
    };
    const { documents, plan } = analysed(moved);
    const sheet = plan.sheets.find(({ name }) => name === 'มาตรการ');
    expect(documents.obstacles).toEqual([]);
    expect(sheet?.tables[0]?.range).toEqual({ top: 7, left: 2, bottom: 14, right: 10 });
    expect(sheet?.cells.every(({ row, column }) => row > 7 && column >= 2)).toBe(true);
    expect(sheet?.cells.find(({ row, column }) => row === 14 && column === 10)?.value).toBe(key(7));
  });

  test('over filtered rows nothing is written; new rows wait until the filter is cleared', () => {
    const weaker = typing('คะแนน', [{ row: 9, column: 2, value: 70 }]);
    const snapshot = snapshotOf(typeInto(run(indicators()), [weaker]));
    const filtered = {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) =>
        sheet.name === 'มาตรการ' ? { ...sheet, isFiltered: true } : sheet,
      ),
    };
    const { documents, plan } = analysed(filtered);
    expect(documents.obstacles.map(({ code, rows }) => [code, rows])).toEqual([['filtered', 1]]);
    expect(plan.sheets.find(({ name }) => name === 'มาตรการ')?.cells).toEqual([]);
  });

  test('is not made where nothing is weak', () => {
    const bytes = indicators(
      2565,
      Array.from({ length: 10 }, () => 99),
    );
    const { plan, documents } = analysed(snapshotOf(bytes));
    expect(plan.sheets.map(({ name }) => name)).toEqual(['ผลวิเคราะห์ ITA', 'ตั้งค่า ITA']);
    expect(documents).toMatchObject({ kinds: [], readiness: null });
  });

  test('names the agency’s own division where it is the usual one, and offers the others', () => {
    const first = run(indicators());
    const units = placeOfName(snapshotOf(first), UNITS_NAME);
    if (units === undefined) throw new Error('No units');
    const { top: row, left: column } = units.range;
    const typed = typing(units.sheet, [
      { row, column, value: 'สำนักปลัดเทศบาล' },
      { row: row + 1, column, value: 'กองคลัง' },
    ]);
    const stored = typeInto(first, [typed]);
    const weaker = typing('คะแนน', [{ row: 8, column: 2, value: 70 }]);
    const analysis = analysed(snapshotOf(typeInto(stored, [weaker])));
    const sheet = analysis.plan.sheets.find(({ name }) => name === 'มาตรการ');
    expect(sheet?.validations.map(({ source }) => source)).toContainEqual({
      kind: 'formula',
      formula: UNITS_NAME,
    });
  });
});

describe('the library of the workbook', () => {
  test('is a visible table with a row for each indicator, item and issue of the year', () => {
    const snapshot = snapshotOf(run(items2567()));
    const sheet = snapshot.sheets.find(({ name }) => name === 'คลังมาตรการ');
    const [table] = sheet?.tables ?? [];
    expect(sheet?.visibility).toBe('visible');
    expect(table?.name).toBe(OUR_NAMES.libraryTable);
    expect((table?.range.bottom ?? 0) - (table?.range.top ?? 0)).toBe(10 + 59 + 7);
  });

  test('what the agency writes in it is suggested for rows that are made from then on', () => {
    const bytes = run(indicators());
    const snapshot = snapshotOf(bytes);
    const sheet = snapshot.sheets.find(({ name }) => name === 'คลังมาตรการ');
    const row = sheet?.rows.findIndex((cells) => cells?.[0]?.value === 'ตัวชี้วัด 7') ?? -1;
    const own = typing('คลังมาตรการ', [{ row, column: 2, value: 'มาตรการสื่อสารของเทศบาล' }]);
    const weaker = typing('คะแนน', [{ row: 9, column: 2, value: 70 }]);
    const again = run(typeInto(bytes, [own, weaker]));
    expect(rowsOf(again, 'measures').at(-1)?.texts['มาตรการ/แนวทาง']).toBe('มาตรการสื่อสารของเทศบาล');
    expect(textRows(snapshotOf(run(again)), 'คลังมาตรการ').flat()).toContain('มาตรการสื่อสารของเทศบาล');
  });

  test('a row that the agency adds itself comes before ours', () => {
    const bytes = run(indicators());
    const snapshot = snapshotOf(bytes);
    const sheet = snapshot.sheets.find(({ name }) => name === 'คลังมาตรการ');
    const [table] = sheet?.tables ?? [];
    if (table === undefined) throw new Error('No library');
    // The row of the last issue or item gives its place to the agency's own, as if one had been typed over it.
    const { bottom: row, left, right } = table.range;
    const own = typing('คลังมาตรการ', [
      { row, column: left, value: 'ตัวชี้วัดที่ ๗' },
      { row, column: left + 2, value: 'แถวของหน่วยงาน' },
      { row, column: right, value: null },
    ]);
    const weaker = typing('คะแนน', [{ row: 9, column: 2, value: 70 }]);
    const again = run(typeInto(bytes, [own, weaker]));
    expect(rowsOf(again, 'measures').at(-1)?.texts['มาตรการ/แนวทาง']).toBe('แถวของหน่วยงาน');
  });
});

describe('every document', () => {
  const books: readonly (readonly [string, () => Uint8Array])[] = [
    ['indicators of 2562', () => indicators(2562)],
    ['indicators of 2565', () => indicators()],
    ['items of 2567', () => items2567()],
    ['indicators of 2567 without items', () => indicators(2567)],
    ['indicators of 2569', () => indicators(2569)],
  ];

  test.each(books)('of %s is made at once, is kept by the next run, and is the same twice', (_, make) => {
    const once = withDocuments(make(), ...DOCUMENT_KINDS);
    const { kinds } = analysed(snapshotOf(once)).documents;
    expect(kinds.length).toBeGreaterThanOrEqual(6);
    expect(Buffer.from(run(once)).equals(Buffer.from(once))).toBe(true);
  });

  test.each(books)(
    'of %s: no text of a table is cut, and every sheet is A4 with its header on each page',
    (_, make) => {
      const { plan } = analysed(snapshotOf(make()), { documents: DOCUMENT_KINDS });
      const ours = plan.sheets.filter(({ tables, name }) => tables.length > 0 || name.startsWith('พิมพ์'));
      expect(ours.length).toBeGreaterThan(8);
      for (const { name, frame, rowHeights, cells } of ours) {
        // A memo is no table.
        if (!name.endsWith('บันทึกข้อความ') || !name.startsWith('พิมพ์'))
          expect(frame?.page.repeatRows).toBeDefined();
        expect(frame?.page.footer).toContain('&P');
        // A row that holds nothing but its key waits for a text and grows with it.
        const texts = cells.filter(({ value }) => value !== null && value !== '');
        for (const { row } of cells)
          if (texts.filter((cell) => cell.row === row).length !== 1 || rowHeights.has(row))
            expect(rowHeights.get(row) ?? 0).toBeGreaterThan(0);
        expect(Math.max(...rowHeights.values())).toBeLessThan(409);
      }
    },
  );

  test('is in the digits of the settings, numbers staying numbers', () => {
    const bytes = setting(withDocuments(items2567(), 'issues'), SETTING_NAMES.digits, 'เลขไทย (๐ ๑ ๒ ๓)');
    const sheet = snapshotOf(run(bytes)).sheets.find(({ name }) => name === 'พิมพ์ วิเคราะห์ตามประเด็น');
    const scores = sheet?.rows.flatMap((cells) => cells?.[2] ?? []).filter(({ value }) => value === 100);
    expect(scores?.length).toBeGreaterThan(30);
    for (const cell of scores ?? []) expect(cell.format).toBe('[$-D00041E]0.00');
  });
});

test.each(DOCUMENT_KINDS)('of %s alone no formula names what is not there', (kind) => {
  const { plan } = analysed(snapshotOf(items2567()), { documents: [kind] });
  const tables = plan.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  const names = [...plan.names.map(({ name }) => name), ...tables];
  const formulas = plan.sheets.flatMap(({ cells, conditionalFormats, validations }) => [
    ...cells.flatMap(({ formula }) => formula ?? []),
    ...conditionalFormats.flatMap((format) => (format.kind === 'formula' ? format.formula : [])),
    ...validations.flatMap(({ source }) => (source.kind === 'formula' ? source.formula : [])),
  ]);
  const used = new Set(formulas.flatMap((formula) => formula.match(/ITA_\w+/g) ?? []));
  expect([...used].filter((name) => !names.includes(name))).toEqual([]);
});
