import { filesByText } from '../../core/measures/merge-copies';
import type { Merge, CopyRefusal, MergeObstacle } from '../merge';

/** What the program says of merging copies, in one language. */
export type MergeMessages = {
  readonly usage: string;
  readonly needsFiles: string;
  readonly outIsInput: string;
  /** Why a file was left out. */
  readonly copyRefusal: (refusal: CopyRefusal) => string;
  readonly isMain: string;
  readonly namedTwice: string;
  readonly noDocuments: (file: string) => string;
  readonly nothingMerged: string;
  /** How much came from a file, in a line; or why nothing did. */
  readonly fromFile: (file: string, cells: number, rows: number) => string;
  readonly leftOut: (file: string, reason: string) => string;
  readonly obstacle: (obstacle: MergeObstacle, nameOf: (file: string) => string) => string;
  readonly conflicts: (count: number) => string;
  readonly conflict: (conflict: Merge['conflicts'][number], nameOf: (file: string) => string) => string;
};

const MOST = 40;

/** A text as far as a line of a terminal has room for it. */
export const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
};

/** The texts of a conflict, each once and shortened, with the files that hold it. */
export const differingTexts = (
  { values }: Merge['conflicts'][number],
  nameOf: (file: string) => string,
): readonly { readonly text: string; readonly files: string }[] =>
  filesByText(values).map(({ text, files }) => ({
    text: shortened(text),
    files: files.map(nameOf).join(', '),
  }));
