import type { Analysis } from '../app/analyze';
import type { Merge } from '../app/merge';
import type { Messages } from '../app/messages/messages';
import { cellName } from '../core/cell-address';
import type { Refusal } from './open-file';
import { warningJson } from './to-json';

/** A copy that was named, and why nothing was taken from it; null where it was merged. */
export type MergedFile = {
  readonly file: string;
  readonly refusal: Refusal | null;
};

const fileJson = ({ file, refusal }: MergedFile): object =>
  refusal === null ? { file, ok: true } : { file, ok: false, ...refusal };

/** What was in the way of a merge, each with its sentence. */
export const obstaclesJson = (
  obstacles: Merge['obstacles'],
  nameOf: (file: string) => string,
  messages: Messages,
): readonly object[] =>
  obstacles.map((obstacle) =>
    warningJson(obstacle.code, [obstacle.cell], messages.merge.obstacle(obstacle, nameOf)),
  );

/** The command's public answer for copies that were merged. */
export const mergeJson = (
  file: string,
  written: string,
  files: readonly MergedFile[],
  { taken, added, conflicts, obstacles }: Merge,
  { documents }: Analysis,
  nameOf: (file: string) => string,
  messages: Messages,
): object => ({
  schema: 1,
  file,
  written,
  merged: files.map(fileJson),
  taken: taken.map(({ kind, key, role, cell, file: from, text }) => ({
    document: kind,
    key,
    column: role,
    cell: cellName(cell),
    file: from,
    text,
  })),
  added: added.map(({ kind, key, file: from, cell }) => ({
    document: kind,
    key,
    file: from,
    cell: cellName(cell),
  })),
  conflicts: conflicts.map(({ kind, key, role, cell, values }) => ({
    document: kind,
    key,
    column: role,
    cell: cellName(cell),
    values: values.map((value) => ({ file: value.file, text: value.text, cell: cellName(value.cell) })),
  })),
  findings: [
    ...obstaclesJson(obstacles, nameOf, messages),
    ...documents.obstacles.map((obstacle) =>
      warningJson('documentBlocked', [obstacle.cell], messages.documents.obstacle(obstacle)),
    ),
  ],
});

/** The command's public answer where nothing was written: why, and what each of the copies was refused for. */
export const mergeRefusalJson = (
  file: string,
  code: string,
  text: string,
  files: readonly MergedFile[],
  /** What was in the way in the tables. */
  others: readonly object[] = [],
): object => ({
  schema: 1,
  file,
  written: null,
  merged: files.map(fileJson),
  taken: [],
  added: [],
  conflicts: [],
  findings: [warningJson(code, [], text), ...others],
});
