import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import { analyzeFile } from '../../src/cli/analyze-file';
import { readArguments } from '../../src/cli/arguments';
import { readWhatIf } from '../../src/cli/what-if-words';
import { subjectKey } from '../../src/core/read/reading';
import { indicatorSheet, itemSheet } from '../support/typed-workbooks';
import { workbookOf, type Typed } from '../support/workbook-of';

const SAMPLES = join(__dirname, '../../assets/sample');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'ita-outlook-'));

type Range = { readonly least: number; readonly most: number };
type Path = {
  readonly steps: readonly { readonly subject: string; readonly to: number; readonly points: number }[];
  readonly total: number;
  readonly grade: string;
} | null;
type Agency = {
  readonly total: number | null;
  readonly items: readonly { readonly id: string; readonly gain: number | null }[];
  readonly losses: readonly {
    readonly subject: string;
    readonly kind: string;
    readonly points: number;
    readonly cell: string | null;
  }[];
  readonly range: {
    readonly total: Range;
    readonly groupings: readonly object[];
    readonly grade: { readonly worst: string; readonly best: string; readonly certain: boolean };
  };
  readonly distances: {
    readonly nextGrade: { readonly code: string } | null;
    readonly target: { readonly points: number | null };
    readonly longTerm: { readonly limit: number; readonly by: number };
  };
  readonly path: { readonly nextGrade: Path; readonly target: Path; readonly longTerm: Path };
};
type Answer = {
  readonly agencies: readonly Agency[];
  readonly years: {
    readonly years: readonly { readonly fiscalYear: number; readonly total: number | null }[];
    readonly changes: readonly { readonly fiscalYear: number; readonly best: number | null }[];
  };
  readonly whatIf?: {
    readonly changes: readonly object[];
    readonly total: number;
    readonly grade: object;
    readonly indicators: readonly { readonly id: number; readonly triage: string }[];
  };
  readonly findings: readonly { readonly code: string }[];
};

const run = (file: string, supposed = '', messages = messagesTh) => {
  const folder = newFolder();
  const read = readArguments(supposed === '' ? [file] : [file, '--what-if', supposed], messages);
  if (!read.ok) throw new Error(read.error);
  const outcome = analyzeFile(file, { ...read.value, folder }, messages);
  return { ...outcome, answer: outcome.json as Answer, written: readdirSync(folder) };
};

const typed = (sheets: Readonly<Record<string, readonly (readonly Typed[])[]>>): string => {
  const file = join(newFolder(), 'book.xlsx');
  writeFileSync(file, workbookOf(sheets));
  return file;
};

const bangSak = join(SAMPLES, 'bang-sak-2567.xlsx');

describe('the public answer', () => {
  const { answer, lines } = run(bangSak);
  const [agency] = answer.agencies;
  if (agency === undefined) throw new Error('No agency');

  test('says what every item would bring, and what no item explains', () => {
    expect(agency.items.find(({ id }) => id === 'o9')?.gain).toBeCloseTo((100 / 7 / 5 / 2) * 0.4, 12);
    expect(agency.items.find(({ id }) => id === 'e8')?.gain).toBeNull();
    const [largest] = agency.losses;
    expect(largest).toMatchObject({ subject: 'EIT.2', kind: 'figure' });
    expect(largest?.cell).not.toBeNull();
    const sum = [...agency.items.map(({ gain }) => gain ?? 0), ...agency.losses.map(({ points }) => points)];
    expect(sum.reduce((all, points) => all + points, 0)).toBeCloseTo(100 - (agency.total ?? 0), 9);
  });

  test('says what is possible, how far it is, and the way', () => {
    expect(agency.range.total).toEqual({ least: agency.total, most: agency.total });
    expect(agency.range.grade).toMatchObject({ worst: 'pass', best: 'pass', certain: true });
    expect(agency.distances).toMatchObject({
      nextGrade: { code: 'good' },
      target: { points: 0 },
      longTerm: { limit: 90, by: 2580, points: 0 },
    });
    expect(agency.path.nextGrade?.steps.map(({ subject }) => subject)).toEqual(['EIT.2']);
    expect(agency.path.nextGrade?.grade).toBe('good');
    expect(agency.path.target?.steps).toEqual([]);
  });

  test('and the lines for people name what to fix first and the shortest way', () => {
    const text = lines.join('\n');
    expect(text).toContain('ควรแก้ก่อน (คะแนนรวมที่จะเพิ่มเมื่อได้เต็ม): EIT ส่วนที่ 2 +2.87, ข้อ o17 +1.00, ข้อ o9 +0.57');
    expect(text).toContain('ทางที่สั้นที่สุดสู่ระดับ ผ่านดี: EIT ส่วนที่ 2 จาก 80.89 เป็น 85.00 จะได้คะแนนรวม 95.28');
    expect(text).not.toContain('ที่ยังเป็นไปได้');
    expect(run(bangSak, '', messagesEn).lines.join('\n')).toContain(
      'Fix first (points of the total when full): EIT part 2 +2.87',
    );
  });
});

test('with OIT items only, as in February, the range is there and no path', () => {
  const file = typed({ OIT: itemSheet(2567, (id) => (id.startsWith('o') ? (id === 'o9' ? 0 : 100) : null)) });
  const { answer, lines } = run(file);
  const [agency] = answer.agencies;
  expect(agency?.total).toBeNull();
  expect(agency?.range.total.least).toBeCloseTo(40 - 4 / 7, 10);
  expect(agency?.range.total.most).toBeCloseTo(100 - 4 / 7, 10);
  expect(agency?.range.grade).toMatchObject({
    worst: 'needsUrgentImprovement',
    best: 'excellent',
    certain: false,
  });
  expect(agency?.path).toEqual({ nextGrade: null, target: null, longTerm: null });
  expect(lines.join('\n')).toContain('คะแนนรวมที่ยังเป็นไปได้ 39.43–99.43 · ระดับ ต้องปรับปรุงโดยด่วน ถึง ผ่านดีเยี่ยม');
  expect(run(file, 'IIT=95,EIT=95').answer.whatIf?.total).toBeCloseTo(57 + 40 - 4 / 7, 10);
});

test('several years stand side by side', () => {
  const scores = [94, 88, 90, 88, 90, 96, 96, 94, 100, 100];
  const file = typed({
    '2564': indicatorSheet('เทศบาลตำบลกอไก่', 2564, scores),
    '2565': indicatorSheet('เทศบาลตำบลกอไก่', 2565, [99, ...scores.slice(1)]),
  });
  const { years } = run(file).answer;
  expect(years.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2565, 2564]);
  expect(years.changes).toMatchObject([
    { fiscalYear: 2565, previousYear: 2564, best: 1, instruments: { IIT: { change: 1 } } },
  ]);
});

describe('--what-if', () => {
  test('shows total, grade and groups as they would be, and writes what is there', () => {
    const { answer, lines, exitCode } = run(bangSak, 'o9=100,e9=90,EIT.2=86');
    expect(exitCode).toBe(0);
    const before = answer.agencies[0]?.total ?? 0;
    expect(before.toFixed(2)).toBe('94.66');
    expect(answer.whatIf?.total).toBeCloseTo(
      before + 0.4 * (100 / 7 / 5 / 2) + (0.15 * 17.5) / 9 + 0.15 * 5.11,
      9,
    );
    expect(answer.whatIf).toMatchObject({
      changes: [
        { subject: 'o9', to: 100 },
        { subject: 'e9', to: 90 },
        { subject: 'EIT.2', to: 86 },
      ],
      grade: { code: 'good' },
    });
    expect(answer.whatIf?.indicators.find(({ id }) => id === 8)?.triage).toBe('urgent');
    const text = lines.join('\n');
    expect(text).toContain(
      'สมมติให้ ข้อ o9 = 100.00, ข้อ e9 = 90.00, EIT ส่วนที่ 2 = 86.00: คะแนนรวม 94.66 → 96.29 (+1.63) · ระดับ ผ่าน → ผ่านดี',
    );
    expect(text).toContain('สมมติแล้ว ตัวชี้วัดที่ 7 ย้ายกลุ่ม: เร่งด่วน → พัฒนา');
  });

  test.each([
    ['an unknown item', 'o99=100', '«o99»'],
    ['an unknown indicator', '11=90', '«11»'],
    ['a score out of scale', 'e9=120', '0–100'],
    ['a score below the scale', 'e9=-5', '0–100'],
    ['a score that cannot be given', 'o9=50', '0, 100'],
    ['an item without a score', 'e8=100', 'e8'],
    ['an item twice', 'e9=90,e9=95', 'ครั้งเดียว'],
    ['what follows from its items', '1=90', 'คะแนนย่อย'],
  ])('%s is refused by the name of the option, and nothing is written', (_, supposed, hint) => {
    const { exitCode, errors, written, answer } = run(bangSak, supposed);
    expect(exitCode).toBe(1);
    expect(errors[0]).toContain('--what-if');
    expect(errors[0]).toContain(hint);
    expect(errors[0]).toContain('โปรด');
    expect(answer.findings.map(({ code }) => code)).toEqual(['whatIfRefused']);
    expect(written).toEqual([]);
  });

  test.each(['', 'o9', 'o9=', 'o9:100', 'x9=100', 'o9=สูง', 'o9=100,', 'o9=1,5', 'XIT=90'])(
    '«%s» is wrong usage',
    (supposed) => {
      const read = readArguments(['a.xlsx', `--what-if=${supposed}`], messagesEn);
      expect(read.ok ? '' : read.error).toMatch(/--what-if.*o9=100,e9=90/);
    },
  );

  test('reads codes of every kind, in any digits and cases', () => {
    const changes = readWhatIf(' O๙ = ๑๐๐ ,e9=90.5,9.1=80,2=70,eit.2=60,IIT=50');
    expect(changes?.map(({ subject, to }) => [subject.kind, subjectKey(subject), to])).toEqual([
      ['item', 'o9', 100],
      ['item', 'e9', 90.5],
      ['subIndicator', '9.1', 80],
      ['indicator', '2', 70],
      ['part', 'EIT.2', 60],
      ['instrument', 'IIT', 50],
    ]);
  });
});
