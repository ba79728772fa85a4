import type { Session } from '../../app/session-state';
import type { WorkbookRefusal } from '../../app/workbook-port';
import type { CellRef } from '../../core/cell-address';
import type { Book } from '../files/book';
import type { DiskPlace } from '../files/disk-file';
import type { UnsavedBook } from './unsaved-store';

/** A workbook on the desk. */
export type DeskTab = {
  readonly id: string;
  readonly name: string;
  readonly book: Book;
  readonly session: Session;
  /** Sheet that is open in it. */
  readonly sheet: string;
  readonly isUnsaved: boolean;
  /** The file that was opened, and the one to which it was saved. */
  readonly opened: DiskPlace | null;
  readonly saved: DiskPlace | null;
};

/** Something that the page has to say; of each kind and file only the last is kept. */
export type Notice = { readonly id: string } & (
  | { readonly kind: 'notOpened'; readonly file: string; readonly refusal: WorkbookRefusal }
  | { readonly kind: 'notTyped'; readonly cells: readonly CellRef[]; readonly refusal: WorkbookRefusal }
  | { readonly kind: 'found'; readonly books: readonly UnsavedBook[] }
  | { readonly kind: 'changedOnDisk' | 'closing' | 'notSaved'; readonly tab: string; readonly file: string }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'full' | 'notRemembered' }
);

/** What lies on the desk. */
export type DeskState = {
  readonly tabs: readonly DeskTab[];
  readonly active: string | null;
  readonly notices: readonly Notice[];
  /** File that is being opened. */
  readonly opening: string | null;
  /** Cell that is selected in the grid. */
  readonly cell: CellRef | null;
};

export const EMPTY_DESK: DeskState = { tabs: [], active: null, notices: [], opening: null, cell: null };

/** A notice without the name under which it is kept. */
export type NewNotice = Notice extends infer Each ? (Each extends Notice ? Omit<Each, 'id'> : never) : never;

/** The notices with one more, in place of an earlier one of its kind and file. */
export const withNotice = (notices: readonly Notice[], notice: NewNotice): readonly Notice[] => {
  const about = 'tab' in notice ? notice.tab : 'file' in notice ? notice.file : '';
  const id = `${notice.kind} ${about}`;
  return [...notices.filter((other) => other.id !== id), { ...notice, id }];
};
