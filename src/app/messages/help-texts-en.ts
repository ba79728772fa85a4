import type { HelpTexts } from './help-texts';

/** Help in English. */
export const helpTextsEn: HelpTexts = {
  title: 'Help',
  close: 'Close help',
  sections: [
    {
      heading: 'First steps',
      lines: [
        'Open the workbook with your ITA score table and press “Analyse this workbook”. The table needs headings such as «ตัวชี้วัด» and «คะแนน», and the fiscal year in a title.',
        'Look at the result, then press “Write into the workbook”. New sheets are added; your cells stay as they are.',
      ],
    },
    {
      heading: 'Reading the result',
      lines: [
        'Each bar is the score of an instrument, the upright tick is the target, the number at the end its weight.',
        'Indicators are ▼ urgent, ◆ to improve or ● to maintain. Press a row to go to the cell of its score.',
        '“Findings” tell what contradicts itself in the workbook. “What to fix first” tells which item would raise the total most; scores can be tried there.',
      ],
    },
    {
      heading: 'Documents',
      lines: [
        'Choose documents under “Documents” and write. What you edit in their tables stays on every run.',
        '“Document readiness” tells what the assessment asks for and is still missing, with the cells to fill in.',
      ],
    },
    {
      heading: 'Mailing copies and merging them',
      lines: [
        'Mail copies of the workbook to the divisions. Any spreadsheet program will do; the column «รหัสแถว» must stay.',
        'When they come back, press “Choose files to merge” under “Documents”, look through the list, and merge. Texts that differ are shown, and you choose.',
      ],
    },
    {
      heading: 'Undo',
      lines: [
        'What was written or merged can be undone until the pane is closed. What somebody has edited since is kept, and named.',
      ],
    },
    {
      heading: 'Keyboard',
      lines: [
        'Tab goes to the next control, left and right arrows change the part of the pane, Enter or Space opens sections and presses buttons, F6 switches between pane and sheet.',
      ],
    },
    {
      heading: 'Where the data is',
      lines: [
        'Everything is computed on this computer and nothing is sent anywhere. Results are plain formulas and tables of Excel.',
      ],
    },
  ],
};
