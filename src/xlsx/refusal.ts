import { quotedSheet } from '../core/cell-address';
import type { WorkbookRefusal } from '../app/workbook-port';
import { err, ok, type Result } from '../core/result';

/** Carries a refusal up to the two public functions, which turn it into a result. */
export class RefusedError extends Error {
  readonly refusal: WorkbookRefusal;

  constructor(refusal: WorkbookRefusal) {
    super(`${refusal.code} ${refusal.part ?? refusal.cell ?? ''}`);
    const { part, sheet, cell } = refusal;
    this.refusal = {
      ...refusal,
      ...(part === undefined ? {} : { part: printable(part) }),
      ...(sheet === undefined ? {} : { sheet: printable(sheet) }),
      ...(cell === undefined ? {} : { cell: printable(cell) }),
    };
  }
}

/** The refusal for a part that does not hold what the standard demands. */
export const damaged = (part?: string): RefusedError => refuse('damaged', part);

/** The refusal for what no spreadsheet program writes and only an attack needs. */
export const unsafe = (part?: string): RefusedError => refuse('unsafe', part);

/** The refusal for a file that takes more memory than any workbook needs. */
export const tooLarge = (part?: string): RefusedError => refuse('tooLarge', part);

/** The refusal for a sheet with rows, columns or texts beyond what Excel can hold. */
export const sheetTooLarge = (part: string): RefusedError => refuse('sheetTooLarge', part);

/** The same refusal with the sheet on which it arose and the place there: a cell (`B7`), a row (`7:7`) or ''. */
export const atPlace = ({ refusal }: RefusedError, sheet: string, place: string): RefusedError =>
  new RefusedError({
    ...refusal,
    sheet,
    ...(place === '' ? {} : { cell: `${quotedSheet(sheet)}!${place}` }),
  });

/** What something gives, or the refusal that it threw. */
export const refusable = <Value>(run: () => Value): Result<Value, WorkbookRefusal> => {
  try {
    return ok(run());
  } catch (error) {
    if (error instanceof RefusedError) return err(error.refusal);
    throw error;
  }
};

/** What something gives, or another value where it is refused: for what is only looked at and may be broken. */
export const orElse = <Value>(fallback: Value, run: () => Value): Value => {
  try {
    return run();
  } catch (error) {
    if (error instanceof RefusedError) return fallback;
    throw error;
  }
};

const MAX_NAME = 100;

const refuse = (code: WorkbookRefusal['code'], part: string | undefined): RefusedError =>
  new RefusedError(part === undefined ? { code } : { code, part });

/** Names come from the file and are shown to people: nothing in them may steer their terminal. */
const printable = (name: string): string => {
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?');
  return shown.length <= MAX_NAME ? shown : `${shown.slice(0, MAX_NAME - 1)}…`;
};
