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
  if (place !== undefined) return { name: place.sheet, exists: true };
  const taken = new Set(snapshot.sheets.map(({ name }) => name.toLowerCase()));
  let name = title;
  for (let counter = 2; taken.has(name.toLowerCase()); counter += 1) name = withCounter(title, counter);
  return { name, exists: false };
};
