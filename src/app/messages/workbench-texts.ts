/** The few words of the grid that can show. */
export type GridTexts = {
  readonly fill: Readonly<Record<'copy' | 'series' | 'formatOnly' | 'noFormat', string>>;
};

/** Every word of the page around the pane, in one language. */
export type WorkbenchTexts = {
  readonly title: string;
  /** What the page promises about what is opened in it. */
  readonly promise: string;
  readonly open: string;
  readonly save: string;
  readonly saved: (file: string) => string;
  readonly dropHere: string;
  readonly loading: string;
  readonly opening: (file: string) => string;
  readonly workbooks: string;
  readonly sheets: string;
  readonly close: (file: string) => string;
  readonly unsaved: string;
  readonly notSavedYet: (file: string) => string;
  readonly closeAnyway: string;
  readonly keep: string;
  readonly grid: string;
  readonly gridHelp: string;
  readonly skipGrid: string;
  readonly pane: string;
  readonly cell: string;
  readonly content: string;
  readonly pick: string;
  readonly note: string;
  readonly chart: string;
  readonly notDrawn: string;
  readonly dismiss: string;
  readonly notOpened: (file: string, reason: string) => string;
  readonly notTyped: (cells: string, reason: string) => string;
  readonly tooManyWorkbooks: (count: number) => string;
  readonly found: (files: string) => string;
  readonly restore: string;
  readonly discard: string;
  readonly changedOnDisk: (file: string) => string;
  readonly openAgain: string;
  readonly saveAsOther: string;
  readonly notSaved: (file: string) => string;
  readonly notRemembered: string;
  readonly noGrid: string;
  readonly reload: string;
  readonly gridWords: GridTexts;
};
