import type { ChangePlan } from '../core/change-plan';
import { scoreAt, type AgencyTable } from '../core/many/agency-table';
import { reportStyles } from '../core/report/styles';

/** A table of agencies with the file that it was read from. */
export type TableOfFile = { readonly file: string; readonly table: AgencyTable };

/** What could not be read: the file, the sentence that says why and what to do, and the cell where one is concerned. */
export type UnreadFile = { readonly file: string; readonly reason: string; readonly cell: string | null };

/** Plans the sheets of a workbook that holds what many workbooks gave. */
export const planCollection = (tables: readonly TableOfFile[], unread: readonly UnreadFile[]): ChangePlan => {
  const cells = [
    ...tables.flatMap(({ file, table }, at) =>
      table.rows.map((row, index) => ({
        row: at + index,
        column: 0,
        value: `${file} ${row.agency} ${scoreAt(table, index, 0)}`,
        style: 'plain',
      })),
    ),
    ...unread.map(({ file, reason }, index) => ({
      row: index,
      column: 1,
      value: `${file} ${reason}`,
      style: 'plain',
    })),
  ];
  return {
    sources: [],
    names: [],
    styles: reportStyles,
    sheets: [
      {
        name: 'รวม',
        exists: false,
        owned: null,
        cells,
        columnWidths: [],
        rowHeights: new Map(),
        merges: [],
        tables: [],
        conditionalFormats: [],
        validations: [],
        charts: [],
        removedCharts: [],
        frame: null,
      },
    ],
  };
};
