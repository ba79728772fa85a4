import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Messages } from '../../src/app/messages/messages';
import { messagesTh } from '../../src/app/messages/th';
import { mergeFiles } from '../../src/cli/merge-files';
import { withDocuments } from './documents';
import { editedCopy, type CopyEdit } from './mailed-copies';
import { indicatorSheet } from './typed-workbooks';
import { workbookOf } from './workbook-of';

/** Scores of ten indicators, four of them weak. */
export const SCORES = [94.56, 88.13, 90.81, 88.09, 80.53, 96.03, 96.2, 94.74, 70, 100];
export const AGENCY = 'เทศบาลตำบลตัวอย่าง';
/** A workbook with two documents, as it is mailed. */
export const book = (agency = AGENCY, year = 2565): Uint8Array =>
  withDocuments(workbookOf({ คะแนน: indicatorSheet(agency, year, SCORES) }), 'measures', 'calendar');
export const base = book();

/** Typing into a printed column of a row. */
export const typed = (column: number, text: string, row = 0): CopyEdit => ({
  kind: 'type',
  row,
  column,
  text,
});
/** A copy in which the measures were edited. */
export const copyWith = (...edits: readonly CopyEdit[]): Uint8Array =>
  edits.reduce((bytes, edit) => editedCopy(bytes, 'measures', edit), base);

/** The public answer of a merge. */
export type Answer = {
  readonly written: string | null;
  readonly merged: readonly { readonly file: string; readonly ok: boolean; readonly code?: string }[];
  readonly taken: readonly Readonly<Record<string, string>>[];
  readonly added: readonly Readonly<Record<string, string | null>>[];
  readonly conflicts: readonly {
    readonly cell: string;
    readonly values: readonly Readonly<Record<string, string>>[];
  }[];
  readonly findings: readonly { readonly code: string; readonly text: string }[];
};

/** A main workbook and copies in a folder of their own. */
export const files = (main: Uint8Array, copies: Readonly<Record<string, Uint8Array | string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'ita-merge-'));
  writeFileSync(join(folder, 'หลัก.xlsx'), main);
  for (const [name, content] of Object.entries(copies)) writeFileSync(join(folder, name), content);
  return {
    main: join(folder, 'หลัก.xlsx'),
    copies: Object.keys(copies).map((name) => join(folder, name)),
    folder,
  };
};

/** Runs a merge and reads what it wrote. */
export const run = (
  { main, copies }: { readonly main: string; readonly copies: readonly string[] },
  out: string | null = null,
  messages: Messages = messagesTh,
) => {
  const outcome = mergeFiles({ main, copies, out }, messages);
  const answer = outcome.json as Answer;
  const { written } = answer;
  return { ...outcome, answer, bytes: written === null ? base : new Uint8Array(readFileSync(written)) };
};
