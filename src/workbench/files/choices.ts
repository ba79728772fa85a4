import { parseRange, parseSheetRange, rangeContains, type CellRef } from '../../core/cell-address';
import { cellAt, isCellError, type Snapshot } from '../../core/snapshot';
import type { PickList } from '../../xlsx/looks/cell-extras';

/** More would be no list to pick from. */
const MAX_CHOICES = 500;

/** Values that a cell takes by its list; none where it has no list, or one that is worked out by a formula. */
export const choicesFor = (
  lists: readonly PickList[],
  snapshot: Snapshot,
  cell: CellRef,
): readonly string[] => {
  const source = lists.find(({ ranges }) => ranges.some((range) => rangeContains(range, cell)))?.source;
  if (source === undefined) return [];
  return source.kind === 'values' ? source.values : valuesAt(source.formula, snapshot, cell.sheet);
};

const valuesAt = (formula: string, snapshot: Snapshot, sheet: string): readonly string[] => {
  const named = snapshot.names.find(
    ({ name, scope }) => name.toLowerCase() === formula.toLowerCase() && (scope === null || scope === sheet),
  );
  const reference = (named?.refersTo ?? formula).replace(/^=/, '');
  const place = parseSheetRange(reference);
  const own = parseRange(reference.replaceAll('$', ''));
  const range = place?.range ?? own;
  const cells = snapshot.sheets.find(({ name }) => name === (place?.sheet ?? sheet));
  if (range === undefined || cells === undefined) return [];
  const values = new Set<string>();
  for (let row = range.top; row <= range.bottom && values.size < MAX_CHOICES; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const value = cellAt(cells, { row, column })?.value ?? null;
      if (value !== null && value !== '' && !isCellError(value)) values.add(String(value));
    }
  }
  return [...values];
};
