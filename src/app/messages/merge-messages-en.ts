import { cellName } from '../../core/cell-address';
import { documentMessagesEn } from './document-messages-en';
import { differingTexts, type MergeMessages } from './merge-messages';

const { name } = documentMessagesEn;

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is said of merging copies, in English. */
export const mergeMessagesEn: MergeMessages = {
  usage: 'Usage: npm run merge -- MAIN.xlsx PART1.xlsx [PART2.xlsx …] [--out FILE] [--json] [--lang th|en]',
  needsFiles: 'name the main workbook, then one or more copies that came back',
  outIsInput: '--out is one of the files to be merged. These are never overwritten; use another name.',
  copyRefusal: ({ code, params }) => {
    switch (code) {
      case 'otherYear':
        return `It is about fiscal year ${params['own']}, the main workbook about ${params['main']}`;
      case 'otherAgency':
        return `It is of “${params['own']}”, the main workbook of “${params['main']}”`;
      case 'noTables':
        return 'It has none of the tables of documents that the main workbook has';
      case 'noCommonRows':
        return 'None of its row keys is in the main workbook; it is probably of another year or agency';
    }
  },
  isMain: 'It is the main workbook itself',
  namedTwice: 'It was named before',
  noDocuments: (file) =>
    `${file} has no tables of documents yet. Make them first: npm run analyze -- FILE --documents measures`,
  nothingMerged: 'Nothing could be merged',
  fromFile: (file, cells, rows) =>
    `${file}: ${counted(cells, 'cell')} taken over, ${counted(rows, 'row')} added`,
  leftOut: (file, reason) => `${file}: left out – ${reason}`,
  obstacle: (obstacle, nameOf) => {
    const document = name[obstacle.kind];
    const at = cellName(obstacle.cell);
    if (obstacle.code === 'copyWithoutKeys')
      return `${document}: the table of ${nameOf(obstacle.file)} at ${at} has no column “รหัสแถว” and was left out. Put that column back and merge again.`;
    const waiting = `${document}: ${counted(obstacle.cells, 'cell')} and ${counted(obstacle.rows, 'row')} were not merged`;
    switch (obstacle.code) {
      case 'blocked':
        return `${waiting} because ${at} below the table is not empty. Move that text and merge again.`;
      case 'filtered':
        return `${waiting} because the table at ${at} is filtered. Clear the filter and merge again.`;
      case 'noKeyColumn':
        return `${document}: nothing was merged because the table at ${at} has no column “รหัสแถว”. Put that column back and merge again.`;
    }
  },
  conflicts: (count) =>
    count === 0
      ? 'No texts contradict each other'
      : `${counted(count, 'cell')} with texts that contradict each other (left as in the main workbook)`,
  conflict: (conflict, nameOf) => {
    const texts = differingTexts(conflict, nameOf).map(({ text, files }) => `“${text}” (${files})`);
    return `  ${cellName(conflict.cell)} ${conflict.heading}: ${texts.join(' · ')}`;
  },
};
