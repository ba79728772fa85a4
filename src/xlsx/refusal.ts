import type { WorkbookRefusal } from '../app/workbook-port';

/** Carries a refusal up to the two public functions, which turn it into a result. */
export class RefusedError extends Error {
  readonly refusal: WorkbookRefusal;

  constructor(refusal: WorkbookRefusal) {
    super(`${refusal.code} ${refusal.part ?? refusal.cell ?? ''}`);
    this.refusal = refusal;
  }
}

/** The refusal for a part that does not hold what the standard demands. */
export const damaged = (part?: string): RefusedError =>
  new RefusedError(part === undefined ? { code: 'damaged' } : { code: 'damaged', part });
