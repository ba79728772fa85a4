import type { Assessment } from '../assess/assessment';
import { absoluteRangeA1, quotedSheet, type CellRange, type CellRef } from '../cell-address';
import type {
  PlannedCell,
  PlannedConditionalFormat,
  PlannedName,
  PlannedValidation,
  SheetPlan,
} from '../change-plan';
import { suggestMeasures, type MeasureDraft } from '../measures/suggest-measures';
import { OUR_NAMES, placeOfName } from '../our-names';
import { textAt } from '../read/sheet-text';
import type { MeasureSuggestion } from '../rule-set';
import { UNITS_NAME } from '../settings/setting-names';
import type { MeasuresLayout } from '../settings/settings';
import type { SheetSnapshot, Snapshot, SnapshotTable } from '../snapshot';
import type { ReportTexts } from './report-texts';
import { sheetNameFor } from './sheet-name';
import { at, heightOf, linesOf, plain, quoted, rowOf } from './sheet-parts';
import { LOOKS } from './styles';

const WIDTHS = [31, 54, 20, 22, 28, 30, 18] as const;
const PRINTED_COLUMNS = 5;
const KEY_COLUMN = 6;
const RESPONSIBLE = 2;
const PERIOD = 3;
const HEADER_ROW = 4;
const TAB = 'BF8F00';

/** Why rows that a weak indicator asks for were not added; the message table has the sentence. */
export type MeasuresObstacle = { readonly cell: CellRef; readonly rows: number };

/** What the settings say of the table: headings of a new one, and whether divisions can be picked. */
export type MeasuresChoices = { readonly layout: MeasuresLayout; readonly offersUnits: boolean };

type Plan = {
  readonly sheet: SheetPlan;
  readonly names: readonly PlannedName[];
  readonly obstacle: MeasuresObstacle | null;
};

const printedArea = (bottom: number): CellRange => ({ top: 0, left: 0, bottom, right: PRINTED_COLUMNS - 1 });

const keyOf = (draft: MeasureDraft, assessment: Assessment, texts: ReportTexts): string =>
  texts.measures.key(assessment.fiscalYear, draft.indicator);

const rowTexts = ({ suggestion }: MeasureDraft, { measures }: ReportTexts): readonly string[] => [
  suggestion.measure,
  suggestion.steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
  measures.responsible,
  measures.period,
  suggestion.followUp,
];

const draftRow = (
  row: number,
  draft: MeasureDraft,
  assessment: Assessment,
  texts: ReportTexts,
): readonly PlannedCell[] => {
  const side = [texts.measures.origin(draft.indicator, draft.name), keyOf(draft, assessment, texts)];
  return [
    ...rowTexts(draft, texts).map((text, column) =>
      plain(row, column, text, column === RESPONSIBLE || column === PERIOD ? 'measureOpen' : 'measureDraft'),
    ),
    ...rowOf(row, PRINTED_COLUMNS, side, 'measureSide'),
  ];
};

const headerHeight = (columns: readonly string[]): number =>
  heightOf(Math.max(...columns.map((text, column) => linesOf(text, WIDTHS[column] ?? 1))));

const draftHeight = (draft: MeasureDraft, texts: ReportTexts): number =>
  heightOf(Math.max(...rowTexts(draft, texts).map((text, column) => linesOf(text, WIDTHS[column] ?? 1))));

/** What the officer must decide stays tinted as long as it is blank or holds our prompt. */
const openFormats = (first: number, last: number, texts: ReportTexts): readonly PlannedConditionalFormat[] =>
  [
    [RESPONSIBLE, texts.measures.responsible],
    [PERIOD, texts.measures.period],
  ].map(([column, prompt]) => {
    const cell = at(first, Number(column));
    return {
      kind: 'formula',
      range: { top: first, left: Number(column), bottom: last, right: Number(column) },
      formula: `OR(${cell}="",${cell}=${quoted(String(prompt))})`,
      look: LOOKS.open,
    };
  });

/** Who is responsible can be picked from the divisions in the settings; any other may be typed. */
const unitChoice = (first: number, last: number): PlannedValidation => ({
  range: { top: first, left: RESPONSIBLE, bottom: last, right: RESPONSIBLE },
  source: { kind: 'formula', formula: UNITS_NAME },
  allowBlank: true,
  prompt: null,
  error: null,
});

const headingCells = (
  assessment: Assessment,
  { measures }: ReportTexts,
  columns: readonly string[],
): readonly PlannedCell[] => [
  plain(0, 0, measures.title, 'measureTitle'),
  plain(1, 0, measures.subtitle(assessment.agency, assessment.fiscalYear), 'measureSubtitle'),
  plain(2, 0, measures.hint, 'note'),
  ...rowOf(HEADER_ROW, 0, columns.slice(0, PRINTED_COLUMNS), 'measureHeader'),
  ...rowOf(HEADER_ROW, PRINTED_COLUMNS, columns.slice(PRINTED_COLUMNS), 'measureSideHeader'),
];

const sheetOf = (
  place: { readonly name: string; readonly exists: boolean },
  parts: Pick<SheetPlan, 'cells' | 'rowHeights' | 'merges' | 'tables'>,
  last: number,
  texts: ReportTexts,
  table: { readonly first: number; readonly offersUnits: boolean },
): SheetPlan => ({
  ...place,
  ...parts,
  owned: null,
  columnWidths: place.exists ? [] : WIDTHS,
  conditionalFormats: openFormats(table.first, last, texts),
  validations: table.offersUnits ? [unitChoice(table.first, last)] : [],
  charts: [],
  removedCharts: [],
  frame: {
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
    page: {
      orientation: 'landscape',
      printArea: printedArea(last),
      repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
      footer: texts.page.footer,
    },
    tabColor: TAB,
  },
});

const tableOf = (range: CellRange, columns: readonly string[]): SheetPlan['tables'] => [
  { name: OUR_NAMES.measuresTable, range, columns, style: 'TableStyleLight1', hasFilter: true },
];

const anchor = (name: string, last: number): PlannedName => ({
  name: OUR_NAMES.measuresSheet,
  refersTo: `${quotedSheet(name)}!${absoluteRangeA1({ top: 0, left: 0, bottom: last, right: KEY_COLUMN })}`,
});

const planNewSheet = (
  place: { readonly name: string; readonly exists: boolean },
  drafts: readonly MeasureDraft[],
  assessment: Assessment,
  texts: ReportTexts,
  choices: MeasuresChoices,
): Plan => {
  const columns = texts.measures.columns[choices.layout];
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + drafts.length;
  const range = { top: HEADER_ROW, left: 0, bottom: last, right: KEY_COLUMN };
  const cells = [
    ...headingCells(assessment, texts, columns),
    ...drafts.flatMap((draft, index) => draftRow(first + index, draft, assessment, texts)),
  ];
  const rowHeights = new Map([
    [0, 32],
    [1, heightOf(1)],
    [2, heightOf(1)],
    [3, 8],
    [HEADER_ROW, headerHeight(columns)],
    ...drafts.map((draft, index) => [first + index, draftHeight(draft, texts)] as const),
  ] as const);
  const merges = [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: PRINTED_COLUMNS - 1 }));
  const tables = tableOf(range, columns);
  const { offersUnits } = choices;
  const sheet = sheetOf(place, { cells, rowHeights, merges, tables }, last, texts, { first, offersUnits });
  return { sheet, names: [anchor(place.name, last)], obstacle: null };
};

const firstFilled = (sheet: SheetSnapshot, area: CellRange): CellRef | null => {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (textAt(sheet, { row, column }) !== '') return { sheet: sheet.name, row, column };
    }
  }
  return null;
};

/** Adds rows for weak indicators that the table has no row for; every row that is there stays as the officer left it. */
const planGrownTable = (
  sheet: SheetSnapshot,
  table: SnapshotTable,
  drafts: readonly MeasureDraft[],
  assessment: Assessment,
  texts: ReportTexts,
  { offersUnits }: MeasuresChoices,
): Plan => {
  const { top, left, bottom, right } = table.range;
  const keys = new Set<string>();
  for (let row = top + 1; row <= bottom; row += 1) keys.add(textAt(sheet, { row, column: right }));
  const missing = drafts.filter((draft) => !keys.has(keyOf(draft, assessment, texts)));
  const area = { top: bottom + 1, left, bottom: bottom + missing.length, right };
  const blocking = missing.length === 0 ? null : firstFilled(sheet, area);
  const added = blocking === null ? missing : [];
  const last = bottom + added.length;
  const cells = added.flatMap((draft, index) =>
    draftRow(bottom + 1 + index, draft, assessment, texts).map((cell) => ({
      ...cell,
      column: cell.column + left,
    })),
  );
  const rowHeights = new Map(
    added.map((draft, index) => [bottom + 1 + index, draftHeight(draft, texts)] as const),
  );
  const place = { name: sheet.name, exists: true };
  const tables = tableOf({ top, left, bottom: last, right }, table.columns);
  return {
    sheet: sheetOf(place, { cells, rowHeights, merges: [], tables }, last, texts, {
      first: top + 1,
      offersUnits,
    }),
    names: [anchor(sheet.name, last)],
    obstacle: blocking === null ? null : { cell: blocking, rows: missing.length },
  };
};

/**
 * Plans the measures sheet: a native table with a row for each weak indicator, drafted from the library. Who does it
 * and when is left open for the officer. Null where no indicator is weak and there is no sheet yet.
 */
export const planMeasuresSheet = (
  snapshot: Snapshot,
  assessment: Assessment,
  texts: ReportTexts,
  library: readonly MeasureSuggestion[],
  choices: MeasuresChoices,
): Plan | null => {
  const drafts = suggestMeasures(assessment, library);
  const place = placeOfName(snapshot, OUR_NAMES.measuresSheet);
  const sheet = snapshot.sheets.find(({ name }) => name === place?.sheet);
  const table = sheet?.tables.find(({ name }) => name === OUR_NAMES.measuresTable);
  if (sheet !== undefined && table !== undefined)
    return planGrownTable(sheet, table, drafts, assessment, texts, choices);
  if (drafts.length === 0) return null;
  const fresh = sheetNameFor(
    { ...snapshot, names: snapshot.names.filter(({ name }) => name !== OUR_NAMES.measuresSheet) },
    OUR_NAMES.measuresSheet,
    texts.measuresSheet,
    texts.freeSheetName,
  );
  return planNewSheet(fresh, drafts, assessment, texts, choices);
};
