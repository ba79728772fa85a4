/** Every word of the pane that does not wait for a result, in one language. */
export type PaneTexts = {
  readonly title: string;
  readonly language: 'th' | 'en';
  readonly otherLanguage: string;
  readonly menu: string;
  readonly help: string;
  readonly start: {
    readonly what: string;
    readonly safe: string;
    readonly button: string;
    readonly sample: string;
  };
  readonly working: Readonly<
    Record<'reading' | 'assessing' | 'collecting' | 'writing' | 'merging' | 'undoing', string>
  >;
  /** How many of the picked files have been read. */
  readonly filesRead: (done: number, total: number) => string;
  readonly cancel: string;
  readonly sampleFailed: string;
  readonly notConnected: string;
  /** A part of the pane did not come through the line. */
  readonly notLoaded: string;
  readonly reload: string;
};
