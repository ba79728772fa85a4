import { analyze, type Analysis } from '../../../src/app/analyze';
import type { PlannedCell, SheetPlan } from '../../../src/core/change-plan';
import { openWorkbook } from '../../../src/xlsx/open-workbook';
import { indicatorSheet, itemSheet } from '../../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf } from '../../support/workbook-of';
import { structureProblems } from '../../xlsx/check-structure';

const SCORES_2565 = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const workbook2565 = (): Uint8Array => workbookOf({ คะแนน: indicatorSheet(AGENCY, 2565, SCORES_2565) });

const analysisOf = (bytes: Uint8Array): Analysis => {
  const analysis = analyze(snapshotOf(bytes));
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value;
};

const written = (bytes: Uint8Array): Uint8Array => {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const applied = opened.value.apply(analysisOf(bytes).plan);
  if (!applied.ok) throw new Error(`${applied.error.code} ${applied.error.cell ?? ''}`);
  expect(structureProblems(applied.value)).toEqual([]);
  return applied.value;
};

const sheetOf = ({ plan }: Analysis, index: number): SheetPlan => {
  const sheet = plan.sheets[index];
  if (sheet === undefined) throw new Error(`No sheet ${index}`);
  return sheet;
};

const ALLOWED =
  'AVERAGE AVERAGEIF SUM SUMIF SUMPRODUCT ROUND ABS IF AND OR ISNUMBER INDEX MATCH LOOKUP RANK LARGE QUARTILE COUNT COUNTA COUNTIF COUNTIFS MIN MAX IFERROR HYPERLINK NA'.split(
    ' ',
  );

const workbooks: readonly (readonly [string, () => Uint8Array])[] = [
  ['indicators of 2565', workbook2565],
  ['items of 2564', () => workbookOf({ ข้อ: itemSheet(2564, (id) => (id === 'o3' ? 0 : 100)) })],
  [
    'items of 2567 with one missing',
    () => workbookOf({ ข้อ: itemSheet(2567, (id) => (id === 'i4' ? null : 100)) }),
  ],
  [
    'indicators of three years',
    () =>
      workbookOf({
        ก: indicatorSheet(AGENCY, 2564, SCORES_2565),
        ข: indicatorSheet(AGENCY, 2565, SCORES_2565),
        ค: indicatorSheet(AGENCY, 2563, ['๙๐.๑๐', ...SCORES_2565.slice(1)]),
      }),
  ],
  ['indicators of 2568', () => workbookOf({ คะแนน: indicatorSheet(AGENCY, 2568, SCORES_2565) })],
];

describe.each(workbooks)('%s', (_, make) => {
  const formulas = (): readonly string[] =>
    analysisOf(make()).plan.sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));

  test('formulas use only functions that every spreadsheet computes alike', () => {
    const used = formulas().flatMap((formula) =>
      [...formula.replace(/"[^"]*"/g, '').matchAll(/([A-Z]+)\(/g)].map(([, name]) => name ?? ''),
    );
    expect(formulas().length).toBeGreaterThan(40);
    expect([...new Set(used)].filter((name) => !ALLOWED.includes(name))).toEqual([]);
  });

  test('formulas always quote the names of sheets', () => {
    expect(formulas().filter((formula) => /(?<!')!/.test(formula.replace(/"[^"]*"/g, '')))).toEqual([]);
  });

  test('no cell is planned twice, and none lies under a merged area', () => {
    for (const { cells, merges } of analysisOf(make()).plan.sheets) {
      const places = cells.map(({ row, column }) => `${row},${column}`);
      expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
      const covered = merges.flatMap(({ top, left, bottom, right }) =>
        cells.filter(
          ({ row, column, value }) =>
            row >= top &&
            row <= bottom &&
            column >= left &&
            column <= right &&
            !(row === top && column === left) &&
            value !== null &&
            value !== '',
        ),
      );
      expect(covered).toEqual([]);
    }
  });

  test('every style that is used is defined', () => {
    const { plan } = analysisOf(make());
    const used = new Set(plan.sheets.flatMap(({ cells }) => cells.flatMap(({ style }) => style ?? [])));
    expect([...used].filter((name) => plan.styles[name] === undefined)).toEqual([]);
  });

  test('a second run changes nothing', () => {
    const once = written(make());
    expect(Buffer.from(written(once)).equals(Buffer.from(once))).toBe(true);
  });
});

test('numbers are followed live, and a number in a text is written once with its origin', () => {
  const scores = [...SCORES_2565.slice(0, 9), '๙๙.๕๐'];
  const { cells } = sheetOf(analysisOf(workbookOf({ คะแนน: indicatorSheet(AGENCY, 2565, scores) })), 0);
  const linked = (place: string): PlannedCell | undefined => {
    const link = cells.find((cell) => cell.link === place);
    return cells.find(({ row, column }) => row === link?.row && column === 3);
  };
  expect(linked("'คะแนน'!C4")).toMatchObject({
    value: 94.56,
    formula: `IF(ISNUMBER('คะแนน'!C4),'คะแนน'!C4,"")`,
  });
  expect(linked("'คะแนน'!C13")).toMatchObject({ value: 99.5, style: 'typedScore' });
  expect(linked("'คะแนน'!C13")).not.toHaveProperty('formula');
  expect(cells.some(({ value }) => value === 'ต้นทางเป็นข้อความ «๙๙.๕๐»')).toBe(true);
});

test('a sheet of the officer’s with our title is left alone', () => {
  const bytes = workbookOf({
    คะแนน: indicatorSheet(AGENCY, 2565, SCORES_2565),
    'ผลวิเคราะห์ ITA': [['บันทึกของหน่วยงาน']],
    มาตรการ: [['มาตรการเดิม']],
  });
  const { sheets } = snapshotOf(written(bytes));
  expect(sheets.map(({ name }) => name)).toEqual([
    'คะแนน',
    'ผลวิเคราะห์ ITA',
    'มาตรการ',
    'ผลวิเคราะห์ ITA (ของระบบ)',
    'มาตรการ (ของระบบ)',
    'พิมพ์ มาตรการ',
    'ความพร้อมของเอกสาร',
    'คลังมาตรการ',
    'ตั้งค่า ITA',
  ]);
  expect(sheets[1]?.rows[0]?.[0]?.value).toBe('บันทึกของหน่วยงาน');
});

test('a report that becomes shorter leaves nothing of the longer one', () => {
  const bytes = workbookOf({
    คะแนน: indicatorSheet(AGENCY, 2567, SCORES_2565),
    ข้อ: itemSheet(2567, () => 100),
  });
  const long = written(bytes);
  const blanked = typing(
    'ข้อ',
    Array.from({ length: 62 }, (_, row) => [0, 1, 2].map((column) => ({ row, column, value: null }))).flat(),
  );
  const short = written(typeInto(long, [blanked]));
  const fresh = written(typeInto(bytes, [blanked]));
  const analysisCells = (file: Uint8Array): unknown => {
    const sheet = snapshotOf(file).sheets.find(({ name }) => name === 'ผลวิเคราะห์ ITA');
    return {
      rows: sheet?.rows.map((row) => row?.map((cell) => cell?.value)).filter((row) => (row?.length ?? 0) > 0),
      merges: sheet?.merges.length,
    };
  };
  expect(analysisCells(short)).toEqual(analysisCells(fresh));
});
