/** @jest-environment ./test/support/browser-environment.ts */
import { strikes, type Fault } from '../faults';
import { codeOf, hostWith, onSheet } from './support';

const typeThree = (): Promise<string | undefined> =>
  codeOf((context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (const address of ['A1', 'A2', 'A3']) sheet.getRange(address).values = [[address]];
  });

const typed = (host: Awaited<ReturnType<typeof hostWith>>): readonly string[] =>
  Object.keys(host.snapshot().sheets[0]?.cells ?? {});

test.each<[string, Fault['strike'], string]>([
  ['cell editing', strikes.cellEdit, 'InvalidOperationInCellEditMode'],
  ['protection', strikes.accessDenied, 'AccessDenied'],
  ['lack of memory', strikes.outOfMemory, 'GeneralException'],
  ['a large request', strikes.requestTooLarge, 'RequestPayloadSizeLimitExceeded'],
  ['a large answer', strikes.answerTooLarge, 'ResponsePayloadSizeLimitExceeded'],
  ['another error', strikes.error('MemoryLimitReached'), 'MemoryLimitReached'],
])('%s before a request leaves the workbook as it was', async (_, strike, code) => {
  const host = await hostWith();
  host.faults = [{ batch: 0, strike }];
  await expect(typeThree()).resolves.toBe(code);
  expect(typed(host)).toEqual([]);
  await expect(typeThree()).resolves.toBeUndefined();
});

test('before every action something can strike; what was done before stays', async () => {
  const all = await hostWith();
  await typeThree();
  const actions = all.log[0]?.actions ?? [];
  const done = [];
  for (let action = 0; action <= actions.length; action++) {
    const host = await hostWith();
    host.faults = [{ batch: 0, action, strike: strikes.outOfMemory }];
    await expect(typeThree()).resolves.toBe('GeneralException');
    done.push(typed(host).length);
  }
  expect([done[0], done.at(-1)]).toEqual([0, 3]);
  expect(done).toEqual([...done].sort((a, b) => a - b));
});

test('an answer that is lost, or too large to come, has been done', async () => {
  for (const strike of [strikes.answerLost, strikes.answerTooLarge]) {
    const host = await hostWith();
    host.faults = [{ batch: 0, action: 'answered', strike }];
    expect(await typeThree()).toBeDefined();
    expect(typed(host)).toHaveLength(3);
  }
});

test('others act between two requests, or in the middle of one', async () => {
  const host = await hostWith();
  host.faults = [
    { batch: 1, strike: strikes.edits('S!B1', [['between']]) },
    { batch: 2, action: 0, strike: strikes.protects('S') },
  ];
  await expect(typeThree()).resolves.toBeUndefined();
  expect(typed(host)).not.toContain('B1');
  await expect(typeThree()).resolves.toBeUndefined();
  expect(typed(host)).toContain('B1');
  await expect(typeThree()).resolves.toBe('AccessDenied');
});

test('a slow answer comes late', async () => {
  const host = await hostWith();
  host.faults = [{ batch: 0, strike: strikes.slow(60) }];
  const start = performance.now();
  await typeThree();
  expect(performance.now() - start).toBeGreaterThanOrEqual(50);
});

test('a fault that persists strikes until it is taken away', async () => {
  const host = await hostWith();
  host.faults = [{ batch: 1, persists: true, strike: strikes.accessDenied }];
  const codes = [await typeThree(), await typeThree(), await typeThree()];
  host.faults = [];
  expect([...codes, await typeThree()]).toEqual([undefined, 'AccessDenied', 'AccessDenied', undefined]);
});

test('while a cell is edited requests fail, or wait where they asked to', async () => {
  const host = await hostWith();
  host.user.startCellEdit();
  await expect(typeThree()).resolves.toBe('InvalidOperationInCellEditMode');
  let isDone = false;
  const patient = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1').values = [['waited']];
    await context.sync();
    isDone = true;
  });
  await new Promise((done) => setTimeout(done, 20));
  expect(isDone).toBe(false);
  host.user.endCellEdit();
  await patient;
  expect(typed(host)).toEqual(['A1']);
});

test('Excel on the web refuses 5 MB either way, other Excels do not', async () => {
  const text = 'ก'.repeat(30_000);
  const write = (): Promise<string | undefined> =>
    codeOf((context) => {
      const sheet = context.workbook.worksheets.getFirst();
      for (let row = 1; row <= 70; row++) sheet.getRange(`A${row}`).values = [[text]];
    });
  const read = (): Promise<number> =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A70').load('values');
      await context.sync();
      return range.values.length;
    });
  const host = await hostWith();
  await expect(write()).resolves.toBe('RequestPayloadSizeLimitExceeded');
  expect(typed(host)).toEqual([]);
  host.isWeb = false;
  await expect(write()).resolves.toBeUndefined();
  await expect(read()).resolves.toBe(70);
  host.isWeb = true;
  await expect(read()).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
});
