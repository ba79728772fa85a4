import type { PartStore } from '../package/part-store';
import { cellsOf, parseSheet } from '../read/read-sheet';
import { scanRows, type SheetText } from '../read/scan-cells';
import { attribute, attributeOfTag, element, elements, isTrue } from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';
import { orElse } from '../refusal';
import { readSheetCharts, type ChartView } from './charts';
import type { LookOver } from './cell-looks';
import type { ColorReader } from './colors';
import { readConditions, type Condition } from './conditions';
import {
  readNotes,
  readPickLists,
  readTableBands,
  type CellNote,
  type PickList,
  type TableBand,
} from './cell-extras';

/** Columns of one width, counted from 0; width in characters. */
export type ColumnLook = {
  readonly first: number;
  readonly last: number;
  readonly width: number | undefined;
  readonly isHidden: boolean;
  readonly style: number;
};

export type RowLook = { readonly height: number | undefined; readonly style: number | undefined };

/** How a sheet looks, beside what its cells hold. */
export type SheetLook = {
  readonly columns: readonly ColumnLook[];
  readonly rows: ReadonlyMap<number, RowLook>;
  /** Width in characters, height in points. */
  readonly defaultWidth: number | undefined;
  readonly defaultHeight: number;
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly hasGridLines: boolean;
  readonly conditions: readonly Condition[];
  readonly charts: readonly ChartView[];
  readonly pickLists: readonly PickList[];
  readonly notes: readonly CellNote[];
  readonly bands: readonly TableBand[];
};

const DEFAULT_HEIGHT = 15;

/** What all sheets of a workbook share. */
export type LookContext = {
  readonly color: ColorReader;
  readonly over: readonly LookOver[];
  readonly theme: readonly string[];
};

/** Reads how a worksheet looks. */
export const readSheetLook = (store: PartStore, part: string, context: LookContext): SheetLook => {
  const { root } = parseSheet(store, part);
  const format = element(root, 'sheetFormatPr');
  const number = (name: string): number | undefined => {
    const value = format === undefined ? undefined : attribute(format, name);
    return value === undefined ? undefined : Number(value);
  };
  return {
    rows: readRows(cellsOf(root, part)),
    columns: readColumns(root),
    defaultWidth: number('defaultColWidth'),
    defaultHeight: number('defaultRowHeight') ?? DEFAULT_HEIGHT,
    ...readView(root),
    conditions: readConditions(root, context),
    charts: orElse([], () => readSheetCharts(store, part, root, context.theme)),
    pickLists: readPickLists(root),
    notes: orElse([], () => readNotes(store, part)),
    bands: readTableBands(store, part, context.theme),
  };
};

const readRows = (text: SheetText): SheetLook['rows'] => {
  const rows = new Map<number, RowLook>();
  for (const mark of scanRows(text)) {
    const tag = text.source.slice(mark.start, mark.openEnd);
    const height = attributeOfTag(tag, 'ht');
    const style = isTrue(attributeOfTag(tag, 'customFormat')) ? attributeOfTag(tag, 's') : undefined;
    if (height !== undefined || style !== undefined)
      rows.set(mark.row, {
        height: height === undefined ? undefined : Number(height),
        style: style === undefined ? undefined : Number(style),
      });
  }
  return rows;
};

const readColumns = (root: XmlNode): readonly ColumnLook[] => {
  const list = element(root, 'cols');
  return (list === undefined ? [] : elements(list, 'col')).map((node) => {
    const width = attribute(node, 'width');
    return {
      first: Number(attribute(node, 'min')) - 1,
      last: Number(attribute(node, 'max')) - 1,
      width: width === undefined ? undefined : Number(width),
      isHidden: isTrue(attribute(node, 'hidden')),
      style: Number(attribute(node, 'style') ?? 0),
    };
  });
};

const readView = (root: XmlNode): Pick<SheetLook, 'freeze' | 'hasGridLines'> => {
  const views = element(root, 'sheetViews');
  const view = views === undefined ? undefined : element(views, 'sheetView');
  const pane = view === undefined ? undefined : element(view, 'pane');
  const isFrozen = pane !== undefined && attribute(pane, 'state')?.startsWith('frozen') === true;
  const split = (name: string): number => Number((pane && attribute(pane, name)) ?? 0);
  const grid = view === undefined ? undefined : attribute(view, 'showGridLines');
  return {
    freeze: isFrozen ? { rows: split('ySplit'), columns: split('xSplit') } : null,
    hasGridLines: grid === undefined || isTrue(grid),
  };
};
