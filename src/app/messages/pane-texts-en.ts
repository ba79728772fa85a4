import type { PaneTexts } from './pane-texts';

/** The pane in English, as far as it does not wait for a result. */
export const paneTextsEn: PaneTexts = {
  title: 'ITA for Excel',
  language: 'en',
  otherLanguage: 'ไทย',
  menu: 'Language and help',
  help: 'Help',
  start: {
    what: 'Reads the ITA scores in this workbook, tells the grade and what to improve first, and writes the result and the measures table on new sheets.',
    safe: 'Your cells are not changed, and nothing leaves this computer.',
    button: 'Analyse this workbook',
    sample: 'Try a sample',
  },
  working: {
    reading: 'Reading the workbook',
    assessing: 'Working out the scores',
    collecting: 'Reading the agencies’ files',
    writing: 'Writing into the workbook',
    merging: 'Merging the files into this workbook',
    undoing: 'Undoing',
  },
  filesRead: (done, total) => `${done} of ${total} files read`,
  cancel: 'Cancel',
  sampleFailed: 'The sample workbook could not be opened. Try again; this workbook is unchanged.',
  notLoaded:
    'Part of the pane could not be loaded. Check the connection and reload the pane; the workbook is unchanged.',
  notConnected: 'Excel does not answer yet; it may still be opening the workbook.',
  reload: 'Reload the pane',
};
