import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import { a1 } from '../../src/core/cell-address';
import { DOCUMENT_KINDS } from '../../src/core/measures/layouts';
import { DOCUMENT_NAMES, OUR_NAMES, placeOfName } from '../../src/core/our-names';
import { SETTING_NAMES } from '../../src/core/settings/setting-names';
import { cellAt, type CellValue, type Snapshot } from '../../src/core/snapshot';
import { rowsOf, run, typeUnder } from '../support/documents';
import { indicatorSheet, itemSheet } from '../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from '../support/workbook-of';
import { structureProblems } from '../xlsx/check-structure';
import { runAnalyze, sample } from './analyze-command';
import { recalculated } from './libreoffice';

const TOLERANCE = 1e-9;

const readFile = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

type FormulaCell = { readonly place: string; readonly formula: string; readonly value: CellValue };

const formulaCells = ({ sheets }: Snapshot): readonly FormulaCell[] =>
  sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) =>
        cell?.formula == null
          ? []
          : [{ place: `${sheet.name}!${a1({ row, column })}`, formula: cell.formula, value: cell.value }],
      ),
    ),
  );

const differs = (ours: CellValue, theirs: CellValue): boolean => {
  if (typeof ours === 'number' && typeof theirs === 'number') return Math.abs(ours - theirs) > TOLERANCE;
  // A formula that gives an empty text shows as blank in either program.
  return (ours ?? '') !== (theirs ?? '');
};

/** Formula cells whose cached value is not what LibreOffice computes. */
const disagreements = (bytes: Uint8Array, file: string): readonly string[] => {
  expect(structureProblems(bytes)).toEqual([]);
  writeFileSync(file, bytes);
  const ours = formulaCells(snapshotOf(bytes));
  const theirs = new Map(
    formulaCells(snapshotOf(recalculated(file))).map((cell) => [cell.place, cell.value]),
  );
  return ours.flatMap(({ place, formula, value }) => {
    const other = theirs.get(place) ?? null;
    return differs(value, other)
      ? [`${place} =${formula}: ${JSON.stringify(value)} / ${JSON.stringify(other)}`]
      : [];
  });
};

const python = (): string => {
  const usable = ['/usr/bin/python3', 'python3'].find((command) => {
    try {
      execFileSync(command, ['-c', 'import openpyxl'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  if (usable === undefined) throw new Error('No python3 with openpyxl');
  return usable;
};

type ReadBack = {
  readonly names: Readonly<Record<string, string>>;
  readonly sheets: Readonly<
    Record<
      string,
      {
        readonly tables: Readonly<
          Record<string, { readonly ref: string; readonly columns: readonly string[] }>
        >;
        readonly conditionalFormats: readonly string[];
        readonly freeze: string | null;
        readonly printTitles: string | null;
        readonly paperSize: number | string;
        readonly orientation: string;
        readonly numberFormats: Readonly<Record<string, string>>;
        readonly fonts: readonly string[];
      }
    >
  >;
};

const readBack = (file: string): ReadBack =>
  JSON.parse(
    execFileSync(python(), [join(__dirname, 'read_back.py'), file], { encoding: 'utf8' }),
  ) as ReadBack;

const SIDE_COLUMNS = ['กลุ่ม', 'ที่มา', 'สถานะ', 'รหัสแถว'];

const folder = mkdtempSync(join(tmpdir(), 'ita-verify-'));

describe.each([
  ['nakhon-pathom-2565.xlsx', 'A5:I11', 'วิธีการดำเนินการ'],
  ['bang-sak-2567.xlsx', 'A5:I13', 'ขั้นตอน/วิธีการดำเนินการ'],
])('%s', (name, measuresRange, steps) => {
  const out = join(folder, name);

  beforeAll(() => {
    const { status, stderr } = runAnalyze([sample(name), '--out', out]);
    if (status !== 0) throw new Error(stderr);
  });

  test('every formula gives our cached value when LibreOffice recalculates it', () => {
    const bytes = readFile(out);
    expect(formulaCells(snapshotOf(bytes)).length).toBeGreaterThan(50);
    expect(disagreements(bytes, join(folder, `check-${name}`))).toEqual([]);
  }, 240_000);

  test('so it does with columns beside the officer’s tables', () => {
    const beside = join(folder, `beside-${name}`);
    const { status, stderr } = runAnalyze([sample(name), '--in-place', '--out', beside]);
    expect([status, stderr]).toEqual([0, '']);
    const bytes = readFile(beside);
    const added = formulaCells(snapshotOf(bytes)).length - formulaCells(snapshotOf(readFile(out))).length;
    expect(added).toBeGreaterThan(20);
    expect(disagreements(bytes, join(folder, `check-beside-${name}`))).toEqual([]);
  }, 240_000);

  test('and with every document', () => {
    const all = join(folder, `documents-${name}`);
    const { status, stderr } = runAnalyze([sample(name), '--out', all, '--documents', DOCUMENT_KINDS.join()]);
    if (status !== 0) throw new Error(stderr);
    // A report under way: some of it filled in, divisions named or not, advice pasted with and without its code.
    const [first, second] = rowsOf(readFile(all), 'results').map(({ row }) => row);
    const [advised, coded] = rowsOf(readFile(all), 'advice').map(({ row }) => row);
    const [measured] = rowsOf(readFile(all), 'measures').map(({ row }) => row);
    const typed = [
      ['results', first, 'ความก้าวหน้า', 'แล้วเสร็จ'],
      ['results', second, 'ความก้าวหน้า', 'กำลังดำเนินการ'],
      ['results', first, 'หลักฐาน (ลิงก์)', 'https://example.go.th/result'],
      ['measures', measured, 'ผู้รับผิดชอบ', 'กองคลัง'],
      ['advice', advised, 'ข้อเสนอแนะของผู้ประเมิน', 'i2 ควรปรับปรุงการให้บริการ'],
      ['advice', coded, 'ข้อ', 'ตัวชี้วัดที่ 2'],
      ['advice', coded, 'ข้อเสนอแนะของผู้ประเมิน', 'ควรเปิดเผยการใช้งบประมาณ'],
    ] as const;
    const filled = typed.reduce<Uint8Array>(
      (bytes, [kind, row, heading, value]) => typeUnder(bytes, kind, row ?? 0, heading, value),
      readFile(all),
    );
    const bytes = run(filled);
    expect(formulaCells(snapshotOf(bytes)).length).toBeGreaterThan(250);
    expect(disagreements(bytes, join(folder, `check-documents-${name}`))).toEqual([]);
  }, 240_000);

  test('openpyxl reads the tables, names and formats back', () => {
    const { names, sheets } = readBack(out);
    const analysis = sheets['ผลวิเคราะห์ ITA'];
    const measures = sheets['มาตรการ'];
    expect(
      Object.keys(names)
        .filter((key) => key.startsWith('ITA_') && !/^ITA_(?:Settings.|Item|Indicator)/.test(key))
        .sort(),
    ).toEqual([
      OUR_NAMES.analysis,
      OUR_NAMES.chartData,
      OUR_NAMES.grade,
      OUR_NAMES.librarySheet,
      OUR_NAMES.libraryTexts,
      DOCUMENT_NAMES.measures.print,
      DOCUMENT_NAMES.measures.sheet,
      OUR_NAMES.readiness,
      OUR_NAMES.settings,
      OUR_NAMES.total,
      OUR_NAMES.whatIf,
    ]);
    expect(names[SETTING_NAMES.policy]).toMatch(/^'ตั้งค่า ITA'!\$B\$\d+$/);
    expect(names[OUR_NAMES.total]).toBe("'ผลวิเคราะห์ ITA'!$A$5");
    const { ref, columns } = measures?.tables['ITA_Measures'] ?? {};
    expect(ref).toBe(measuresRange);
    expect(columns?.[1]).toBe(steps);
    expect(columns?.slice(-4)).toEqual(SIDE_COLUMNS);
    expect([measures?.freeze, measures?.printTitles, measures?.orientation]).toEqual([
      'A6',
      '$5:$5',
      'landscape',
    ]);
    expect(analysis?.numberFormats['A5']).toBe('0.00');
    expect([Number(analysis?.paperSize), analysis?.orientation]).toEqual([9, 'portrait']);
    expect(analysis?.fonts).toEqual(['TH Sarabun New']);
    expect(analysis?.conditionalFormats.length).toBeGreaterThanOrEqual(1);
  });
});

test('changing an officer’s score and recalculating gives what an analysis of the changed workbook gives', () => {
  const out = join(folder, 'before.xlsx');
  runAnalyze([sample('nakhon-pathom-2565.xlsx'), '--out', out]);
  const changed = typeInto(readFile(out), [typing('ตัวชี้วัด', [{ row: 6, column: 1, value: 40 }])]);
  const file = join(folder, 'changed.xlsx');
  writeFileSync(file, changed);

  const recalculatedBook = snapshotOf(recalculated(file));
  const analysis = analyze(snapshotOf(changed));
  if (!analysis.ok) throw new Error(analysis.error.code);
  const [{ total, grade }] = analysis.value.assessments;
  const valueOf = (name: string): CellValue => {
    const place = placeOfName(recalculatedBook, name);
    const sheet = recalculatedBook.sheets.find((entry) => entry.name === place?.sheet);
    if (place === undefined || sheet === undefined) throw new Error(name);
    return cellAt(sheet, { row: place.range.top, column: place.range.left })?.value ?? null;
  };
  expect(valueOf(OUR_NAMES.total)).toBeCloseTo(total.score ?? Number.NaN, 9);
  expect(valueOf(OUR_NAMES.grade)).toBe(grade?.code);
  expect(total.score).toBeCloseTo(92.9364, 4);
}, 240_000);

type Sheets = Readonly<Record<string, readonly (readonly Typed[])[]>>;

const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 95];
const partsSheet = (parts: readonly (readonly Typed[])[]): Sheets[string] => [
  [`ผลการประเมิน ITA ปีงบประมาณ 2567`],
  ['เครื่องมือ', 'คะแนน'],
  ['IIT', 99],
  ...parts,
  ['OIT', 97],
];

const typedWorkbooks: readonly (readonly [string, Sheets])[] = [
  ['items of 2564', { ข้อ: itemSheet(2564, (id) => (id.startsWith('o') ? (id === 'o3' ? 0 : 100) : 87.5)) }],
  ['items of 2566 with one missing', { ข้อ: itemSheet(2566, (id) => (id === 'i4' ? null : 96)) }],
  ['items of 2567', { ข้อ: itemSheet(2567, (id) => (id === 'o9' ? 0 : 100)) }],
  ['indicators of 2566, parts unknown', { ก: indicatorSheet(AGENCY, 2566, SCORES) }],
  [
    'indicators of 2568, some missing',
    {
      ก: indicatorSheet(
        AGENCY,
        2568,
        SCORES.map((score, index) => (index === 3 ? null : score)),
      ),
    },
  ],
  [
    'indicators of 2569 with equal scores',
    { ก: indicatorSheet(AGENCY, 2569, [90, 95, 90, 95, 90, 99, 99, 99, 80, 80]) },
  ],
  ['instruments of 2567 alone', { ก: partsSheet([['EIT', 88]]) }],
  [
    'both parts of 2567',
    {
      ก: partsSheet([
        ['EIT ส่วนที่ 1', 94],
        ['EIT ส่วนที่ 2', 80],
      ]),
    },
  ],
  [
    'one part of 2567',
    {
      ก: partsSheet([
        ['EIT', 88],
        ['EIT ส่วนที่ 1', 94],
      ]),
    },
  ],
  [
    'parts of 2567 that contradict their instrument',
    {
      ก: partsSheet([
        ['EIT', 10],
        ['EIT ส่วนที่ 1', 90],
      ]),
    },
  ],
  ['no OIT yet', { ก: indicatorSheet(AGENCY, 2565, SCORES.slice(0, 8)) }],
  [
    'Thai digits',
    {
      ก: indicatorSheet(
        AGENCY,
        2563,
        SCORES.map((_, index) => `๙๐.${'๑๒๓๔๕๖๗๘๙๐'.charAt(index)}๕`),
      ),
    },
  ],
];

test.each(typedWorkbooks)(
  'LibreOffice agrees on every formula: %s',
  (name, sheets) => {
    const input = join(folder, `${name}.xlsx`);
    const out = join(folder, `${name}-out.xlsx`);
    writeFileSync(input, workbookOf(sheets));
    expect(runAnalyze([input, '--out', out])).toMatchObject({ status: 0, stderr: '' });
    expect(disagreements(readFile(out), join(folder, `${name}-check.xlsx`))).toEqual([]);
  },
  240_000,
);
