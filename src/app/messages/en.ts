import { areaProblemEn } from './area-problems-en';
import { collectMessagesEn } from './collect-messages-en';
import { documentMessagesEn } from './document-messages-en';
import type { Assessment, Finding } from '../../core/assess/assessment';
import { a1, cellName, type CellRef } from '../../core/cell-address';
import { isRemark, subjectKey, type ReadFigure } from '../../core/read/reading';
import type { RuleSet } from '../../core/rule-set';
import { assertNever } from '../../core/result';
import { formatDecimal } from '../../core/text/numbers';
import { manyMessagesEn } from './many-messages-en';
import { mergeMessagesEn } from './merge-messages-en';
import type { Messages } from './messages';
import { ignoredSettingEn } from './setting-sentences';
import { outlookEn } from './outlook-en';

const score = (value: number | null): string => (value === null ? '–' : formatDecimal(value));

const subjectName = (key: string, ruleSet: RuleSet): string => {
  if (key === 'total') return 'total';
  const indicator = ruleSet.indicators.find(({ id }) => String(id) === key);
  if (indicator !== undefined) return `indicator ${key} (${indicator.nameEn})`;
  if (ruleSet.subIndicators.some(({ id }) => id === key)) return `sub-indicator ${key}`;
  const [instrument = '', part] = key.split('.');
  if (part !== undefined) return `${instrument} part ${part}`;
  return ruleSet.items.some(({ id }) => id === key) ? `item ${key}` : key;
};

const figureName = (figure: string | undefined): string =>
  figure === 'weighted' ? 'weighted score' : 'score';

const gradeName = (code: string, ruleSet: RuleSet): string =>
  ruleSet.gradeScale.grades.find((grade) => grade.code === code)?.labelEn ?? code;

const finding = ({ code, params, cells }: Finding, ruleSet: RuleSet): string => {
  const word = (name: string): string => params[name] ?? '';
  const subject = subjectName(word('subject'), ruleSet);
  const what = `The ${figureName(params['figure'])} of ${subject}`;
  const where = cells.map(cellName).join(', ');
  switch (code) {
    case 'truncated':
      return `${what} stands as ${word('printed')}; computed it is ${word('exact')}, rounded ${word('ours')}. It was probably cut off instead of rounded.`;
    case 'roundedElsewhere':
      return `${what} stands as ${word('printed')}; computed it is ${word('exact')}, rounded ${word('ours')}. The difference of at most 0.01 probably comes from rounding at another step.`;
    case 'differs':
      return params['figure'] === 'parts'
        ? `The score of ${subject} is ${word('printed')} as the mean of its parts but ${word('ours')} as the mean of its indicators. Check which figure was mistyped.`
        : `${what} stands as ${word('printed')} but its parts give ${word('ours')}. Check ${where} and the scores below it.`;
    case 'conflict':
      return `There are two scores for ${subject}, ${word('used')} and ${word('other')} (${where}). ${word('used')} is used; correct the wrong one.`;
    case 'gradeDiffers':
      return `The grade stands as ${gradeName(word('printed'), ruleSet)}, but the scores give ${gradeName(word('ours'), ruleSet)} under the year's rules. Check ${where}.`;
    case 'rankDiffers':
      return `The rank of ${subject} stands as ${word('printed')}, but by score it is ${word('ours')}.`;
    case 'itemsMissing':
      return `${word('instrument')} has no score for ${word('items')}, so what depends on them is not computed from items; given scores are used where there are any.`;
    case 'scoreNotAllowed':
      return `The score of ${subject} is ${word('printed')}, but it can only be ${word('allowed')}. Check ${where}.`;
    case 'claimDiffers':
      return `The text at ${where} gives ${word('printed')} for ${subject}, but the score tables give ${word('ours')}. Correct the text or check the tables.`;
    case 'claimBeyondTotal':
      return word('which') === 'highest'
        ? `The text at ${where} calls ${subject} the highest (${word('printed')}), but the total is higher (${word('total')}), which cannot be. It may be copied from another report; check both figures.`
        : `The text at ${where} calls ${subject} the lowest (${word('printed')}), but the total is lower (${word('total')}), which cannot be. It may be copied from another report; check both figures.`;
    case 'claimNotExtreme':
      return `The text at ${where} calls ${subject} the ${word('which')} (${word('printed')}), but ${subjectName(word('other'), ruleSet)} has ${word('otherScore')}. Correct the name or the figure.`;
    case 'claimNotAbove':
      return `The text at ${where} says that these indicators are above ${word('limit')}, but indicator ${word('indicators')} is not. Correct the list or the figures.`;
    case 'claimCount':
      return `The text at ${where} speaks of ${word('count')} indicators but names ${word('listed')}. Correct the number or the list.`;
    case 'otherAgency':
      return `Another agency, “${word('other')}”, is named at ${where}, though the document is of ${word('agency')}. It may be copied from that agency’s report; correct the name and check the figures there.`;
    case 'pastYear':
      return `The text at ${where} calls ${word('year')} the past year, but the document is of ${word('year')} itself. Probably ${word('before')} is meant; check it.`;
    case 'dateOutsideYear':
      return `The dates ${word('dates')} (${where}) lie outside fiscal year ${word('year')} (October ${Number(word('year')) - 1} to September ${word('year')}). Check the year.`;
    case 'rowsRepeated':
      return `Row ${word('second')} repeats row ${word('first')}, or nearly so (${where}). It may have been copied and not adapted; change it or delete it.`;
    case 'numberingJumps':
      return `The numbers at ${where} do not count on (${word('list')}). Check ${word('found')}.`;
    case 'yearContradiction':
      return `The workbook says ${word('stated')} (${where}), but ${word('used')} was asked for. The rules of ${word('used')} are used.`;
    case 'settingIgnored':
      return ignoredSettingEn(params, where);
    case 'itemsNeeded':
      return `Indicators ${word('indicators')} cannot be grouped by item, because the workbook gives no items of theirs.`;
    default:
      return assertNever(code);
  }
};

const groupLine = (
  assessment: Assessment,
  level: 'urgent' | 'improve' | 'maintain',
  name: string,
): string => {
  const ids = assessment.indicators.filter(({ triage }) => triage === level).map(({ id }) => id);
  return `${name} ${ids.length === 0 ? '–' : `indicators ${ids.join(', ')}`}`;
};

const findingLines = (findings: readonly Finding[], ruleSet: RuleSet): readonly string[] =>
  findings.map((entry) => `${entry.severity === 'warning' ? 'Warning' : 'Note'}: ${finding(entry, ruleSet)}`);

const summary = (assessment: Assessment): readonly string[] => {
  const { agency, fiscalYear, ruleSet, total, grade, instruments, findings, readingIssues } = assessment;
  const level = grade === null ? '–' : gradeName(grade.code, ruleSet);
  const doubt = grade === null || grade.certain ? '' : ' (not certain: see the conditions on the sheet)';
  return [
    `${agency ?? 'No agency name found'} · fiscal year ${fiscalYear}`,
    `Total ${score(total.score)} · grade ${level}${doubt}`,
    instruments.map((entry) => `${entry.id} ${score(entry.score)} → ${score(entry.weighted)}`).join(' · '),
    groupLine(assessment, 'urgent', 'Urgent:'),
    groupLine(assessment, 'improve', 'To improve:'),
    groupLine(assessment, 'maintain', 'To maintain:'),
    ...findingLines(findings, ruleSet),
    ...readingIssues.map(
      (issue) => `${isRemark(issue) ? 'Note' : 'Not read'}: ${messagesEn.readingIssue(issue)}`,
    ),
  ];
};

const figureRead = ({ subject, figure, status, why }: ReadFigure): { what: string; why: string } => {
  const kind = figure === 'score' ? '' : ` (${figure})`;
  const name = subject.kind === 'indicator' ? `indicator ${subjectKey(subject)}` : subjectKey(subject);
  const label = `“${why.label}” (${a1(why.cell)})`;
  const reasons: Readonly<Record<ReadFigure['why']['by'], string>> = {
    code: `code ${label}`,
    codeInContext: `code ${label}, by the instrument and the order of its table`,
    name: `name ${label}`,
    similarName: `name like ${label}`,
    number: `indicator's number ${label}`,
    instrument: `instrument ${label}`,
    total: `total ${label}`,
    group: `score of the group ${why.label}`,
    stated: `text ${label}`,
  };
  const doubt: Readonly<Record<ReadFigure['status'], string>> = {
    scored: '',
    missing: ' · no score yet',
    notAssessed: ' · not assessed',
    unreadable: ' · unreadable',
  };
  const header = why.header === '' ? '' : `, column “${why.header}”`;
  return { what: `${name}${kind}`, why: `${reasons[why.by]}${header}${doubt[status]}` };
};

const choices = (candidates: readonly string[]): string => candidates.join(', ');

/** What the program says in English. */
export const messagesEn: Messages = {
  finding,
  summary,
  findingLines,
  outlook: outlookEn({ subject: subjectName, grade: gradeName }),
  readingOf: ({ agency, agencyCell, fiscalYear, yearCell }) =>
    `${agency ?? 'No agency named'}${agencyCell === null ? '' : ` (${cellName(agencyCell)})`} · fiscal year ${fiscalYear}${yearCell === null ? '' : ` (${cellName(yearCell)})`}`,
  explainHeads: ['What', 'Score', 'Cell', 'Why'],
  figureRead,
  readingIssue: ({ code, params }) => {
    const cell = params['cell'] ?? '';
    const text = params['text'] ?? '';
    switch (code) {
      case 'unreadableScore':
        return `Cell ${cell} holds “${text}”, which is no score. Type a number from 0 to 100.`;
      case 'errorInCell':
        return `Cell ${cell} shows the error ${text}. Correct the formula in it.`;
      case 'outOfRange':
        return `Cell ${cell} holds ${text}, which is outside 0–100. Check the number.`;
      case 'scoreIsDate':
        return `Cell ${cell} was turned into a date (${text}) and is no score. Set its format to number and type the score again.`;
      case 'hiddenSheet':
        return `Sheet “${text}” is hidden, and the scores on it (from ${cell} on) count. Delete or move it if they should not.`;
      case 'hiddenRows':
        return `Rows ${text} are hidden or filtered out (from ${cell} on), and the scores in them count.`;
      case 'otherTable':
        return `Another version of the scores stands at ${text} (from ${cell} on); it differs and was not used. Choose that table if it is the right one.`;
      case 'fractions':
        return `The table from ${cell} on gives scores as shares of 1; they were read on a scale of 100 (0.9456 as 94.56).`;
      case 'foreignItem':
        return `Cell ${cell} names item ${text}, which this year's rules do not have; it is left out. Check the code or the fiscal year.`;
      default:
        return assertNever(code);
    }
  },
  readingRefusal: ({ code, params, candidates }) => {
    switch (code) {
      case 'sheetNotFound':
        return `There is no sheet “${params['sheet'] ?? ''}” in the workbook. Sheets that can be read: ${choices(candidates)}`;
      case 'noScores':
        return params['blank'] !== undefined
          ? `The table at ${params['blank']} holds no score yet. Type the scores as numbers, save, and try again.`
          : `No table of ITA scores was found in ${params['sheets'] ?? ''}. A table needs a header row such as “ตัวชี้วัด” and “คะแนน”.`;
      case 'areaUnread':
        return areaProblemEn(params);
      case 'yearUnknown':
        return 'No fiscal year was found. Type a heading such as “ปีงบประมาณ พ.ศ. 2567” above the table, or give --year.';
      case 'yearNotFound':
        return `The workbook has no scores of ${params['year'] ?? ''}, only of ${choices(candidates)}.`;
      case 'yearUnsupported': {
        const cell = params['cell'] ?? '';
        return `There are no rules for fiscal year ${params['year'] ?? ''}${cell === '' ? '' : ` (${cell})`}. Supported years: ${choices(candidates)}`;
      }
      case 'yearHistory': {
        const cell = params['cell'] ?? '';
        return `Fiscal year ${params['year'] ?? ''}${cell === '' ? '' : ` (${cell})`} had another frame: its total is accepted as history but cannot be analysed. Supported years: ${choices(candidates)}`;
      }
      case 'agencyNotFound':
        return `Agency “${params['agency'] ?? ''}” was not found. Agencies in the workbook: ${choices(candidates)}`;
      case 'severalAgencies':
        return `The workbook has scores of several agencies. Analyse all of them with --every-agency, or choose one with --agency: ${choices(candidates)}`;
      case 'severalTables':
        return `There are several versions of the scores of ${params['year'] ?? ''} that differ. Choose the right one with --sheet: ${choices(candidates)}`;
      case 'otherFramework':
        return `The heading “${params['text'] ?? ''}” (${params['cell'] ?? ''}) tells of an assessment under another framework, such as that of schools or MOIT, with items and rules of its own. Its scores were not read.`;
      default:
        return assertNever(code);
    }
  },
  workbookRefusal: ({ code, cell, part, sheet, detail, cells }) => {
    switch (code) {
      case 'emptyFile':
        return 'This file is empty. Copy or download it again.';
      case 'notZip':
        return 'This file is not in the .xlsx format, whatever its name says. If it is CSV, text or a web page, open it in Excel and save it as .xlsx.';
      case 'notWorkbook':
        return 'This file holds no Excel workbook, whatever its name says. Choose the .xlsx file with the scores.';
      case 'encrypted':
        return 'This file has a password. Open it in Excel, remove the password (File › Info › Protect Workbook) and save it again.';
      case 'oldXls':
        return 'This file has the old .xls format. Open it in Excel and save it as .xlsx.';
      case 'ods':
        return 'This file is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel and save it as .xlsx.';
      case 'xlsb':
        return 'This file is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.';
      case 'unsupportedZip':
        return 'This file is packed in a way that is not supported. Open it in Excel and save it again.';
      case 'damaged':
        return `This file is damaged${at(sheet, cell)}${inPart(part)}. Copy or download it again, or open it in Excel, let Excel repair it and save it.`;
      case 'unsafe':
        return `This file holds something that may do harm${at(sheet, cell)}${inPart(part)} and is not opened. Ask the sender for a new copy saved by Excel.`;
      case 'tooLarge':
        return `This file is too large when unpacked${at(sheet, cell)}${inPart(part)}. Copy the sheets with the scores to a new workbook and use that.`;
      case 'sheetTooLarge':
        return `A sheet goes beyond the limits of Excel${at(sheet, cell)}${inPart(part)}: 1,048,576 rows, 16,384 columns, 32,767 characters in a cell. Remove what is too much and save the file again.`;
      case 'protectedSheet':
        return `The sheet “${sheet ?? ''}” is protected${cell === undefined ? '' : `, so cell ${cell} cannot be written`}. Unprotect it under Review › Unprotect Sheet and try again.`;
      case 'protectedWorkbook':
        return 'The structure of the workbook is protected, so no sheet can be added. Unprotect it under Review › Protect Workbook and try again.';
      case 'arrayFormula':
      case 'sharedFormula':
        return `Cell ${cell ?? ''} belongs to a formula of several cells and is not overwritten. Move that formula and try again.`;
      case 'mergedCell':
        return `Cell ${cell ?? ''} lies in a merged area and is not overwritten. Unmerge it and try again.`;
      case 'tableHeader':
        return `Cell ${cell ?? ''} is the header of an Excel table and is not overwritten. Move that table and try again.`;
      case 'textTooLong':
        return `The text for cell ${cell ?? ''} is longer than 32,767 characters.`;
      case 'sheetNameTaken':
      case 'nameTaken':
        return `The workbook already uses a name that is needed${part === undefined ? '' : ` (${part})`}. Rename it and try again.`;
      case 'tableOverlap':
        return `The table to be written overlaps another one${cell === undefined ? '' : ` at ${cell}`}. Move that table and try again.`;
      case 'cellEditMode':
        return 'A cell is being edited. Press Enter or Esc in that cell and try again.';
      case 'accessDenied':
        return 'Excel does not allow this workbook to be changed. Check that it is neither read-only nor protected and that no antivirus program blocks it, and try again.';
      case 'payloadTooLarge':
        return 'Excel cannot take that much at once. Move sheets that do not belong here to another workbook and try again.';
      case 'outOfMemory':
        return 'Excel has run out of memory. Close other workbooks and try again.';
      case 'changedMeanwhile':
        return 'The workbook changed meanwhile, for example a sheet was deleted. Analyse it again.';
      case 'olderExcel':
        return 'This version of Excel cannot do this. Use Excel 2021 or later, Microsoft 365 or Excel on the web.';
      case 'noSelection':
        return 'Select the cells of the table as one block on a sheet, not a chart, a picture or several blocks, and try again.';
      case 'unexpected':
        return `Excel could not do this${detail === undefined ? '' : ` (code ${detail})`}. Try again; if it fails again, close and reopen the workbook.`;
      case 'changedSinceRead':
        return `The workbook has changed since it was read (${nameList(cells)}), so nothing was written. Analyse it again.`;
      case 'editedSince':
        return `Edited since it was written (${nameList(cells)}), so nothing was taken back: these edits would be lost.`;
      case 'filteredRows':
        return `Rows of the sheet “${sheet ?? ''}” are filtered; what is written now could end in the wrong rows. Clear the filter (Data › Clear) and try again.`;
      case 'pivotTable':
        return `A pivot table stands at ${cell ?? ''}. Move it and try again.`;
      case 'readOnly':
        return 'The workbook is open read-only. Save a copy and analyse that.';
      case 'halfWritten':
        return `Only a part was written${detail === undefined ? '' : ` (${detail})`}, and not all of it could be taken back: ${[sheet ?? '', nameList(cells)].filter((part) => part !== '').join(' · ')}. Press Undo again.`;
      default:
        return assertNever(code);
    }
  },
  documents: documentMessagesEn,
  merge: mergeMessagesEn,
  collect: collectMessagesEn,
  many: manyMessagesEn,
  besideObstacle: ({ code, sheet, cells }) => {
    switch (code) {
      case 'cellsTaken':
        return `Not written beside the table where cells are not empty: ${shortList(cells)}. Move what stands there, or insert empty columns beside the table, and try again.`;
      case 'sheetProtected':
        return `Not written beside the table on sheet “${sheet}”, because the sheet is protected. Unprotect it (Review › Unprotect Sheet) and try again.`;
      case 'sheetFull':
        return `Not written beside the table on sheet “${sheet}”, because no column is left on its right. Move the table to the left and try again.`;
      default:
        return assertNever(code);
    }
  },
  otherYears: (years) =>
    `Scores of ${years.join(', ')} were found too. The year that is shown is compared with them; choose another with --year.`,
  written: (file) => `Written to ${file}`,
  nothingWritten: 'Nothing was written; the original is unchanged.',
  usage:
    'Usage: npm run analyze -- [FILE.xlsx] [--out FILE] [--year 2565] [--agency NAME | --every-agency] [--sheet NAME] [--policy threshold|lowest|item] [--target N] [--in-place] [--documents LIST] [--what-if LIST] [--explain] [--json] [--lang th|en]\n       npm run analyze -- new --year 2568 FILE.xlsx [--json] [--lang th|en]',
  wrongUsage: (detail) => `Wrong usage: ${detail}`,
  badYear: (year) => `--year must be a four-digit year of the Buddhist era such as 2567, not “${year}”`,
  badPolicy: (policy) => `--policy must be threshold, lowest or item, not “${policy}”`,
  badTarget: (target) => `--target must be a score from 0 to 100, not “${target}”`,
  unknownOption: (option) => `unknown option ${option}, or its value is missing`,
  badLanguage: (language) => `--lang must be th or en, not “${language}”`,
  oneFileOnly: 'give one file at a time',
  outIsInput: '--out is the input itself; the input is never overwritten, choose another name',
  outNotXlsx: (file) => `--out must end as the input does (${file})`,
  newNeedsYear: 'name the fiscal year of the form, such as --year 2568',
  newNeedsFile: 'name one file for the form, such as scores.xlsx',
  newNotXlsx: (file) => `the form’s file must end in .xlsx, not “${file}”`,
  newExists: (file) => `There is a file ${file} already, which is not overwritten. Choose another name.`,
  newNoRules: (year, years) => `There are no rules of ${year}. Forms can be made for ${years.join(', ')}.`,
  newWritten: (year, file) =>
    `A score form of ${year} was written to ${file}. Type the scores into the yellow cells, then run npm run analyze -- "${file}"`,
  outNeedsFile: '--out needs an input file',
  fileNotFound: (file) => `There is no file ${file}`,
  notReadable: (file) => `The file ${file} cannot be read`,
  unexpected:
    'Something went wrong in the program; the original is unchanged. Please send the following text to its maintainers.',
  notWritable: (file) =>
    `The file ${file} cannot be written. Check that the folder is writable and that the file is not open in Excel.`,
};

const at = (sheet: string | undefined, cell: string | undefined): string => {
  if (cell !== undefined) return ` at ${cell}`;
  return sheet === undefined ? '' : ` on sheet “${sheet}”`;
};

const inPart = (part: string | undefined): string => (part === undefined ? '' : ` (part ${part})`);

const MOST_CELLS = 6;

/** Cells by name, not more of them than a sentence can hold. */
const shortList = (cells: readonly CellRef[]): string => nameList(cells.map(cellName));

const nameList = (cells: readonly string[] = []): string => {
  const names = cells.slice(0, MOST_CELLS).join(', ');
  return cells.length <= MOST_CELLS ? names : `${names} and ${cells.length - MOST_CELLS} more`;
};
