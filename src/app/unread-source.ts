import type { ReadingRefusal } from '../core/read/reading-request';
import type { Collected } from './collect';
import type { CollectMessages } from './messages/collect-messages';
import type { Messages } from './messages/messages';
import type { WorkbookRefusal } from './workbook-port';

/** Why a file, or a part of a workbook, gives no agency. */
export type UnreadCause =
  | { readonly kind: 'refused'; readonly refusal: WorkbookRefusal }
  | { readonly kind: 'reading'; readonly refusal: ReadingRefusal }
  /** A fault of the program that the file brought about. */
  | { readonly kind: 'fault'; readonly detail: string }
  | {
      readonly kind: Exclude<keyof CollectMessages['unread'], 'fault' | 'severalTables' | 'severalAgencies'>;
    };

/** Something that gave no agency; `file` is null for a part of the workbook that is worked on. */
export type UnreadSource = { readonly file: string | null; readonly cause: UnreadCause };

/** What of a workbook that was read gave nothing. */
export const causesIn = ({ tables, refusals }: Collected): readonly UnreadCause[] => {
  if (refusals.length > 0) return refusals.map((refusal) => ({ kind: 'reading', refusal }));
  return tables.every(({ rows }) => rows.length === 0) ? [{ kind: 'nothing' }] : [];
};

/** Code of a cause, for programs. */
export const unreadCode = (cause: UnreadCause): string =>
  cause.kind === 'refused' || cause.kind === 'reading' ? cause.refusal.code : cause.kind;

/** Cell or range that is in the way; null where the whole file is. */
export const unreadCell = (cause: UnreadCause): string | null => {
  if (cause.kind === 'refused') return cause.refusal.cell ?? null;
  if (cause.kind !== 'reading') return null;
  const { params } = cause.refusal;
  return params['cell'] ?? params['blank'] ?? null;
};

/** Why a file gives nothing, and what to do, in a sentence. */
export const unreadText = (cause: UnreadCause, messages: Messages): string => {
  const { unread } = messages.collect;
  switch (cause.kind) {
    case 'refused':
      return messages.workbookRefusal(cause.refusal);
    case 'reading': {
      const { code, params, candidates } = cause.refusal;
      // There is no choice among the tables and agencies of one of many files.
      if (code === 'severalTables') return unread.severalTables(params['year'] ?? '', candidates.join(', '));
      if (code === 'severalAgencies') return unread.severalAgencies(candidates.join(', '));
      return messages.readingRefusal(cause.refusal);
    }
    case 'fault':
      return unread.fault(cause.detail);
    case 'nothing':
    case 'notFound':
    case 'notReadable':
    case 'tooSlow':
    case 'outOfMemory':
    case 'died':
      return unread[cause.kind];
  }
};

/** The same where nobody can name a year for a file. */
export const unreadHere = (cause: UnreadCause, messages: Messages): string =>
  cause.kind === 'reading' && cause.refusal.code === 'yearUnknown'
    ? messages.many.noYear
    : unreadText(cause, messages);
