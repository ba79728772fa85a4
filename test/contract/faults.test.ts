/** @jest-environment ./test/support/browser-environment.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import type { WorkbookRefusal } from '../../src/app/workbook-port';
import { excelPort } from '../../src/excel/excel-port';
import { bootOffice } from '../excel-host/boot-jsdom';
import type { Book } from '../excel-host/book/book';
import { Host } from '../excel-host/host';
import { HostError } from '../excel-host/host-error';
import { snapshotOf } from '../support/workbook-of';
import { stateOf } from './host-state';
import { snapshotFrom } from './ports';

const bytes = new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/nakhon-pathom-2565.xlsx')));
const source = snapshotOf(bytes);

const openHost = async (): Promise<Host> => {
  const host = new Host(source);
  await bootOffice(host);
  return host;
};

/** The one-click job, as far as it gets; null where it was done. */
const runJob = async (): Promise<WorkbookRefusal | null> => {
  const read = await excelPort.snapshot();
  if (!read.ok) return read.error;
  const analysis = analyze(read.value, { inPlace: true });
  if (!analysis.ok) throw new Error(analysis.error.code);
  const applied = await excelPort.apply(analysis.value.plan, read.value);
  return applied.ok ? null : applied.error;
};

const failing = (code: string) => () => new HostError(code, 'in another language');

const FAULTS: readonly (readonly [
  kind: string,
  strike: (book: Book) => HostError | undefined,
  code: string,
])[] = [
  ['edit mode', failing('InvalidOperationInCellEditMode'), 'cellEditMode'],
  ['access denied', failing('AccessDenied'), 'accessDenied'],
  ['a request too large', failing('RequestPayloadSizeLimitExceeded'), 'payloadTooLarge'],
  ['out of memory', failing('MemoryLimitReached'), 'outOfMemory'],
  ['another workbook in front', failing('InactiveWorkbook'), 'changedMeanwhile'],
  ['anything else', failing('GeneralException'), 'unexpected'],
];

/** Actions of every request of the job: the first, the last, and some between. */
const placesOfJob = async (): Promise<readonly (readonly [batch: number, action: number])[]> => {
  const host = await openHost();
  expect(await runJob()).toBeNull();
  const sizes = host.log.map(({ actions }) => actions.length);
  return sizes.flatMap((size, batch) => {
    const step = Math.max(1, Math.floor(size / 8));
    const actions = Array.from({ length: Math.ceil(size / step) }, (_, index) => index * step);
    return [...new Set([...actions, size - 1])].map((action) => [batch, action] as const);
  });
};

const complete = async (): Promise<object> => {
  const host = await openHost();
  expect(await runJob()).toBeNull();
  return stateOf(host);
};

test('whatever fails, and wherever, the workbook is as before or complete', async () => {
  const before = stateOf(await openHost());
  const after = await complete();
  const outcomes: Record<string, number> = {};
  for (const [batch, action] of await placesOfJob()) {
    for (const [kind, strike, code] of FAULTS) {
      const host = await openHost();
      host.faults = [{ batch, action, strike }];
      const refusal = await runJob();
      const state = stateOf(host);
      const isBefore = JSON.stringify(state) === JSON.stringify(before);
      const isAfter = JSON.stringify(state) === JSON.stringify(after);
      const outcome = isBefore ? 'as before' : isAfter ? 'complete' : 'between';
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      // Reading again in smaller pieces is the one thing that a fault does not stop.
      if (refusal === null) expect([kind, outcome]).toEqual(['a request too large', 'complete']);
      else
        expect([batch, action, kind, outcome, refusal.code]).toEqual([
          batch,
          action,
          kind,
          'as before',
          code,
        ]);
    }
  }
  expect(outcomes['between'] ?? 0).toBe(0);
  expect(outcomes['as before'] ?? 0).toBeGreaterThan(200);
}, 240_000);

test('where taking back fails too, it is said what stands, and the receipt can be tried again', async () => {
  const before = stateOf(await openHost());
  for (const again of [6, 7, 8]) {
    const host = await openHost();
    host.faults = [
      { batch: 5, action: 900, strike: failing('GeneralException') },
      { batch: again, action: 3, strike: failing('GeneralException') },
    ];
    const refusal = await runJob();
    expect(refusal).toMatchObject({ code: 'halfWritten', detail: 'GeneralException' });
    expect(refusal?.sheet).toContain('ผลวิเคราะห์ ITA');
    expect(await refusal?.receipt?.undo()).toEqual({ ok: true, value: { cells: [], sheets: [] } });
    expect(stateOf(host)).toEqual(before);
  }
});

const typing = (row: number, column: number, value: string | number) => (book: Book) => {
  const sheet = book.sheetNamed('ตัวชี้วัด');
  if (sheet !== undefined) book.type(sheet, row, column, value);
  return undefined;
};

test.each<[string, number, number, string | number, string]>([
  ['a score that was read', 5, 1, 50, "'ตัวชี้วัด'!B6"],
  ['a cell that was empty', 6, 4, 'บันทึก', "'ตัวชี้วัด'!E7"],
])('somebody who changes %s between reading and writing keeps it', async (_, row, column, value, cell) => {
  for (const [batch, action] of [
    [3, 0],
    [4, 0],
    [5, 0],
  ] as const) {
    const host = await openHost();
    host.faults = [{ batch, action, strike: typing(row, column, value) }];
    const refusal = await runJob();
    const sheet = host.book.sheetNamed('ตัวชี้วัด');
    if (sheet === undefined) throw new Error('No sheet');
    expect(host.book.valueAt(sheet, row, column)).toBe(value);
    // A score that changes at the very last moment changes the formulas' results, and no cell is lost.
    if (batch === 5 && column === 1) expect(refusal).toBeNull();
    else {
      expect(refusal).toMatchObject({ code: 'changedSinceRead', cells: [cell] });
      expect(host.book.sheets).toHaveLength(source.sheets.length);
    }
  }
});

test.each<[string, (host: Host) => void, string]>([
  [
    'a protected sheet',
    ({ book, user }) => {
      for (const { name } of book.sheets) user.protect(name);
    },
    'protectedSheet',
  ],
  [
    'a protected workbook',
    ({ user }) => {
      user.protectWorkbook();
    },
    'protectedWorkbook',
  ],
  [
    'a filtered sheet',
    ({ user }) => {
      user.filter("'ตัวชี้วัด'!A5:B15", 0, []);
    },
    'filteredRows',
  ],
  [
    'a pivot table in the way',
    ({ book }) => {
      const range = { top: 6, left: 4, bottom: 8, right: 5 };
      book.sheetNamed('ตัวชี้วัด')?.pivots.push({ id: book.newId(), name: 'สรุป', range });
    },
    'pivotTable',
  ],
  [
    'a sheet that is gone',
    ({ book }) => {
      const sheet = book.sheetNamed('ถ่วงน้ำหนัก');
      if (sheet !== undefined) book.deleteSheet(sheet);
    },
    'changedMeanwhile',
  ],
  [
    'a merged area over cells that were empty',
    ({ book }) => {
      book.sheetNamed('ตัวชี้วัด')?.merges.push({ top: 6, left: 4, bottom: 8, right: 8 });
    },
    'mergedCell',
  ],
  [
    'a workbook that is read-only',
    ({ book }) => {
      book.isReadOnly = true;
    },
    'readOnly',
  ],
])('%s is refused before anything is written', async (_, prepare, code) => {
  const host = await openHost();
  const basis = await snapshotFrom(excelPort);
  const analysis = analyze(basis, { inPlace: true });
  if (!analysis.ok) throw new Error(analysis.error.code);
  prepare(host);
  const before = stateOf(host);
  expect(await excelPort.apply(analysis.value.plan, basis)).toMatchObject({ ok: false, error: { code } });
  expect(stateOf(host)).toEqual(before);
});

test('a slow Excel, and one that groups steps for its own undo, are waited for', async () => {
  const host = new Host(source, { apiLevel: '1.20' });
  await bootOffice(host);
  const answer = host.processQuery;
  const slow = jest.spyOn(host, 'processQuery').mockImplementation(async (body) => {
    await new Promise((done) => setTimeout(done, 30));
    return answer(body);
  });
  expect(await runJob()).toBeNull();
  expect(slow.mock.calls.length).toBeGreaterThanOrEqual(6);
});

test('a sheet that somebody protects during the job: what stands is said, and can be taken back once it is open', async () => {
  const before = stateOf(await openHost());
  const protect = (isProtected: boolean) => (host: Host) => {
    const sheet = host.book.sheetNamed('ตัวชี้วัด');
    if (sheet !== undefined) sheet.protection.isOn = isProtected;
  };
  for (const action of [0, 400, 1500]) {
    const host = await openHost();
    host.faults = [
      {
        batch: 5,
        action,
        strike: () => {
          protect(true)(host);
          return undefined;
        },
      },
    ];
    const refusal = await runJob();
    protect(false)(host);
    // Whether something stands on a protected sheet cannot be undone there, so it is said in any case.
    expect(refusal).toMatchObject({ code: 'halfWritten', detail: 'AccessDenied' });
    expect(await refusal?.receipt?.undo()).toMatchObject({ ok: true });
    expect(stateOf(host)).toEqual(before);
  }
});
