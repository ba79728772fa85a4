import type { CellRange } from '../../cell-address';
import { gainsOf, type GainLine } from '../../assess/gains';
import { subjectKey, type Subject } from '../../read/reading';
import type { RuleSet } from '../../rule-set';
import { roundHalfUp } from '../../text/numbers';
import {
  at,
  heightOf,
  ifNumber,
  linesOf,
  live,
  NO_PARTS,
  plain,
  quoted,
  type SheetParts,
} from '../sheet-parts';
import { blanks, headed, headerHeight, nameHeight, type AnalysisContext } from './context';
import type { GainRow } from './gain-rows';
import { gradeLabel } from './head';
import { COLUMN, COLUMN_WIDTHS } from './layout';
import { subjectName } from './subject-name';
import { afterRows, effectOf, triedScore } from './tried-scores';

/** Decimals beyond which a difference of sums is the noise of binary fractions. */
const EXACT = 9;
const SHEET_WIDTH = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0);

/** Cell in which the score of a line stands: the input block, or where it is computed of others. */
const scoreCell = ({ layout }: AnalysisContext, subject: Subject): string =>
  at(layout.inputRow(subject), COLUMN.score);

/** Points that a score lacks, or what stands for them where there is no score. */
const lost = (cell: string, coefficient: number, { scale }: RuleSet, none: string): string =>
  `IF(ISNUMBER(${cell}),${coefficient}*(${scale.max}-${cell}),${none})`;

/** What a line could bring, live; a rest is what its figure lacks less what the lines below it explain. */
const pointsFormula = (context: AnalysisContext, line: GainLine, all: readonly GainLine[]): string => {
  const { ruleSet } = context.assessment;
  const ownScore = scoreCell(context, line.subject);
  if (line.kind !== 'rest') return lost(ownScore, line.coefficient, ruleSet, '""');
  const explained = line.less.map((subject) => {
    const below = all.find((other) => subjectKey(other.subject) === subjectKey(subject));
    return lost(scoreCell(context, subject), below?.coefficient ?? 0, ruleSet, '0');
  });
  return `${lost(ownScore, line.coefficient, ruleSet, '0')}-(${explained.join('+')})`;
};

const lineRow = (
  context: AnalysisContext,
  row: number,
  entry: GainRow,
  all: readonly GainLine[],
): SheetParts['cells'] => {
  const { texts, assessment } = context;
  const { ruleSet } = assessment;
  const { line, key, tried } = entry;
  const name = subjectName(line.subject, ruleSet, texts);
  const score = at(row, COLUMN.score);
  const typed = at(row, COLUMN.third);
  const { min, max } = ruleSet.scale;
  const isOff = tried !== null && triedScore(entry, ruleSet) === null;
  const isScore = `AND(ISNUMBER(${typed}),ISNUMBER(${score}),${typed}>=${min},${typed}<=${max})`;
  const effect = `IF(${typed}="","",IF(${isScore},${line.coefficient}*(${typed}-${score}),${quoted(texts.gains.offScale(min, max))}))`;
  return [
    plain(row, COLUMN.code, key, 'centered'),
    plain(row, COLUMN.name, line.kind === 'rest' ? texts.gains.rest(name) : name, 'text'),
    plain(row, COLUMN.side, line.instrument, 'centered'),
    live(
      row,
      COLUMN.score,
      ifNumber(scoreCell(context, line.subject), scoreCell(context, line.subject)),
      line.score,
      'score',
    ),
    live(row, COLUMN.second, pointsFormula(context, line, all), line.points, 'difference'),
    ...(line.kind === 'rest'
      ? blanks(row, [COLUMN.third, COLUMN.last], 'text')
      : [
          plain(row, COLUMN.third, tried, 'inputScore'),
          live(
            row,
            COLUMN.last,
            effect,
            isOff ? texts.gains.offScale(min, max) : effectOf(entry, ruleSet),
            'difference',
          ),
        ]),
  ];
};

/** Cells from a line's key to the score that is tried beside it; null where there are no lines. */
export const whatIfRange = ({ layout: { gains }, gains: rows }: AnalysisContext): CellRange | null =>
  gains === null || rows.length === 0
    ? null
    : { top: gains.first, left: COLUMN.code, bottom: gains.first + rows.length - 1, right: COLUMN.third };

/** What to fix first: what every item would add to the total if it were full, and cells to try other scores in. */
export const gainParts = (context: AnalysisContext): SheetParts => {
  const { assessment, layout, texts, gains: rows } = context;
  const { gains } = layout;
  const { total, ruleSet, grade } = assessment;
  if (gains === null || total.score === null) return NO_PARTS;
  const { heading, hint, first, others, sum, afterTotal, afterGrade } = gains;
  const all = gainsOf(assessment);
  const totalCell = at(layout.weighted.total, COLUMN.second);
  // Without lines the range would turn round and hold the cell of the sum itself.
  const lines = rows.length === 0 ? '' : `-SUM(${at(first, COLUMN.second)}:${at(others - 1, COLUMN.second)})`;
  const lacking = ruleSet.scale.max - total.score;
  const rest = lacking - rows.reduce((points, { line }) => points + line.points, 0);
  const sumCell = at(sum, COLUMN.second);
  const wide = (row: number) => ({ top: row, left: COLUMN.code, bottom: row, right: COLUMN.score });
  const hintText = texts.gains.hint(grade === null ? null : gradeLabel(grade.code, ruleSet));
  return {
    ...NO_PARTS,
    cells: [
      plain(heading, COLUMN.code, texts.gains.heading, 'section'),
      plain(hint, COLUMN.code, hintText, 'note'),
      ...headed(hint, hintText, texts.gains.columns).slice(1),
      ...rows.flatMap((entry, index) => lineRow(context, first + index, entry, all)),
      plain(others, COLUMN.code, texts.gains.others, 'text'),
      ...blanks(others, [COLUMN.name, COLUMN.side, COLUMN.score, COLUMN.third, COLUMN.last], 'text'),
      live(
        others,
        COLUMN.second,
        ifNumber(sumCell, `ROUND(${sumCell}${lines},${EXACT})`),
        roundHalfUp(rest, EXACT),
        'difference',
      ),
      plain(sum, COLUMN.code, texts.gains.sum(ruleSet.scale.max), 'textBold'),
      ...blanks(sum, [COLUMN.name, COLUMN.side, COLUMN.score, COLUMN.third, COLUMN.last], 'textBold'),
      live(
        sum,
        COLUMN.second,
        ifNumber(totalCell, `${ruleSet.scale.max}-${totalCell}`),
        lacking,
        'scoreBold',
      ),
      ...afterRows(context, rows),
    ],
    merges: [
      { top: hint, left: COLUMN.code, bottom: hint, right: COLUMN.last },
      wide(others),
      wide(sum),
      ...[afterTotal, afterGrade].map((row) => ({ ...wide(row), right: COLUMN.third })),
    ],
    rowHeights: [
      [hint, heightOf(linesOf(hintText, SHEET_WIDTH))],
      ...headerHeight(hint + 1, texts.gains.columns),
      ...rows.flatMap(({ line }, index) => {
        const name = subjectName(line.subject, ruleSet, texts);
        return nameHeight(first + index, line.kind === 'rest' ? texts.gains.rest(name) : name);
      }),
    ],
  };
};
