/** Why a file is not read or not written; what people read about it is made elsewhere. */
export type RefusalCode =
  /** The bytes are no ZIP archive, or hold no workbook at all. */
  | 'notZip'
  | 'encrypted'
  | 'oldXls'
  | 'unsupportedZip'
  | 'notWorkbook'
  | 'damaged'
  /** A cell that may not be changed alone. */
  | 'protectedSheet'
  | 'protectedWorkbook'
  | 'arrayFormula'
  | 'sharedFormula'
  | 'mergedCell'
  | 'textTooLong'
  /** A name that something else in the workbook bears already. */
  | 'sheetNameTaken'
  | 'nameTaken'
  | 'tableOverlap';

/** A refusal with the part (path in the package) or the cell (`'Sheet'!C5`) that caused it. */
export type XlsxRefusal = {
  readonly code: RefusalCode;
  readonly part?: string;
  readonly cell?: string;
};

/** Carries a refusal up to the two public functions, which turn it into a result. */
export class RefusedError extends Error {
  readonly refusal: XlsxRefusal;

  constructor(refusal: XlsxRefusal) {
    super(`${refusal.code} ${refusal.part ?? refusal.cell ?? ''}`);
    this.refusal = refusal;
  }
}

/** The refusal for a part that does not hold what the standard demands. */
export const damaged = (part?: string): RefusedError =>
  new RefusedError(part === undefined ? { code: 'damaged' } : { code: 'damaged', part });
