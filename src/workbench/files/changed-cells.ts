import { cellName } from '../../core/cell-address';
import type { ChangePlan } from '../../core/change-plan';
import { isCellError, type CellValue, type SheetSnapshot, type Snapshot } from '../../core/snapshot';

/** More names would not be read. */
const MAX_NAMED = 5;

/**
 * Names of cells that differ between what a plan was made from and what the workbook holds now, on every sheet from which
 * the plan was made or to which it writes: it might rest on them, or take away what somebody wrote there.
 */
export const changedCells = (plan: ChangePlan, basis: Snapshot, now: Snapshot): readonly string[] => {
  if (basis === now) return [];
  const concerned = new Set([
    ...plan.sources.map(({ sheet }) => sheet),
    ...plan.sheets.map(({ name }) => name),
  ]);
  const changed: string[] = [];
  for (const name of concerned) {
    const before = sheetNamed(basis, name);
    const after = sheetNamed(now, name);
    if (before === after) continue;
    for (let row = 0; row < Math.max(before?.rows.length ?? 0, after?.rows.length ?? 0); row++) {
      const width = Math.max(before?.rows[row]?.length ?? 0, after?.rows[row]?.length ?? 0);
      for (let column = 0; column < width; column++) {
        if (isSame(before, after, row, column)) continue;
        changed.push(cellName({ sheet: name, row, column }));
        if (changed.length === MAX_NAMED) return changed;
      }
    }
  }
  return changed;
};

const sheetNamed = ({ sheets }: Snapshot, name: string): SheetSnapshot | undefined =>
  sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

const isSame = (
  before: SheetSnapshot | undefined,
  after: SheetSnapshot | undefined,
  row: number,
  column: number,
): boolean => {
  const old = before?.rows[row]?.[column];
  const next = after?.rows[row]?.[column];
  return (
    plain(old?.value ?? null) === plain(next?.value ?? null) &&
    (old?.formula ?? null) === (next?.formula ?? null)
  );
};

const plain = (value: CellValue): string | number | boolean | null =>
  isCellError(value) ? `#${value.error}` : value;
