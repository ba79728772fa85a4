import { absoluteRangeA1, rangeA1, type CellRange } from '../core/cell-address';
import {
  PAGE_MARGINS,
  type ColorsFormat,
  type IconsFormat,
  type Limit,
  type PlannedConditionalFormat,
  type PlannedTable,
  type PlannedValidation,
  type SheetFrame,
  type SheetPlan,
} from '../core/change-plan';
import { rangeAt } from './blocks';

const POINTS_PER_INCH = 72;

/** Width in points of a column so many characters wide: seven pixels a digit of the default font, 96 pixels an inch. */
const columnPoints = (characters: number): number =>
  (Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7) * POINTS_PER_INCH) / 96;

/** Equal neighbours as one run; null is no run. */
const runsOf = (
  sizes: readonly (readonly [index: number, size: number | null])[],
): readonly { readonly first: number; readonly last: number; readonly size: number }[] => {
  const runs: { first: number; last: number; size: number }[] = [];
  for (const [index, size] of [...sizes].sort(([a], [b]) => a - b)) {
    if (size === null) continue;
    const run = runs.at(-1);
    if (run?.last === index - 1 && run.size === size) run.last = index;
    else runs.push({ first: index, last: index, size });
  }
  return runs;
};

/** Sets widths, heights and merged areas. */
export const writeShape = (sheet: Excel.Worksheet, plan: SheetPlan): void => {
  for (const range of plan.merges) rangeAt(sheet, range).merge(false);
  const widths = plan.columnWidths.map((width, column) => [column, width] as const);
  for (const { first, last, size } of runsOf(widths)) {
    const columns = rangeAt(sheet, { top: 0, left: first, bottom: 0, right: last }).getEntireColumn();
    columns.format.columnWidth = columnPoints(size);
  }
  for (const { first, last, size } of runsOf([...plan.rowHeights])) {
    const rows = rangeAt(sheet, { top: first, left: 0, bottom: last, right: 0 }).getEntireRow();
    rows.format.rowHeight = size;
  }
};

/** Removes everything of ours from an area that is wholly ours. */
export const clearOwned = (sheet: Excel.Worksheet, owned: CellRange): void => {
  const range = rangeAt(sheet, owned);
  range.conditionalFormats.clearAll();
  range.dataValidation.clear();
  range.unmerge();
  range.clear('All');
};

/** Adds a table, or moves the one that is there. */
export const writeTable = (
  sheet: Excel.Worksheet,
  planned: PlannedTable,
  existing: Excel.Table | undefined,
): void => {
  if (existing !== undefined) {
    existing.resize(rangeA1(planned.range));
    return;
  }
  const table = sheet.tables.add(rangeAt(sheet, planned.range), true);
  table.name = planned.name;
  table.style = planned.style;
  table.showFilterButton = planned.hasFilter;
};

const STYLES_OF_ICONS = {
  trafficLights: 'ThreeTrafficLights1',
  signs: 'ThreeSigns',
  symbols: 'ThreeSymbols',
  arrows: 'ThreeArrows',
  flags: 'ThreeFlags',
} as const;

const limitText = (limit: Limit): string => (typeof limit === 'number' ? String(limit) : `=${limit}`);

const writeIcons = (formats: Excel.ConditionalFormatCollection, planned: IconsFormat): void => {
  const icons = formats.add('IconSet').iconSet;
  icons.style = STYLES_OF_ICONS[planned.icons];
  icons.showIconOnly = !planned.showsValue;
  icons.reverseIconOrder = planned.isReversed;
  const criteria = planned.limits.map((limit) => ({
    type: typeof limit === 'number' ? ('Number' as const) : ('Formula' as const),
    operator: 'GreaterThanOrEqual' as const,
    formula: limitText(limit),
  }));
  // The lowest level has no limit of its own.
  icons.criteria = [{ type: 'Invalid', operator: 'Invalid', formula: '' }, ...criteria];
};

const writeColors = (formats: Excel.ConditionalFormatCollection, { stops }: ColorsFormat): void => {
  const [minimum, midpoint, maximum] = stops.map(({ at, color }) => ({
    type: typeof at === 'number' ? ('Number' as const) : ('Formula' as const),
    formula: limitText(at),
    color: `#${color}`,
  }));
  if (minimum === undefined || midpoint === undefined || maximum === undefined) return;
  formats.add('ColorScale').colorScale.criteria = { minimum, midpoint, maximum };
};

const hex = (color: string | undefined): string | undefined =>
  color === undefined ? undefined : `#${color}`;

/** Adds a conditional format by formula (with `=`); colours are #RRGGBB, and what is undefined is left as it is. */
export const addFormulaFormat = (
  formats: Excel.ConditionalFormatCollection,
  formula: string,
  look: {
    readonly color: string | undefined;
    readonly fill: string | undefined;
    readonly bold: boolean | undefined;
    readonly italic: boolean | undefined;
  },
): void => {
  const { custom } = formats.add('Custom');
  custom.rule.formula = formula;
  if (look.color !== undefined) custom.format.font.color = look.color;
  if (look.fill !== undefined) custom.format.fill.color = look.fill;
  if (look.bold !== undefined) custom.format.font.bold = look.bold;
  if (look.italic !== undefined) custom.format.font.italic = look.italic;
};

/** Adds the planned conditional formats; those of an earlier run must be gone. */
export const writeConditionalFormats = (
  sheet: Excel.Worksheet,
  planned: readonly PlannedConditionalFormat[],
): void => {
  // Excel puts a new format before the others; the plan names the strongest first.
  for (const format of [...planned].reverse()) {
    const formats = rangeAt(sheet, format.range).conditionalFormats;
    if (format.kind === 'icons') writeIcons(formats, format);
    else if (format.kind === 'colors') writeColors(formats, format);
    else {
      const { color, fill, bold, italic } = format.look;
      addFormulaFormat(formats, `=${format.formula}`, { color: hex(color), fill: hex(fill), bold, italic });
    }
  }
};

const validationRule = (source: PlannedValidation['source']): Excel.DataValidationRule => {
  if (source.kind === 'decimal')
    return { decimal: { formula1: source.min, formula2: source.max, operator: 'Between' } };
  const list = source.kind === 'values' ? source.values.join(',') : `=${source.formula}`;
  return { list: { inCellDropDown: true, source: list } };
};

/** Sets the planned validations in place of what the cells had. */
export const writeValidations = (sheet: Excel.Worksheet, validations: readonly PlannedValidation[]): void => {
  for (const { range, source, allowBlank, prompt, error } of validations) {
    const { dataValidation } = rangeAt(sheet, range);
    dataValidation.clear();
    dataValidation.ignoreBlanks = allowBlank;
    dataValidation.rule = validationRule(source);
    const shown = prompt ?? { title: '', text: '' };
    dataValidation.prompt = { showPrompt: prompt !== null, title: shown.title, message: shown.text };
    const refused = error ?? { title: '', text: '' };
    dataValidation.errorAlert = {
      showAlert: error !== null,
      style: 'Stop',
      title: refused.title,
      message: refused.text,
    };
  }
};

type Section = 'left' | 'center' | 'right';
const SECTIONS: Readonly<Record<string, Section>> = { L: 'left', C: 'center', R: 'right' };

/** A header or footer line by its sections, `&L…&C…&R…`; what stands before the first mark is in the middle. */
const sectionsOf = (line: string): Readonly<Record<Section, string>> => {
  const texts = { left: '', center: '', right: '' };
  let section: Section = 'center';
  for (const [piece] of line.matchAll(/&[LCR]|&[^LCR]|[^&]+/g)) {
    const next = piece.length === 2 ? SECTIONS[piece.charAt(1)] : undefined;
    if (piece.startsWith('&') && next !== undefined) section = next;
    else texts[section] += piece;
  }
  return texts;
};

const writePage = (sheet: Excel.Worksheet, { page }: SheetFrame): void => {
  const layout = sheet.pageLayout;
  layout.paperSize = 'A4';
  layout.orientation = page.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  layout.zoom = { horizontalFitToPages: 1 };
  layout.leftMargin = PAGE_MARGINS.left * POINTS_PER_INCH;
  layout.rightMargin = PAGE_MARGINS.right * POINTS_PER_INCH;
  layout.topMargin = PAGE_MARGINS.top * POINTS_PER_INCH;
  layout.bottomMargin = PAGE_MARGINS.bottom * POINTS_PER_INCH;
  layout.headerMargin = PAGE_MARGINS.header * POINTS_PER_INCH;
  layout.footerMargin = PAGE_MARGINS.footer * POINTS_PER_INCH;
  layout.setPrintArea(rangeAt(sheet, page.printArea));
  if (page.repeatRows !== undefined) {
    const { first, last } = page.repeatRows;
    layout.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  }
  const lines = layout.headersFooters.defaultForAllPages;
  if (page.header !== undefined) {
    const { left, center, right } = sectionsOf(page.header);
    lines.leftHeader = left;
    lines.centerHeader = center;
    lines.rightHeader = right;
  }
  if (page.footer !== undefined) {
    const { left, center, right } = sectionsOf(page.footer);
    lines.leftFooter = left;
    lines.centerFooter = center;
    lines.rightFooter = right;
  }
};

/** Sets tab, panes, grid lines and page. */
export const writeFrame = (sheet: Excel.Worksheet, frame: SheetFrame): void => {
  sheet.tabColor = `#${frame.tabColor}`;
  sheet.showGridlines = false;
  const { rows, columns } = frame.freeze ?? { rows: 0, columns: 0 };
  if (rows > 0 && columns > 0) {
    sheet.freezePanes.freezeAt(absoluteRangeA1({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }));
  } else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  else sheet.freezePanes.unfreeze();
  writePage(sheet, frame);
};
