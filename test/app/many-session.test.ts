import { localAnalyst, type Analyst } from '../../src/app/analyst';
import type { PickedFile } from '../../src/app/collect-job';
import { startSession } from '../../src/app/session';
import { isWorking, type SessionState } from '../../src/app/session-state';
import { ok } from '../../src/core/result';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { agencyList, AGENCIES, anyScore } from '../support/agency-lists';
import { portInMemory } from '../support/port-in-memory';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';

const list = workbookOf({ คะแนน: agencyList(2567, anyScore) });
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const empty = workbookOf({ บันทึก: [['งบประมาณ', 1]] });
const own = (agency: string, year = 2567): Uint8Array =>
  workbookOf({ คะแนน: indicatorSheet(agency, year, SCORES) });

const picked = (files: Readonly<Record<string, Uint8Array>>): readonly PickedFile[] =>
  Object.entries(files).map(([file, bytes]) => ({
    file,
    open: () => {
      const opened = openWorkbook(bytes);
      return Promise.resolve(opened.ok ? ok(opened.value.snapshot()) : opened);
    },
  }));

const step = <Step extends SessionState['step']>(state: SessionState, name: Step) => {
  if (state.step !== name) throw new Error(`${state.step} in place of ${name}`);
  return state as SessionState & { readonly step: Step };
};

test('all agencies of a workbook are summed up, written as planned, and taken back', async () => {
  const { port, bytes, writes, read } = portInMemory(list);
  const session = startSession(port);
  expect(step(await session.analyze(), 'unread').refusal.code).toBe('severalAgencies');
  const { many } = step(await session.planMany(), 'manyPlanned');
  expect(writes()).toBe(0);
  const [year] = many.years;
  expect(many.agencies).toBe(AGENCIES.length);
  expect(year).toMatchObject({ fiscalYear: 2567, agencies: 5, scored: 5, remarked: 0, ungraded: 0 });
  const totals = year?.lowest.map(({ total }) => total) ?? [];
  expect(totals).toEqual([...totals].sort((a, b) => a - b));
  expect(year?.mean).toBeCloseTo(totals.reduce((sum, total) => sum + total, 0) / totals.length, 2);
  expect(year?.grades.reduce((sum, { agencies }) => sum + agencies, 0)).toBe(5);
  // The worker hands it over as it is.
  expect(structuredClone(many)).toEqual(many);
  step(await session.writeMany(), 'manyWritten');
  expect(read().sheets.map(({ name }) => name)).toContain('สรุปหลายหน่วยงาน');
  step(await session.undo(), 'undone');
  expect(bytes()).toEqual(list);
});

test('results beside the rows are planned from what was read, and the way back stays the first one', async () => {
  const { port, read } = portInMemory(list);
  let reads = 0;
  const counting = { ...port, snapshot: () => ((reads += 1), port.snapshot()) };
  const session = startSession(counting);
  const question = await session.analyze();
  const without = step(await session.planMany(), 'manyPlanned').many;
  const readBefore = reads;
  const { many } = step(await session.planMany({ inPlace: true }), 'manyPlanned');
  expect(reads).toBe(readBefore);
  expect([without.beside?.written.length, many.beside?.written.length]).toEqual([0, 1]);
  session.leavePlan();
  expect(session.state()).toBe(question);
  step(await session.planMany(), 'manyPlanned');
  step(await session.writeMany(), 'manyWritten');
  const width = read().sheets[0]?.rows[1]?.length ?? 0;
  expect(read().sheets[0]?.rows[1]?.[width - 7]?.value).toBe('คะแนนรวม');
});

test('a plan is left for the question that it came from', async () => {
  const session = startSession(portInMemory(list).port);
  const question = await session.analyze();
  await session.planMany();
  session.leavePlan();
  expect(session.state()).toBe(question);
  expect(step(await session.choose({ agency: AGENCIES[1] }), 'ready').analysis.assessments[0].agency).toBe(
    AGENCIES[1],
  );
});

test('a year that nobody says is asked for, and holds for all agencies', async () => {
  const rows = agencyList(2567, anyScore, { title: 'ผลคะแนน' });
  const session = startSession(portInMemory(workbookOf({ คะแนน: rows })).port);
  await session.analyze();
  const asked = step(await session.planMany(), 'unread');
  expect(asked.refusal.code).toBe('yearUnknown');
  await session.choose({ year: 2567 });
  expect(step(await session.planMany(), 'manyPlanned').many.years[0]?.fiscalYear).toBe(2567);
});

test('files are collected into the workbook in front; what cannot be read is named, and one undo takes all back', async () => {
  const { port, bytes, read } = portInMemory(empty);
  const session = startSession(port);
  await session.analyze();
  const steps: string[] = [];
  session.subscribe(() => {
    const state = session.state();
    steps.push(state.step === 'collecting' ? `${state.done}/${state.total}` : state.step);
  });
  const files = {
    'ก.xlsx': own('เทศบาลตำบลหนึ่ง'),
    'เสีย.xlsx': new Uint8Array([1, 2, 3]),
    'จังหวัด.xlsx': list,
    'งบ.xlsx': empty,
  };
  const { many } = step(await session.collect(picked(files)), 'manyPlanned');
  expect(steps).toEqual(['0/4', '0/4', '1/4', '2/4', '3/4', '4/4', 'assessing', 'manyPlanned']);
  expect(many.agencies).toBe(6);
  expect(many.unread.map(({ file, cause }) => [file, cause.kind])).toEqual([
    ['เสีย.xlsx', 'refused'],
    ['งบ.xlsx', 'reading'],
  ]);
  step(await session.writeMany(), 'manyWritten');
  const [first] = snapshotOf(empty).sheets;
  expect(read().sheets[0]?.rows).toEqual(first?.rows);
  const texts = read().sheets.flatMap(({ rows }) => rows.flatMap((row) => row?.map((cell) => cell?.value)));
  expect(texts).toEqual(expect.arrayContaining(['เทศบาลตำบลหนึ่ง', 'อบต.วังทอง', 'เสีย.xlsx']));
  await session.undo();
  expect(bytes()).toEqual(empty);
});

test('a file over which the program fails does not stop the others', async () => {
  const analyst: Analyst = {
    ...localAnalyst,
    collect: (snapshot, options) =>
      options.fileName === 'ข.xlsx'
        ? Promise.reject(new TypeError('x'))
        : localAnalyst.collect(snapshot, options),
  };
  const session = startSession(portInMemory(empty).port, analyst);
  await session.analyze();
  const files = [
    ...picked({ 'ก.xlsx': own('เทศบาลตำบลหนึ่ง'), 'ข.xlsx': own('เทศบาลตำบลสอง') }),
    { file: 'ค.xlsx', open: () => Promise.reject(new Error('gone')) },
  ];
  const { many } = step(await session.collect(files), 'manyPlanned');
  expect(many.unread).toEqual([
    { file: 'ข.xlsx', cause: { kind: 'fault', detail: 'TypeError' } },
    { file: 'ค.xlsx', cause: { kind: 'notReadable' } },
  ]);
});

test('where no file gives an agency nothing is planned, and the way back is there', async () => {
  const { port, writes } = portInMemory(empty);
  const session = startSession(port);
  const before = await session.analyze();
  const state = await session.collect(picked({ 'งบ.xlsx': empty }));
  expect(step(state, 'nothingCollected').unread).toHaveLength(1);
  expect(step(await session.writeMany(), 'nothingCollected')).toBe(state);
  expect(writes()).toBe(0);
  session.leavePlan();
  expect(session.state()).toBe(before);
});

test('reading is given up between two files, and no further file is opened', async () => {
  const session = startSession(portInMemory(empty).port);
  const before = await session.analyze();
  const opened: string[] = [];
  const files = picked({ 'ก.xlsx': own('เทศบาลตำบลหนึ่ง'), 'ข.xlsx': own('เทศบาลตำบลสอง') }).map((each) => ({
    ...each,
    open: () => {
      opened.push(each.file);
      session.cancel();
      return each.open();
    },
  }));
  await session.collect(files);
  expect(session.state()).toBe(before);
  expect(isWorking(session.state())).toBe(false);
  expect(opened).toEqual(['ก.xlsx']);
});

test('a refused write is tried again, and nothing else', async () => {
  const { port, writes } = portInMemory(list, 0);
  const session = startSession(port);
  await session.analyze();
  await session.planMany();
  const refused = step(await session.writeMany(), 'refused');
  expect(refused.refusal.code).toBe('accessDenied');
  step(await refused.again(), 'manyWritten');
  expect(writes()).toBe(2);
});

test('a second run keeps the scores of the first, which may have been corrected, and renews the results', async () => {
  const { port, read } = portInMemory(empty);
  const session = startSession(port);
  await session.analyze();
  const files = picked({ 'ก.xlsx': own('เทศบาลตำบลหนึ่ง') });
  await session.collect(files);
  await session.writeMany();
  const sheets = read().sheets.map(({ name }) => name);
  const scores = read().sheets.find(({ name }) => name.startsWith('คะแนน'));
  await session.collect(files);
  await session.writeMany();
  const again = read().sheets;
  expect(again.find(({ name }) => name === scores?.name)).toEqual(scores);
  expect(again.map(({ name }) => name).slice(0, sheets.length)).toEqual(sheets);
  expect(again).toHaveLength(sheets.length + 1);
});
