import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import { reportTextsTh } from '../../src/app/messages/report-texts-th';
import { gainsOf } from '../../src/core/assess/gains';
import { whatIf } from '../../src/core/assess/what-if';
import { parseSheetRange, type CellRange } from '../../src/core/cell-address';
import { OUR_NAMES, placeOfName } from '../../src/core/our-names';
import { subjectKey } from '../../src/core/read/reading';
import { cellAt, type CellValue, type Snapshot } from '../../src/core/snapshot';
import { SETTING_NAMES } from '../../src/core/settings/setting-names';
import { indicatorSheet, itemSheet } from '../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from '../support/workbook-of';
import { analysisOf, sample } from './analyze-command';
import { convert, type Converted } from './libreoffice';

// The mailed workbook is played with where there is no add-in: every figure must follow what is typed.

const ANALYSIS = reportTextsTh.analysisSheet;
const folder = mkdtempSync(join(tmpdir(), 'ita-live-'));

const saved = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, `${name}.xlsx`);
  writeFileSync(file, bytes);
  return file;
};

/** Analysed workbooks with what somebody typed into them, each put here before the first test runs. */
const played: Record<string, Uint8Array> = {};
let recalculated: Converted;

beforeAll(() => {
  recalculated = convert(played, 'xlsx');
}, 480_000);

const inLibreOffice = (name: string): Snapshot => snapshotOf(recalculated.of(name));

const analysed = (snapshot: Snapshot) => {
  const analysis = analyze(snapshot);
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value;
};

const valueAt = (book: Snapshot, sheetName: string, row: number, column: number): CellValue => {
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  return sheet === undefined ? null : (cellAt(sheet, { row, column })?.value ?? null);
};

const textAtRow = (book: Snapshot, row: number): string => {
  const value = valueAt(book, ANALYSIS, row, 0);
  return typeof value === 'string' ? value : '';
};

const rangeOf = (book: Snapshot, name: string): CellRange => {
  const place = placeOfName(book, name);
  if (place === undefined) throw new Error(name);
  return place.range;
};

const rowsOf = ({ top, bottom }: CellRange): readonly number[] =>
  Array.from({ length: bottom - top + 1 }, (_, index) => top + index);

/** Rows of the analysis sheet by a number in the first column, between a heading and the next one. */
const rowsUnder = (book: Snapshot, heading: string): ReadonlyMap<number, number> => {
  const sheet = book.sheets.find(({ name }) => name === ANALYSIS);
  const first = sheet?.rows.findIndex((cells) => cells?.[0]?.value === heading) ?? -1;
  const rows = new Map<number, number>();
  for (let row = first + 1; first >= 0 && rows.size < 10; row += 1) {
    const code = valueAt(book, ANALYSIS, row, 0);
    if (typeof code === 'number') rows.set(code, row);
    if (row > first + 40) break;
  }
  return rows;
};

const items = workbookOf({
  ข้อ: itemSheet(2564, (id) => (id.startsWith('o') ? (id === 'o9' ? 0 : 100) : 88.5)),
});
const POLICIES = ['threshold', 'lowest', 'item'];

const inputs: readonly (readonly [string, string, readonly (readonly [string, number, number, Typed])[]])[] =
  [
    [
      'indicators of 2565, two raised and one lowered',
      sample('nakhon-pathom-2565.xlsx'),
      [
        ['ตัวชี้วัด', 6, 1, 40],
        ['ตัวชี้วัด', 4, 1, 99.5],
      ],
    ],
    [
      'items of 2564, an OIT item published and one taken away',
      saved('items', items),
      [
        ['ข้อ', 2, 2, 12.5],
        ['ข้อ', 55, 2, 100],
        ['ข้อ', 47, 2, 0],
      ],
    ],
  ];

describe.each(inputs)('%s', (title, input, changes) => {
  const sheets = [...new Set(changes.map(([sheet]) => sheet))];
  const typed = sheets.map((sheet) =>
    typing(
      sheet,
      changes.flatMap(([name, row, column, value]) => (name === sheet ? [{ row, column, value }] : [])),
    ),
  );
  const changedBy = Object.fromEntries(
    POLICIES.map((policy) => [policy, typeInto(analysisOf(input, '--policy', policy), typed)]),
  );
  for (const policy of POLICIES) played[`${title} ${policy}`] = changedBy[policy] ?? items;

  test.each(POLICIES)(
    'typed in LibreOffice gives what an analysis of the changed workbook gives, by %s',
    (policy) => {
      const live = inLibreOffice(`${title} ${policy}`);
      const [assessment] = analysed(snapshotOf(changedBy[policy] ?? items)).assessments;
      expect(valueAt(live, ANALYSIS, rangeOf(live, OUR_NAMES.total).top, 0)).toBeCloseTo(
        assessment.total.score ?? Number.NaN,
        9,
      );
      const { ruleSet, grade, indicators } = assessment;
      const label = ruleSet.gradeScale.grades.find(({ code }) => code === grade?.code)?.label;
      const gradeCell = rangeOf(live, OUR_NAMES.grade);
      expect(valueAt(live, ANALYSIS, gradeCell.top, gradeCell.left)).toBe(label);
      const rows = rowsUnder(live, reportTextsTh.indicators.heading);
      expect([...rows.keys()]).toEqual(indicators.map(({ id }) => id));
      for (const { id, score, triage, rank } of indicators) {
        const row = rows.get(id) ?? -1;
        if (score !== null) expect(valueAt(live, ANALYSIS, row, 3)).toBeCloseTo(score, 9);
        expect(valueAt(live, ANALYSIS, row, 4) ?? null).toBe(rank);
        expect(valueAt(live, ANALYSIS, row, 6) ?? '').toBe(
          triage === null ? '' : reportTextsTh.triage[triage],
        );
      }
      const gains = new Map(gainsOf(assessment).map((line) => [subjectKey(line.subject), line.points]));
      const lines = rowsOf(rangeOf(live, OUR_NAMES.whatIf));
      expect(lines.length).toBeGreaterThan(5);
      for (const row of lines) {
        const key = textAtRow(live, row);
        expect(valueAt(live, ANALYSIS, row, 4)).toBeCloseTo(gains.get(key) ?? 0, 9);
      }
      // What the lines do not name stands in the row below them, so that all add up to what the total lacks.
      const below = (lines.at(-1) ?? 0) + 1;
      const all = lines.reduce((sum, row) => sum + Number(valueAt(live, ANALYSIS, row, 4)), 0);
      expect(all + Number(valueAt(live, ANALYSIS, below, 4))).toBeCloseTo(
        100 - (assessment.total.score ?? 0),
        8,
      );
    },
  );
});

describe('scores that are tried beside the lines give the total and grade that a what-if gives, and stay on the next run', () => {
  const out = analysisOf(sample('bang-sak-2567.xlsx'));
  const book = snapshotOf(out);
  const lines = rowsOf(rangeOf(book, OUR_NAMES.whatIf));
  const rowOf = (key: string): number => lines.find((row) => valueAt(book, ANALYSIS, row, 0) === key) ?? -1;
  const tried = [
    { row: rowOf('EIT.2'), column: 5, value: 85 },
    { row: rowOf('o9'), column: 5, value: 100 },
    { row: rowOf('e9'), column: 5, value: 'มาก' },
  ];
  const typed = typeInto(out, [typing(ANALYSIS, tried)]);
  played['tried'] = typed;

  test('in LibreOffice and on the next run', () => {
    const live = inLibreOffice('tried');
    const [assessment] = analysed(book).assessments;
    const supposed = whatIf(assessment, [
      { subject: { kind: 'part', instrument: 'EIT', part: '2' }, to: 85 },
      { subject: { kind: 'item', id: 'o9' }, to: 100 },
    ]);
    if (!supposed.ok) throw new Error('refused');
    const after = (lines.at(-1) ?? 0) + 3;
    expect(valueAt(live, ANALYSIS, after, 6)).toBeCloseTo(supposed.value.total.score ?? Number.NaN, 9);
    const { grades } = assessment.ruleSet.gradeScale;
    expect(valueAt(live, ANALYSIS, after + 1, 6)).toBe(
      grades.find(({ code }) => code === supposed.value.grade?.code)?.label,
    );
    expect(valueAt(live, ANALYSIS, rowOf('e9'), 6)).toBe(reportTextsTh.gains.offScale(0, 100));

    const again = snapshotOf(analysisOf(saved('tried', typed)));
    for (const { row, value } of tried) expect(valueAt(again, ANALYSIS, row, 5)).toBe(value);
    expect(valueAt(again, ANALYSIS, after, 6)).toBeCloseTo(supposed.value.total.score ?? Number.NaN, 9);
  });
});

describe('a limit changed on the settings sheet regroups the indicators as an analysis does', () => {
  const out = analysisOf(sample('nakhon-pathom-2565.xlsx'));
  const place = parseSheetRange(
    snapshotOf(out).names.find(({ name }) => name === SETTING_NAMES.urgentBelow)?.refersTo ?? '',
  );
  if (place === undefined) throw new Error('No setting');
  const { sheet, range } = place;
  const changed = typeInto(out, [typing(sheet, [{ row: range.top, column: range.left, value: 91 }])]);
  played['limit'] = changed;

  test('in LibreOffice', () => {
    const live = inLibreOffice('limit');
    const [{ indicators }] = analysed(snapshotOf(changed)).assessments;
    const rows = rowsUnder(live, reportTextsTh.indicators.heading);
    const levels = indicators.map(({ id }) => valueAt(live, ANALYSIS, rows.get(id) ?? -1, 6));
    expect(levels).toEqual(
      indicators.map(({ triage }) => (triage === null ? null : reportTextsTh.triage[triage])),
    );
    expect(levels.filter((level) => level === reportTextsTh.triage.urgent)).toHaveLength(4);
  });
});

describe('several years and a total of 2561 are recalculated to the same figures and changes', () => {
  const agency = 'เทศบาลตำบลตัวอย่าง';
  const scores = (start: number) => Array.from({ length: 10 }, (_, index) => start + index * 1.25);
  const input = saved(
    'years',
    workbookOf({
      'ปี 2563': indicatorSheet(agency, 2563, scores(80)),
      'ปี 2564': indicatorSheet(agency, 2564, scores(82.5)),
      'ปี 2565': indicatorSheet(agency, 2565, scores(81)),
      เดิม: [['คะแนน ITA ปี 2561'], [agency], ['ตัวชี้วัด', 'คะแนน'], ['คะแนนรวม', 71.2]],
    }),
  );
  const out = analysisOf(input);
  played['years'] = out;

  test('in LibreOffice', () => {
    const [ours, theirs] = [snapshotOf(out), inLibreOffice('years')];
    const sheet = ours.sheets.find(({ name }) => name === ANALYSIS);
    const first = sheet?.rows.findIndex((cells) => cells?.[0]?.value === reportTextsTh.years.heading) ?? -1;
    expect(first).toBeGreaterThan(0);
    const rows = Array.from({ length: 15 }, (_, index) => first + 2 + index);
    const figures = (book: Snapshot) =>
      rows.map((row) => [2, 3, 4, 5, 6].map((column) => valueAt(book, ANALYSIS, row, column) ?? ''));
    const rounded = (values: readonly (readonly CellValue[])[]) =>
      values.map((row) => row.map((value) => (typeof value === 'number' ? value.toFixed(9) : value)));
    expect(rounded(figures(theirs))).toEqual(rounded(figures(ours)));
    const { years } = analysed(ours);
    expect(figures(theirs)[0]?.[3]).toBe(71.2);
    expect(figures(theirs)[0]?.[4]).toBeCloseTo(years.changes[0]?.total.change ?? Number.NaN, 9);
  });
});
