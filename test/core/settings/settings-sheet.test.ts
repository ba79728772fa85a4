import fc from 'fast-check';
import { analyze, type Analysis, type AnalysisOptions } from '../../../src/app/analyze';
import { messagesEn } from '../../../src/app/messages/en';
import { messagesTh } from '../../../src/app/messages/th';
import { settingsTextsTh } from '../../../src/app/messages/settings-texts-th';
import { cellName, type CellRef } from '../../../src/core/cell-address';
import { placeOfName } from '../../../src/core/our-names';
import { textAt } from '../../../src/core/read/sheet-text';
import { groupsName, SETTING_NAMES, UNITS_NAME } from '../../../src/core/settings/setting-names';
import type { SettingKey } from '../../../src/core/settings/settings';
import { cellAt } from '../../../src/core/snapshot';
import { openWorkbook } from '../../../src/xlsx/open-workbook';
import { indicatorSheet, itemSheet } from '../../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from '../../support/workbook-of';
import { structureProblems } from '../../xlsx/check-structure';

// The settings sheet through a whole run: written, edited by an officer, read back by the next run.

const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const { choices } = settingsTextsTh;

const analysed = (bytes: Uint8Array, options: AnalysisOptions = {}): Analysis => {
  const analysis = analyze(snapshotOf(bytes), options);
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value;
};

const run = (bytes: Uint8Array, options: AnalysisOptions = {}): Uint8Array => {
  const opened = openWorkbook(bytes);
  const applied = opened.ok ? opened.value.apply(analysed(bytes, options).plan) : opened;
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
};

const indicators = (year = 2565): Uint8Array => run(workbookOf({ ก: indicatorSheet(AGENCY, year, SCORES) }));
const items = (year: number): Uint8Array =>
  run(workbookOf({ ก: itemSheet(year, (id) => (id.startsWith('o') ? 100 : 90)) }));

const placeOf = (bytes: Uint8Array, name: string): CellRef => {
  const place = placeOfName(snapshotOf(bytes), name);
  if (place === undefined) throw new Error(name);
  return { sheet: place.sheet, row: place.range.top, column: place.range.left };
};

const set = (bytes: Uint8Array, key: SettingKey, value: Typed): Uint8Array => {
  const { sheet, row, column } = placeOf(bytes, SETTING_NAMES[key]);
  return typeInto(bytes, [typing(sheet, [{ row, column, value }])]);
};

const valueOf = (bytes: Uint8Array, { sheet, row, column }: CellRef) => {
  const found = snapshotOf(bytes).sheets.find(({ name }) => name === sheet);
  return found === undefined ? null : (cellAt(found, { row, column })?.value ?? null);
};

/** Row of a group on the settings sheet, by how its label begins. */
const groupCell = (
  bytes: Uint8Array,
  kind: 'subIndicators' | 'issueGroups',
  year: number,
  label: string,
): CellRef => {
  const snapshot = snapshotOf(bytes);
  const place = placeOfName(snapshot, groupsName(kind, year));
  const sheet = snapshot.sheets.find(({ name }) => name === place?.sheet);
  if (place === undefined || sheet === undefined) throw new Error(kind);
  for (let row = place.range.top; row <= place.range.bottom; row += 1)
    if (textAt(sheet, { row, column: place.range.left }).startsWith(label))
      return { sheet: sheet.name, row, column: place.range.left + 1 };
  throw new Error(label);
};

const typeAt = (bytes: Uint8Array, { sheet, row, column }: CellRef, value: Typed): Uint8Array =>
  typeInto(bytes, [typing(sheet, [{ row, column, value }])]);

const levels = (bytes: Uint8Array): string =>
  analysed(bytes)
    .assessments[0].indicators.map(({ triage }) => triage?.charAt(0) ?? '-')
    .join('');

test('stands in the workbook with every setting under a name, and nothing set', () => {
  const bytes = indicators();
  expect(structureProblems(bytes)).toEqual([]);
  for (const name of Object.values(SETTING_NAMES)) expect(placeOf(bytes, name).sheet).toBe('ตั้งค่า ITA');
  expect(analysed(bytes).settings.values).toEqual({
    digits: 'arabic',
    itemImproveBelow: 85,
    itemUrgentUpTo: 0,
    improveBelow: 95,
    lowestMaintainFrom: 100,
    policy: 'threshold',
    target: 85,
    urgentBelow: 90,
  });
});

test('a run that finds nothing changed writes the same bytes', () => {
  const once = indicators();
  expect(Buffer.from(run(once)).equals(Buffer.from(once))).toBe(true);
});

describe('what an officer sets', () => {
  test.each<[SettingKey, Typed, string]>([
    ['urgentBelow', 91, 'iuuuummimm'],
    ['urgentBelow', '๙๑', 'iuuuummimm'],
    ['improveBelow', 92, 'muiuimmmmm'],
    ['policy', choices.policy.lowest, 'mimummmimm'],
  ])('%s %s holds on the next run and stays', (key, value, expected) => {
    const bytes = run(set(indicators(), key, value));
    expect(levels(bytes)).toBe(expected);
    expect(analysed(bytes).assessments[0].findings.filter(({ code }) => code === 'settingIgnored')).toEqual(
      [],
    );
    expect(Buffer.from(run(bytes)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('the target moves the distances and the sheet says it', () => {
    const bytes = run(set(indicators(), 'target', 97));
    const [{ ruleSet, total }] = analysed(bytes).assessments;
    expect(ruleSet.target).toBe(97);
    const sheet = snapshotOf(bytes).sheets.find(({ name }) => name === 'ผลวิเคราะห์ ITA');
    expect(sheet && cellAt(sheet, { row: 4, column: 4 })?.value).toBeCloseTo((total.score ?? 0) - 97, 9);
  });

  test('agency and year take the place of what the workbook leaves open', () => {
    const named = run(set(indicators(), 'agency', 'อบต.อื่น'));
    expect(analysed(named).assessments[0].agency).toBe('อบต.อื่น');
    const two = run(
      workbookOf({ ก: indicatorSheet(AGENCY, 2565, SCORES), ข: indicatorSheet(AGENCY, 2564, SCORES) }),
    );
    expect(analysed(set(two, 'year', '๒๕๖๔')).assessments[0].fiscalYear).toBe(2564);
  });

  test('Thai digits are a format: the numbers stay numbers', () => {
    const bytes = run(set(indicators(), 'digits', choices.digits.thai));
    const sheet = snapshotOf(bytes).sheets.find(({ name }) => name === 'ผลวิเคราะห์ ITA');
    const total = sheet && cellAt(sheet, { row: 4, column: 0 });
    expect(typeof total?.value).toBe('number');
    expect(total?.format).toBe('[$-D00041E]0.00');
  });

  test('the reading of the condition settles the grade', () => {
    const scores = [99, 99, 99, 99, 99, 84, 90, 90, 99, 99];
    const bytes = run(workbookOf({ ก: indicatorSheet(AGENCY, 2566, scores) }));
    expect(analysed(bytes).assessments[0].grade).toMatchObject({ certain: false });
    const settled = run(set(bytes, 'reading', choices.reading.indicators));
    expect(analysed(settled).assessments[0].grade).toMatchObject({ certain: true, code: 'pass' });
  });

  test('items move between sub-indicators, and the range of the total closes', () => {
    const bytes = items(2568);
    const cell = groupCell(bytes, 'subIndicators', 2568, '9.5');
    const before =
      analysed(bytes).assessments[0].ruleSet.subIndicators.find(({ id }) => id === '9.5')?.items ?? [];
    const moved = [...before].filter((id) => id !== before[0]);
    expect(moved.length).toBeGreaterThan(0);
    const target = groupCell(bytes, 'subIndicators', 2568, '9.1');
    const first =
      analysed(bytes).assessments[0].ruleSet.subIndicators.find(({ id }) => id === '9.1')?.items ?? [];
    const typed = typeAt(typeAt(bytes, cell, moved.join(' ')), target, [...first, before[0] ?? ''].join(' '));
    const [{ ruleSet, findings }] = analysed(run(typed)).assessments;
    expect(findings.filter(({ code }) => code === 'settingIgnored')).toEqual([]);
    expect(ruleSet.subIndicators.find(({ id }) => id === '9.5')?.items).toEqual(moved);
    expect(ruleSet.otherGroupings).toEqual([]);
  });

  test('an issue is given other items', () => {
    const bytes = items(2567);
    const cell = groupCell(bytes, 'issueGroups', 2567, '2.');
    const [{ issues }] = analysed(run(typeAt(bytes, cell, 'i1–i3 e๗ และ o9'))).assessments;
    expect(issues.groups.find(({ id }) => id === '2')?.items.map(({ id }) => id)).toEqual([
      'i1',
      'i2',
      'i3',
      'e7',
      'o9',
    ]);
  });

  test('units are offered to the measures table', () => {
    const bytes = indicators();
    const first = placeOf(bytes, UNITS_NAME);
    const again = run(typeAt(bytes, first, 'สำนักปลัด'));
    expect(analysed(again).settings.units).toEqual(['สำนักปลัด']);
    expect(valueOf(run(again), first)).toBe('สำนักปลัด');
  });
});

describe('what cannot be used', () => {
  test.each<[SettingKey, Typed]>([
    ['urgentBelow', 'มาก'],
    ['urgentBelow', 120],
    ['improveBelow', -1],
    ['policy', 'ตามใจ'],
    ['year', 2499],
    ['digits', 'โรมัน'],
    ['target', '๑๐๑'],
    ['reading', 'แล้วแต่'],
    ['layout', '?'],
  ])('%s %s is said with its cell, left as it is, and the default holds', (key, value) => {
    const bytes = set(indicators(2566), key, value);
    const cell = placeOf(bytes, SETTING_NAMES[key]);
    const [assessment] = analysed(bytes).assessments;
    const found = assessment.findings.filter(({ code }) => code === 'settingIgnored');
    expect(found.map(({ cells }) => cells.map(cellName))).toEqual([[cellName(cell)]]);
    for (const messages of [messagesTh, messagesEn])
      expect(
        messages.finding(
          found[0] ?? { code: 'settingIgnored', severity: 'note', cells: [], params: {} },
          assessment.ruleSet,
        ),
      ).toContain(cellName(cell));
    expect(valueOf(run(bytes), cell)).toBe(value);
    expect(levels(bytes)).toBe(levels(indicators(2566)));
  });

  test.each([
    ['an item that the year does not have', 'o1 o99', 'o99'],
    ['an item of another sub-indicator, which then stands twice', 'o1 o2', ''],
    ['words', 'ทั้งหมด', 'ทั้งหมด'],
  ])('%s in a group leaves the rules as they are or moves the item whole', (_, text) => {
    const bytes = items(2568);
    const typed = typeAt(bytes, groupCell(bytes, 'subIndicators', 2568, '9.5'), text);
    const [{ findings, indicators: own }] = analysed(typed).assessments;
    expect(findings.filter(({ code }) => code === 'settingIgnored').length).toBeGreaterThan(0);
    expect(own.map(({ score }) => score)).toEqual(
      analysed(bytes).assessments[0].indicators.map(({ score }) => score),
    );
  });

  test('garbage in any cell never throws and never changes a score', () => {
    const bytes = indicators(2566);
    const before = analysed(bytes).assessments[0];
    const keys = Object.keys(SETTING_NAMES).filter(
      (key) => key !== 'agency' && key !== 'year',
    ) as SettingKey[];
    const garbage = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), garbage), { minLength: 1, maxLength: 4 }),
        (edits) => {
          const edited = edits.reduce((book, [key, value]) => set(book, key, value), bytes);
          const [after] = analysed(edited).assessments;
          expect(after.total.score).toBe(before.total.score);
          expect(after.indicators.map(({ score }) => score)).toEqual(
            before.indicators.map(({ score }) => score),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('what the user chooses for a run holds instead, and is written', () => {
  const bytes = indicators();
  const out = run(bytes, { policy: 'lowest', target: 96 });
  expect(valueOf(out, placeOf(out, SETTING_NAMES.policy))).toBe(choices.policy.lowest);
  expect(valueOf(out, placeOf(out, SETTING_NAMES.target))).toBe(96);
  expect(analysed(out).assessments[0].limits.policy).toBe('lowest');
});

test('a reading that is settled and a layout that is chosen can be opened again', () => {
  const chosen = run(items(2567), { settings: { reading: 'indicators', layout: 'plan2562' } });
  expect(analysed(chosen).assessments[0].ruleSet.gradeScale.readings).toEqual(['indicators']);
  expect(analysed(chosen).settings.values.layout).toBe('plan2562');
  expect(analysed(chosen).conditionReadings).toEqual(['eitParts', 'indicators']);
  const opened = run(chosen, { settings: { reading: undefined, layout: undefined } });
  expect(valueOf(opened, placeOf(opened, SETTING_NAMES.reading))).toBe(choices.reading.open);
  expect(valueOf(opened, placeOf(opened, SETTING_NAMES.layout))).toBe(choices.layout.byYear);
  expect(analysed(opened).assessments[0].ruleSet.gradeScale.readings).toEqual(['eitParts', 'indicators']);
  expect(analysed(opened).settings.values.layout).toBeUndefined();
});

test('a setting whose row an officer deleted comes back below, the others stay', () => {
  const bytes = set(indicators(), 'urgentBelow', 91);
  const snapshot = snapshotOf(bytes);
  const without = { ...snapshot, names: snapshot.names.filter(({ name }) => name !== SETTING_NAMES.target) };
  const analysis = analyze(without);
  if (!analysis.ok) throw new Error(analysis.error.code);
  const added = analysis.value.plan.names.find(({ name }) => name === SETTING_NAMES.target);
  expect(added).toBeDefined();
  expect(analysis.value.assessments[0].limits.urgentBelow).toBe(91);
});
