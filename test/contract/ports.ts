import { ok, type Result } from '../../src/core/result';
import type { ChangePlan } from '../../src/core/change-plan';
import type { Snapshot } from '../../src/core/snapshot';
import { excelPort } from '../../src/excel/excel-port';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import type { UndoOutcome, WorkbookPort, WorkbookRefusal } from '../../src/app/workbook-port';
import { bootOffice } from '../excel-host/boot-jsdom';
import { Host } from '../excel-host/host';
import { snapshotOf } from '../support/workbook-of';
import { chartsInFile, chartsInHost, type ChartFacts } from './charts-of';
import { factsInFile, factsInHost, type SheetFacts } from './sheet-facts';

/** A workbook behind a port. */
export type Opened = {
  readonly port: WorkbookPort;
  /** Null for a file. */
  readonly host: Host | null;
  readonly charts: () => readonly ChartFacts[];
  readonly facts: (sheet: string) => SheetFacts;
};

/** The file port in the manner of an open workbook: what is applied stands in the next snapshot. */
const filePort = (bytes: Uint8Array): Opened => {
  let current = bytes;
  const port: WorkbookPort = {
    snapshot: () => {
      const opened = openWorkbook(current);
      return Promise.resolve(opened.ok ? ok(opened.value.snapshot()) : opened);
    },
    apply: (plan: ChangePlan) => {
      const opened = openWorkbook(current);
      const applied = opened.ok ? opened.value.apply(plan) : opened;
      if (!applied.ok) return Promise.resolve(applied);
      const original = current;
      current = applied.value;
      // A file is taken back by the original, which nobody has touched.
      const undo = (): Promise<Result<UndoOutcome, WorkbookRefusal>> => {
        current = original;
        return Promise.resolve(ok({ cells: [], sheets: [] }));
      };
      return Promise.resolve(ok({ undo }));
    },
    select: () => Promise.resolve(ok(null)),
  };
  return {
    port,
    host: null,
    charts: () => chartsInFile(current),
    facts: (sheet) => factsInFile(current, sheet),
  };
};

/** The same workbook through each port. */
export const PORTS: readonly (readonly [name: string, open: (bytes: Uint8Array) => Promise<Opened>])[] = [
  ['xlsx', (bytes) => Promise.resolve(filePort(bytes))],
  [
    'excel',
    async (bytes) => {
      const host = new Host(snapshotOf(bytes));
      await bootOffice(host);
      return {
        port: excelPort,
        host,
        charts: () => chartsInHost(host),
        facts: (sheet) => factsInHost(host, sheet),
      };
    },
  ],
];

/** Snapshot of a port that must not refuse. */
export const snapshotFrom = async (port: WorkbookPort): Promise<Snapshot> => {
  const read = await port.snapshot();
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

/** A snapshot in a form that is equal for equal workbooks: sorted, numbers to twelve digits, formulas as text. */
export const comparable = ({ sheets, names }: Snapshot): object => ({
  names: names
    // What is printed has names of its own in a file, and properties in Excel.
    .filter(({ name }) => !name.startsWith('_xlnm.'))
    .map(({ name, refersTo, scope }) => `${scope ?? ''} ${name} = ${refersTo.replaceAll("'", '')}`)
    .sort(),
  sheets: sheets.map(({ name, visibility, rows, merges, hiddenRows, tables, isProtected, isFiltered }) => ({
    name,
    visibility,
    isProtected,
    isFiltered,
    hiddenRows: [...hiddenRows].sort((a, b) => a - b),
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
    tables: tables.map((table) => JSON.stringify(table)).sort(),
    cells: rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) => {
        if (cell === undefined) return [];
        const value = typeof cell.value === 'number' ? Number(cell.value.toPrecision(12)) : cell.value;
        return [[row, column, value, cell.formula, cell.format]];
      }),
    ),
  })),
});
