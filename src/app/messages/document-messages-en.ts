import { cellName } from '../../core/cell-address';
import type { DocumentKind } from '../../core/measures/layouts';
import type { DocumentMessages } from './document-messages';

const ROLE: Readonly<Record<string, string>> = {
  measure: 'measure',
  steps: 'steps',
  responsible: 'who is responsible',
  period: 'period',
  followUp: 'follow-up and reporting',
  fix: 'what is to be mended',
  result: 'result of the analysis',
  improve: 'way to improve',
  limit: 'limit',
  suggestion: 'suggestion',
};

const MOST = 60;

const short = (text: string): string => {
  const [line = ''] = text.split('\n');
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
};

/** What is said of the documents, in English. */
export const documentMessagesEn: DocumentMessages = {
  name: {
    measures: 'Measures table',
    analysis: 'Analysis of all indicators',
    issues: 'Analysis by issue',
    scores: 'Summary of the scores',
    oit: 'OIT responsibilities',
    calendar: 'Work calendar',
    limits: 'Limits and suggestions',
    results: 'Report of results',
    memo: 'Memo',
    advice: 'Advice of the assessor',
  },
  purpose: {
    measures: 'A measure for every weak point, a sheet to print and a check of what is missing',
    analysis: 'Strengths, weaknesses and ways for each indicator; item o25 of 2569 asks for all of them',
    issues: 'Scores of the items and what to mend under the seven issues, as in 2567',
    scores: 'Scores of indicators and instruments on one page, to go with a report',
    oit: 'The OIT items of the next year, what they must show, and who is responsible',
    calendar: 'The steps of the year up to the report',
    results: 'What each measure has brought, with its evidence, for item o43, o35, o28 or o26 of the year',
    memo: 'Puts the report of results before the superiors, with its table',
    advice:
      'A table to paste the recommendations into; they are matched to their items and go into analysis and measures',
    limits: 'What hinders the agency and what it does about it; the document of 2567 names them',
  },
  demand: {
    urgentNamed: 'Urgent weak points are named, in line with the scores',
    improveNamed: 'Points to improve are named, in line with the scores',
    everyIndicator: 'Every indicator is analysed',
    everyIssue: 'Every issue is analysed, with the scores of its items',
    weakItems: 'Every weak item says what is to be mended',
    measure: 'Every weak point has a measure',
    steps: 'Every measure has steps',
    responsible: 'Every measure has someone responsible',
    period: 'Every measure has a period',
    followUp: 'Every measure has follow-up and reporting',
    limits: 'Limits of the agency are named',
    suggestions: 'Each limit has a suggestion',
  },
  gap: (code, params) => {
    const role = ROLE[params['role'] ?? ''] ?? '';
    const label = short(params['label'] ?? '');
    switch (code) {
      case 'noDocument':
        return `There is no document “${documentMessagesEn.name[params['kind'] as DocumentKind]}” yet. Make it from the menu of documents.`;
      case 'noColumn':
        return `The table has no column “${role}”, which the assessment asks for. Add it with its heading.`;
      case 'noRow':
        return label === '' ? 'The table has no text yet' : `There is no row for “${label}”`;
      case 'emptyCell':
        return label === '' ? `“${role}” is not filled in` : `“${role}” of “${label}” is not filled in`;
    }
  },
  remark: (code, params) => {
    switch (code) {
      case 'rowsRepeated':
        return `Row ${params['second']} repeats measure and steps of row ${params['first']}. Adapt it or make them one.`;
      case 'dateOutside':
        return `${params['dates']} is outside fiscal year ${params['year']} of the plan. Check the year.`;
      case 'otherAgency':
        return `Another agency, “${params['other']}”, is named in the document of ${params['agency']}. Check whether it was copied.`;
      case 'drafts':
        return `${params['count']} drafts (in italics) were neither edited nor accepted. To use them as they are, set the status “ยืนยันแล้ว”.`;
      case 'adviceUnanswered':
        return `The assessor has advice on ${params['items']}, and the measures have no row for it; consider adding a measure`;
      case 'notWeak':
        return `${params['count']} rows of measures are for points that are not weak any more by the present scores. Keep or remove them.`;
    }
  },
  obstacle: ({ kind, code, cell, rows }) => {
    const name = documentMessagesEn.name[kind];
    switch (code) {
      case 'blocked':
        return `${name}: ${rows} rows were not added because ${cellName(cell)} below the table is not empty. Move that text and try again.`;
      case 'filtered':
        return `${name}: ${rows} rows were not added because the table at ${cellName(cell)} is filtered. Clear the filter and try again.`;
      case 'noKeyColumn':
        return `The table at ${cellName(cell)} has no column “รหัสแถว”, so it was left alone. Put that column back, or move the table to another workbook, and try again.`;
    }
  },
  verdict: ({ isReady, item, fiscalYear, demands }) => {
    const about = item === null ? String(fiscalYear) : `item ${item} of ${fiscalYear}`;
    const missing = demands.reduce((sum, { gaps }) => sum + gaps.length, 0);
    return isReady
      ? `Measures document (${about}): ready to publish`
      : `Measures document (${about}): ${missing} ${missing === 1 ? 'thing is' : 'things are'} missing`;
  },
  resultsVerdict: ({ item, fiscalYear, measures, gaps, withoutEvidence, isReady }) =>
    [
      `Report of results${item === null ? '' : ` (item ${item})`} of ${fiscalYear}: ${measures} measures`,
      isReady ? 'a result for each' : `${gaps.length} results missing`,
      withoutEvidence.length === 0 ? '' : `${withoutEvidence.length} without evidence`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  resultGap: ({ role, label }) =>
    `“${{ output: 'result', outcome: 'outcome', evidence: 'evidence' }[role]}” of “${short(label)}” is not filled in`,
  progress: ({ unit, measures, underWay, done }) =>
    `${unit === '' ? 'Nobody responsible named' : `“${unit}”`}: ${done} done, ${underWay} under way, of ${measures} measures`,
  qrCode: 'The item also asks for the QR code of the EIT questionnaire on the agency’s website',
  advice: (matched, unknown) =>
    `Advice of the assessor: ${matched} matched to their items${
      unknown.length === 0
        ? ''
        : ` · ${unknown.length} rows name no item (${unknown.map(cellName).join(', ')}); put the item's code, such as I20, before the text`
    }`,
  badDocuments: (word, known) => `--documents does not know “${word}”; it takes ${known.join(', ')}`,
};
