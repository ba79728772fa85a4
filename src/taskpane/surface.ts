import type { Language } from '../app/messages/messages';
import type { WorkbookRefusal } from '../app/workbook-port';
import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';

/** How bright the surroundings are, or that the user asks for strong contrast. */
export type Look = 'light' | 'dark' | 'contrast';

/** What lies around the pane, and differs between Excel and a page of its own. */
export type Surface = {
  /** Language at first; the officer can switch. */
  readonly language: Language;
  readonly look: Look;
  /** Opens the sample workbook, and leaves the officer's own alone; null where that cannot be done. */
  readonly openSample: (() => Promise<Result<null, WorkbookRefusal>>) | null;
  /** Reads a workbook that was mailed; null where none can be read, and nothing is merged. */
  readonly openCopy: ((bytes: Uint8Array) => Promise<Result<Snapshot, WorkbookRefusal>>) | null;
};

/** A surface that offers nothing of its own. */
export const PLAIN_SURFACE: Surface = { language: 'th', look: 'light', openSample: null, openCopy: null };
