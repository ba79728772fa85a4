import { formatDecimal } from '../../core/text/numbers';
import type { ResultTexts } from './result-texts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The pane in English, about a result. */
export const resultTextsEn: ResultTexts = {
  again: 'Try again',
  back: 'Back',
  tabs: { result: 'Result', documents: 'Documents', settings: 'Settings' },
  tabList: 'Parts of the pane',
  score: (value, decimals) => (value === null ? '–' : formatDecimal(value, decimals)),
  count: String,
  noAgency: 'Agency not found',
  fiscalYear: (year) => `Fiscal year ${year}`,
  chooseYear: 'Fiscal year shown',
  total: 'Total',
  noTotal: 'Not all three instruments have a score',
  uncertain: 'The grade is not certain; see the conditions of the grade on the result sheet',
  aboveTarget: (points) => `${points} above target`,
  belowTarget: (points) => `${points} below target`,
  change: (points, year) => `${points} on ${year}`,
  assessed: (total, grade) => `Analysed. Total ${total} ${grade}`,
  bar: (instrument, score, weight, target) =>
    `${instrument} ${score} points, weight ${weight}, target ${target}`,
  tick: (target) => `upright tick = target ${target}`,
  triage: { urgent: 'Urgent', improve: 'Improve', maintain: 'Maintain' },
  notScored: 'No score yet',
  findings: 'Findings',
  noFindings: 'Nothing contradicts itself',
  warning: 'Warning',
  note: 'Note',
  goTo: (cell) => `Go to ${cell}`,
  readFrom: {
    title: 'Where it was read',
    elsewhere:
      'If the right scores stand elsewhere, select their cells in Excel, from the heading that names the year to the last row, then press this.',
    sum: (cells, sheets) => `${plural(cells, 'cell', 'cells')} on ${plural(sheets, 'sheet', 'sheets')}`,
    heads: ['What', 'Score', 'Cell'],
    more: (count) => `and ${plural(count, 'more cell', 'more cells')}`,
  },
  fixFirst: {
    title: 'What to fix first',
    intro:
      'By what the total would gain if it were full. Try scores to see the effect; nothing is written into the workbook.',
    gain: (points) => `gains ${points}`,
    present: (score) => `now ${score}`,
    ifScore: (name) => `If it were (${name})`,
    full: (score) => `If it were ${score}`,
    notAScore: 'Type a number from 0 to 100',
    nothing: 'No score to try yet',
    showAll: 'Show all',
    reset: 'Clear the scores tried',
    wouldBe: (total, points, grade) => `The total would be ${total} (${points}), grade ${grade}`,
    cannotTell: 'The effect of this score cannot be told, because it follows from others. Try another one.',
    regrouped: (name, from, to) => `${name} would move: ${from} → ${to}`,
    none: 'Everything has the full score',
  },
  documents: {
    title: 'Documents to make',
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
  preview: {
    show: 'See what will be written',
    newSheet: 'new sheet',
    ownSheet: 'sheet of ours',
    officerSheet: 'only empty cells are filled',
    cells: (written, replaced) =>
      replaced === 0
        ? plural(written, 'cell', 'cells')
        : `${plural(written, 'cell', 'cells')}, ${replaced} of them changed`,
    before: 'Before',
    after: 'After',
    value: (text) => text,
    blank: '(blank)',
    more: (count) => `and ${plural(count, 'more cell', 'more cells')}`,
  },
  write: 'Write into the workbook',
  written: (sheets) => `${plural(sheets, 'sheet', 'sheets')} written`,
  undo: 'Undo',
  undone: 'Undone; the workbook is as it was before writing',
  undoneExcept: (what) => `Undone, except what was edited since: ${what}`,
  goToResult: 'Go to the result',
  question: {
    severalAgencies: 'The workbook holds scores of several agencies',
    severalTables: 'There are several versions of the scores. Which one is right?',
    yearUnknown: 'No fiscal year was found in the workbook. Of which year are these scores?',
  },
  choose: (candidate) => `Use ${candidate}`,
  sampleScores: 'Some of its scores',
  nothing: {
    point:
      'Is there a table all the same? Select its cells, from the heading that names the year to the last row, then press this.',
    usePointed: 'Use the selected table',
    pointedTo: (area) => `Only ${area} is read, as you chose`,
    readAll: 'Read the whole workbook',
    wayOn: 'No score table yet? Start from an empty form.',
    formYear: 'Fiscal year of the form',
    addForm: 'Add a score form',
    formAdded: (sheet, year) =>
      `The sheet “${sheet}” was added for the scores of fiscal year ${year}. Type the scores into the yellow cells, then analyse.`,
  },
  merge: {
    title: 'Merge returned copies',
    what: 'Choose the copies of this workbook that divisions filled in and sent back. Only what they filled in is taken over; where they differ, nothing is chosen for you.',
    needsDocuments:
      'Copies can be merged once the workbook has document tables. Choose documents above and write them first.',
    pick: 'Choose files to merge',
    planned: 'Check before merging',
    main: 'main workbook',
    fromFile: (cells, rows) =>
      `${plural(cells, 'cell', 'cells')} taken, ${plural(rows, 'row', 'rows')} added`,
    leftOut: 'Left out',
    taken: (count) => `${plural(count, 'cell', 'cells')} from the copies`,
    conflicts: (count) => plural(count, 'conflict', 'conflicts'),
    noConflicts: 'No conflicts',
    conflictsStay: 'The main workbook keeps its text; the sheet of conflicts lists all of them.',
    how: 'Our sheets are brought up to date before and after. All of it can be undone.',
    write: 'Merge into this workbook',
    nothing: 'Nothing can be merged',
    done: (cells, rows) => `${plural(cells, 'cell', 'cells')} merged, ${plural(rows, 'row', 'rows')} added`,
    more: (count) => `and ${count} more`,
  },
  settings: {
    intro: 'Changes are kept on the settings sheet once you write the result.',
    policy: 'Policy of the triage',
    policies: { threshold: 'By limits', lowest: 'By the lowest score', item: 'By item' },
    limits: {
      urgentBelow: 'Urgent below',
      improveBelow: 'Improve below',
      lowestMaintainFrom: 'Maintain from',
      itemUrgentUpTo: 'OIT item urgent up to',
      itemImproveBelow: 'IIT or EIT item to improve below',
    },
    target: 'Target for the total',
    reading: 'Condition of the grade',
    readings: {
      open: 'Not settled',
      instruments: 'Every instrument (IIT EIT OIT)',
      eitParts: 'Every instrument, EIT by its two parts',
      indicators: 'Every indicator',
    },
    layout: 'Layout of the measures',
    layouts: {
      byYear: 'By the year of the scores',
      plan2562: '2562 (by instrument)',
      plan2565: '2565 (urgent, to improve)',
      plan2567: '2567 (by issue)',
      plan2569: '2569 (by indicator)',
    },
    digits: 'Digits on the sheets',
    digitsOf: { arabic: 'Arabic (0 1 2 3)', thai: 'Thai (๐ ๑ ๒ ๓)' },
    units: 'Divisions',
    unitsHint: (most) => `One a line, at most ${most}; offered for who is responsible`,
    tooManyUnits: (most) => `More than ${most}. Remove some, or add rows on the settings sheet.`,
    notAScore: 'Type a number from 0 to 100',
    more: 'Items of sub-indicators and issues can be changed on the settings sheet.',
  },
};
