import { areaOfAddress } from '../book/area';
import type { Book } from '../book/book';
import { tokensOf } from '../book/formula-text';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';

export const isSameName = (a: unknown, b: unknown): boolean =>
  String(a).toLowerCase() === String(b).toLowerCase();

const NAME = /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\]{0,254}$/u;
const SHEET_NAME = /^(?!')[^:\\/?*[\]]{1,31}(?<!')$/;

/** Refuses a name of a table or a cell that Excel does not take, or that something else has. */
export const checkName = (book: Book, name: string, scope: string | null, location: string): void => {
  if (!NAME.test(name) || areaOfAddress(name) !== undefined || /^[rc]$/i.test(name))
    throw hostErrors.argument(location);
  const isTaken =
    book.names.some((other) => other.scope === scope && isSameName(other.name, name)) ||
    book.tables().some(({ table }) => isSameName(table.name, name));
  if (isTaken) throw hostErrors.exists(location);
};

/** Refuses a formula of a rule that uses a name which the workbook has not; the names of a sheet are its own. */
export const checkNamesUsed = (book: Book, sheet: BookSheet, formula: unknown, location: string): void => {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return;
  const isKnown = (name: string): boolean =>
    /^(?:TRUE|FALSE)$/i.test(name) ||
    book.names.some((entry) => [null, sheet.id].includes(entry.scope) && isSameName(entry.name, name)) ||
    book.tables().some(({ table }) => isSameName(table.name, name));
  const used = tokensOf(formula).filter(({ kind }) => kind === 'name');
  if (!used.every(({ text }) => isKnown(text))) throw hostErrors.argument(location);
};

/** Refuses a name of a sheet that Excel does not take, or that another sheet has. */
export const checkSheetName = (book: Book, name: string, self: BookSheet | null, location: string): void => {
  if (!SHEET_NAME.test(name) || isSameName(name, 'History')) throw hostErrors.argument(location);
  if (book.sheets.some((other) => other !== self && isSameName(other.name, name)))
    throw hostErrors.exists(location);
};
