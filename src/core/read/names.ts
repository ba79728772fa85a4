import { editDistance } from '../text/distance';
import { compact } from './vocabulary';

/** How a name was recognised: as the rules write it, or by likeness. */
export type NameMatch<Id> = { readonly id: Id; readonly isExact: boolean };

/** Names by which one thing may be printed. */
export type Named<Id> = { readonly id: Id; readonly names: readonly string[] };

const LONGEST_NAME = 80;
const SHORTEST_CUT = 6;
const SHORTEST_ALIKE = 6;

/** Typing slips that a name of this length may have: one in every seven letters, and no more than three. */
const slipsIn = (name: string): number => Math.min(3, Math.floor(name.length / 7));

const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)?/g, ' ');

/** A name as it is compared, with its first and last letters. */
export type Candidate<Id> = {
  readonly id: Id;
  readonly name: string;
  readonly head: string;
  readonly tail: string;
};

const LETTERS_OF_END = 3;

/** The known names as they are compared, made once for all the labels of a workbook. */
export const candidatesOf = <Id>(named: readonly Named<Id>[]): readonly Candidate<Id>[] =>
  named.flatMap(({ id, names }) =>
    names.map(compact).map((name) => {
      const [head, tail] = [name.slice(0, LETTERS_OF_END), name.slice(-LETTERS_OF_END)];
      return { id, name, head, tail };
    }),
  );

const onlyId = <Id>(candidates: readonly Candidate<Id>[]): Id | undefined => {
  const [id, ...others] = new Set(candidates.map((candidate) => candidate.id));
  return others.length === 0 ? id : undefined;
};

/** A name that breaks off: after an ellipsis anywhere, else where most of it is there. */
const cutName = <Id>(text: string, label: string, candidates: readonly Candidate<Id>[]): Id | undefined => {
  const isMarked = /(…|\.{2,})\s*$/.test(text);
  if (label.length < SHORTEST_CUT) return undefined;
  return onlyId(
    candidates.filter(
      ({ name }) =>
        name.startsWith(label) &&
        name.length > label.length &&
        (isMarked || label.length * 3 >= name.length * 2),
    ),
  );
};

const nearest = <Id>(label: string, candidates: readonly Candidate<Id>[]): Id | undefined => {
  if (label.length < SHORTEST_ALIKE) return undefined;
  const near = candidates.flatMap(({ id, name, head, tail }) => {
    const limit = slipsIn(name);
    // Slips at both ends at once are not looked for: most labels are no name at all.
    if (!label.startsWith(head) && !label.endsWith(tail)) return [];
    const distance = editDistance(label, name, limit);
    return distance <= limit ? [{ id, distance }] : [];
  });
  const least = Math.min(...near.map(({ distance }) => distance));
  const [id, ...others] = new Set(near.filter(({ distance }) => distance === least).map((best) => best.id));
  return others.length === 0 ? id : undefined;
};

/**
 * Which of several known names a printed one is: blanks, punctuation, digits' script and notes in brackets do not
 * count; a name that is cut off or has a few typing slips is recognised where only one can be meant.
 */
export const matchName = <Id>(text: string, candidates: readonly Candidate<Id>[]): NameMatch<Id> | null => {
  if (text.length > LONGEST_NAME) return null;
  const texts = text.includes('(') ? [text, withoutBrackets(text)] : [text];
  const labels = texts.map(compact).filter((label) => label !== '');
  for (const label of labels) {
    const exact = candidates.find(({ name }) => name === label);
    if (exact !== undefined) return { id: exact.id, isExact: true };
  }
  for (const label of labels) {
    const id = cutName(text, label, candidates) ?? nearest(label, candidates);
    if (id !== undefined) return { id, isExact: false };
  }
  return null;
};

const SHORTEST_PIECE = 5;

/**
 * Which of the names that are still open a text must mean: a piece of it from either end that no other name has, or as
 * many as a quarter of its letters mistyped. For a table whose other names are known; null where two could be meant.
 */
export const guessName = <Id>(
  text: string,
  candidates: readonly Candidate<Id>[],
  isOpen: (id: Id) => boolean,
): Id | null => {
  const label = compact(withoutBrackets(text));
  if (label.length < SHORTEST_PIECE || label.length > LONGEST_NAME) return null;
  const pieces = candidates.filter(({ name }) => name.startsWith(label) || name.endsWith(label));
  if (pieces.length > 0) {
    const id = onlyId(pieces);
    return id !== undefined && isOpen(id) ? id : null;
  }
  const alike = candidates.filter(({ id, name }) => {
    const limit = Math.floor(name.length / 4);
    return isOpen(id) && editDistance(label, name, limit) <= limit;
  });
  return onlyId(alike) ?? null;
};
