import { columnLetters, quotedSheet } from '../../cell-address';
import type { ManyBlock } from '../../many/assess-many';
import type { RowReferences } from '../../many/score-columns';

/** Stands in a formula for the number of its row. */
export const ROW = '\u0000';

/** Runs of neighbouring columns, for ranges as few as possible. */
export const runsOf = (columns: readonly number[]): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last?.[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
};

/** References to the row of the scores that `line` counts on their sheet, wherever both sheets are sorted to. */
export const givenIn = (
  { table, place }: ManyBlock,
  line: string,
): { readonly scores: RowReferences['given']; readonly label: (column: number | null) => string } => {
  const sheet = quotedSheet(place.sheet);
  const column = new Map(table.subjects.map((subject, index) => [subject, place.columns[index] ?? 0]));
  const whole = (first: number, last: number): string =>
    `${sheet}!$${columnLetters(first)}:$${columnLetters(last)}`;
  return {
    scores: (subjects) =>
      runsOf(subjects.map((subject) => column.get(subject) ?? 0)).map(([first, last]) =>
        first === last ? `INDEX(${whole(first, first)},${line})` : `INDEX(${whole(first, last)},${line},0)`,
      ),
    label: (own) => (own === null ? '""' : `TRIM(INDEX(${whole(own, own)},${line}))`),
  };
};
