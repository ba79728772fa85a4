/** @jest-environment ./test/support/browser-environment.ts */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSession } from '../../src/app/session';
import type { Session } from '../../src/app/session-state';
import { registerCommands } from '../../src/commands/ribbon-commands';
import { DOCUMENT_NAMES, documentsIn, placeOfName } from '../../src/core/our-names';
import type { DocumentKind } from '../../src/core/measures/layouts';
import { excelPort } from '../../src/excel/excel-port';
import { bootOffice } from '../excel-host/boot-jsdom';
import { Host } from '../excel-host/host';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf } from '../support/workbook-of';

const sampleBytes = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', file)));

/** Excel with a workbook, and the ribbon's commands in it. */
type Ribbon = {
  readonly host: Host;
  readonly session: Session;
  /** Clicks, and waits until the button can be clicked again. */
  readonly click: (command: string) => Promise<void>;
  readonly active: () => string | undefined;
  readonly panes: () => number;
};

const ribbonOver = async (bytes: Uint8Array): Promise<Ribbon> => {
  const host = new Host(snapshotOf(bytes));
  await bootOffice(host);
  const commands = new Map<string, (event: Office.AddinCommands.Event) => void>();
  jest
    .spyOn(Office.actions, 'associate')
    .mockImplementation(
      (name, run: (event: Office.AddinCommands.Event) => void) => void commands.set(name, run),
    );
  const pane = jest.spyOn(Office.addin, 'showAsTaskpane').mockResolvedValue();
  pane.mockClear();
  const session = startSession(excelPort);
  registerCommands(session);
  return {
    host,
    session,
    click: (command) =>
      new Promise((completed) => {
        commands.get(command)?.({ completed } as unknown as Office.AddinCommands.Event);
      }),
    active: () => host.book.sheets.find(({ id }) => id === host.book.active)?.name,
    panes: () => pane.mock.calls.length,
  };
};

afterEach(() => {
  jest.restoreAllMocks();
});

test.each<[string, DocumentKind, 'sheet' | 'print']>([
  ['insertMeasures', 'measures', 'sheet'],
  ['insertAnalysis', 'analysis', 'sheet'],
  ['insertIssues', 'issues', 'sheet'],
  ['insertScores', 'scores', 'print'],
  ['insertOit', 'oit', 'sheet'],
  ['insertCalendar', 'calendar', 'sheet'],
  ['insertLimits', 'limits', 'sheet'],
  ['insertResults', 'results', 'sheet'],
  ['insertMemo', 'memo', 'sheet'],
])('%s writes the document besides the measures and ends at it', async (command, kind, place) => {
  const { host, click, active, panes } = await ribbonOver(sampleBytes('bang-sak-2567.xlsx'));
  await click(command);
  const snapshot = host.book.snapshot();
  // A memo brings the report that it is about.
  const needed: readonly DocumentKind[] = kind === 'memo' ? ['results'] : [];
  expect(new Set(documentsIn(snapshot))).toEqual(new Set<DocumentKind>(['measures', ...needed, kind]));
  expect(active()).toBe(placeOfName(snapshot, DOCUMENT_NAMES[kind][place])?.sheet);
  expect(panes()).toBe(0);
});

test('the analysis ends at the analysis sheet', async () => {
  const { click, active } = await ribbonOver(sampleBytes('bang-sak-2567.xlsx'));
  await click('analyzeWorkbook');
  expect(active()).toBe('ผลวิเคราะห์ ITA');
});

test('one document after the other, each is kept and none is made twice', async () => {
  const { host, click, active } = await ribbonOver(sampleBytes('bang-sak-2567.xlsx'));
  for (const command of ['insertOit', 'insertScores', 'insertOit']) await click(command);
  expect(documentsIn(host.book.snapshot())).toEqual(['measures', 'scores', 'oit']);
  expect(active()).toBe('ผู้รับผิดชอบ OIT');
  expect(host.book.sheets.filter(({ name }) => name.includes('OIT'))).toHaveLength(2);
});

test('what was chosen in the pane stays chosen', async () => {
  const { host, session, click } = await ribbonOver(sampleBytes('bang-sak-2567.xlsx'));
  await session.analyze({ documents: [] });
  await click('insertCalendar');
  expect(documentsIn(host.book.snapshot())).toEqual(['calendar']);
  await click('insertMeasures');
  expect(documentsIn(host.book.snapshot())).toEqual(['measures', 'calendar']);
});

test.each(['insertIssues', 'insertMeasures'])(
  '%s where it cannot be made ends at the analysis, and the pane says why',
  async (command) => {
    const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, Array<number>(10).fill(100));
    const { host, click, active, panes } = await ribbonOver(workbookOf({ ก: rows }));
    await click(command);
    expect(documentsIn(host.book.snapshot())).toEqual([]);
    expect(active()).toBe('ผลวิเคราะห์ ITA');
    expect(panes()).toBe(1);
  },
);

test('a workbook that leaves a question opens the pane, and nothing is written', async () => {
  const rows = indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, Array<number>(10).fill(90)).slice(1);
  const { host, session, click, panes } = await ribbonOver(workbookOf({ ก: rows }));
  await click('insertOit');
  expect(host.book.sheets).toHaveLength(1);
  expect(panes()).toBe(1);
  await session.choose({ year: 2565 });
  await session.write();
  expect(documentsIn(host.book.snapshot())).toEqual(['measures', 'oit']);
});
