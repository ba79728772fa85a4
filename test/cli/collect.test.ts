import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import { collectReport } from '../../src/cli/collect-report';
import { resultsOf } from '../../src/cli/collect-results';
import type { Progress } from '../../src/cli/progress';
import { NO_PROGRESS } from '../../src/cli/progress';
import { mailedWorkbooks } from '../bench/mailed-workbooks';
import { collect, folderOf, type Answer } from '../support/collecting';
import { structureProblems } from '../xlsx/check-structure';

const MAILED = [...mailedWorkbooks(14, 4)];
const [SOUND] = MAILED.filter(({ damage }) => damage === null);
const COPY = 'อำเภอเมือง/สำเนา.xlsx';
const FOLDER = folderOf({
  ...Object.fromEntries(MAILED.map(({ name, bytes }) => [name, bytes])),
  [COPY]: SOUND?.bytes ?? '',
  '~$ล็อก.xlsx': 'lock',
  '.ซ่อน.xlsx': 'hidden',
  '.ซ่อน/ใน.xlsx': 'hidden',
  'หนังสือนำส่ง.PDF': '%PDF',
  'อบต.เก่า.xls': Uint8Array.from([0x09, 0x04, 0x06, 0x00, ...new Uint8Array(600)]),
});
const OUTPUT = join(FOLDER, 'รวมหน่วยงาน.xlsx');

// Readers are processes that are started anew for each run.
const PATIENCE = 60_000;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('a folder of mailed workbooks', () => {
  const before = filesIn(FOLDER);
  const stopper = new AbortController();
  let stopped: Awaited<ReturnType<typeof collect>>;
  let first: Awaited<ReturnType<typeof collect>>;
  let second: Awaited<ReturnType<typeof collect>>;
  let bytes: Buffer;
  let journal = '';
  const resumed: string[] = [];
  const counts: number[] = [];

  beforeAll(async () => {
    const stopAtFive: Progress = {
      ...NO_PROGRESS,
      show: ({ done }) => {
        if (done === 5) stopper.abort();
      },
    };
    stopped = await collect({ inputs: [FOLDER] }, { signal: stopper.signal, progress: stopAtFive });
    const [hidden] = filesIn(FOLDER).filter((name) => !before.includes(name));
    journal = hidden ?? '';
    // A run that was killed leaves half a line, and a disk may have changed another.
    const lines = readFileSync(join(FOLDER, journal), 'utf8').split('\n').filter(Boolean);
    const [changed = '', ...others] = lines;
    const broken = changed.replace(/"hash":"./, '"hash":"x');
    writeFileSync(join(FOLDER, journal), [broken, ...others, others[0]?.slice(0, 40) ?? ''].join('\n'));
    const watching: Progress = {
      ...NO_PROGRESS,
      say: (text) => resumed.push(text),
      show: ({ done }) => counts.push(done),
    };
    first = await collect({ inputs: [FOLDER] }, { progress: watching, count: 2 });
    bytes = readFileSync(OUTPUT);
    second = await collect({ inputs: [FOLDER] });
  }, PATIENCE);

  test('that is stopped writes nothing but what it has read so far, and says how to go on', () => {
    expect(stopped).toMatchObject({ exitCode: 130, lines: [] });
    expect(stopped.errors).toEqual([messagesTh.collect.stopped(5, 16)]);
    expect(journal).toBe('.รวมหน่วยงาน.xlsx.collect');
  });

  test('that is taken up again reads what is missing or was damaged in between', () => {
    expect(resumed).toEqual([messagesTh.collect.resumed(4)]);
    expect([counts[0], counts.at(-1)]).toEqual([4, 16]);
    expect(existsSync(join(FOLDER, journal))).toBe(false);
  });

  test('gives every agency with its scores, and names every file that gives none', () => {
    const { answer, exitCode } = first;
    expect(exitCode).toBe(0);
    expect(answer).toMatchObject({ folder: FOLDER, written: OUTPUT, files: 16, findings: [] });
    const sound = MAILED.filter(({ damage }) => damage === null);
    expect(new Set(sound.map(({ layout }) => layout)).size).toBe(3);
    const found = answer.agencies.map(({ name, fiscalYear, file }) => [file, name, fiscalYear]);
    expect(found).toEqual(
      sound
        .map(({ name, agency, fiscalYear }): [string, string, number] => [name, agency, fiscalYear])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    expect(answer.agencies.every(({ scores }) => Object.keys(scores).length >= 10)).toBe(true);
    const failed = answer.failures.map(({ file, code }) => [file, code]);
    expect(failed).toEqual([
      ['อบต.เก่า.xls', 'oldXls'],
      ...MAILED.flatMap(({ name, damage }) => (damage === null ? [] : [[name, damage]])).sort(([a], [b]) =>
        String(a) < String(b) ? -1 : 1,
      ),
    ]);
  });

  test('names a file with the same contents as a copy, and counts what it does not read', () => {
    expect(first.answer.copies).toEqual([{ file: COPY, of: SOUND?.name }]);
    expect(first.answer.otherFiles).toEqual({ '.pdf': 1 });
    expect(first.answer.ownOutputs).toEqual([]);
    const said = first.lines.join('\n');
    expect(said).toContain(`${COPY}: ซ้ำกับ ${SOUND?.name}`);
    expect(said).toContain('.pdf 1');
    expect(said).toContain('อบต.เก่า.xls: ไฟล์นี้เป็นรูปแบบ .xls เดิม');
    expect(said).not.toContain('ซ่อน');
  });

  test('comes to the same bytes however many readers there are, and leaves out what it wrote before', () => {
    expect(second.answer.ownOutputs).toEqual([basename(OUTPUT)]);
    expect(second.answer).toEqual({ ...first.answer, ownOutputs: [basename(OUTPUT)] });
    expect(second.lines.join('\n')).toContain(messagesTh.collect.ownOutputs(1));
    expect(readFileSync(OUTPUT).equals(bytes)).toBe(true);
    expect(structureProblems(new Uint8Array(bytes))).toEqual([]);
  });

  test('stays as it was, with the output beside it', () => {
    expect(filesIn(FOLDER)).toEqual([...before, basename(OUTPUT)].sort());
  });
});

test(
  'files that nothing comes of are named, and nothing is written',
  async () => {
    const folder = folderOf({ 'ว่าง.xlsx': '' });
    const inputs = ['ว่าง.xlsx', 'ไม่มี.xlsx'].map((name) => join(folder, name));
    const { exitCode, answer, errors, lines } = await collect({ inputs }, {}, messagesEn);
    expect(exitCode).toBe(1);
    expect(errors).toEqual([messagesEn.collect.nothingCollected]);
    expect(lines).toEqual([
      '2 files read, scores of 0 agencies',
      'Not read (2):',
      `  ว่าง.xlsx: ${messagesEn.workbookRefusal({ code: 'emptyFile' })}`,
      `  ไม่มี.xlsx: ${messagesEn.collect.unread.notFound}`,
    ]);
    expect(answer).toMatchObject({ written: null, agencies: [], files: 2 });
    expect(readdirSync(folder)).toEqual(['ว่าง.xlsx']);
  },
  PATIENCE,
);

test('without a workbook the folder is named', async () => {
  const folder = folderOf({ 'a.docx': 'x' });
  const { exitCode, answer, errors } = await collect({ inputs: [folder] });
  expect([exitCode, errors]).toEqual([1, [messagesTh.collect.noWorkbooks(folder)]]);
  expect(answer).toMatchObject<Partial<Answer>>({ written: null, findings: [{ code: 'noWorkbooks' }] });
  expect(readdirSync(folder)).toEqual(['a.docx']);
});

test('a file that the command did not write is not replaced, even if it is named', async () => {
  const folder = folderOf({ 'a.xlsx': SOUND?.bytes ?? '', 'b.xlsx': SOUND?.bytes ?? '' });
  const out = join(folder, 'b.xlsx');
  const { exitCode, errors } = await collect({ inputs: [folder], out });
  expect([exitCode, errors]).toEqual([2, [messagesTh.collect.outIsOther(out)]]);
  expect(readFileSync(out).equals(SOUND?.bytes ?? Buffer.of())).toBe(true);
});

test('an output that cannot be written is named before anything is read', async () => {
  const folder = folderOf({ 'a.xlsx': SOUND?.bytes ?? '' });
  const out = join(folder, 'a.xlsx', 'ใน.xlsx');
  const { exitCode, answer, errors } = await collect({ inputs: [folder], out });
  expect([exitCode, errors]).toEqual([1, [messagesTh.notWritable(out)]]);
  expect(answer.findings).toMatchObject([{ code: 'notWritable' }]);
});

test('a list that is longer than a terminal is cut, but no file that was not read is left unsaid', () => {
  const answers = Array.from({ length: 60 }, (_, index) => ({
    file: `${index}.xlsx`,
    answer: { kind: 'died' } as const,
  }));
  const lines = collectReport(resultsOf(answers), new Map(), messagesEn);
  expect(lines.filter((line) => line.includes(messagesEn.collect.unread.died))).toHaveLength(60);
});
