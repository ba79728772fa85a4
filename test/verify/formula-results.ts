import { a1 } from '../../src/core/cell-address';
import type { CellValue, Snapshot } from '../../src/core/snapshot';
import { snapshotOf } from '../support/workbook-of';

const TOLERANCE = 1e-9;

type FormulaCell = { readonly place: string; readonly formula: string; readonly value: CellValue };

/** Cells of a workbook that hold a formula, with the result that is cached. */
export const formulaCells = ({ sheets }: Snapshot): readonly FormulaCell[] =>
  sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) =>
        cell?.formula == null
          ? []
          : [{ place: `${sheet.name}!${a1({ row, column })}`, formula: cell.formula, value: cell.value }],
      ),
    ),
  );

const differs = (ours: CellValue, theirs: CellValue): boolean => {
  if (typeof ours === 'number' && typeof theirs === 'number') return Math.abs(ours - theirs) > TOLERANCE;
  // A formula that gives an empty text shows as blank in either program.
  return (ours ?? '') !== (theirs ?? '');
};

/** Formula cells whose cached value is not what LibreOffice computes; the second workbook is the first, recalculated. */
export const disagreements = (bytes: Uint8Array, recalculated: Uint8Array): readonly string[] => {
  const theirs = new Map(formulaCells(snapshotOf(recalculated)).map((cell) => [cell.place, cell.value]));
  return formulaCells(snapshotOf(bytes)).flatMap(({ place, formula, value }) => {
    const other = theirs.get(place) ?? null;
    return differs(value, other)
      ? [`${place} =${formula}: ${JSON.stringify(value)} / ${JSON.stringify(other)}`]
      : [];
  });
};
