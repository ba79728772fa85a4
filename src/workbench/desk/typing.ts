import { cellAt, type Snapshot } from '../../core/snapshot';
import type { Book } from '../files/book';
import type { LeftCell, NotTyped } from '../files/book-protocol';
import type { Grid } from '../grid/grid';

/** What was put back may change results once more, and those are final. */
const ROUNDS = 3;

/** Brings what was typed into the grid into the book, and has the grid show what the book made of it. */
export const takeTyped = async (grid: Grid, book: Book, isFinal: boolean): Promise<readonly NotTyped[]> => {
  const all: NotTyped[] = [];
  if (isFinal) await grid.finishTyping();
  for (let round = 0; round < ROUNDS; round++) {
    const { cells, results } = await grid.takeTyped();
    if (cells.length === 0 && results.length === 0) break;
    all.push(...(await book.type(cells, results)));
    const { snapshot } = book.state();
    const others = cells.filter((cell) => !isShown(cell, snapshot));
    if (others.length === 0) break;
    grid.putBack(snapshot, others);
  }
  return all;
};

/** Whether the book holds what the grid shows. */
const isShown = ({ sheet, row, column, value, formula }: LeftCell, { sheets }: Snapshot): boolean => {
  const found = sheets.find(({ name }) => name === sheet);
  const cell = found && cellAt(found, { row, column });
  if ((formula === undefined) !== ((cell?.formula ?? null) === null)) return false;
  return formula !== undefined || (cell?.value ?? null) === value;
};
