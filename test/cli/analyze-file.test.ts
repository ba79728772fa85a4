import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { messagesTh } from '../../src/app/messages/th';
import { analyzeFile } from '../../src/cli/analyze-file';
import { structureProblems } from '../xlsx/check-structure';
import { NOTHING_CHOSEN } from '../support/nothing-chosen';
import { indicatorSheet } from '../support/typed-workbooks';
import { workbookOf, type Typed } from '../support/workbook-of';

const SAMPLES = join(__dirname, '../../assets/sample');

type Options = Parameters<typeof analyzeFile>[1];

type Answer = {
  readonly schema: number;
  readonly file: string;
  readonly written: string | null;
  readonly agencies: readonly AgencyAnswer[];
  readonly findings: readonly { readonly code: string }[];
  readonly questions: readonly { readonly code: string; readonly candidates: readonly string[] }[];
};
type AgencyAnswer = {
  readonly name: string | null;
  readonly fiscalYear: number;
  readonly indicators: readonly {
    readonly id: number;
    readonly score: number | null;
    readonly from: string | null;
    readonly rank: number | null;
    readonly triage: string | null;
    readonly cell: string | null;
  }[];
  readonly instruments: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly weight: number;
        readonly weighted: number | null;
        readonly from: string | null;
        readonly parts?: Readonly<Record<string, number | null>>;
      }
    >
  >;
  readonly subIndicators: readonly { readonly id: string; readonly score: number | null }[];
  readonly items: readonly {
    readonly id: string;
    readonly score: number | null;
    readonly status: string;
    readonly triage: string | null;
    readonly cell: string | null;
  }[];
  readonly total: number | null;
  readonly grade: { readonly code: string; readonly certain: boolean } | null;
  readonly reported: { readonly total: number | null; readonly grade: string | null };
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly cells: readonly string[];
    readonly text: string;
  }[];
  readonly readingIssues: readonly {
    readonly code: string;
    readonly cell: string | null;
    readonly text: string;
  }[];
};

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'ita-cli-'));
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

const run = (file: string, options: Partial<Options>) => {
  const outcome = analyzeFile(file, { ...NOTHING_CHOSEN, ...options }, messagesTh);
  const answer = outcome.json as Answer;
  if (typeof answer.written === 'string')
    expect(structureProblems(new Uint8Array(readFileSync(answer.written)))).toEqual([]);
  return { ...outcome, answer };
};

const analysed = (name: string): AgencyAnswer => {
  const folder = newFolder();
  const { exitCode, answer } = run(join(SAMPLES, name), { folder });
  expect(exitCode).toBe(0);
  const [agency] = answer.agencies;
  if (agency === undefined) throw new Error('No agency');
  return agency;
};

const triaged = ({ indicators }: AgencyAnswer, level: string): readonly number[] =>
  indicators.filter(({ triage }) => triage === level).map(({ id }) => id);

describe('the sample of 2565', () => {
  const agency = analysed('nakhon-pathom-2565.xlsx');

  test('has the published figures', () => {
    expect([agency.name, agency.fiscalYear]).toEqual(['เทศบาลนครนครปฐม', 2565]);
    const { IIT, EIT, OIT } = agency.instruments;
    expect(IIT?.score).toBeCloseTo(90.424, 10);
    expect(EIT?.score).toBeCloseTo(286.97 / 3, 10);
    expect(OIT?.score).toBe(100);
    expect([IIT, EIT, OIT].map((instrument) => instrument?.weighted?.toFixed(2))).toEqual([
      '27.13',
      '28.70',
      '40.00',
    ]);
    expect(agency.total).toBeCloseTo(95.8242, 10);
    expect(agency.grade).toEqual({ code: 'AA', certain: true });
    expect(agency.reported).toMatchObject({ total: 95.82, grade: 'AA' });
  });

  test('ranks and groups the indicators as the report does', () => {
    expect(agency.indicators.map(({ rank }) => rank)).toEqual([6, 9, 7, 10, 8, 4, 3, 5, 1, 2]);
    expect(triaged(agency, 'urgent')).toEqual([2, 4]);
    expect(triaged(agency, 'improve')).toEqual([1, 3, 5, 8]);
    expect(triaged(agency, 'maintain')).toEqual([6, 7, 9, 10]);
    expect(agency.indicators[0]?.cell).toBe("'ตัวชี้วัด'!B6");
  });

  test('finds the two figures that were cut off, as notes, and nothing else', () => {
    expect(agency.findings.map(({ severity, cells }) => [severity, cells])).toEqual([
      ['note', ["'ถ่วงน้ำหนัก'!C5"]],
      ['note', ["'ถ่วงน้ำหนัก'!D5"]],
    ]);
    expect(agency.findings.map(({ text }) => text).join(' ')).toMatch(/95\.65.*28\.69/);
    expect(agency.readingIssues).toEqual([]);
  });
});

describe('the sample of 2567', () => {
  const agency = analysed('bang-sak-2567.xlsx');
  const score = (id: string): number | null | undefined => agency.items.find((item) => item.id === id)?.score;

  test('has every item as published', () => {
    const iit = [99.33, 100, 100, 100, 98.67, 100, 99.33, 100, 100, 100, 100, 100, 100, 99.33, 98.67];
    expect(iit.map((_, index) => score(`i${index + 1}`))).toEqual(iit);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => score(`e${number}`))).toEqual([
      97,
      98,
      97.5,
      97,
      97,
      97.5,
      98,
      null,
      72.5,
    ]);
    expect(
      agency.items
        .filter(({ id, score: value }) => id.startsWith('o') && value !== 100)
        .map(({ id, score: value }) => [id, value]),
    ).toEqual([
      ['o9', 0],
      ['o17', 0],
    ]);
    expect(agency.items.filter(({ id }) => id.startsWith('o'))).toHaveLength(35);
    expect(agency.items.find(({ id }) => id === 'e8')).toMatchObject({
      status: 'missing',
      score: null,
      cell: "'คะแนนรายข้อ'!C84",
    });
  });

  test('has the published figures on every level', () => {
    const rounded = agency.indicators.map((indicator) => indicator.score?.toFixed(2));
    expect(rounded).toEqual([
      '99.78',
      '99.56',
      '99.78',
      '100.00',
      '99.33',
      '92.92',
      '89.75',
      '80.58',
      '92.14',
      '100.00',
    ]);
    expect(agency.indicators.map(({ from }) => from).join(' ')).toBe(
      'items items items items items given given given items items',
    );
    const sub = Object.fromEntries(agency.subIndicators.map((entry) => [entry.id, entry.score]));
    expect(sub['9.2']).toBeCloseTo(600 / 7, 10);
    expect(sub['9.3']).toBe(75);
    expect(agency.instruments['EIT']).toMatchObject({ from: 'parts', parts: { '1': 94.62, '2': 80.89 } });
    expect(agency.instruments['EIT']?.score).toBeCloseTo(87.755, 10);
    expect(agency.instruments['IIT']?.score?.toFixed(2)).toBe('99.69');
    expect(agency.instruments['OIT']?.score?.toFixed(2)).toBe('96.07');
    expect(agency.total?.toFixed(2)).toBe('94.66');
    expect(agency.grade).toEqual({ code: 'pass', certain: true });
  });

  test('warns of nothing, and notes the item that is missing', () => {
    expect(agency.findings.map(({ code, severity }) => [code, severity])).toEqual([['itemsMissing', 'note']]);
  });
});

test('the input is never touched, and the output is written whole beside it', () => {
  const folder = newFolder();
  const file = join(folder, 'คะแนน ITA.xlsx');
  writeFileSync(file, readFileSync(join(SAMPLES, 'nakhon-pathom-2565.xlsx')));
  const before = hash(file);
  const { answer } = run(file, {});
  expect(hash(file)).toBe(before);
  expect(basename(answer.written ?? '')).toBe('คะแนน ITA-ITA.xlsx');
  expect(readdirSync(folder).sort()).toEqual(['คะแนน ITA-ITA.xlsx', 'คะแนน ITA.xlsx']);
});

test.each(['nakhon-pathom-2565.xlsx', 'bang-sak-2567.xlsx'])(
  'a second run on the output of %s changes no part',
  (name) => {
    const folder = newFolder();
    const once = run(join(SAMPLES, name), { out: join(folder, 'once.xlsx') }).answer.written ?? '';
    const twice = run(once, { out: join(folder, 'twice.xlsx') }).answer.written ?? '';
    const parts = (file: string) => unzipSync(new Uint8Array(readFileSync(file)));
    expect(parts(twice)).toEqual(parts(once));
  },
);

test('an output in which somebody worked since is kept', () => {
  const folder = newFolder();
  const file = join(SAMPLES, 'nakhon-pathom-2565.xlsx');
  const first = run(file, { folder }).answer.written ?? '';
  expect(run(file, { folder }).answer.written).toBe(first);
  writeFileSync(first, 'แก้ไขแล้ว');
  const second = run(file, { folder }).answer.written ?? '';
  expect(second).not.toBe(first);
  expect(readFileSync(first, 'utf8')).toBe('แก้ไขแล้ว');
});

const typed = (sheets: Readonly<Record<string, readonly (readonly Typed[])[]>>): string => {
  const file = join(newFolder(), 'book.xlsx');
  writeFileSync(file, workbookOf(sheets));
  return file;
};
const SCORES = [94, 88, 90, 88, 90, 96, 96, 94, 100, 100];

test('a year that no sheet says is taken from the name of the file', () => {
  const [, , ...untitled] = indicatorSheet('ก', 2565, SCORES);
  const file = join(newFolder(), 'ITA ปี 2565.xlsx');
  writeFileSync(file, workbookOf({ คะแนน: untitled }));
  const { exitCode, answer } = run(file, {});
  expect([exitCode, answer.agencies[0]?.fiscalYear]).toEqual([0, 2565]);
});

const refusals: readonly (readonly [
  string,
  Parameters<typeof typed>[0],
  Partial<Options>,
  string,
  string,
])[] = [
  [
    'a year without rules',
    { คะแนน: [['ปีงบประมาณ 2575'], ['ตัวชี้วัด', 'คะแนน'], ['การใช้อำนาจ', 90]] },
    {},
    'yearUnsupported',
    '2562, 2563',
  ],
  [
    'a year of the old frame',
    { คะแนน: [['ปีงบประมาณ 2561'], ['ตัวชี้วัด', 'คะแนน'], ['การใช้อำนาจ', 90]] },
    {},
    'yearHistory',
    '2562, 2563',
  ],
  [
    'no year',
    {
      คะแนน: [
        ['ตัวชี้วัด', 'คะแนน'],
        ['การใช้อำนาจ', 90],
      ],
    },
    {},
    'yearUnknown',
    '--year',
  ],
  ['no scores', { เงิน: [['งบประมาณ ปี 2565'], ['ค่าเช่า', 1200]] }, {}, 'noScores', 'เงิน'],
  [
    'a sheet that is not there',
    { คะแนน: indicatorSheet('อบต.ก', 2565, SCORES) },
    { sheet: 'ไม่มี' },
    'sheetNotFound',
    'คะแนน',
  ],
  [
    'several agencies',
    { ก: indicatorSheet('เทศบาลตำบลกอไก่', 2565, SCORES), ข: indicatorSheet('เทศบาลตำบลขอไข่', 2565, SCORES) },
    {},
    'severalAgencies',
    'เทศบาลตำบลขอไข่',
  ],
];

test.each(refusals)(
  '%s is refused in a sentence, and nothing is written',
  (_, sheets, options, code, hint) => {
    const file = typed(sheets);
    const { exitCode, answer, errors } = run(file, options);
    expect(exitCode).toBe(1);
    expect([...answer.questions, ...answer.findings].map((entry) => entry.code)).toEqual([code]);
    expect(errors[0]).toContain(hint);
    expect(answer.written).toBeNull();
    expect(readdirSync(join(file, '..'))).toEqual(['book.xlsx']);
  },
);

test.each([
  ['is no archive', Buffer.from('ที่,ตัวชี้วัด,คะแนน\n')],
  ['is cut off', readFileSync(join(SAMPLES, 'nakhon-pathom-2565.xlsx')).subarray(0, 5000)],
  ['is empty', Buffer.alloc(0)],
])('a file that %s is refused in a sentence', (_, bytes) => {
  const file = join(newFolder(), 'bad.xlsx');
  writeFileSync(file, bytes);
  const { exitCode, errors } = run(file, {});
  expect(exitCode).toBe(1);
  expect(errors[0]).toMatch(/^ไฟล์นี้.*โปรด/);
});

test('a file that is not there is refused by name', () => {
  expect(run(join(newFolder(), 'หาย.xlsx'), {})).toMatchObject({ exitCode: 1 });
});

test('the input is not taken as the output, and another kind of file is not written', () => {
  const file = typed({ คะแนน: indicatorSheet('อบต.ก', 2565, SCORES) });
  expect(run(file, { out: file }).exitCode).toBe(2);
  expect(run(file, { out: `${file}.pdf` }).exitCode).toBe(2);
});

test('a year that contradicts the workbook is used, and said', () => {
  const file = typed({ คะแนน: indicatorSheet('เทศบาลตำบลกอไก่', 2565, SCORES) });
  const { exitCode, answer } = run(file, { year: 2564 });
  expect(exitCode).toBe(0);
  expect(answer.agencies[0]?.fiscalYear).toBe(2564);
  expect(answer.agencies[0]?.findings[0]).toMatchObject({
    code: 'yearContradiction',
    severity: 'warning',
    cells: ["'คะแนน'!A1"],
  });
});

test('a year and an agency choose among several', () => {
  const years = typed({
    ก: indicatorSheet('เทศบาลตำบลกอไก่', 2564, SCORES),
    ข: indicatorSheet('เทศบาลตำบลกอไก่', 2565, SCORES),
  });
  expect(run(years, {}).answer.agencies.map(({ fiscalYear }) => fiscalYear)).toEqual([2565, 2564]);
  expect(run(years, { year: 2564 }).answer.agencies.map(({ fiscalYear }) => fiscalYear)).toEqual([2564]);
  expect(run(years, { year: 2563 }).answer.questions).toMatchObject([
    { code: 'yearNotFound', candidates: ['2564', '2565'] },
  ]);
  const agencies = typed({
    ก: indicatorSheet('เทศบาลตำบลกอไก่', 2565, SCORES),
    ข: indicatorSheet('เทศบาลตำบลขอไข่', 2565, SCORES),
  });
  expect(run(agencies, { agency: 'เทศบาลตำบลขอไข่' }).answer.agencies.map(({ name }) => name)).toEqual([
    'เทศบาลตำบลขอไข่',
  ]);
});

test('a year that is chosen is compared with those before it, and nothing is asked about them', () => {
  const higher = SCORES.map((score) => Math.min(100, score + 1));
  const sheets = {
    ก: indicatorSheet('เทศบาลตำบลกอไก่', 2563, SCORES),
    ข: indicatorSheet('เทศบาลตำบลกอไก่', 2564, higher),
    ค: indicatorSheet('เทศบาลตำบลกอไก่', 2565, SCORES),
  };
  const years = (file: string) =>
    run(file, { year: 2564 }).answer.agencies.map(({ fiscalYear }) => fiscalYear);
  expect(years(typed(sheets))).toEqual([2564, 2563]);
  const rival = indicatorSheet(
    'เทศบาลตำบลกอไก่',
    2563,
    SCORES.map((score) => score - 5),
  );
  expect(years(typed({ ...sheets, ง: rival }))).toEqual([2564]);
  const blank = indicatorSheet('เทศบาลตำบลกอไก่', 2564, []);
  expect(run(typed({ ...sheets, ข: blank }), { year: 2564 }).exitCode).toBe(1);
});

test('a folder that cannot be written is said, and leaves nothing behind', () => {
  const file = typed({ คะแนน: indicatorSheet('อบต.ก', 2565, SCORES) });
  const blocked = join(newFolder(), 'a-file');
  writeFileSync(blocked, '');
  chmodSync(blocked, 0o400);
  const { exitCode, errors } = run(file, { out: join(blocked, 'out.xlsx') });
  expect(exitCode).toBe(1);
  expect(errors[0]).toContain('เขียนไฟล์');
  expect(existsSync(join(blocked, 'out.xlsx'))).toBe(false);
});
