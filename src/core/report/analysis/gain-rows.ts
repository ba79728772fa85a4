import { gainsOf, type GainLine } from '../../assess/gains';
import type { Assessment } from '../../assess/assessment';
import { placeOfName, OUR_NAMES } from '../../our-names';
import { subjectKey } from '../../read/reading';
import { cellAt, type Snapshot } from '../../snapshot';
import { COLUMN } from './layout';

/** Points of the total that are too few to be a line of their own. */
const NOISE = 1e-9;

/** A line of what to fix first; `tried` is the score that a reader typed beside it to see what it would bring. */
export type GainRow = {
  readonly line: GainLine;
  readonly key: string;
  readonly tried: string | number | null;
};

/** What a line is called in its first column, by which a score that was typed beside it finds it again. */
const keyOf = ({ kind, subject }: GainLine): string => `${subjectKey(subject)}${kind === 'rest' ? ' *' : ''}`;

/** Scores that readers typed beside the lines of the sheet as it stands, by the lines' keys. */
const triedScores = (snapshot: Snapshot): ReadonlyMap<string, string | number> => {
  const place = placeOfName(snapshot, OUR_NAMES.whatIf);
  const sheet = snapshot.sheets.find(({ name }) => name === place?.sheet);
  if (place === undefined || sheet === undefined) return new Map();
  const { top, bottom, left } = place.range;
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return new Map(
    rows.flatMap((row): readonly (readonly [string, string | number])[] => {
      const key = cellAt(sheet, { row, column: left })?.value;
      const tried = cellAt(sheet, { row, column: left + COLUMN.third })?.value;
      return typeof key === 'string' && (typeof tried === 'number' || typeof tried === 'string')
        ? [[key, tried]]
        : [];
    }),
  );
};

/** The lines that something can be gained in, the largest first, with what readers typed beside them. */
export const gainRows = (snapshot: Snapshot, assessment: Assessment): readonly GainRow[] => {
  if (assessment.total.score === null) return [];
  const tried = triedScores(snapshot);
  return gainsOf(assessment)
    .filter(({ points }) => Math.abs(points) > NOISE)
    .map((line) => ({ line, key: keyOf(line), tried: tried.get(keyOf(line)) ?? null }));
};
