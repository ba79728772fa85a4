import type { PaneTexts } from './pane-texts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The pane in English. */
export const paneTextsEn: PaneTexts = {
  title: 'ITA for Excel',
  language: 'en',
  otherLanguage: 'ไทย',
  start: {
    what: 'Reads the ITA scores in this workbook, tells the grade and what to improve first, and writes the result and the measures table on new sheets.',
    safe: 'Your cells are not changed, and nothing leaves this computer.',
    button: 'Analyse this workbook',
  },
  reading: 'Reading the scores',
  writing: 'Writing the result',
  again: 'Try again',
  noAgency: 'Agency not found',
  fiscalYear: (year) => `Fiscal year ${year}`,
  total: 'Total',
  noTotal: 'Not all three instruments have a score',
  uncertain: 'The grade is not certain; see the conditions of the grade on the result sheet',
  aboveTarget: (points) => `${points} above target`,
  belowTarget: (points) => `${points} below target`,
  bar: (instrument, score, weight) => `${instrument} ${score} points, weight ${weight}`,
  triage: { urgent: 'Urgent', improve: 'Improve', maintain: 'Maintain' },
  notScored: 'No score yet',
  findings: 'Findings',
  noFindings: 'Nothing contradicts itself',
  warning: 'Warning',
  note: 'Note',
  goTo: (cell) => `Go to ${cell}`,
  documents: {
    title: 'Documents',
    there: 'In the workbook already; follows the scores on every run',
    notMade: (kind, name) =>
      kind === 'measures'
        ? `“${name}” is not made: the scores show no weak points`
        : `“${name}” is not made: the rules of this year have no issues`,
  },
  readiness: {
    title: 'Document readiness',
    missing: 'Missing',
    check: 'Check',
    ready: 'Ready',
    notReady: 'Not ready',
    more: (count) => `and ${count} more`,
  },
  indicator: ({ id }, name) => `${id} ${name}`,
  inPlace: 'Write beside my tables too',
  plan: ({ added, updated, beside }) =>
    [
      added === 0 ? '' : `${plural(added, 'sheet', 'sheets')} will be added`,
      updated === 0 ? '' : `${plural(updated, 'sheet', 'sheets')} of ours will be updated`,
      beside === 0 ? '' : `empty columns beside ${plural(beside, 'table', 'tables')} will be filled`,
      'your cells stay as they are',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  write: 'Write into the workbook',
  written: (sheets) => `${plural(sheets, 'sheet', 'sheets')} written`,
  undo: 'Undo',
  undoing: 'Undoing',
  undone: 'Undone; the workbook is as it was before writing',
  undoneExcept: (what) => `Undone, except what was edited since: ${what}`,
  goToResult: 'Go to the result',
  question: {
    severalAgencies: 'The workbook holds scores of several agencies. Choose one.',
    severalTables: 'There are several versions of the scores. Which one is right?',
    yearUnknown: 'No fiscal year was found in the workbook. Of which year are these scores?',
  },
  choose: (candidate) => `Use ${candidate}`,
  notLoaded:
    'Part of the pane could not be loaded. Check the connection and reload the pane; the workbook is unchanged.',
  notConnected: 'Excel does not answer yet; it may still be opening the workbook.',
  reload: 'Reload the pane',
};
