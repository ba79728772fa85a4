/** What a run over many files came to, counted. */
export type CollectedCounts = {
  readonly files: number;
  readonly agencies: number;
  /** Agencies of each fiscal year, the newest first. */
  readonly years: readonly { readonly fiscalYear: number; readonly agencies: number }[];
};

/** What the program says of collecting workbooks, in one language. */
export type CollectMessages = {
  readonly usage: string;
  readonly needsFiles: string;
  readonly outNotXlsx: (file: string) => string;
  /** The output is a file that the command did not write. */
  readonly outIsOther: (file: string) => string;
  readonly noWorkbooks: (folder: string) => string;
  /** Why a file could not be read, where neither the file port nor the reading has said it. */
  readonly unread: Readonly<
    Record<'notFound' | 'notReadable' | 'nothing' | 'tooSlow' | 'outOfMemory' | 'died', string> & {
      readonly fault: (detail: string) => string;
      readonly severalTables: (year: string, ranges: string) => string;
      readonly severalAgencies: (agencies: string) => string;
    }
  >;
  /** How far the reading is. */
  readonly progress: (done: number, total: number, unread: number) => string;
  readonly timeLeft: (seconds: number) => string;
  readonly resumed: (files: number) => string;
  readonly writing: string;
  readonly stopped: (done: number, total: number) => string;
  readonly summary: (counts: CollectedCounts) => string;
  readonly nothingCollected: string;
  readonly unreadHead: (count: number) => string;
  readonly remarksHead: (count: number) => string;
  readonly remarks: (agency: string | null, warnings: number, notes: number) => string;
  readonly copiesHead: (count: number) => string;
  readonly copyOf: (file: string) => string;
  readonly ownOutputs: (count: number) => string;
  readonly otherFiles: (count: number, kinds: string) => string;
  /** More of a list than a terminal has room for. */
  readonly more: (count: number) => string;
};

/** Seconds as a clock shows them: `1:05`. */
export const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
