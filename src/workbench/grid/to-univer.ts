import type { IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { BooleanNumber, LocaleType } from '@univerjs/core';
import type { SheetSnapshot, Snapshot } from '../../core/snapshot';
import type { SheetLook } from '../../xlsx/looks/sheet-looks';
import type { WorkbookLooks } from '../../xlsx/looks/workbook-looks';
import { gridCell } from './grid-cell';
import { conditionResource, nameResource } from './grid-resources';
import {
  COLUMN_HEADER_HEIGHT,
  pixelsOfHeight,
  pixelsOfWidth,
  ROW_HEADER_WIDTH,
  rowHeight,
} from './grid-sizes';
import { gridStyle, styleId } from './grid-style';

const ROOM_BELOW = 30;
const ROOM_BESIDE = 6;
const MIN_ROWS = 60;
const MIN_COLUMNS = 20;
const DEFAULT_WIDTH = 8.43;

/** The id under which the grid keeps a sheet: its place among the worksheets. */
export const sheetKey = (index: number): string => `s${index}`;

/** A workbook in the form that the grid takes; cells, looks, names and conditional formats. */
export const toUniver = (id: string, { sheets, names }: Snapshot, looks: WorkbookLooks): IWorkbookData => {
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
      sheets.map((sheet, index) => [sheetKey(index), gridSheet(sheet, looks, index)]),
    ),
    defaultStyle: styles[styleId(0)] ?? null,
    resources: [conditionResource(looks.sheets, sheetKey), nameResource(names, sheets, sheetKey)],
  };
};

const gridSheet = (sheet: SheetSnapshot, looks: WorkbookLooks, index: number): Partial<IWorksheetData> => {
  const look = looks.sheets[index];
  if (look === undefined) throw new Error(`No look of a sheet: ${sheet.name}`);
  const cellData: IWorksheetData['cellData'] = {};
  let columns = 0;
  for (let row = 0; row < Math.max(sheet.rows.length, look.styles.length); row++) {
    const cells = sheet.rows[row];
    const styles = look.styles[row];
    const count = Math.max(cells?.length ?? 0, styles?.length ?? 0);
    if (count === 0) continue;
    columns = Math.max(columns, count);
    const shown: Record<number, object> = {};
    for (let column = 0; column < count; column++) {
      const cell = cells?.[column];
      const style = styles?.[column];
      if (cell !== undefined || style !== undefined) shown[column] = gridCell(cell, style);
    }
    cellData[row] = shown;
  }
  const rowCount = Math.max(MIN_ROWS, sheet.rows.length + ROOM_BELOW);
  const columnCount = Math.max(MIN_COLUMNS, columns + ROOM_BESIDE);
  const { freeze } = look;
  return {
    id: sheetKey(index),
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    cellData,
    rowCount,
    columnCount,
    rowData: rowData(sheet, look, looks),
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

const rowData = (sheet: SheetSnapshot, look: SheetLook, looks: WorkbookLooks): IWorksheetData['rowData'] => {
  const data: IWorksheetData['rowData'] = {};
  const rows = new Set([...look.rows.keys(), ...Object.keys(sheet.rows).map(Number), ...sheet.hiddenRows]);
  for (const row of rows) {
    const height = rowHeight(look, looks.styles, row);
    data[row] = {
      ...(height === undefined ? {} : { h: height, ia: BooleanNumber.FALSE }),
      ...(sheet.hiddenRows.has(row) ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
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
