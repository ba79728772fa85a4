import type { GradeCount } from '../many-outcome';

/** What the program says of many agencies together, in one language. */
export type ManyMessages = {
  /** The way to analyse every agency of a workbook at once. */
  readonly all: string;
  readonly allHint: (agencies: number) => string;
  readonly orOne: string;
  readonly find: string;
  readonly shown: (shown: number, all: number) => string;
  readonly analysed: (agencies: number) => string;
  readonly ofYear: (fiscalYear: number, agencies: number) => string;
  readonly mean: string;
  /** How many agencies the mean is of. */
  readonly meanOf: (scored: number, agencies: number) => string;
  readonly noMean: string;
  readonly grades: string;
  readonly gradeName: (grade: GradeCount) => string;
  readonly ungraded: string;
  readonly agencies: (count: number) => string;
  readonly lowest: string;
  readonly noAgency: string;
  readonly remarked: (agencies: number) => string;
  readonly noRemarks: string;
  /** Where there is no file, it is a part of the workbook itself. */
  readonly thisWorkbook: string;
  readonly unread: (count: number) => string;
  readonly more: (count: number) => string;
  /** A file that says no fiscal year, where none can be given for it. */
  readonly noYear: string;
  readonly files: {
    readonly title: string;
    readonly what: string;
    readonly pick: string;
    readonly nothing: string;
  };
  /** The choice to write beside the rows of a list too. */
  readonly inPlace: string;
  /** Where results cannot stand beside the rows of a list. */
  readonly notBeside: (sheet: string) => string;
  /** An option that asks for one agency, or for what is made for one. */
  readonly notWith: (option: string) => string;
};
