import { readAgencyRows, type AgencyRowsOfSheet } from '../../../src/core/many/read-agency-rows';
import { scoreAt } from '../../../src/core/many/agency-table';
import { ruleSets } from '../../../src/rules/rule-sets';
import { AGENCIES, agencyList, anyScore, subjectsOf } from '../../support/agency-lists';
import { snapshotOf, workbookOf, type Typed } from '../../support/workbook-of';

const read = (rows: readonly (readonly Typed[])[], year?: number): AgencyRowsOfSheet => {
  const [sheet] = snapshotOf(workbookOf({ คะแนน: rows })).sheets;
  if (sheet === undefined) throw new Error('No sheet');
  return readAgencyRows(sheet, ruleSets, { year });
};

/** Agencies with their scores, as they were read. */
const scoresOf = ({ tables }: AgencyRowsOfSheet): readonly (readonly [string, readonly number[]])[] =>
  tables.flatMap(({ table }) =>
    table.rows.map(
      ({ agency }, row) => [agency, table.subjects.map((_, column) => scoreAt(table, row, column))] as const,
    ),
  );

const expected = (year: number, agencies: readonly string[] = AGENCIES): ReturnType<typeof scoresOf> =>
  agencies.map((agency, index) => [agency, subjectsOf(year).map((subject) => anyScore(index, subject))]);

const THAI = '๐๑๒๓๔๕๖๗๘๙';
const inThai = (score: number): string => String(score).replace(/\d/g, (digit) => THAI[Number(digit)] ?? '');

test.each([2562, 2565, 2567, 2568])('a list of %i is read whole, with its place', (year) => {
  const found = read(agencyList(year, anyScore));
  expect(scoresOf(found)).toEqual(expected(year));
  expect(found.tables.map(({ table, place }) => [table.fiscalYear, table.subjects, place.isPlain])).toEqual([
    [year, subjectsOf(year), true],
  ]);
  expect(found.tables[0]?.place.rows).toEqual([2, 3, 4, 5, 6]);
});

test('scores in Thai digits, as percents and as shares of one are read, and formulas must not use their cells', () => {
  const thai = read(agencyList(2567, (agency, subject) => inThai(anyScore(agency, subject))));
  expect(scoresOf(thai)).toEqual(expected(2567));
  expect(thai.tables[0]?.place.isPlain).toBe(false);
  const shares = read(
    agencyList(2567, (agency, subject) =>
      agency === 1 ? anyScore(agency, subject) / 100 : anyScore(agency, subject),
    ),
  );
  expect(scoresOf(shares)[1]?.[1].map((score) => score.toFixed(6))).toEqual(
    expected(2567)[1]?.[1].map((score) => score.toFixed(6)),
  );
  expect(shares.tables[0]?.place.isPlain).toBe(false);
});

test('type, district and province go with the agency, and a type before a bare name makes it whole', () => {
  const found = read(
    agencyList(2567, anyScore, {
      agencies: ['บางสัก', 'วังทอง', 'โคกใหญ่'],
      more: [
        ['ประเภท', 'อบต.', 'อบต.', 'อบต.'],
        ['อำเภอ', 'กันตัง', 'วังทอง', 'วาปีปทุม'],
        ['จังหวัด', 'ตรัง', 'พิษณุโลก', 'มหาสารคาม'],
      ],
    }),
  );
  expect(
    found.tables[0]?.table.rows.map(({ agency, kind, district, province }) => [
      agency,
      kind,
      district,
      province,
    ]),
  ).toEqual([
    ['อบต.บางสัก', 'อบต.', 'กันตัง', 'ตรัง'],
    ['อบต.วังทอง', 'อบต.', 'วังทอง', 'พิษณุโลก'],
    ['อบต.โคกใหญ่', 'อบต.', 'วาปีปทุม', 'มหาสารคาม'],
  ]);
});

test('each row is of the year beside its name', () => {
  const found = read(
    agencyList(2567, anyScore, {
      title: 'ผลคะแนน ITA',
      subjects: ['IIT', 'EIT', 'OIT'],
      more: [['ปี', 2567, 2566, 2567, 2566, 2565]],
    }),
  );
  expect(found.tables.map(({ table }) => [table.fiscalYear, table.rows.map(({ agency }) => agency)])).toEqual(
    [
      [2567, [AGENCIES[0], AGENCIES[2]]],
      [2566, [AGENCIES[1], AGENCIES[3]]],
      [2565, [AGENCIES[4]]],
    ],
  );
});

test('lines of means, headings and blanks are no agencies, and a list goes on behind them', () => {
  const rows = agencyList(2567, anyScore);
  const mean = ['', 'ค่าเฉลี่ย', ...subjectsOf(2567).map(() => 88)];
  const heading = ['', 'อำเภอเมือง'];
  const broken = [...rows.slice(0, 4), heading, [], ...rows.slice(4), mean];
  expect(scoresOf(read(broken))).toEqual(expected(2567));
});

test('a second list below the first is read too', () => {
  const rows = agencyList(2567, anyScore);
  const other = agencyList(2566, anyScore, { agencies: ['อบต.หนึ่ง', 'อบต.สอง'] });
  const found = read([...rows, [], ...other]);
  expect(scoresOf(found)).toEqual([...expected(2567), ...expected(2566, ['อบต.หนึ่ง', 'อบต.สอง'])]);
  expect(found.tables.map(({ table }) => table.fiscalYear)).toEqual([2567, 2566]);
});

test('what is no score is said with its cell and never read as one', () => {
  const odd: Readonly<Record<string, Typed>> = { i1: 'รอผล', i2: 101, i3: '', i4: 'N/A' };
  const found = read(
    agencyList(2567, (agency, subject) =>
      agency === 2 && subject in odd ? (odd[subject] ?? null) : anyScore(agency, subject),
    ),
  );
  const [table] = found.tables;
  expect(scoresOf(found)[2]?.[1].slice(0, 5)).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    anyScore(2, 'i5'),
  ]);
  expect(
    table?.table.rows.map(({ issues }) => issues.map(({ code, params }) => [code, params['cell']])),
  ).toEqual([
    [],
    [],
    [
      ['unreadableScore', "'คะแนน'!C5"],
      ['outOfRange', "'คะแนน'!D5"],
    ],
    [],
    [],
  ]);
});

test('a list whose year nobody says is named, and read when the year is given', () => {
  const rows = agencyList(2567, anyScore, { title: 'ผลคะแนน ITA' });
  const found = read(rows);
  expect(found.tables).toEqual([]);
  expect(found.yearless).toEqual([{ sheet: 'คะแนน', row: 1, column: 1 }]);
  expect(scoresOf(read(rows, 2567))).toEqual(expected(2567));
});

test('a list of hundreds below a long introduction is read in one go', () => {
  const agencies = Array.from(
    { length: 300 },
    (_, index) =>
      `อบต.ตัวอย่าง${'กขคงจ'[index % 5] ?? ''}${'มยรลว'[Math.floor(index / 5) % 5] ?? ''} (${index})`,
  );
  const intro = Array.from({ length: 100 }, (_, index): readonly Typed[] => [
    `คำชี้แจงข้อที่ ${index + 1} ของแบบรายงาน`,
  ]);
  const found = read([...intro, ...agencyList(2567, anyScore, { agencies })]);
  expect(found.tables.map(({ table }) => table.rows.length)).toEqual([300]);
});
