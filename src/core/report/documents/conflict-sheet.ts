import { cellName, type CellRef } from '../../cell-address';
import type { PlannedCell, PlannedName, SheetPlan } from '../../change-plan';
import { OUR_NAMES, placeOfName } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import type { ReportTexts } from '../report-texts';
import { ownSheet } from '../sheet-name';
import { heightOf, linesOf, plain, rowHeightOf, rowOf } from '../sheet-parts';

const TAB = 'C00000';
const WIDTHS = [20, 34, 22, 20] as const;
const TEXT_WIDTH = 40;
const HEADER = 3;

/** A cell in which copies of the workbook contradict each other, as it is listed. */
export type ListedConflict = {
  readonly document: string;
  readonly row: string;
  readonly heading: string;
  readonly cell: CellRef;
  /** Each text once, with the names of the files that hold it. */
  readonly values: readonly { readonly text: string; readonly files: readonly string[] }[];
};

const lineOf = (
  { document, row: label, heading, cell, values }: ListedConflict,
  row: number,
  count: number,
  { from }: ReportTexts['documents']['conflicts'],
): readonly PlannedCell[] => [
  ...rowOf(row, 0, [document, label, heading], 'documentText'),
  { row, column: 3, value: cellName(cell), link: cellName(cell), style: 'link' },
  ...Array.from({ length: count }, (_, index) => {
    const value = values[index];
    const shown = value === undefined ? null : `${value.text}\n${from(value.files)}`;
    return plain(row, WIDTHS.length + index, shown, 'documentText');
  }),
];

/** Plans the list of contradictions; null where there are none and the workbook has no such sheet. */
export const planConflictSheet = (
  snapshot: Snapshot,
  conflicts: readonly ListedConflict[],
  texts: ReportTexts,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } | null => {
  const words = texts.documents.conflicts;
  if (conflicts.length === 0 && placeOfName(snapshot, OUR_NAMES.conflicts) === undefined) return null;
  const count = Math.max(2, ...conflicts.map(({ values }) => values.length));
  const widths = [...WIDTHS, ...Array.from({ length: count }, () => TEXT_WIDTH)];
  const right = widths.length - 1;
  const bottom = HEADER + Math.max(1, conflicts.length);
  const area = { top: 0, left: 0, bottom, right };
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const isEmpty = conflicts.length === 0;
  const lines = conflicts.flatMap((conflict, index) => lineOf(conflict, HEADER + 1 + index, count, words));
  const cells = [
    plain(0, 0, words.title, 'title'),
    plain(1, 0, isEmpty ? null : words.subtitle, 'subtitle'),
    ...rowOf(HEADER, 0, words.columns, 'header'),
    ...Array.from({ length: count }, (_, index) =>
      plain(HEADER, WIDTHS.length + index, words.text(index + 1), 'header'),
    ),
    ...(isEmpty
      ? widths.map((_, column) => plain(bottom, column, column === 0 ? words.none : null, 'text'))
      : lines),
  ];
  const height = (row: number): number => {
    const shown = lines.filter((cell) => cell.row === row);
    return rowHeightOf(
      Math.max(1, ...shown.map(({ value, column }) => linesOf(String(value ?? ''), widths[column] ?? 0))),
    );
  };
  const { sheet, name } = ownSheet(snapshot, OUR_NAMES.conflicts, words.sheet, area, texts.freeSheetName);
  return {
    sheet: {
      ...sheet,
      cells,
      columnWidths: widths,
      rowHeights: new Map([
        [0, 36],
        [1, heightOf(linesOf(words.subtitle, whole))],
        [2, 8],
        [HEADER, heightOf(1)],
        ...Array.from({ length: bottom - HEADER }, (_, index): readonly [number, number] => [
          HEADER + 1 + index,
          height(HEADER + 1 + index),
        ]),
      ]),
      merges: [0, 1, ...(isEmpty ? [bottom] : [])].map((row) => ({ top: row, left: 0, bottom: row, right })),
      frame: {
        freeze: { rows: HEADER + 1, columns: 0 },
        page: {
          orientation: 'landscape',
          printArea: area,
          repeatRows: { first: HEADER, last: HEADER },
          footer: texts.page.footer,
        },
        tabColor: TAB,
      },
    },
    names: [name],
  };
};
