import type { CellRange } from '../../../src/core/cell-address';
import type { CellError } from '../../../src/core/snapshot';

/** What one cell holds; a formula has its `=`. */
export type BookCell = { readonly value?: string | number | boolean | CellError; readonly formula?: string };

/** Looks by path on the wire, such as `Font/Name`, `Borders/EdgeTop/Style` or `NumberFormat`. */
export type Look = Readonly<Record<string, unknown>>;

/** Looks of cells, of whole rows, of whole columns and of the whole sheet; the narrower one holds. */
export type Looks = {
  readonly cells: Map<string, Look>;
  readonly rows: Map<number, Look>;
  readonly columns: Map<number, Look>;
  sheet: Look;
};

/** A filter: criteria by column of its range, as the API has them. */
export type BookFilter = {
  range: CellRange;
  readonly criteria: Map<number, unknown>;
  /** Whether it came with the workbook and hides just the rows that are hidden in its range. */
  readonly isFound?: boolean;
};

export type BookTable = {
  readonly id: string;
  name: string;
  /** With header and total row. */
  range: CellRange;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** Ids of the columns from the left; they stay when columns are added or deleted. */
  columnIds: number[];
  readonly criteria: Map<number, unknown>;
};

/** A conditional format; its parts are the properties of the objects by which the API shows it. */
export type BookFormat = {
  readonly id: string;
  readonly type: string;
  ranges: readonly CellRange[];
  stopIfTrue: boolean;
  readonly parts: Record<string, Record<string, unknown>>;
};

export type BookValidation = {
  ranges: readonly CellRange[];
  readonly settings: Readonly<Record<string, unknown>>;
};

export type BookSeries = {
  name: string;
  chartType: string;
  values: string | null;
  categories: string | null;
  readonly parts: Record<string, Record<string, unknown>>;
};

export type BookChart = {
  readonly id: string;
  name: string;
  chartType: string;
  series: BookSeries[];
  readonly properties: Record<string, unknown>;
  readonly parts: Record<string, Record<string, unknown>>;
};

export type BookComment = { readonly id: string; readonly cell: string; content: string };
export type BookPivot = { readonly id: string; readonly name: string; readonly range: CellRange };

export type Protection = {
  isOn: boolean;
  options: Readonly<Record<string, unknown>>;
  password: string | undefined;
};

export type Page = {
  readonly settings: Record<string, unknown>;
  readonly lines: Record<string, unknown>;
  printArea: readonly CellRange[];
  titleRows: CellRange | null;
  titleColumns: CellRange | null;
};

export type BookSheet = {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly cells: Map<string, BookCell>;
  readonly looks: Looks;
  readonly links: Map<string, Readonly<Record<string, unknown>>>;
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  merges: CellRange[];
  tables: BookTable[];
  formats: BookFormat[];
  validations: BookValidation[];
  charts: BookChart[];
  comments: BookComment[];
  pivots: BookPivot[];
  filter: BookFilter | null;
  readonly protection: Protection;
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  freeze: { readonly rows: number; readonly columns: number } | null;
  selection: CellRange;
  readonly page: Page;
  /** How rows and columns moved, for ranges that a program still holds. */
  readonly moves: Move[];
};

/** Rows or columns inserted (count > 0) or deleted (count < 0) from one on. */
export type Move = { readonly axis: 'row' | 'column'; readonly at: number; readonly count: number };

/** A name; scope is the id of the sheet to which it is limited. */
export type BookName = {
  readonly name: string;
  formula: string;
  comment: string;
  isVisible: boolean;
  readonly scope: string | null;
};

/** Something that Excel tells those who asked for it. */
export type BookEvent = {
  readonly kind: 'changed' | 'selectionChanged' | 'activated' | 'deactivated' | 'added' | 'deleted';
  readonly sheet: string;
  readonly address?: string;
  readonly changeType?: string;
};

export const cellKey = (row: number, column: number): string => `${row}:${column}`;

export const positionOf = (key: string): readonly [row: number, column: number] => {
  const [row = '0', column = '0'] = key.split(':');
  return [Number(row), Number(column)];
};

/** Sizes of a new sheet's columns and rows in points. */
export const STANDARD = { columnWidth: 48, rowHeight: 15 } as const;

export const columnWidthOf = (sheet: BookSheet, column: number): number =>
  sheet.columnWidths.get(column) ?? STANDARD.columnWidth;
export const rowHeightOf = (sheet: BookSheet, row: number): number =>
  sheet.rowHeights.get(row) ?? STANDARD.rowHeight;

/** Page settings of a new sheet. */
const newPage = (): Page => ({
  settings: {
    Orientation: 'Portrait',
    PaperSize: 'Letter',
    Zoom: { scale: 100 },
    BlackAndWhite: false,
    CenterHorizontally: false,
    CenterVertically: false,
    DraftMode: false,
    FirstPageNumber: '',
    PrintComments: 'NoComments',
    PrintErrors: 'AsDisplayed',
    PrintGridlines: false,
    PrintHeadings: false,
    PrintOrder: 'DownThenOver',
    LeftMargin: 50.4,
    RightMargin: 50.4,
    TopMargin: 54,
    BottomMargin: 54,
    HeaderMargin: 21.6,
    FooterMargin: 21.6,
  },
  lines: {
    LeftHeader: '',
    CenterHeader: '',
    RightHeader: '',
    LeftFooter: '',
    CenterFooter: '',
    RightFooter: '',
  },
  printArea: [],
  titleRows: null,
  titleColumns: null,
});

/** A sheet with nothing on it. */
export const newSheet = (id: string, name: string): BookSheet => ({
  id,
  name,
  visibility: 'Visible',
  cells: new Map(),
  looks: { cells: new Map(), rows: new Map(), columns: new Map(), sheet: {} },
  links: new Map(),
  columnWidths: new Map(),
  rowHeights: new Map(),
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
  tables: [],
  formats: [],
  validations: [],
  charts: [],
  comments: [],
  pivots: [],
  filter: null,
  protection: { isOn: false, options: {}, password: undefined },
  tabColor: '',
  showGridlines: true,
  showHeadings: true,
  freeze: null,
  selection: { top: 0, left: 0, bottom: 0, right: 0 },
  page: newPage(),
  moves: [],
});
