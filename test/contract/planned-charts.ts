import type { Receipt, WorkbookPort } from '../../src/app/workbook-port';
import type { CellRange } from '../../src/core/cell-address';
import {
  untouchedSheet,
  type ChangePlan,
  type PlannedChart,
  type SheetPlan,
} from '../../src/core/change-plan';
import { workbookOf } from '../support/workbook-of';
import { snapshotFrom } from './ports';

export const SHEET = "ผล 'ปี' 1";
export const column = (index: number, rows = 3, sheet = SHEET) => ({
  sheet,
  range: { top: 1, left: index, bottom: rows, right: index },
});
export const place = (top: number): CellRange => ({ top, left: 0, bottom: top + 9, right: 4 });
const BASE = {
  altText: 'คะแนนรายตัวชี้วัด',
  categories: column(0),
  min: 0,
  max: 100,
} as const;
export const score = { name: 'ปี 2568', values: column(1), color: '1F6FB2' };
export const earlier = { name: 'ปี 2567', values: column(2), color: '9dc3e6' };
export const limits = [
  { name: 'เป้าหมาย', values: column(3), color: 'C00000' },
  { name: 'เร่งด่วน', values: column(2), color: '7F6000' },
];
export const columns = (change: object = {}): PlannedChart => ({
  ...BASE,
  kind: 'column',
  name: 'ITA_Columns',
  title: 'คะแนน «๑» & <อื่น>',
  place: place(6),
  series: [score],
  limits,
  ...change,
});
export const CHARTS: readonly PlannedChart[] = [
  columns(),
  { ...BASE, kind: 'bar', name: 'ITA_Bars', title: 'แท่งนอน', place: place(17), series: [score] },
  {
    ...BASE,
    kind: 'line',
    name: 'ITA_Lines',
    title: 'เส้น',
    place: place(28),
    series: [score, earlier],
    limits: limits.slice(0, 1),
    min: 50,
  },
  {
    ...BASE,
    kind: 'radar',
    name: 'ITA_Radar',
    title: 'ใยแมงมุม',
    place: place(39),
    series: [score, earlier],
    limits: limits.slice(0, 1),
  },
];

const ROWS = [
  ['ตัวชี้วัด', 'คะแนน', 'ปีก่อน', 'เป้าหมาย'],
  ['หนึ่ง', 90, 80, 85],
  ['สอง', 80, 85, 85],
  ['สาม', 70, 88, 85],
] as const;

export const planWith = (sheet: Partial<SheetPlan>): ChangePlan => ({
  sources: [],
  sheets: [
    {
      ...untouchedSheet(SHEET),
      columnWidths: [20, 12],
      rowHeights: new Map([[0, 40]]),
      cells: ROWS.flatMap((values, row) =>
        values.map((value, index) => ({ row, column: index, value, style: index === 0 ? 'text' : 'score' })),
      ),
      ...sheet,
    },
  ],
  names: [],
  styles: {
    text: { font: 'TH Sarabun New', size: 16 },
    score: { font: 'TH Sarabun New', size: 16, numberFormat: '0.00' },
  },
});

export const apply = async (port: WorkbookPort, plan: ChangePlan): Promise<Receipt> => {
  const applied = await port.apply(plan, await snapshotFrom(port));
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return applied.value;
};

export const emptySheet = (): Uint8Array => workbookOf({ [SHEET]: [['ตัวชี้วัด']] });
