/** Help inside the pane, in one language: questions that officers have, each with its answer in sentences. */
export type HelpTexts = {
  readonly title: string;
  readonly close: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
};
