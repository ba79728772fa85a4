import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { BooleanNumber, LocaleType } from '@univerjs/core';
import type { SheetSnapshot } from '../../core/snapshot';
import type { SheetLook } from '../../xlsx/looks/sheet-looks';
import type { WorkbookLooks } from '../../xlsx/looks/workbook-looks';
import type { BookState } from '../files/book';
import type { PackedCells } from '../files/packed-cells';
import { packedGridCell } from './grid-cell';
import { conditionResource, nameResource } from './grid-resources';
import {
  COLUMN_HEADER_HEIGHT,
  pixelsOfHeight,
  pixelsOfWidth,
  ROW_HEADER_WIDTH,
  rowHeight,
} from './grid-sizes';
import { gridStyle, styleId } from './grid-style';
import { layBands } from './table-bands';

const ROOM_BELOW = 30;
const ROOM_BESIDE = 6;
const MIN_ROWS = 60;
const MIN_COLUMNS = 20;
const DEFAULT_WIDTH = 8.43;

/** The id under which the grid keeps a sheet: its place among the worksheets. */
export const sheetKey = (index: number): string => `s${index}`;

/** A workbook as it is shown. */
export type ShownBook = Pick<BookState, 'snapshot' | 'cells' | 'looks'>;

/** A workbook in the form that the grid takes; cells, looks, names and conditional formats. */
export const toUniver = (id: string, { snapshot, cells, looks }: ShownBook): IWorkbookData => {
  const { sheets, names } = snapshot;
  const styles: Record<string, IStyleData> = {};
  looks.styles.forEach((look, index) => (styles[styleId(index)] = gridStyle(look)));
  return {
    id,
    name: id,
    appVersion: '',
    locale: LocaleType.EN_US,
    styles,
    sheetOrder: sheets.map((_, index) => sheetKey(index)),
    sheets: Object.fromEntries(
      sheets.map((sheet, index) => [sheetKey(index), gridSheet(sheet, cells[index], looks, index, styles)]),
    ),
    defaultStyle: styles[styleId(0)] ?? null,
    resources: [conditionResource(looks.sheets, sheetKey), nameResource(names, sheets, sheetKey)],
  };
};

const gridSheet = (
  sheet: SheetSnapshot,
  cells: PackedCells | undefined,
  looks: WorkbookLooks,
  index: number,
  styles: Record<string, IStyleData>,
): Partial<IWorksheetData> => {
  const look = looks.sheets[index];
  if (look === undefined || cells === undefined) throw new Error(`No look of a sheet: ${sheet.name}`);
  const { cellData, columns } = gridCells(cells);
  for (const band of look.bands) layBands(band, cellData, styles);
  const rowCount = Math.max(MIN_ROWS, cells.starts.length - 1 + ROOM_BELOW);
  const columnCount = Math.max(MIN_COLUMNS, columns + ROOM_BESIDE);
  const { freeze } = look;
  return {
    id: sheetKey(index),
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    cellData,
    rowCount,
    columnCount,
    rowData: rowData(sheet, cells, look, looks),
    columnData: columnData(look, columnCount),
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: right,
    })),
    defaultColumnWidth: pixelsOfWidth(look.defaultWidth ?? DEFAULT_WIDTH),
    defaultRowHeight: pixelsOfHeight(look.defaultHeight),
    showGridlines: look.hasGridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowHeader: { width: ROW_HEADER_WIDTH },
    columnHeader: { height: COLUMN_HEADER_HEIGHT },
    ...(freeze === null
      ? {}
      : {
          freeze: {
            xSplit: freeze.columns,
            ySplit: freeze.rows,
            startRow: freeze.rows,
            startColumn: freeze.columns,
          },
        }),
  };
};

/** All cells that the file names. */
const gridCells = (cells: PackedCells): { cellData: IWorksheetData['cellData']; columns: number } => {
  const cellData: IWorksheetData['cellData'] = {};
  const { starts, columns } = cells;
  let last = -1;
  for (let row = 0; row + 1 < starts.length; row++) {
    const [start = 0, end = 0] = [starts[row], starts[row + 1]];
    if (start === end) continue;
    const shown: Record<number, ICellData> = {};
    for (let at = start; at < end; at++) shown[columns[at] ?? 0] = packedGridCell(cells, at);
    cellData[row] = shown;
    last = Math.max(last, columns[end - 1] ?? 0);
  }
  return { cellData, columns: last + 1 };
};

const rowData = (
  sheet: SheetSnapshot,
  cells: PackedCells,
  look: SheetLook,
  looks: WorkbookLooks,
): IWorksheetData['rowData'] => {
  const data: IWorksheetData['rowData'] = {};
  const add = (row: number): void => {
    const height = rowHeight(look, looks.styles, cells, row);
    const isHidden = sheet.hiddenRows.has(row);
    if (height === undefined && !isHidden) return;
    data[row] = {
      ...(height === undefined ? {} : { h: height, ia: BooleanNumber.FALSE }),
      ...(isHidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  };
  for (let row = 0; row + 1 < cells.starts.length; row++) add(row);
  for (const row of [...look.rows.keys(), ...sheet.hiddenRows]) add(row);
  return data;
};

const columnData = (look: SheetLook, count: number): IWorksheetData['columnData'] => {
  const data: IWorksheetData['columnData'] = {};
  for (const { first, last, width, isHidden, style } of look.columns) {
    for (let column = first; column <= Math.min(last, count - 1); column++) {
      data[column] = {
        ...(width === undefined ? {} : { w: pixelsOfWidth(width) }),
        ...(isHidden ? { hd: BooleanNumber.TRUE } : {}),
        ...(style === 0 ? {} : { s: styleId(style) }),
      };
    }
  }
  return data;
};
