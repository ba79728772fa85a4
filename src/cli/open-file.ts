import { existsSync, readFileSync } from 'node:fs';
import type { Messages } from '../app/messages/messages';
import { err, type Result } from '../core/result';
import type { XlsxWorkbook } from '../xlsx/open-workbook';
import { openNatively } from './open-natively';

/** Why the command cannot go on, with its sentence. */
export type Refusal = { readonly code: string; readonly text: string };

/** Opens the bytes of a workbook; why that cannot be done comes back as a sentence. */
export const openBytes = (bytes: Uint8Array, messages: Messages): Result<XlsxWorkbook, Refusal> => {
  const opened = openNatively(bytes);
  return opened.ok ? opened : err({ code: opened.error.code, text: messages.workbookRefusal(opened.error) });
};

const readBytes = (file: string): Uint8Array | null => {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return null;
  }
};

/** Opens a workbook file; why that cannot be done comes back as a sentence. */
export const openFile = (file: string, messages: Messages): Result<XlsxWorkbook, Refusal> => {
  if (!existsSync(file)) return err({ code: 'fileNotFound', text: messages.fileNotFound(file) });
  const bytes = readBytes(file);
  return bytes === null
    ? err({ code: 'notReadable', text: messages.notReadable(file) })
    : openBytes(bytes, messages);
};
