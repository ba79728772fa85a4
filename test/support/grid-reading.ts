import { cellName } from '../../src/core/cell-address';
import { subjectKey, type AgencyReading } from '../../src/core/read/reading';
import { readWorkbook } from '../../src/core/read/read-workbook';
import type { ReadingOptions, ReadingRefusal } from '../../src/core/read/reading-request';
import type { Result } from '../../src/core/result';
import type { SheetSnapshot, Snapshot, SnapshotCell } from '../../src/core/snapshot';
import { ruleSets } from '../../src/rules/rule-sets';
import type { CellRange } from '../../src/core/cell-address';

export type GridValue = string | number | boolean | null | SnapshotCell;

/** A sheet from rows of plain values; whole cells may be given where a formula or a format matters. */
export const gridSheet = (
  name: string,
  rows: readonly (readonly GridValue[])[],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot => ({
  name,
  visibility: 'visible',
  rows: rows.map((row) =>
    row.map((value) =>
      value === null
        ? undefined
        : typeof value === 'object'
          ? value
          : { value, formula: null, format: 'General' },
    ),
  ),
  merges: [],
  hiddenRows: new Set(),
  tables: [],
  isProtected: false,
  isFiltered: false,
  ...more,
});

export const gridBook = (...sheets: readonly SheetSnapshot[]): Snapshot => ({ sheets, names: [] });

/** A merged area by its corners, both counted from 0. */
export const merged = (top: number, left: number, bottom: number, right: number): CellRange => ({
  top,
  left,
  bottom,
  right,
});

export const readGrid = (
  snapshot: Snapshot,
  options: ReadingOptions = {},
): Result<readonly AgencyReading[], ReadingRefusal> => {
  const read = readWorkbook(snapshot, ruleSets, options);
  return read.ok ? { ok: true, value: read.value.readings } : read;
};

/** The one reading that a workbook must give. */
export const onlyReading = (snapshot: Snapshot, options: ReadingOptions = {}): AgencyReading => {
  const read = readGrid(snapshot, options);
  const [first] = read.ok ? read.value : [];
  if (!read.ok || first === undefined || read.value.length !== 1)
    throw new Error(read.ok ? `${read.value.length} readings` : read.error.code);
  return first;
};

/** Scored figures as `subject figure value cell`, for comparing. */
export const figuresOf = ({ figures }: AgencyReading): readonly string[] =>
  figures
    .filter(({ status }) => status === 'scored')
    .map(
      ({ subject, figure, value, cell }) =>
        `${subjectKey(subject)}${figure === 'score' ? '' : ` ${figure}`} ${value ?? ''} ${cellName(cell)}`,
    );
