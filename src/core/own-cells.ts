import { quotedSheet, rangeContains, type CellPosition } from './cell-address';
import { namesOfMany, OUR_NAMES, ourSheets, placeOfName, type NamedPlace } from './our-names';
import { cellAt, type SheetSnapshot, type Snapshot } from './snapshot';

const BESIDE_NAME = new RegExp(`^${OUR_NAMES.beside}_\\d+$`);

/** Name of the area that we wrote beside the n-th table, counted from 1. */
export const besideName = (number: number): string => `${OUR_NAMES.beside}_${number}`;

/** Areas beside the officer's tables into which an earlier run wrote. */
export const besideAreas = (snapshot: Snapshot): readonly NamedPlace[] =>
  snapshot.names.flatMap(({ name, scope }) =>
    scope === null && BESIDE_NAME.test(name) ? (placeOfName(snapshot, name) ?? []) : [],
  );

/**
 * Tells the cells that we wrote on officers' sheets: within an area of ours, formulas over a sheet of results (or over
 * what is left of it) and the heading above them. What an officer typed there since is the officer's.
 */
export const besideCells = (
  snapshot: Snapshot,
): ((sheet: SheetSnapshot, position: CellPosition) => boolean) => {
  const areas = besideAreas(snapshot);
  const results = [OUR_NAMES.analysis, ...namesOfMany(snapshot)].flatMap(
    (name) => placeOfName(snapshot, name)?.sheet ?? [],
  );
  // Excel drops quotes that a name does not need.
  const sources = ['#REF!', ...results.flatMap((sheet) => [`${quotedSheet(sheet)}!`, `${sheet}!`])];
  const isResult = (sheet: SheetSnapshot, position: CellPosition): boolean => {
    const formula = cellAt(sheet, position)?.formula ?? '';
    return sources.some((source) => formula.includes(source));
  };
  return (sheet, position) =>
    areas.some(({ sheet: name, range }) => {
      if (name !== sheet.name || !rangeContains(range, position)) return false;
      if (position.row > range.top) return isResult(sheet, position);
      const below = Array.from({ length: range.bottom - range.top }, (_, index) => range.top + index + 1);
      return below.some((row) => isResult(sheet, { row, column: position.column }));
    });
};

/** The sheets on which officers work, without what we wrote there: our own results are never a source of scores. */
export const officerSheets = (snapshot: Snapshot): readonly SheetSnapshot[] => {
  const ours = ourSheets(snapshot);
  const written = new Set(besideAreas(snapshot).map(({ sheet }) => sheet));
  const isOurs = besideCells(snapshot);
  return snapshot.sheets
    .filter(({ name }) => !ours.has(name))
    .map((sheet) =>
      written.has(sheet.name)
        ? {
            ...sheet,
            rows: sheet.rows.map((cells, row) =>
              cells?.map((cell, column) => (isOurs(sheet, { row, column }) ? undefined : cell)),
            ),
          }
        : sheet,
    );
};
