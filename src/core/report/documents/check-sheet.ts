import { cellName, type CellRange, type CellRef } from '../../cell-address';
import type { PlannedCell, PlannedName, SheetPlan } from '../../change-plan';
import type { Sourced } from '../../rule-set';
import type { Snapshot } from '../../snapshot';
import type { ReportTexts } from '../report-texts';
import { ownSheet } from '../sheet-name';
import { at, down, heightOf, linesOf, live, plain, quoted } from '../sheet-parts';
import { LOOKS } from '../styles';

const TAB = 'C00000';

/** Widths of the columns of a sheet that says what a document still lacks. */
export const CHECK_WIDTHS = [46, 14, 14, 14, 14, 14] as const;
const WHOLE = CHECK_WIDTHS.reduce((sum, width) => sum + width, 0);
const LAST = CHECK_WIDTHS.length - 1;
const VERDICT_ROW = 3;

/** First row below the head of such a sheet. */
export const FIRST_CHECK_ROW = VERDICT_ROW + 2;

/** A part of the sheet, and the row after it. */
export type CheckPart = {
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly CellRange[];
  readonly heights: readonly (readonly [number, number])[];
  readonly next: number;
};

const across = (row: number, left = 0, right = LAST): CellRange => ({ top: row, left, bottom: row, right });

/** Title, what the check is about, how sure its demands are, and a verdict over the counts of what is lacking. */
export const checkHead = (
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  { confidence, source }: Sourced,
  isReady: boolean,
  /** First of the rows of the demands, and how many there are. */
  { first, count }: { readonly first: number; readonly count: number },
  { documents, rules }: ReportTexts,
): CheckPart => {
  const words = documents.readiness;
  const unsure = confidence === 'confirmed' ? null : words.unsure(rules.confidence[confidence], source);
  const verdict = `IF(SUM(${down(first, first + count - 1, LACKING)})=0,${quoted(words.ready)},${quoted(words.notReady)})`;
  return {
    cells: [
      plain(0, 0, title, 'title'),
      plain(1, 0, subtitle, 'subtitle'),
      plain(2, 0, unsure, 'note'),
      count === 0
        ? plain(VERDICT_ROW, 0, words.ready, 'kpiText')
        : live(VERDICT_ROW, 0, verdict, isReady ? words.ready : words.notReady, 'kpiText'),
    ],
    merges: [0, 1, 2, VERDICT_ROW].map((row) => across(row)),
    heights: [
      [0, 34],
      [1, heightOf(linesOf(subtitle, WHOLE))],
      [2, unsure === null ? 8 : heightOf(linesOf(unsure, WHOLE))],
      [VERDICT_ROW, 42],
      [VERDICT_ROW + 1, 12],
    ],
    next: FIRST_CHECK_ROW,
  };
};

/** Column of a demand's row that counts what is lacking. */
const LACKING = 4;

/** A demand: its text, how many things it asks for, and how many are lacking, live where a formula can count them. */
export type CheckedDemand = {
  readonly text: string;
  readonly required: number;
  readonly lacking: number;
  readonly formula: string | null;
};

/** The demands below one another, each with its state. */
export const checkDemands = (
  demands: readonly CheckedDemand[],
  top: number,
  { documents: { readiness: words } }: ReportTexts,
): CheckPart => {
  const first = top + 1;
  const [name, required, lacking, state] = words.columns;
  return {
    cells: [
      ...[name, null, null, required, lacking, state].map((text, column) =>
        plain(top, column, text, 'header'),
      ),
      ...demands.flatMap(({ text, required: asked, lacking: count, formula }, index) => {
        const row = first + index;
        return [
          plain(row, 0, text, 'text'),
          plain(row, 1, null, 'text'),
          plain(row, 2, null, 'text'),
          plain(row, 3, asked, 'rank'),
          formula === null ? plain(row, LACKING, count, 'rank') : live(row, LACKING, formula, count, 'rank'),
          live(
            row,
            5,
            `IF(${at(row, LACKING)}=0,${quoted(words.done)},${quoted(words.missing)})`,
            count === 0 ? words.done : words.missing,
            'centered',
          ),
        ];
      }),
    ],
    merges: [across(top, 0, 2), ...demands.map((_, index) => across(first + index, 0, 2))],
    heights: demands.map(({ text }, index) => [
      first + index,
      heightOf(linesOf(text, CHECK_WIDTHS[0] + CHECK_WIDTHS[1] + CHECK_WIDTHS[2])),
    ]),
    next: first + demands.length,
  };
};

const linkCell = (row: number, cells: readonly CellRef[]): PlannedCell => {
  const [first] = cells;
  return first === undefined
    ? plain(row, LAST - 1, null, 'text')
    : { row, column: LAST - 1, value: cellName(first), link: cellName(first), style: 'link' };
};

/** Sentences below one another, each with a link to its first cell. */
export const checkList = (
  top: number,
  heading: string,
  columns: readonly [string, string],
  entries: readonly { readonly text: string; readonly cells: readonly CellRef[] }[],
  none: string,
): CheckPart => {
  const first = top + 2;
  const wide = WHOLE - (CHECK_WIDTHS[LAST - 1] ?? 0) - (CHECK_WIDTHS[LAST] ?? 0);
  const shown = entries.length === 0 ? [{ text: none, cells: [] }] : entries;
  const line = (row: number, text: string, link: PlannedCell, style: 'text' | 'header') => [
    plain(row, 0, text, style),
    ...[1, 2, 3].map((column) => plain(row, column, null, style)),
    link,
    plain(row, LAST, null, style),
  ];
  return {
    cells: [
      plain(top, 0, heading, 'section'),
      ...line(top + 1, columns[0], plain(top + 1, LAST - 1, columns[1], 'header'), 'header'),
      ...shown.flatMap(({ text, cells }, index) =>
        line(first + index, text, linkCell(first + index, cells), 'text'),
      ),
    ],
    merges: [top + 1, ...shown.map((_, index) => first + index)].flatMap((row) => [
      across(row, 0, LAST - 2),
      across(row, LAST - 1, LAST),
    ]),
    heights: shown.map(({ text }, index) => [first + index, heightOf(linesOf(text, wide))]),
    next: first + shown.length,
  };
};

/** A line across the sheet. */
export const checkNote = (top: number, text: string): CheckPart => ({
  cells: [plain(top, 0, text, 'note')],
  merges: [across(top)],
  heights: [[top, heightOf(linesOf(text, WHOLE))]],
  next: top + 1,
});

/** Plans a sheet of parts below one another; what is there and what is missing has a colour besides its word. */
export const planCheckSheet = (
  snapshot: Snapshot,
  anchor: string,
  title: string,
  parts: readonly CheckPart[],
  texts: ReportTexts,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const words = texts.documents.readiness;
  const next = Math.max(...parts.map((part) => part.next));
  const area = { top: 0, left: 0, bottom: next - 1, right: LAST };
  const { sheet, name } = ownSheet(snapshot, anchor, title, area, texts.freeSheetName);
  const filled = new Set(parts.flatMap(({ cells }) => cells.map(({ row }) => row)));
  const range = { ...area, top: FIRST_CHECK_ROW, left: 1 };
  const first = at(range.top, range.left);
  return {
    sheet: {
      ...sheet,
      cells: parts.flatMap(({ cells }) => cells),
      columnWidths: CHECK_WIDTHS,
      rowHeights: new Map([
        ...Array.from({ length: next }, (_, row) => [row, filled.has(row) ? heightOf(1) : 12] as const),
        ...parts.flatMap(({ heights }) => heights),
      ]),
      merges: parts.flatMap(({ merges }) => merges),
      conditionalFormats: [
        { kind: 'formula', range, formula: `${first}=${quoted(words.missing)}`, look: LOOKS.urgent },
        { kind: 'formula', range, formula: `${first}=${quoted(words.done)}`, look: LOOKS.maintain },
      ],
      frame: {
        freeze: null,
        page: { orientation: 'portrait', printArea: area, footer: texts.page.footer },
        tabColor: TAB,
      },
    },
    names: [name],
  };
};
