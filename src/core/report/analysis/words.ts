import type { Narrative } from '../narrative';
import { heightOf, linesOf, NO_PARTS, plain, type SheetParts } from '../sheet-parts';
import type { AnalysisContext } from './context';
import { COLUMN, COLUMN_WIDTHS } from './layout';

const WIDTH = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0);

/** Paragraphs in the order in which they are read: overall, by instrument, then by issue or, where the year has none, by indicator. */
export const paragraphsOf = ({ overall, instruments, indicators, issues }: Narrative): readonly string[] => [
  ...overall,
  ...[...instruments, ...(issues.length > 0 ? issues : indicators)].map(({ text }) => text),
];

/** The result in paragraphs, as it was when the sheet was written: words do not follow the cells. */
export const wordParts = ({ layout, texts }: AnalysisContext, paragraphs: readonly string[]): SheetParts => {
  const { heading, first } = layout.words;
  return {
    ...NO_PARTS,
    cells: [
      plain(heading, COLUMN.code, texts.words.heading, 'section'),
      ...paragraphs.map((text, index) => plain(first + index, COLUMN.code, text, 'paragraph')),
    ],
    merges: paragraphs.map((_, index) => ({
      top: first + index,
      left: COLUMN.code,
      bottom: first + index,
      right: COLUMN.last,
    })),
    rowHeights: paragraphs.map((text, index) => [first + index, heightOf(linesOf(text, WIDTH))] as const),
  };
};
