import { absoluteA1, absoluteRangeA1, quotedSheet, type CellRange } from '../cell-address';
import {
  untouchedSheet,
  type PlannedCell,
  type PlannedName,
  type SheetFrame,
  type SheetPlan,
} from '../change-plan';
import { OUR_NAMES, placeOfName, type NamedPlace } from '../our-names';
import { textAt } from '../read/sheet-text';
import { sheetNameFor } from '../report/sheet-name';
import { heightOf, linesOf, plain, rowOf } from '../report/sheet-parts';
import { cellAt, isCellError, type SheetSnapshot, type Snapshot } from '../snapshot';
import { UNITS_NAME } from './setting-names';
import { nameOfRow, settingSections, type SectionsContext } from './setting-sections';
import type { SettingRow, SettingSection } from './setting-sections';
import {
  across,
  cellRange,
  join,
  LABEL,
  newSections,
  NOTE,
  NOTHING,
  validationFor,
  WHOLE_WIDTH,
  WIDTHS,
  type Parts,
} from './setting-rows';
import type { SettingKey, StoredSettings } from './settings';

const HEADER_ROW = 2;
const TAB = '7F6000';

/** Settings that are written because the user chose them now, whatever their cells hold. */
export type ChosenSettings = ReadonlySet<SettingKey | 'units'>;

/** Label and note of a row of ours are kept up to date; where the officer wrote another label they are the officer's. */
const refreshedTexts = (
  sheet: SheetSnapshot,
  row: number,
  labelColumn: number,
  noteColumn: number,
  entry: SettingRow,
): readonly PlannedCell[] =>
  entry.label === null || labelColumn < 0 || textAt(sheet, { row, column: labelColumn }) !== entry.label
    ? []
    : [
        plain(row, labelColumn, entry.label, entry.labelStyle),
        plain(row, noteColumn, entry.note, 'settingNote'),
      ];

/**
 * The cell of a setting that stands on the sheet already: what is understood is written as it is meant, a blank one gets
 * the default, and what cannot be used stays as the officer typed it.
 */
const keptValue = (
  sheet: SheetSnapshot,
  { row, column }: { readonly row: number; readonly column: number },
  entry: SettingRow,
  isKept: boolean,
  isChosen: boolean,
): readonly PlannedCell[] => {
  const { value = null, formula = null } = cellAt(sheet, { row, column }) ?? {};
  const place = { row, column, style: entry.style };
  if (isChosen || (formula === null && !isKept)) return [{ ...place, value: entry.value }];
  if (isCellError(value) || formula === '') return [];
  return [{ ...place, value, ...(formula === null ? {} : { formula }) }];
};

const keptRow = (
  sheet: SheetSnapshot,
  { range: { top: row, left: column } }: NamedPlace,
  entry: SettingRow,
  stored: StoredSettings,
  chosen: ChosenSettings,
): Parts => {
  const isKept = stored.problems.some(({ setting }) => setting === entry.setting);
  const isChosen = entry.setting !== null && chosen.has(entry.setting);
  return {
    ...NOTHING,
    cells: [
      ...refreshedTexts(sheet, row, column - 1, column + 1, entry),
      ...keptValue(sheet, { row, column }, entry, isKept, isChosen),
    ],
    validations: validationFor(entry, cellRange(row, column)),
  };
};

/** The divisions in the rows of their list: as they were chosen now, and blank below them. */
const chosenUnits = (
  { range: { top, bottom, left } }: NamedPlace,
  units: readonly string[],
): readonly PlannedCell[] =>
  Array.from({ length: bottom - top + 1 }, (_, index) => ({
    ...{ row: top + index, column: left, style: 'inputText' },
    value: units[index] ?? null,
  }));

/** Texts of a list that stands on the sheet already; its values are the officer's. */
const keptList = (
  sheet: SheetSnapshot,
  { range: { top, bottom, left } }: NamedPlace,
  { rows, list }: SettingSection,
): Parts => {
  const labels = list?.hasLabels ? left : left - 1;
  const inList = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return {
    ...NOTHING,
    cells: inList.flatMap((row) => {
      const label = labels < 0 ? '' : textAt(sheet, { row, column: labels });
      const entry = label === '' ? undefined : rows.find((other) => other.label === label);
      return entry === undefined ? [] : refreshedTexts(sheet, row, labels, labels + 2, entry);
    }),
  };
};

const lastFilledRow = ({ rows }: SheetSnapshot): number =>
  rows.reduce<number>(
    (last, cells, row) => (cells?.some((cell) => (cell?.value ?? null) !== null) ? row : last),
    0,
  );

/** What is on the sheet is kept up to date, what is missing is added below everything that stands there. */
const keptSheet = (
  snapshot: Snapshot,
  sheet: SheetSnapshot,
  sections: readonly SettingSection[],
  stored: StoredSettings,
  chosen: ChosenSettings,
  units: readonly string[],
): { parts: Parts; last: number; hasNewRows: boolean } => {
  const placeOf = (name: string | null): NamedPlace | undefined =>
    name === null ? undefined : placeOfName(snapshot, name);
  const kept = sections.flatMap((section): readonly Parts[] => {
    const own = section.list === null ? undefined : placeOf(section.list.name);
    if (section.list !== null) {
      if (own?.sheet !== sheet.name) return [];
      const isChosen = section.list.name === UNITS_NAME && chosen.has('units');
      const cells = isChosen ? chosenUnits(own, units) : [];
      return [keptList(sheet, own, section), { ...NOTHING, cells }];
    }
    return section.rows.flatMap((entry) => {
      const place = placeOf(nameOfRow(entry));
      return place?.sheet === sheet.name ? [keptRow(sheet, place, entry, stored, chosen)] : [];
    });
  });
  const missing = sections.flatMap((section): readonly SettingSection[] => {
    if (section.list !== null) return placeOf(section.list.name) === undefined ? [section] : [];
    const rows = section.rows.filter((entry) => placeOf(nameOfRow(entry)) === undefined);
    return rows.length === 0 ? [] : [{ ...section, rows }];
  });
  const bottom = lastFilledRow(sheet);
  const added = newSections(bottom + 2, missing);
  const hasNewRows = missing.length > 0;
  return { parts: join([...kept, added.parts]), last: hasNewRows ? added.last : bottom, hasNewRows };
};

/** The sheet with our settings: the one that bears our name, or on which one of the settings stands. */
const settingsSheet = (snapshot: Snapshot, stored: StoredSettings): SheetSnapshot | undefined => {
  const [first] = stored.cells.values();
  const name = placeOfName(snapshot, OUR_NAMES.settings)?.sheet ?? first?.sheet;
  return snapshot.sheets.find((sheet) => sheet.name === name);
};

const headCells = ({ texts }: SectionsContext): Parts => ({
  ...NOTHING,
  cells: [
    plain(0, LABEL, texts.settings.title, 'title'),
    plain(1, LABEL, texts.settings.hint, 'note'),
    ...rowOf(HEADER_ROW, LABEL, texts.settings.columns, 'header'),
  ],
  merges: [across(0), across(1)],
  heights: [
    [0, 34],
    [1, heightOf(linesOf(texts.settings.hint, WHOLE_WIDTH))],
    [HEADER_ROW, heightOf(1)],
  ],
});

const frameOf = (printArea: CellRange, footer: string): SheetFrame => ({
  freeze: { rows: HEADER_ROW + 1, columns: 0 },
  page: {
    orientation: 'portrait',
    printArea,
    repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
    footer,
  },
  tabColor: TAB,
});

/**
 * Plans the sheet with the settings, or keeps the one that is there up to date. What an officer typed stays, wherever it
 * was moved to; only a setting that the user chose now is written over.
 */
export const planSettings = (
  snapshot: Snapshot,
  stored: StoredSettings,
  context: SectionsContext,
  chosen: ChosenSettings,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const { texts } = context;
  const sections = settingSections(context);
  const existing = settingsSheet(snapshot, stored);
  const fresh = newSections(HEADER_ROW + 1, sections);
  const { parts, last, hasNewRows } =
    existing === undefined
      ? { parts: join([headCells(context), fresh.parts]), last: fresh.last, hasNewRows: true }
      : keptSheet(snapshot, existing, sections, stored, chosen, context.settings.units);
  const name =
    existing?.name ??
    sheetNameFor(snapshot, OUR_NAMES.settings, texts.settings.sheet, texts.freeSheetName).name;
  const area = { top: 0, left: LABEL, bottom: last, right: NOTE };
  const prefix = `${quotedSheet(name)}!`;
  return {
    sheet: {
      ...untouchedSheet(name),
      exists: existing !== undefined,
      cells: parts.cells,
      columnWidths: existing === undefined ? WIDTHS : [],
      rowHeights: new Map(parts.heights),
      merges: parts.merges,
      validations: parts.validations,
      frame: hasNewRows ? frameOf(area, texts.page.footer) : null,
    },
    names: [
      { name: OUR_NAMES.settings, refersTo: `${prefix}${absoluteRangeA1(area)}` },
      ...parts.names.map(([own, range]) => ({
        name: own,
        refersTo: `${prefix}${range.top === range.bottom && range.left === range.right ? absoluteA1({ row: range.top, column: range.left }) : absoluteRangeA1(range)}`,
      })),
    ],
  };
};
