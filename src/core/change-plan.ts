import type { CellRange } from './cell-address';

/** What a planned cell will show: `formula` (without `=`) and the value it must have, or a plain value. */
export type PlannedCell = {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  readonly formula?: string;
  /** Name in the plan's `styles`; a cell that is cleared (value null, no formula) may go without. */
  readonly style?: string;
  /** Place within this workbook to which a click leads, such as `'Sheet'!C5`. */
  readonly link?: string;
};

export type BorderWeight = 'thin' | 'medium' | 'double';

/** Looks of a cell; colours are RRGGBB, sizes are points. */
export type CellStyle = {
  readonly font: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: { readonly weight: BorderWeight; readonly color: string };
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
};

/** A native table; its header texts are the cells of its first row and must be planned or present there. */
export type PlannedTable = {
  readonly name: string;
  readonly range: CellRange;
  readonly columns: readonly string[];
  readonly style: string;
  readonly hasFilter: boolean;
};

/** A rule that colours the cells of a range while its formula (relative to the top left cell) holds. */
export type PlannedConditionalFormat = {
  readonly range: CellRange;
  readonly formula: string;
  readonly look: { readonly color?: string; readonly fill?: string; readonly bold?: boolean };
};

export type PageSetup = {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on each printed page, counted from 0. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  readonly printArea: CellRange;
  /** Header and footer codes of the spreadsheet, such as `&P`. */
  readonly header?: string;
  readonly footer?: string;
};

/** Everything that will stand on one sheet of ours; cells not named here are left as they are. */
export type SheetPlan = {
  readonly name: string;
  /** Whether the workbook has this sheet already; if not it is added after the last sheet. */
  readonly exists: boolean;
  /**
   * Area that is wholly ours: what stands in it and is not planned (contents, merged areas, conditional formats, links)
   * is removed. Null where the officer works in the sheet.
   */
  readonly owned: CellRange | null;
  readonly cells: readonly PlannedCell[];
  /** Widths in characters by column, from column A; null leaves a column as it is. */
  readonly columnWidths: readonly (number | null)[];
  /** Heights in points by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly merges: readonly CellRange[];
  readonly tables: readonly PlannedTable[];
  readonly conditionalFormats: readonly PlannedConditionalFormat[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly page: PageSetup;
  /** Colour of the sheet's tab, RRGGBB. */
  readonly tabColor: string;
};

/** A name for the whole workbook; `refersTo` has no leading `=`. */
export type PlannedName = { readonly name: string; readonly refersTo: string };

/**
 * What will be written, as data. Applying it twice gives the same workbook; a port refuses it whole rather than
 * write a part.
 */
export type ChangePlan = {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly PlannedName[];
  readonly styles: Readonly<Record<string, CellStyle>>;
};
