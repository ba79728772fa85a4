import { untouchedSheet, type PlannedCell, type SheetPlan } from '../../change-plan';
import { KEY, type FoundTable } from '../../measures/keyed-table';
import type { MergedCopies } from '../../measures/merge-copies';
import { linesOf, rowHeightOf } from '../sheet-parts';
import { obstacleTo, type DocumentObstacle, type TableDocument } from './table-document';

/** What keeps a merge from writing into a table: what also keeps it from growing, and a filter in any case. */
export const obstacleToMerge = (
  found: FoundTable,
  { taken, added }: Pick<MergedCopies, 'taken' | 'added'>,
): DocumentObstacle | null =>
  obstacleTo(found, found.sheet.isFiltered ? taken.length + added.length : added.length);

const SCORE = /^\d{1,3}(?:\.\d+)?$/;

/** Plans what a merge writes into a table that is there: the cells that were taken over, and the rows below it. */
export const planMergedTable = (
  document: TableDocument,
  found: FoundTable,
  { taken, added }: Pick<MergedCopies, 'taken' | 'added'>,
): SheetPlan => {
  const { sheet, range, columns, headings } = found;
  const newCells = added.flatMap(({ row, key, texts }) =>
    document.columns.flatMap(({ role, style, isLive }): readonly PlannedCell[] => {
      const column = columns.get(role);
      const text = (role === KEY ? key : texts.get(role)) ?? '';
      const value = isLive && SCORE.test(text) ? Number(text) : text === '' ? null : text;
      return column === undefined ? [] : [{ row, column, value, style }];
    }),
  );
  // Without a style a cell keeps the looks that an officer gave it.
  const changed = taken.map(({ cell: { row, column }, text }): PlannedCell => ({ row, column, value: text }));
  const heightFor = (texts: ReadonlyMap<string, string>): number =>
    rowHeightOf(
      Math.max(...document.columns.map(({ role, width }) => linesOf(texts.get(role) ?? '', width))),
    );
  const changedRows = found.rows.flatMap(({ row, texts }) => {
    const own = taken.filter(({ cell }) => cell.row === row);
    const after = new Map([...texts, ...own.map(({ role, text }) => [role, text] as const)]);
    return own.length === 0 ? [] : [[row, heightFor(after)] as const];
  });
  return {
    ...untouchedSheet(sheet.name),
    cells: [...changed, ...newCells],
    rowHeights: new Map([...changedRows, ...added.map(({ row, texts }) => [row, heightFor(texts)] as const)]),
    tables:
      found.isNative && added.length > 0
        ? [
            {
              name: document.table,
              range: { ...range, bottom: range.bottom + added.length },
              columns: headings,
              style: 'TableStyleLight1',
              hasFilter: true,
            },
          ]
        : [],
  };
};
