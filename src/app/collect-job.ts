import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import type { Collected } from './collect';
import type { TableOfFile } from './collection';
import { causesIn, type UnreadCause, type UnreadSource } from './unread-source';
import type { WorkbookRefusal } from './workbook-port';

/** A file that was picked, to be opened when its turn comes. */
export type PickedFile = {
  readonly file: string;
  readonly open: () => Promise<Result<Snapshot, WorkbookRefusal>>;
};

/** What many files gave together. */
export type Gathered = { readonly tables: readonly TableOfFile[]; readonly unread: readonly UnreadSource[] };

const answerOf = async (
  { open }: PickedFile,
  collect: (snapshot: Snapshot) => Promise<Collected>,
): Promise<Collected | UnreadCause> => {
  let opened: Awaited<ReturnType<typeof open>>;
  try {
    opened = await open();
  } catch {
    return { kind: 'notReadable' };
  }
  if (!opened.ok) return { kind: 'refused', refusal: opened.error };
  try {
    return await collect(opened.value);
  } catch (error) {
    // A fault over one file must not lose the others; it is named with the file.
    return { kind: 'fault', detail: error instanceof Error ? error.name : String(error) };
  }
};

/**
 * Reads files one after another, so that only one stands in memory; one that cannot be read is named, and the rest goes
 * on. `step` is called before each with how many are done, and can end the work by what it throws.
 */
export const gather = async (
  files: readonly PickedFile[],
  collect: (snapshot: Snapshot, file: string) => Promise<Collected>,
  step: (done: number) => Promise<void>,
): Promise<Gathered> => {
  const tables: TableOfFile[] = [];
  const unread: UnreadSource[] = [];
  for (const [done, picked] of files.entries()) {
    const { file } = picked;
    await step(done);
    const answer = await answerOf(picked, (snapshot) => collect(snapshot, file));
    if ('kind' in answer) unread.push({ file, cause: answer });
    else {
      tables.push(...answer.tables.flatMap((table) => (table.rows.length > 0 ? [{ file, table }] : [])));
      unread.push(...causesIn(answer).map((cause) => ({ file, cause })));
    }
  }
  await step(files.length);
  return { tables, unread };
};
