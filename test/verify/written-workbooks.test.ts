import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import { DOCUMENT_KINDS } from '../../src/core/measures/layouts';
import { DOCUMENT_NAMES, OUR_NAMES, placeOfName } from '../../src/core/our-names';
import { SETTING_NAMES } from '../../src/core/settings/setting-names';
import { cellAt, type CellValue } from '../../src/core/snapshot';
import { rowsOf, run, typeUnder } from '../support/documents';
import { snapshotOf, typeInto, typing } from '../support/workbook-of';
import { structureProblems } from '../xlsx/check-structure';
import { analysisOf, runAnalyze, sample } from './analyze-command';
import { disagreements, formulaCells } from './formula-results';
import { convert, type Converted } from './libreoffice';

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
const outOf = (name: string): string => join(folder, name);

/** What the command writes, started as its user does. */
const plain = (name: string): Uint8Array => {
  const { status, stderr } = runAnalyze([sample(name), '--out', outOf(name)]);
  if (status !== 0) throw new Error(stderr);
  return new Uint8Array(readFileSync(outOf(name)));
};

const withDocuments = (name: string): Uint8Array => {
  const all = analysisOf(sample(name), '--documents', DOCUMENT_KINDS.join());
  // A report under way: some of it filled in, divisions named or not, advice pasted with and without its code.
  const [first, second] = rowsOf(all, 'results').map(({ row }) => row);
  const [advised, coded] = rowsOf(all, 'advice').map(({ row }) => row);
  const [measured] = rowsOf(all, 'measures').map(({ row }) => row);
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
    all,
  );
  return run(filled);
};

const NAKHON_PATHOM = 'nakhon-pathom-2565.xlsx';
const BANG_SAK = 'bang-sak-2567.xlsx';
const written: Record<string, Uint8Array> = {};
let recalculated: Converted;

beforeAll(() => {
  for (const name of [NAKHON_PATHOM, BANG_SAK]) {
    written[name] = plain(name);
    written[`beside ${name}`] = analysisOf(sample(name), '--in-place');
    written[`documents ${name}`] = withDocuments(name);
  }
  const score = { row: 6, column: 1, value: 40 };
  written['changed'] = typeInto(bytesOf(NAKHON_PATHOM), [typing('ตัวชี้วัด', [score])]);
  recalculated = convert(written, 'xlsx');
}, 480_000);

const bytesOf = (name: string): Uint8Array => {
  const bytes = written[name];
  if (bytes === undefined) throw new Error(name);
  return bytes;
};

const formulaCount = (name: string): number => formulaCells(snapshotOf(bytesOf(name))).length;

const expectAgreement = (name: string): void => {
  expect(structureProblems(bytesOf(name))).toEqual([]);
  expect(disagreements(bytesOf(name), recalculated.of(name))).toEqual([]);
};

describe.each([
  [NAKHON_PATHOM, 'A5:I11', 'วิธีการดำเนินการ'],
  [BANG_SAK, 'A5:I13', 'ขั้นตอน/วิธีการดำเนินการ'],
])('%s', (name, measuresRange, steps) => {
  test('every formula gives our cached value when LibreOffice recalculates it', () => {
    expect(formulaCount(name)).toBeGreaterThan(50);
    expectAgreement(name);
  });

  test('so it does with columns beside the officer’s tables', () => {
    expect(formulaCount(`beside ${name}`) - formulaCount(name)).toBeGreaterThan(20);
    expectAgreement(`beside ${name}`);
  });

  test('and with every document', () => {
    expect(formulaCount(`documents ${name}`)).toBeGreaterThan(250);
    expectAgreement(`documents ${name}`);
  });

  test('openpyxl reads the tables, names and formats back', () => {
    const { names, sheets } = readBack(outOf(name));
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
  const recalculatedBook = snapshotOf(recalculated.of('changed'));
  const analysis = analyze(snapshotOf(bytesOf('changed')));
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
});
