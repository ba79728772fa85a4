/** @jest-environment ./test/support/browser-environment.ts */
import type { ChangePlan } from '../../src/core/change-plan';
import { excelPort } from '../../src/excel/excel-port';
import { bootOffice } from '../excel-host/boot-jsdom';
import { bookWith } from '../excel-host/book/book-with';
import { Host } from '../excel-host/host';
import { HostError } from '../excel-host/host-error';
import { snapshotOf } from '../support/workbook-of';
import { chartsInHost } from './charts-of';
import { stateOf } from './host-state';
import {
  apply,
  CHARTS,
  column,
  columns,
  earlier,
  emptySheet,
  place,
  planWith,
  score,
  SHEET,
} from './planned-charts';
import { snapshotFrom } from './ports';

/** Of the actions of a request every so manieth fails in turn. */
const STEP = 3;

/** An Excel that tells from which cells a chart comes. */
const openHost = async (): Promise<Host> => {
  const host = new Host(snapshotOf(emptySheet()), { apiLevel: '1.15' });
  await bootOffice(host);
  return host;
};

test('undo gives everything back', async () => {
  const host = await openHost();
  await apply(excelPort, planWith({ charts: CHARTS }));
  const facts = chartsInHost(host);
  const before = stateOf(host);
  const changed = [
    columns({
      title: 'ใหม่',
      series: [{ ...score, values: column(1, 2), color: '00AA00' }],
      limits: [],
      max: 110,
    }),
    columns({ name: 'ITA_Lines', kind: 'line', series: [earlier] }),
  ];
  const receipt = await apply(excelPort, planWith({ charts: changed }));
  expect(stateOf(host)).not.toEqual(before);
  await receipt.undo();
  expect(chartsInHost(host)).toEqual(facts);
  const again = await apply(excelPort, planWith({ charts: CHARTS }));
  expect(chartsInHost(host)[0]?.series).toHaveLength(3);
  await again.undo();
  const removed = await apply(excelPort, planWith({ charts: [], removedCharts: ['ITA_Radar'] }));
  expect(chartsInHost(host)).toHaveLength(3);
  await removed.undo();
  expect(chartsInHost(host)).toEqual(facts);
});

test('a chart that an officer made into one of another kind becomes ours again, and undo leaves it theirs', async () => {
  const host = await openHost();
  await apply(excelPort, planWith({ charts: [columns()] }));
  const [chart] = host.book.sheetNamed(SHEET)?.charts ?? [];
  for (const series of chart?.series ?? []) series.chartType = 'Pie';
  if (chart !== undefined) chart.chartType = 'Pie';
  const receipt = await apply(excelPort, planWith({ charts: [columns()] }));
  expect(chartsInHost(host)[0]?.series.map(({ type }) => type)).toEqual(['ColumnClustered', 'Line', 'Line']);
  await receipt.undo();
  expect(chartsInHost(host)[0]?.series.map(({ type }) => type)).toEqual(['Pie', 'Pie', 'Pie']);
});

test.each<[string, ChangePlan | null, ChangePlan]>([
  ['making charts', null, planWith({ charts: CHARTS })],
  ['making charts on a new sheet', null, planWith({ exists: false, charts: CHARTS })],
  [
    'changing and removing them',
    planWith({ charts: CHARTS }),
    planWith({
      charts: [columns({ title: 'ใหม่', limits: [] }), columns({ name: 'ITA_Fifth', place: place(50) })],
      removedCharts: ['ITA_Lines', 'ITA_Radar'],
    }),
  ],
])(
  'whatever fails while %s, nothing is left half-made',
  async (_, start, plan) => {
    const open = async (): Promise<Host> => {
      const isNew = plan.sheets.some(({ exists }) => !exists);
      const host = new Host(isNew ? bookWith({ เดิม: [[1]] }) : snapshotOf(emptySheet()), {
        apiLevel: '1.15',
      });
      await bootOffice(host);
      if (start !== null) await apply(excelPort, start);
      host.resetCounters();
      return host;
    };
    const before = await open();
    const known = chartsInHost(before);
    const basis = await snapshotFrom(excelPort);
    before.resetCounters();
    expect((await excelPort.apply(plan, basis)).ok).toBe(true);
    const requests = before.log.map(({ actions }) => actions.length);

    const batch = requests.length - 1;
    const last = requests[batch] ?? 0;
    let failures = 0;
    for (let action = 0; action < last; action += STEP) {
      const host = await open();
      const read = await snapshotFrom(excelPort);
      const state = stateOf(host);
      host.resetCounters();
      host.faults = [{ batch, action, strike: () => new HostError('GeneralException', '') }];
      const applied = await excelPort.apply(plan, read);
      expect([action, applied]).toMatchObject([action, { ok: false, error: { code: 'unexpected' } }]);
      // A chart that is made again comes after the others.
      const names = (list: typeof known): readonly string[] =>
        list.map((chart) => JSON.stringify(chart)).sort();
      expect([action, names(chartsInHost(host))]).toEqual([action, names(known)]);
      if (start === null) expect(stateOf(host)).toEqual(state);
      failures += 1;
    }
    expect(failures).toBeGreaterThan(60);
  },
  120_000,
);
