import { a1, cellName, type CellRef } from '../../cell-address';
import { cellAt, isCellError } from '../../snapshot';
import { isRemark, subjectKey, type ReadFigure, type Subject } from '../../read/reading';
import type { RuleSet } from '../../rule-set';
import { heightOf, linesOf, live, NO_PARTS, plain, rowOf, type SheetParts } from '../sheet-parts';
import { blanks, headed, nameHeight, type AnalysisContext } from './context';
import { COLUMN, COLUMN_WIDTHS, type InputRow } from './layout';
import { subjectName } from './subject-name';

const SENTENCE_WIDTH = COLUMN_WIDTHS.slice(COLUMN.name, COLUMN.last).reduce((sum, width) => sum + width, 0);
const LINE_WIDTH = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0);

/** A cell's name for people, without the quotes that formulas need. */
const placeName = (cell: CellRef): string => `${cell.sheet}!${a1(cell)}`;

/** What does not add up, one sentence each, with a link to the first cell concerned. */
export const findingParts = ({ assessment, layout, texts }: AnalysisContext): SheetParts => {
  const { heading, first } = layout.findings;
  const rows = [
    ...assessment.findings.map((finding) => ({
      severity: texts.findings.severity[finding.severity],
      text: texts.findings.finding(finding, assessment.ruleSet),
      cell: finding.cells[0],
    })),
    ...assessment.readingIssues.map((issue) => ({
      severity: texts.findings.severity[isRemark(issue) ? 'note' : 'warning'],
      text: texts.findings.issue(issue),
      cell: issue.cell,
    })),
  ];
  const shown = rows.length > 0 ? rows : [{ severity: '', text: texts.findings.none, cell: undefined }];
  const [severity, sentence, place] = texts.findings.columns;
  const between = [COLUMN.side, COLUMN.score, COLUMN.second, COLUMN.third];
  const headings = [severity, sentence, '', '', '', '', place];
  return {
    ...NO_PARTS,
    cells: [
      ...headed(heading, texts.findings.heading, headings),
      ...shown.flatMap(({ severity: word, text, cell }, index) => [
        plain(first + index, COLUMN.code, word, 'centered'),
        plain(first + index, COLUMN.name, text, 'text'),
        ...blanks(first + index, between, 'text'),
        cell === undefined
          ? plain(first + index, COLUMN.last, null, 'text')
          : { ...plain(first + index, COLUMN.last, placeName(cell), 'link'), link: cellName(cell) },
      ]),
    ],
    merges: [heading + 1, ...shown.map((_, index) => first + index)].map((row) => ({
      top: row,
      left: COLUMN.name,
      bottom: row,
      right: COLUMN.third,
    })),
    rowHeights: shown.map(
      ({ text }, index) => [first + index, heightOf(linesOf(text, SENTENCE_WIDTH))] as const,
    ),
  };
};

const instrumentOf = (subject: Subject, { items, indicators, subIndicators }: RuleSet): string | null => {
  switch (subject.kind) {
    case 'item':
      return items.find(({ id }) => id === subject.id)?.instrument ?? null;
    case 'subIndicator': {
      const indicator = subIndicators.find(({ id }) => id === subject.id)?.indicator;
      return indicators.find(({ id }) => id === indicator)?.instrument ?? null;
    }
    case 'indicator':
      return indicators.find(({ id }) => id === subject.indicator)?.instrument ?? null;
    case 'part':
    case 'instrument':
      return subject.instrument;
    case 'total':
      return null;
  }
};

const inputNote = (read: ReadFigure | null, context: AnalysisContext): string | null => {
  const { inputs } = context.texts;
  if (read === null || read.status === 'missing') return inputs.blank;
  if (read.status === 'notAssessed') return inputs.notAssessed;
  if (read.status === 'unreadable') return inputs.unreadable;
  if (read.factor !== null) return null;
  const sheet = context.sheetNamed(read.cell.sheet);
  const value = sheet === undefined ? null : (cellAt(sheet, read.cell)?.value ?? null);
  return inputs.typedAsText(value === null || isCellError(value) ? '' : String(value));
};

/** A number cell is followed live; a number that stands in a text is written once, and its origin said. */
const inputScore = (row: number, read: ReadFigure | null): SheetParts['cells'][number] => {
  if (read === null) return plain(row, COLUMN.score, null, 'score');
  if (read.status === 'scored' && read.factor === null)
    return plain(row, COLUMN.score, read.value, 'typedScore');
  const cell = cellName(read.cell);
  const value = read.factor === null || read.factor === 1 ? cell : `${cell}*${read.factor}`;
  return live(row, COLUMN.score, `IF(ISNUMBER(${cell}),${value},"")`, read.value, 'score');
};

const inputRow = (input: InputRow, context: AnalysisContext): SheetParts => {
  const { row, subject, figure, read } = input;
  const { texts } = context;
  const own = subjectName(subject, context.assessment.ruleSet, texts);
  const name = figure === 'weighted' ? texts.inputs.weightedOf(own) : own;
  const note = inputNote(read, context);
  return {
    ...NO_PARTS,
    cells: [
      plain(row, COLUMN.code, subject.kind === 'total' ? null : subjectKey(subject), 'centered'),
      plain(row, COLUMN.name, name, 'text'),
      plain(row, COLUMN.side, instrumentOf(subject, context.assessment.ruleSet), 'centered'),
      inputScore(row, read),
      read === null
        ? plain(row, COLUMN.second, null, 'text')
        : { ...plain(row, COLUMN.second, placeName(read.cell), 'link'), link: cellName(read.cell) },
      plain(row, COLUMN.third, null, 'text'),
      plain(row, COLUMN.last, note, 'text'),
    ],
    merges: [{ top: row, left: COLUMN.second, bottom: row, right: COLUMN.third }],
    rowHeights: inputHeight(row, name, note ?? ''),
  };
};

const inputHeight = (row: number, name: string, note: string): SheetParts['rowHeights'] => {
  const lines = linesOf(note, COLUMN_WIDTHS[COLUMN.last]);
  return lines > linesOf(name, COLUMN_WIDTHS[COLUMN.name]) ? [[row, heightOf(lines)]] : nameHeight(row, name);
};

/** The input block: every number taken over from the workbook, once, with the cell it came from. */
export const inputParts = (context: AnalysisContext): readonly SheetParts[] => {
  const { layout, texts } = context;
  const { heading, rows } = layout.inputs;
  const [code, name, side, score, origin, note] = texts.inputs.columns;
  return [
    {
      ...NO_PARTS,
      cells: headed(heading, texts.inputs.heading, [code, name, side, score, origin, '', note]),
      merges: [{ top: heading + 1, left: COLUMN.second, bottom: heading + 1, right: COLUMN.third }],
    },
    ...rows.map((input) => inputRow(input, context)),
  ];
};

/** Which rules of the year are less than confirmed, with their sources. */
export const rulesParts = ({ assessment, layout, texts }: AnalysisContext): SheetParts => {
  const { heading, first, groups } = layout.rules;
  const line = (group: keyof RuleSet['evidence']): string => {
    const { confidence, source } = assessment.ruleSet.evidence[group];
    return texts.rules.line(texts.rules.group[group], texts.rules.confidence[confidence], source);
  };
  const lines = groups.length === 0 ? [texts.rules.allConfirmed] : groups.map(line);
  return {
    ...NO_PARTS,
    cells: [
      plain(heading, COLUMN.code, texts.rules.heading, 'section'),
      ...lines.flatMap((text, index) => rowOf(first + index, COLUMN.code, [text], 'note')),
    ],
    merges: lines.map((_, index) => ({
      top: first + index,
      left: COLUMN.code,
      bottom: first + index,
      right: COLUMN.last,
    })),
    rowHeights: lines.map((text, index) => [first + index, heightOf(linesOf(text, LINE_WIDTH))] as const),
  };
};
