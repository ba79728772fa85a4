import { grouped } from '../../core/text/numbers';
import { minutes, type CollectMessages } from './collect-messages';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

const agencies = (count: number): string => counted(count, 'agency', 'agencies');

const COPY_SCORES = 'Copy the sheets with the scores to a new workbook and use that.';

/** What is said of collecting workbooks, in English. */
export const collectMessagesEn: CollectMessages = {
  usage:
    'Usage: npm run collect -- FOLDER|FILE.xlsx … [--out FILE.xlsx] [--year 2567] [--json] [--lang th|en]',
  needsFiles: 'name a folder or the files that the agencies mailed',
  outNotXlsx: (file) => `--out must end in .xlsx, not “${file}”`,
  outIsOther: (file) =>
    `There is a file ${file} already that this command did not write. It is not overwritten; choose another name for --out.`,
  noWorkbooks: (folder) =>
    `There are no workbooks (.xlsx .xlsm .xltx .xltm) in ${folder}. Check the folder’s name; unpack the files first if they are still in a .zip.`,
  unread: {
    notFound: 'There is no such file or folder. Check its name.',
    notReadable: 'It cannot be opened. Check that you may read it and that no program keeps it open.',
    nothing: 'It holds no scores of any agency. Check that it is the right file.',
    tooSlow: `Reading took too long, so it was left out. ${COPY_SCORES}`,
    outOfMemory: `Reading took too much memory, so it was left out. ${COPY_SCORES}`,
    died: 'The part of the program that read it ended midway, so it was left out. Open it in Excel and save it again, or send it to the maintainers of the program.',
    fault: (detail) =>
      `Something went wrong in the program while reading it (${detail}), so it was left out. Please send the file and this text to the maintainers.`,
    severalTables: (year, ranges) =>
      `There are several sets of scores of ${year} that differ (${ranges}). Remove those that do not count from the file and collect again.`,
    severalAgencies: (names) =>
      `It holds scores of several agencies (${names}). Give each agency a file of its own and collect again.`,
  },
  progress: (done, total, unread) =>
    `${grouped(done)}/${grouped(total)} files${unread === 0 ? '' : ` · ${grouped(unread)} unread`}`,
  timeLeft: (seconds) => `about ${seconds < 60 ? `${seconds} s` : `${minutes(seconds)} min`} left`,
  resumed: (files) => `Taken up where the last run stopped: ${counted(files, 'file')} read before`,
  writing: 'Writing the workbook',
  stopped: (done, total) =>
    `Stopped after ${grouped(done)} of ${counted(total, 'file')}; no workbook was written yet. Run the same command again to go on from here.`,
  summary: ({ files, agencies: all, years }) =>
    `${counted(files, 'file')} read, scores of ${agencies(all)}${years.length === 0 ? '' : ` · fiscal year ${years.map(({ fiscalYear, agencies: count }) => `${fiscalYear} (${agencies(count)})`).join(', ')}`}`,
  nothingCollected: 'No scores of any agency could be read. Nothing was written; the files are unchanged.',
  unreadHead: (count) => `Not read (${grouped(count)}):`,
  remarksHead: (count) => `Remarks on ${agencies(count)} (told in full in the workbook):`,
  remarks: (agency, warnings, notes) =>
    `${agency ?? 'agency unknown'}: ${[...(warnings === 0 ? [] : [counted(warnings, 'warning')]), ...(notes === 0 ? [] : [counted(notes, 'note')])].join(', ')}`,
  copiesHead: (count) => `${counted(count, 'exact copy', 'exact copies')} of another file, counted once:`,
  copyOf: (file) => `the same as ${file}`,
  ownOutputs: (count) => `Left out ${counted(count, 'workbook')} that this command wrote before`,
  otherFiles: (count, kinds) =>
    `${counted(count, 'file')} of other kinds not read (${kinds}). If an agency mailed its scores as one of these, ask for an .xlsx.`,
  more: (count) => `and ${grouped(count)} more`,
};
