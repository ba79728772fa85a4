import type { InstrumentId } from '../rule-set';
import { itemId, type ItemCodeReading } from '../text/item-codes';

const STEP_COST = 3;

const stepCost = (before: ItemCodeReading, after: ItemCodeReading): number => {
  if (before.instrument !== after.instrument) return 0;
  if (after.number === before.number + 1) return 0;
  // Tables skip items now and then, but hardly ever go back or repeat one.
  return after.number > before.number ? 1 : STEP_COST;
};

type Path = { readonly cost: number; readonly readings: readonly ItemCodeReading[] };

/**
 * Settles the codes of one table's rows together: of all ways to read them the one whose numbers follow one another
 * best, so that `๑๐ ๑๑ ๑๒` under IIT are i10, i11 and i12. A row whose readings all name items that the year does not
 * have keeps its likeliest one.
 */
export const resolveCodes = (
  rows: readonly (readonly ItemCodeReading[])[],
  exists: (id: string) => boolean,
): readonly { readonly instrument: InstrumentId; readonly id: string }[] => {
  const known = rows.map((readings) => {
    const existing = readings.filter(({ instrument, number }) => exists(itemId(instrument, number)));
    return existing.length > 0 ? existing : readings;
  });
  const asOne = known.map((readings) => readings.filter(({ letter }) => letter === 'asOne'));
  // Who types a one for the letter once does so throughout: `11 12 … 110` are i1, i2 and i10.
  const isThroughout =
    asOne.every((readings) => readings.length > 0) &&
    known.some((readings) => readings.every(({ letter }) => letter === 'asOne'));
  let paths: readonly Path[] = [{ cost: 0, readings: [] }];
  for (const candidates of isThroughout ? asOne : known) {
    paths = candidates.map((reading) => {
      const extended = paths.map(({ cost, readings: past }) => {
        const last = past.at(-1);
        return {
          cost: cost + reading.cost + (last === undefined ? 0 : stepCost(last, reading)),
          readings: [...past, reading],
        };
      });
      return extended.reduce((best, path) => (path.cost < best.cost ? path : best));
    });
  }
  const best = paths.reduce((least, path) => (path.cost < least.cost ? path : least));
  return best.readings.map(({ instrument, number }) => ({ instrument, id: itemId(instrument, number) }));
};
