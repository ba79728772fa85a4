import { localAnalyst, type Analyst } from '../../src/app/analyst';
import { plannedChanges } from '../../src/app/planned-changes';
import { startSession } from '../../src/app/session';
import { err, ok } from '../../src/core/result';
import { base, copyWith, typed } from '../support/merging';
import { portInMemory } from '../support/port-in-memory';
import { snapshotOf, typeInto } from '../support/workbook-of';

const snapshot = snapshotOf(base);
const copies = [{ file: 'กองคลัง.xlsx', snapshot: snapshotOf(copyWith(typed(2, 'กองคลัง'))) }];

test('a merge is planned without writing, written whole, and taken back whole', async () => {
  const { port, bytes, writes } = portInMemory(base);
  const session = startSession(port);
  await session.analyze();
  const planned = await session.planMerge(copies);
  expect(planned.step === 'mergePlanned' && planned.merge.taken.map(({ text }) => text)).toEqual(['กองคลัง']);
  expect(writes()).toBe(0);
  const merged = await session.merge();
  expect(merged.step).toBe('merged');
  expect(JSON.stringify(snapshotOf(bytes()))).toContain('กองคลัง');
  expect((await session.undo()).step).toBe('undone');
  expect(bytes()).toEqual(base);
});

test.each([0, 1, 2])('a merge that is refused at its write %i leaves nothing behind', async (refusedAt) => {
  const { port, bytes } = portInMemory(base, refusedAt);
  const session = startSession(port);
  await session.analyze();
  await session.planMerge(copies);
  const state = await session.merge();
  expect(state.step === 'refused' && state.refusal.code).toBe('accessDenied');
  expect(bytes()).toEqual(base);
});

test('what is given up comes back as it was, and its late answer does not count', async () => {
  const answers: (() => void)[] = [];
  const analyst: Analyst = {
    ...localAnalyst,
    analyze: (source, options) =>
      new Promise((resolve) => {
        answers.push(() => {
          resolve(localAnalyst.analyze(source, options));
        });
      }),
  };
  const session = startSession(portInMemory(base).port, analyst);
  const first = session.analyze({ inPlace: true });
  await new Promise((resolve) => setTimeout(resolve));
  expect(session.state().step).toBe('assessing');
  session.cancel();
  expect(session.state().step).toBe('idle');
  expect(session.options()).toEqual({});
  answers[0]?.();
  expect((await first).step).toBe('idle');
  expect(session.state().step).toBe('idle');
});

test('the last of several quick choices holds', async () => {
  const session = startSession(portInMemory(base).port);
  await session.analyze();
  const choices = [{ documents: ['oit'] as const }, { inPlace: true }].map((choice) =>
    session.choose(choice),
  );
  await Promise.all(choices);
  const state = session.state();
  expect(state.step === 'ready' && state.analysis.documents.kinds).toContain('oit');
  expect(state.step === 'ready' && state.analysis.beside).not.toBeNull();
});

test('a setting that was written is the sheet’s from then on', async () => {
  const { port, read } = portInMemory(base);
  const session = startSession(port);
  await session.analyze({ settings: { target: 90 }, units: ['กองคลัง'] });
  await session.write();
  expect(session.options()).not.toHaveProperty('settings');
  const again = await session.analyze();
  expect(again.step === 'ready' && again.analysis.settings.values.target).toBe(90);
  expect(again.step === 'ready' && again.analysis.settings.units).toEqual(['กองคลัง']);
  expect(read().sheets.length).toBeGreaterThan(1);
});

test('an empty form is a sheet of its own, under a free name', async () => {
  const { port, read } = portInMemory(typeInto(base, []));
  const session = startSession(port);
  await session.addForm(2568);
  const state = await session.addForm(2567);
  expect(state.step === 'formAdded' && state.sheet).toBe(read().sheets.at(-1)?.name);
  expect(new Set(read().sheets.map(({ name }) => name)).size).toBe(read().sheets.length);
  await session.undo();
  await session.undo();
  expect(read().sheets).toHaveLength(snapshot.sheets.length);
});

test('what would be written is told by sheet, with what replaced cells hold before and after', async () => {
  const { port } = portInMemory(base);
  const session = startSession(port);
  const state = await session.analyze({ settings: { target: 90 } });
  const source = session.snapshot();
  if (state.step !== 'ready' || source === null) throw new Error(state.step);
  const settings = plannedChanges(state.analysis.plan, source).find(({ sheet }) => sheet === 'ตั้งค่า ITA');
  expect(settings).toMatchObject({ kind: 'ours', written: 1, replaced: [{ before: '85', after: '90' }] });
  await session.write();
  await session.analyze();
  const again = session.snapshot();
  const after = session.state();
  if (after.step !== 'ready' || again === null) throw new Error(after.step);
  expect(plannedChanges(after.analysis.plan, again)).toEqual([]);
});

test('what is selected is read, and nothing else, until the whole workbook is asked for', async () => {
  const { port } = portInMemory(base);
  expect(startSession(port).readSelection).toBeNull();
  const range = { top: 400, left: 0, bottom: 400, right: 0 };
  const answers = [
    err({ code: 'noSelection' } as const),
    ok({ sheet: snapshot.sheets[0]?.name ?? '', range }),
  ];
  const session = startSession({
    ...port,
    selection: () => Promise.resolve(answers.shift() ?? ok({ sheet: '', range })),
  });
  const refused = await session.readSelection?.();
  expect(refused?.step === 'refused' && refused.refusal.code).toBe('noSelection');
  const unread = refused?.step === 'refused' ? await refused.again() : refused;
  expect(unread?.step === 'unread' && unread.refusal.code).toBe('areaUnread');
  expect((await session.analyze()).step).toBe('unread');
  expect((await session.analyze({ area: undefined })).step).toBe('ready');
});
