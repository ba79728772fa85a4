import type { CellPosition, CellRange } from '../core/cell-address';
import type { SheetPlan } from '../core/change-plan';
import { bytesOf, type Room } from './batch';
import { areaOf, bandsOf, MAX_BYTES, PLACE, placeOf, rangeAt, rectanglesOf } from './blocks';
import { formulaOf, textInput } from './cell-content';
import { bandsThatFit, type BytesOf } from './content-bytes';
import { addFormulaFormat } from './write-sheet';

/** Looks of cells that a plan can change. */
const LOOKS = {
  format: {
    font: { name: true, size: true, bold: true, italic: true, underline: true, color: true },
    fill: { color: true, pattern: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
  },
  hyperlink: true,
} as const satisfies Excel.CellPropertiesLoadOptions;

/** What a cell holds, as it must be handed to Excel to be there again: a formula with `=`, a text, a number. */
export type Input = string | number | boolean;

/** Contents of an area; null is a cell that does not matter. */
export type Contents = {
  readonly area: CellRange;
  readonly inputs: readonly (readonly (Input | null)[])[];
};

/** A conditional format by formula, as it was. */
export type FormatState = {
  readonly range: CellRange;
  readonly formula: string;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly fill: string;
};

/** Everything of an area that a plan can change, as it was. */
export type AreaState = Contents & {
  readonly numberFormats: readonly (readonly string[])[];
  readonly looks: readonly (readonly Excel.CellProperties[])[];
  readonly rowHeights: readonly (number | undefined)[];
  readonly columnWidths: readonly (number | undefined)[];
  readonly formats: readonly FormatState[];
  readonly printArea: string | null;
};

/** Members of a conditional format that are needed to make it again. */
export const FORMAT_MEMBERS = [
  'items/type',
  'items/customOrNullObject/rule/formula',
  'items/customOrNullObject/format/font/color',
  'items/customOrNullObject/format/font/bold',
  'items/customOrNullObject/format/font/italic',
  'items/customOrNullObject/format/fill/color',
];

/** Contents of a range whose formulas and values have come. */
const contentsOf = (range: Excel.Range, area: CellRange): Contents => {
  const formulas = range.formulas as readonly (readonly unknown[])[];
  const values = range.values as readonly (readonly Input[])[];
  return {
    area,
    inputs: values.map((line, i) =>
      line.map((value, j) => {
        const formula = formulaOf(formulas[i]?.[j], value);
        if (formula !== null) return `=${formula}`;
        return typeof value === 'string' ? textInput(value) : value;
      }),
    ),
  };
};

const loadRows = (sheet: Excel.Worksheet, rows: CellRange): (() => Contents) => {
  const range = rangeAt(sheet, rows);
  range.load(['formulas', 'values']);
  return () => contentsOf(range, rows);
};

/**
 * Asks for the contents of an area, in as many answers as their size takes; they are there after the next one. `room`
 * sends what has been asked for so far where an answer would be too large for Excel.
 */
export const loadContents = async (
  sheet: Excel.Worksheet,
  area: CellRange,
  bytesOfContents: BytesOf,
  room: Room,
): Promise<() => Contents> => {
  const loaded: (() => Contents)[] = [];
  for (const band of bandsThatFit(area, bytesOfContents)) {
    await room(bytesOfContents(band));
    loaded.push(loadRows(sheet, band));
  }
  return () => ({ area, inputs: loaded.flatMap((band) => band().inputs) });
};

/** Bytes of a cell's look and number format in an answer, with a line on each side. */
const BYTES_OF_LOOK = 1000;

/** Rows of an area whose looks leave room in a message. */
const rowsOfLooks = ({ left, right }: CellRange): number =>
  Math.max(1, Math.floor(MAX_BYTES / 2 / ((right - left + 1) * BYTES_OF_LOOK)));

/** Asks for what stands in some rows, and how it looks. */
const loadBand = (sheet: Excel.Worksheet, band: CellRange) => {
  const contents = loadRows(sheet, band);
  const range = rangeAt(sheet, band);
  range.load('numberFormat');
  const looks = range.getCellProperties(LOOKS);
  const rows = range.getRowProperties({ format: { rowHeight: true } });
  return () => ({
    inputs: contents().inputs,
    numberFormats: range.numberFormat as readonly (readonly string[])[],
    looks: looks.value,
    rowHeights: rows.value.map(({ format }) => format?.rowHeight),
  });
};

/**
 * Asks for everything of an area that a plan can change; it is there after the next answer. `room` sends what has been
 * asked for so far where an answer with so many bytes more would be too large for Excel.
 */
export const loadState = async (
  sheet: Excel.Worksheet,
  area: CellRange,
  formats: readonly Excel.ConditionalFormat[],
  bytesOfContents: BytesOf,
  room: Room,
): Promise<() => AreaState> => {
  const width = area.right - area.left + 1;
  const loaded: ReturnType<typeof loadBand>[] = [];
  for (const band of bandsOf(area, rowsOfLooks(area))) {
    await room((band.bottom - band.top + 1) * width * BYTES_OF_LOOK + bytesOfContents(band));
    loaded.push(loadBand(sheet, band));
  }
  const columns = rangeAt(sheet, area).getColumnProperties({ format: { columnWidth: true } });
  const print = sheet.pageLayout.getPrintAreaOrNullObject();
  print.load('address');
  const places = formats.map((format) => {
    const place = format.getRange();
    place.load(PLACE);
    return { format, place };
  });
  return () => ({
    ...joined(area, loaded),
    columnWidths: columns.value.map(({ format }) => format?.columnWidth),
    printArea: print.isNullObject ? null : print.address,
    formats: places.flatMap(({ format: { type, customOrNullObject: custom }, place }) =>
      type === 'Custom'
        ? [
            {
              range: placeOf(place),
              formula: custom.rule.formula,
              color: custom.format.font.color,
              bold: custom.format.font.bold,
              italic: custom.format.font.italic,
              fill: custom.format.fill.color,
            },
          ]
        : [],
    ),
  });
};

const joined = (
  area: CellRange,
  loaded: readonly ReturnType<typeof loadBand>[],
): Pick<AreaState, 'area' | 'inputs' | 'numberFormats' | 'looks' | 'rowHeights'> => {
  const bands = loaded.map((band) => band());
  return {
    area,
    inputs: bands.flatMap(({ inputs }) => inputs),
    numberFormats: bands.flatMap(({ numberFormats }) => numberFormats),
    looks: bands.flatMap(({ looks }) => looks),
    rowHeights: bands.flatMap(({ rowHeights }) => rowHeights),
  };
};

/** Lines of a cell; one that is not there has a weight all the same, and setting that would draw it. */
const settableBorders = (borders: Excel.CellBorderCollection): Excel.CellBorderCollection =>
  Object.fromEntries(
    Object.entries(borders as Readonly<Record<string, Excel.CellBorder>>).map(([side, border]) => [
      side,
      border.style === 'None' ? { style: 'None' } : border,
    ]),
  );

/** A cell's look in a form that can be set; what has no fill must not get a white one. */
const settable = ({ format }: Excel.CellProperties): Excel.SettableCellProperties => {
  const { fill, borders = {}, ...rest } = format ?? {};
  const isFilled = fill?.pattern !== undefined && fill.pattern !== 'None' && fill.color !== undefined;
  return {
    format: {
      ...rest,
      borders: settableBorders(borders),
      fill: isFilled ? { color: fill.color ?? '' } : { pattern: 'None' },
    },
  };
};

/** Gives cells of an area back what they had; the others keep contents and look. */
export const restoreCells = async (
  sheet: Excel.Worksheet,
  { area, inputs, numberFormats, looks }: AreaState,
  isRestored: (row: number, column: number) => boolean,
  linked: readonly CellPosition[],
  room: Room,
): Promise<void> => {
  const cells = linked.filter(({ row, column }) => isRestored(row, column));
  for (const { range: links } of rectanglesOf(cells, () => 'link')) rangeAt(sheet, links).clear('Hyperlinks');
  looks.forEach((line, i) => {
    line.forEach(({ hyperlink }, j) => {
      const place = { row: area.top + i, column: area.left + j };
      if ((hyperlink ?? null) !== null && isRestored(place.row, place.column))
        rangeAt(sheet, areaOf(place)).hyperlink = hyperlink ?? {};
    });
  });
  for (const band of bandsOf(area, rowsOfLooks(area))) {
    const pick = <Value, Other>(grid: readonly (readonly Value[])[], instead: Other): (Value | Other)[][] =>
      grid
        .slice(band.top - area.top, band.bottom - area.top + 1)
        .map((line, i) =>
          line.map((value, j) => (isRestored(band.top + i, band.left + j) ? value : instead)),
        );
    const contents = pick(inputs, null);
    const newLooks = pick(looks, null).map((line) =>
      line.map((look) => (look === null ? {} : settable(look))),
    );
    await room(bytesOf(contents) + bytesOf(newLooks));
    const range = rangeAt(sheet, band);
    range.numberFormat = pick(numberFormats, null);
    range.formulas = contents;
    range.setCellProperties(newLooks);
  }
};

/** Gives rows and columns that a plan set their sizes back. */
export const restoreSizes = (
  sheet: Excel.Worksheet,
  { area, rowHeights, columnWidths }: AreaState,
  plan: SheetPlan,
): void => {
  const range = rangeAt(sheet, area);
  range.setRowProperties(
    rowHeights.map((rowHeight, i) =>
      rowHeight !== undefined && plan.rowHeights.has(area.top + i) ? { format: { rowHeight } } : {},
    ),
  );
  range.setColumnProperties(
    columnWidths.map((columnWidth, j) =>
      columnWidth !== undefined && (plan.columnWidths[area.left + j] ?? null) !== null
        ? { format: { columnWidth } }
        : {},
    ),
  );
};

/** Makes conditional formats again. */
export const restoreFormats = (sheet: Excel.Worksheet, formats: readonly FormatState[]): void => {
  for (const { range, formula, color, bold, italic, fill } of [...formats].reverse()) {
    // Excel gives an empty text for a colour that a format does not set.
    const look = { color: color || undefined, fill: fill || undefined, bold, italic };
    addFormulaFormat(rangeAt(sheet, range).conditionalFormats, formula, look);
  }
};

/** Whether two contents are one: formulas whatever quotes Excel put around names, numbers to their last digits. */
export const isSameInput = (a: Input | null, b: Input | null): boolean => {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  return a === b || plainForm(a) === plainForm(b);
};

const plainForm = (input: Input | null): string => {
  const text = String(input ?? '');
  return text.startsWith('=') ? text.replace(/[' ]/g, '') : text.replace(/^'/, '');
};
