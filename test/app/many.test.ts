import { analyzeMany } from '../../src/app/many';
import { collectFrom } from '../../src/app/collect';
import { planCollection } from '../../src/app/collection';
import { analyze } from '../../src/app/analyze';
import { resultOf } from '../../src/core/many/assess-many';
import { readAgencyRows } from '../../src/core/many/read-agency-rows';
import { ruleSets } from '../../src/rules/rule-sets';
import { newWorkbook } from '../../src/xlsx/new-workbook';
import { AGENCIES, agencyList, analysedMany, anyScore } from '../support/agency-lists';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { structureProblems } from '../xlsx/check-structure';
import type { ChangePlan } from '../../src/core/change-plan';
import type { Snapshot } from '../../src/core/snapshot';

const written = (bytes: Uint8Array, plan: ChangePlan): Uint8Array => {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const applied = opened.value.apply(plan);
  if (!applied.ok) throw new Error(`${applied.error.code} ${applied.error.cell ?? ''}`);
  expect(structureProblems(applied.value)).toEqual([]);
  return applied.value;
};

const run = (bytes: Uint8Array): Uint8Array => written(bytes, analysedMany(bytes).plan);

const cellsOf = (snapshot: Snapshot, name: string): unknown =>
  snapshot.sheets.find((sheet) => sheet.name === name)?.rows;

/** Texts and numbers of a sheet, row by row. */
const valuesOf = (snapshot: Snapshot, name: string): readonly (readonly unknown[])[] =>
  Array.from(snapshot.sheets.find((sheet) => sheet.name === name)?.rows ?? [], (row) =>
    Array.from(row ?? [], (cell) => cell?.value ?? null),
  );

const columnOf = (snapshot: Snapshot, sheet: string, head: string): readonly unknown[] => {
  const rows = valuesOf(snapshot, sheet);
  const top = rows.findIndex((row) => row.includes(head));
  const column = rows[top]?.indexOf(head) ?? -1;
  return rows.slice(top + 1).map((row) => row[column] ?? null);
};

const list = agencyList(2567, anyScore, {
  more: [['จังหวัด', 'เชียงใหม่', 'ตรัง', 'นครปฐม', 'ตรัง', 'นครปฐม']],
});

test('a list is analysed as a whole, and every agency gets what it gets alone', () => {
  const bytes = workbookOf({ คะแนน: list });
  const [year] = analysedMany(bytes).years;
  expect(year?.rows.map(({ agency }) => agency.agency).sort()).toEqual([...AGENCIES].sort());
  for (const row of year?.rows ?? []) {
    const alone = analyze(snapshotOf(bytes), { agency: row.agency.agency });
    if (!alone.ok) throw new Error(alone.error.code);
    const [assessment] = alone.value.assessments;
    expect(resultOf(row, 'total')).toBeCloseTo(assessment.total.score ?? Number.NaN, 9);
    expect(year?.block.grades[row.at]?.code).toBe(assessment.grade?.code);
  }
});

test('the officer’s list stays as it is, and a second run changes nothing', () => {
  const bytes = workbookOf({ คะแนน: list });
  const once = run(bytes);
  expect(cellsOf(snapshotOf(once), 'คะแนน')).toEqual(cellsOf(snapshotOf(bytes), 'คะแนน'));
  expect(snapshotOf(once).sheets.map(({ name }) => name)).toEqual([
    'คะแนน',
    'สรุปหลายหน่วยงาน',
    'รายหน่วยงาน 2567',
    'ข้อสังเกตหลายหน่วยงาน',
  ]);
  expect(run(once)).toEqual(once);
});

test('agencies come by their totals, ranked among all and in their province', () => {
  const once = snapshotOf(run(workbookOf({ คะแนน: list })));
  const totals = columnOf(once, 'รายหน่วยงาน 2567', 'คะแนนรวม').map(Number);
  expect(totals).toEqual([...totals].sort((a, b) => b - a));
  expect(columnOf(once, 'รายหน่วยงาน 2567', 'อันดับ')).toEqual([1, 2, 3, 4, 5]);
  const provinces = columnOf(once, 'รายหน่วยงาน 2567', 'จังหวัด');
  expect(columnOf(once, 'รายหน่วยงาน 2567', 'อันดับในจังหวัด')).toEqual(
    provinces.map(
      (province, index) => provinces.slice(0, index + 1).filter((each) => each === province).length,
    ),
  );
});

test('scores typed as text are put as numbers on a sheet of ours, live over those that are numbers', () => {
  const rows = agencyList(2567, (agency, subject) =>
    agency === 1 && subject === 'i1' ? '๘๘.๕๐' : anyScore(agency, subject),
  );
  const once = run(workbookOf({ คะแนน: rows }));
  const sheet = snapshotOf(once).sheets.find(({ name }) => name === 'คะแนนที่รวบรวม 2567');
  const i1 = sheet?.rows.slice(4).map((row) => [row?.[1]?.formula ?? null, row?.[1]?.value]);
  expect(i1).toEqual([
    ["'คะแนน'!$C$3", anyScore(0, 'i1')],
    [null, 88.5],
    ["'คะแนน'!$C$5", anyScore(2, 'i1')],
    ["'คะแนน'!$C$6", anyScore(3, 'i1')],
    ["'คะแนน'!$C$7", anyScore(4, 'i1')],
  ]);
  expect(run(once)).toEqual(once);
});

test('agencies on sheets of their own, lists and two years stand together', () => {
  const scores = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 95];
  const bytes = workbookOf({
    ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, scores),
    ข: indicatorSheet(
      'เทศบาลตำบลสอง',
      2565,
      scores.map((score) => score - 5),
    ),
    ค: indicatorSheet(
      'เทศบาลตำบลหนึ่ง',
      2564,
      scores.map((score) => score - 3),
    ),
  });
  const many = analysedMany(bytes);
  expect(
    many.years.map(({ ruleSet, rows }) => [ruleSet.fiscalYear, rows.map(({ agency }) => agency.agency)]),
  ).toEqual([
    [2565, ['เทศบาลตำบลหนึ่ง', 'เทศบาลตำบลสอง']],
    [2564, ['เทศบาลตำบลหนึ่ง']],
  ]);
  const once = snapshotOf(run(bytes));
  expect(
    columnOf(once, 'รายหน่วยงาน 2565', 'เทียบปี 2564').map((value) =>
      value === '' || value === null ? null : Number(Number(value).toFixed(6)),
    ),
  ).toEqual([3, null]);
});

test('limits that somebody set on the summary hold on the next run', () => {
  const once = run(workbookOf({ คะแนน: list }));
  const summary = snapshotOf(once).names.find(({ name }) => name === 'ITA_ManyLimits');
  expect(summary?.refersTo).toBe("'สรุปหลายหน่วยงาน'!$C$8:$C$10");
  const edited = written(once, {
    sources: [],
    names: [],
    styles: {},
    sheets: [
      {
        ...(analysedMany(once).plan.sheets[0] ?? never()),
        cells: [{ row: 8, column: 2, value: 80 }],
        fills: [],
        owned: null,
        merges: [],
        conditionalFormats: [],
        validations: [],
        charts: [],
        tables: [],
      },
    ],
  });
  const again = snapshotOf(run(edited));
  expect(valuesOf(again, 'สรุปหลายหน่วยงาน')[8]?.[2]).toBe(80);
  const before = columnOf(snapshotOf(once), 'รายหน่วยงาน 2567', 'เร่งด่วน').map(Number);
  const after = columnOf(again, 'รายหน่วยงาน 2567', 'เร่งด่วน').map(Number);
  expect(after.some((count, index) => count < (before[index] ?? 0))).toBe(true);
});

const never = (): never => {
  throw new Error('No sheet');
};

test('what was collected stands on a sheet that is read again as it was', () => {
  const file = workbookOf({ คะแนน: list });
  const { tables } = collectFrom(snapshotOf(file), { fileName: 'จังหวัด.xlsx' });
  const { plan } = planCollection(
    tables.map((table) => ({ file: 'จังหวัด.xlsx', table })),
    [{ file: 'เสีย.xlsx', cell: null, reason: 'ไฟล์เสีย' }],
  );
  const snapshot = snapshotOf(written(newWorkbook(plan.sheets.map(({ name }) => name)), plan));
  const sheet = snapshot.sheets.find(({ name }) => name === 'คะแนนที่รวบรวม 2567');
  if (sheet === undefined) throw new Error('No scores');
  const [again] = readAgencyRows(sheet, ruleSets, {}).tables;
  const [first] = tables;
  expect(again?.table.scores).toEqual(first?.scores);
  expect(again?.table.rows.map(({ agency, province }) => [agency, province])).toEqual(
    first?.rows.map(({ agency, province }) => [agency, province]),
  );
  expect(valuesOf(snapshot, 'ข้อสังเกตหลายหน่วยงาน').flat()).toContain('ไฟล์เสีย');
});

test('one agency twice in a year is said, and both rows stay', () => {
  const rows = agencyList(2567, anyScore, {
    agencies: ['อบต.บางสัก', 'อบต.วังทอง', 'องค์การบริหารส่วนตำบลบางสัก'],
  });
  const once = snapshotOf(run(workbookOf({ คะแนน: rows })));
  expect(columnOf(once, 'รายหน่วยงาน 2567', 'หน่วยงาน').length).toBe(3);
  const remarks = valuesOf(once, 'ข้อสังเกตหลายหน่วยงาน').flat().map(String);
  expect(remarks.filter((text) => text.includes('มากกว่าหนึ่งแถว'))).toHaveLength(2);
});

test('a workbook without scores is refused as ever', () => {
  const many = analyzeMany(snapshotOf(workbookOf({ ก: [['งบประมาณ', 1]] })));
  expect(many.ok ? null : many.error.code).toBe('noScores');
});
