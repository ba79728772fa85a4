import { absoluteRangeA1, quotedSheet } from '../../../core/cell-address';
import type { SheetRange } from '../../../core/change-plan';
import { cellAt, isCellError, type SheetSnapshot } from '../../../core/snapshot';
import type { Draft } from '../../package/part-store';
import { cellContext, readStyleFormats } from '../../read/read-snapshot';
import { readSheet } from '../../read/read-sheet';
import { sheetIndex, type WorkbookModel } from '../../workbook/read-workbook';

/** What a row or column of cells shows in a chart; null where a cell holds nothing that can be drawn. */
export type ChartPoints = {
  readonly reference: string;
  readonly values: readonly (string | number | null)[];
  /** Number format of the first cell. */
  readonly format: string;
};

export type PointReader = (place: SheetRange) => ChartPoints;

/** Reads points from the cells as they stand in the draft; each sheet is read once. */
export const makePointReader = (draft: Draft, model: WorkbookModel): PointReader => {
  const context = { ...cellContext(draft, model), formats: readStyleFormats(draft, model) };
  const known = new Map<number, SheetSnapshot>();
  const sheetAt = (name: string): SheetSnapshot => {
    const index = sheetIndex(model, name);
    const sheet = model.sheets[index];
    if (sheet === undefined || sheet.part === null) throw new Error(`No cells for a chart: ${name}`);
    const snapshot = known.get(index) ?? readSheet(draft, { ...sheet, part: sheet.part }, context);
    known.set(index, snapshot);
    return snapshot;
  };
  return ({ sheet: name, range }) => {
    const sheet = sheetAt(name);
    const cells = Array.from({ length: range.bottom - range.top + 1 }, (_, row) =>
      Array.from({ length: range.right - range.left + 1 }, (__, column) =>
        cellAt(sheet, { row: range.top + row, column: range.left + column }),
      ),
    ).flat();
    return {
      reference: `${quotedSheet(sheet.name)}!${absoluteRangeA1(range)}`,
      values: cells.map((cell) => pointOf(cell?.value ?? null)),
      format: cells.find((cell) => cell !== undefined)?.format ?? 'General',
    };
  };
};

const pointOf = (value: NonNullable<ReturnType<typeof cellAt>>['value']): string | number | null => {
  if (isCellError(value) || value === '') return null;
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
};
