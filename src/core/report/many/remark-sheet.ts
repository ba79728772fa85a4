import type { PlannedCell, PlannedName, SheetPlan } from '../../change-plan';
import { OUR_NAMES } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import { ownSheet } from '../sheet-name';
import { plain, rowHeightOf, rowOf, wrappedLines } from '../sheet-parts';
import type { ManyTexts } from './many-texts';

const WIDTHS = [38, 34, 90] as const;
const TAB = 'C00000';

/** A line of the list: an agency or a file, the place concerned, and the sentence. */
export type RemarkLine = readonly [subject: string, place: string, sentence: string];

const section = (
  top: number,
  heading: string,
  columns: RemarkLine,
  lines: readonly RemarkLine[],
  nothing: string,
): readonly PlannedCell[] => [
  plain(top, 0, heading, 'section'),
  ...rowOf(top + 1, 0, columns, 'header'),
  ...(lines.length === 0
    ? rowOf(top + 2, 0, [nothing, null, null], 'text')
    : lines.flatMap((line, index) => rowOf(top + 2 + index, 0, line, 'documentText'))),
];

/** Plans the list of the agencies with findings or cells that were not read, and of the files that were not. */
export const planRemarkSheet = (
  snapshot: Snapshot,
  remarks: readonly RemarkLine[],
  unread: readonly RemarkLine[],
  texts: ManyTexts,
  freeSheetName: (title: string, counter: number) => string,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const words = texts.remarks;
  const first = 2;
  // What could not be read comes first: it is what somebody must still do something about.
  const second = first + 3 + Math.max(1, unread.length);
  const bottom = second + 1 + Math.max(1, remarks.length);
  const area = { top: 0, left: 0, bottom, right: WIDTHS.length - 1 };
  const cells = [
    plain(0, 0, words.title, 'title'),
    ...section(first, words.unread, words.unreadColumns, unread, words.nothing),
    ...section(second, words.findings, words.columns, remarks, words.nothing),
  ];
  const heights = new Map<number, number>([
    [0, 36],
    [1, 8],
  ]);
  for (const { row, column, value } of cells) {
    if (row < first) continue;
    const lines = wrappedLines(String(value ?? ''), WIDTHS[column as 0 | 1 | 2]);
    heights.set(row, Math.max(heights.get(row) ?? 0, rowHeightOf(lines)));
  }
  const { sheet, name } = ownSheet(snapshot, OUR_NAMES.manyRemarks, words.sheet, area, freeSheetName);
  return {
    names: [name],
    sheet: {
      ...sheet,
      cells,
      columnWidths: WIDTHS,
      rowHeights: heights,
      frame: {
        freeze: null,
        page: { orientation: 'landscape', printArea: area, footer: texts.footer },
        tabColor: TAB,
      },
    },
  };
};
