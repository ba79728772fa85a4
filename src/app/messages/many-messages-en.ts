import { grouped } from '../../core/text/numbers';
import type { ManyMessages } from './many-messages';

const agencies = (count: number): string => `${grouped(count)} ${count === 1 ? 'agency' : 'agencies'}`;

/** What is said of many agencies together, in English. */
export const manyMessagesEn: ManyMessages = {
  all: 'Analyse all agencies at once',
  allHint: (count) =>
    `${agencies(count)} found. A summary, the results of each agency and remarks are written on new sheets; your cells are not changed.`,
  orOne: 'Or choose one agency',
  find: 'Find an agency by name',
  shown: (shown, all) => `${grouped(shown)} of ${agencies(all)} shown`,
  analysed: (count) => `${agencies(count)} analysed`,
  ofYear: (fiscalYear, count) => `Fiscal year ${fiscalYear} · ${agencies(count)}`,
  mean: 'Mean total',
  meanOf: (scored, all) =>
    scored === all
      ? `of ${agencies(all)}`
      : `of ${agencies(scored)} with a total; ${grouped(all - scored)} without`,
  noMean: 'No agency has a total yet',
  grades: 'Agencies by grade',
  gradeName: ({ labelEn }) => labelEn,
  ungraded: 'No grade yet',
  agencies,
  lowest: 'Lowest totals',
  noAgency: 'agency unknown',
  remarked: (count) => `Remarks on ${agencies(count)}; see the sheet “ข้อสังเกตหลายหน่วยงาน”`,
  noRemarks: 'No remarks on any agency',
  thisWorkbook: 'This workbook',
  unread: (count) => `Not read (${grouped(count)})`,
  more: (count) => `and ${grouped(count)} more`,
  noYear:
    'No fiscal year was found. Open the file, type a heading such as “ปีงบประมาณ พ.ศ. 2567” above the table, save it and try again.',
  files: {
    title: 'Collect many agencies',
    what: 'Choose the workbooks with scores that agencies sent. Every file is read, and the scores, results and a summary of all agencies are written on new sheets of this workbook. The files themselves are not changed.',
    pick: 'Choose the agencies’ files',
    nothing: 'None of the files gave scores of an agency. This workbook is unchanged.',
  },
  inPlace: 'Write total, grade and rank beside the rows of the list too',
  notBeside: (sheet) =>
    `Nothing was written beside the rows of “${sheet}”: formulas cannot use its scores as they stand (numbers as text or percent, merged cells, or several lists of one year). The results of all agencies are on the sheet «รายหน่วยงาน».`,
  notWith: (option) => `--every-agency analyses all agencies at once and does not go with ${option}`,
};
