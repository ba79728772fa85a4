import { absoluteRangeA1, quotedSheet, union, type CellRange } from '../cell-address';
import { untouchedSheet, type PlannedName, type SheetPlan } from '../change-plan';
import type { Snapshot } from '../snapshot';
import { placeOfName } from '../our-names';

/** Name for a sheet of ours: the one it has, else its title, else the title with a counter where an officer's sheet has it. */
export const sheetNameFor = (
  snapshot: Snapshot,
  anchor: string,
  title: string,
  withCounter: (title: string, counter: number) => string,
): { readonly name: string; readonly exists: boolean } => {
  const place = placeOfName(snapshot, anchor);
  return place === undefined
    ? { name: freeSheetName(snapshot, title, withCounter), exists: false }
    : { name: place.sheet, exists: true };
};

/** A title as the name of a new sheet, with a counter where another sheet has it. */
export const freeSheetName = (
  snapshot: Snapshot,
  title: string,
  withCounter: (title: string, counter: number) => string,
): string => {
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  let name = title;
  for (let counter = 2; taken.has(name.toLowerCase()); counter += 1) name = withCounter(title, counter);
  return name;
};

/**
 * A sheet that is wholly ours and made anew on every run, with nothing on it yet, and the name of its cells. What an
 * earlier run wrote beyond the area is ours too.
 */
export const ownSheet = (
  snapshot: Snapshot,
  anchor: string,
  title: string,
  area: CellRange,
  withCounter: (title: string, counter: number) => string,
): { readonly sheet: SheetPlan; readonly name: PlannedName } => {
  const before = placeOfName(snapshot, anchor)?.range;
  const { name, exists } = sheetNameFor(snapshot, anchor, title, withCounter);
  const owned = before === undefined ? area : union(before, area);
  return {
    sheet: { ...untouchedSheet(name), exists, owned },
    name: { name: anchor, refersTo: `${quotedSheet(name)}!${absoluteRangeA1(area)}` },
  };
};
