import type { WorkbookRefusal } from '../app/workbook-port';

/** Carries a refusal up to the two public functions, which turn it into a result. */
export class RefusedError extends Error {
  readonly refusal: WorkbookRefusal;

  constructor(refusal: WorkbookRefusal) {
    super(`${refusal.code} ${refusal.part ?? refusal.cell ?? ''}`);
    this.refusal = refusal.part === undefined ? refusal : { ...refusal, part: printable(refusal.part) };
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

const MAX_PART_NAME = 100;

const refuse = (code: WorkbookRefusal['code'], part: string | undefined): RefusedError =>
  new RefusedError(part === undefined ? { code } : { code, part });

/** A part's name comes from the file and is shown to people: nothing in it may steer their terminal. */
const printable = (part: string): string => {
  const shown = part.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
  return shown.length <= MAX_PART_NAME ? shown : `${shown.slice(0, MAX_PART_NAME - 1)}…`;
};
