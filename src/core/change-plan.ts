import type { CellRange, CellRef } from './cell-address';

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

/**
 * Cells below one another that hold the same formula, each for its own row, or plain values: for columns of thousands
 * of rows. They are written over whatever stands there, so the area must be ours.
 */
export type PlannedFill = {
  readonly column: number;
  readonly first: number;
  /** The formula (without `=`) in pieces, between which stands the number of the cell's row; null for plain values. */
  readonly formula: readonly string[] | null;
  /** What the cells show, from `first` on; a formula that gives nothing shows an empty text. */
  readonly values: readonly PlannedCell['value'][];
  readonly style: string;
};

const cellsOfFill = ({ column, first, formula, values, style }: PlannedFill): readonly PlannedCell[] =>
  values.map((value, index) => {
    const row = first + index;
    return formula === null
      ? { row, column, value, style }
      : { row, column, value, formula: formula.join(String(row + 1)), style };
  });

/** The same sheet with every fill as single cells, for who looks at cells one by one. */
export const withoutFills = (sheet: SheetPlan): SheetPlan =>
  sheet.fills.length === 0
    ? sheet
    : { ...sheet, cells: [...sheet.cells, ...sheet.fills.flatMap(cellsOfFill)], fills: [] };

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
export type FormulaFormat = {
  readonly kind: 'formula';
  readonly range: CellRange;
  readonly formula: string;
  readonly look: {
    readonly color?: string;
    readonly fill?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
  };
};

/** A number, or a formula without `=` whose references are absolute. */
export type Limit = number | string;

/** An icon of three before each number of a range. */
export type IconsFormat = {
  readonly kind: 'icons';
  readonly range: CellRange;
  readonly icons: 'trafficLights' | 'signs' | 'symbols' | 'arrows' | 'flags';
  /** Where the middle and the upper level begin; a number at a limit belongs to the level above it. */
  readonly limits: readonly [middle: Limit, upper: Limit];
  /** Whether the number shows beside its icon. */
  readonly showsValue: boolean;
  /** Whether the upper level has the icon that warns. */
  readonly isReversed: boolean;
};

/** Fills that run from one colour over a second to a third; colours are RRGGBB. */
export type ColorsFormat = {
  readonly kind: 'colors';
  readonly range: CellRange;
  readonly stops: readonly [lower: ColorStop, middle: ColorStop, upper: ColorStop];
};

export type ColorStop = { readonly at: Limit; readonly color: string };

export type PlannedConditionalFormat = FormulaFormat | IconsFormat | ColorsFormat;

/** A short text in a box beside a cell: at most 32 characters of title and 225 of text. */
export type CellMessage = { readonly title: string; readonly text: string };

/** The cells of a range take one of a list of values, or a number. */
export type PlannedValidation = {
  readonly range: CellRange;
  /** The values themselves, or a formula (without `=`) for the cells of any sheet in which they stand. */
  readonly source:
    | { readonly kind: 'values'; readonly values: readonly string[] }
    | { readonly kind: 'formula'; readonly formula: string }
    /** A number, with or without decimals; both ends belong to it. */
    | { readonly kind: 'decimal'; readonly min: number; readonly max: number };
  readonly allowBlank: boolean;
  /** Shown while such a cell is selected. */
  readonly prompt: CellMessage | null;
  /** Shown when another value is refused; with null any value may be typed. */
  readonly error: CellMessage | null;
};

/** Cells of some sheet. */
export type SheetRange = { readonly sheet: string; readonly range: CellRange };

/** A row or column of numbers that a chart shows; colours are RRGGBB. */
export type ChartSeries = { readonly name: string; readonly values: SheetRange; readonly color: string };

/**
 * A native chart over cells; what it shows is what these hold once the plan is applied. An officer's changes to how it
 * looks stay until one of the things said here changes.
 */
export type PlannedChart = {
  /** By which the chart is found again; no other chart of the sheet has it. */
  readonly name: string;
  readonly title: string;
  /** What the chart says, for who cannot see it. */
  readonly altText: string;
  /** Cells that the chart covers. */
  readonly place: CellRange;
  readonly categories: SheetRange;
  readonly series: readonly ChartSeries[];
  /** Ends of the axis of values; null leaves one to the spreadsheet. */
  readonly min: number | null;
  readonly max: number | null;
} & (
  | { /** Bars lie, columns stand. */ readonly kind: 'bar' }
  | {
      readonly kind: 'column' | 'line' | 'radar';
      /** Dashed lines. Their cells hold the limit once for each category, as no spreadsheet draws a lone number. */
      readonly limits: readonly ChartSeries[];
    }
);

/** Margins of printed sheets in inches. */
export const PAGE_MARGINS = {
  left: 0.5,
  right: 0.5,
  top: 0.6,
  bottom: 0.6,
  header: 0.3,
  footer: 0.3,
} as const;

export type PageSetup = {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows repeated on each printed page, counted from 0. */
  readonly repeatRows?: { readonly first: number; readonly last: number };
  readonly printArea: CellRange;
  /** Header and footer codes of the spreadsheet, such as `&P`. */
  readonly header?: string;
  readonly footer?: string;
};

/** Frozen rows and columns, the printed page and the colour of the tab (RRGGBB); grid lines are not shown. */
export type SheetFrame = {
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly page: PageSetup;
  readonly tabColor: string;
};

/** Everything that will be written on one sheet; cells not named here are left as they are. */
export type SheetPlan = {
  readonly name: string;
  /** Whether the workbook has this sheet already; if not it is added after the last sheet. */
  readonly exists: boolean;
  /**
   * Area that is wholly ours: what stands in it and is not planned (contents, merged areas, conditional formats,
   * validations, links) is removed. What reaches out of it, and a table within it that is not planned, is a reason to
   * refuse. Null where the officer works in the sheet.
   */
  readonly owned: CellRange | null;
  readonly cells: readonly PlannedCell[];
  readonly fills: readonly PlannedFill[];
  /** Widths in characters by column, from column A; null leaves a column as it is. */
  readonly columnWidths: readonly (number | null)[];
  /** Heights in points by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly merges: readonly CellRange[];
  readonly tables: readonly PlannedTable[];
  readonly conditionalFormats: readonly PlannedConditionalFormat[];
  readonly validations: readonly PlannedValidation[];
  /** Charts on the sheet; others on it are left as they are. */
  readonly charts: readonly PlannedChart[];
  /** Names of charts of ours that the sheet no longer has, because what they showed is no longer there. */
  readonly removedCharts: readonly string[];
  /** How the sheet as a whole looks; null leaves an officer's sheet as it is. */
  readonly frame: SheetFrame | null;
};

/** A plan that changes nothing on a sheet that is there, to start from. */
export const untouchedSheet = (name: string): SheetPlan => ({
  name,
  exists: true,
  owned: null,
  cells: [],
  fills: [],
  columnWidths: [],
  rowHeights: new Map(),
  merges: [],
  tables: [],
  conditionalFormats: [],
  validations: [],
  charts: [],
  removedCharts: [],
  frame: null,
});

/** A name for the whole workbook; `refersTo` has no leading `=`. */
export type PlannedName = { readonly name: string; readonly refersTo: string };

/**
 * What will be written, as data. Applying it twice gives the same workbook; a port refuses it whole rather than
 * write a part.
 */
export type ChangePlan = {
  /** Cells from which the plan was made; if one has changed since, the plan no longer holds. */
  readonly sources: readonly CellRef[];
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly PlannedName[];
  readonly styles: Readonly<Record<string, CellStyle>>;
};
