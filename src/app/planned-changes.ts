import type { CellRef } from '../core/cell-address';
import { withoutFills, type ChangePlan, type PlannedCell, type SheetPlan } from '../core/change-plan';
import { OUR_NAMES } from '../core/our-names';
import { cellAt, isCellError, type SheetSnapshot, type Snapshot, type SnapshotCell } from '../core/snapshot';
import { roundHalfUp } from '../core/text/numbers';
import { sheetOfName } from './planned-documents';

/** A cell that holds something and will hold something else. */
export type ReplacedCell = { readonly cell: CellRef; readonly before: string; readonly after: string };

/** What a plan does to one sheet. */
export type SheetChanges = {
  readonly sheet: string;
  readonly kind: 'new' | 'ours' | 'officers';
  /** Cells that get a content that they do not have now. */
  readonly written: number;
  readonly replaced: readonly ReplacedCell[];
};

/** Numbers that differ by less show the same. */
const NOISE = 1e-9;
/** As many as tell scores apart that differ by what matters. */
const DECIMALS = 4;

const shown = (value: SnapshotCell['value'] | PlannedCell['value']): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(roundHalfUp(value, DECIMALS));
  return isCellError(value) ? value.error : String(value);
};

const isSame = (before: SnapshotCell | undefined, after: PlannedCell | null): boolean => {
  const [old, now] = [before?.value ?? null, after?.value ?? null];
  if ((before?.formula ?? null) !== (after?.formula ?? null)) return false;
  return typeof old === 'number' && typeof now === 'number'
    ? Math.abs(old - now) < NOISE
    : shown(old) === shown(now);
};

/** Cells of an area of ours in which something stands that is not planned anew. */
const removed = (sheet: SheetSnapshot, { owned, cells, name }: SheetPlan): readonly ReplacedCell[] => {
  if (owned === null) return [];
  const planned = new Set(cells.map(({ row, column }) => `${row}:${column}`));
  const { top, bottom, left, right } = owned;
  return sheet.rows.slice(top, bottom + 1).flatMap((cellsOfRow, offset) =>
    (cellsOfRow ?? []).slice(left, right + 1).flatMap((cell, index): readonly ReplacedCell[] => {
      const place = { row: top + offset, column: left + index };
      const before = shown(cell?.value ?? null);
      return before === '' || planned.has(`${place.row}:${place.column}`)
        ? []
        : [{ cell: { sheet: name, ...place }, before, after: '' }];
    }),
  );
};

const changesOf = (planned: SheetPlan, snapshot: Snapshot, settings: string | undefined): SheetChanges => {
  const plan = withoutFills(planned);
  const { name, exists, frame, owned, cells } = plan;
  const sheet = exists ? snapshot.sheets.find((entry) => entry.name === name) : undefined;
  const changed = cells.filter(
    (cell) => !isSame(sheet === undefined ? undefined : cellAt(sheet, cell), cell),
  );
  const replaced = changed.flatMap((cell): readonly ReplacedCell[] => {
    const before = sheet === undefined ? '' : shown(cellAt(sheet, cell)?.value ?? null);
    return before === ''
      ? []
      : [{ cell: { sheet: name, row: cell.row, column: cell.column }, before, after: shown(cell.value) }];
  });
  const gone = sheet === undefined ? [] : removed(sheet, plan);
  // The settings sheet is ours, although officers work in it.
  const isOurs = frame !== null || owned !== null || name === settings;
  return {
    sheet: name,
    kind: !exists ? 'new' : isOurs ? 'ours' : 'officers',
    written: changed.length + gone.length,
    replaced: [...replaced, ...gone],
  };
};

/** What a plan would change in a workbook, sheet by sheet; sheets that stay as they are are left out. */
export const plannedChanges = (plan: ChangePlan, snapshot: Snapshot): readonly SheetChanges[] => {
  const settings = sheetOfName(plan, OUR_NAMES.settings);
  return plan.sheets
    .map((sheet) => changesOf(sheet, snapshot, settings))
    .filter(({ kind, written }) => kind === 'new' || written > 0);
};
