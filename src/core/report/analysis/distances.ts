import type { Distance, Distances } from '../../assess/distances';
import type { Subject } from '../../read/reading';
import { at, ifNumber, live, NO_PARTS, plain, type SheetParts } from '../sheet-parts';
import { blanks, headed, headerHeight, nameHeight, type AnalysisContext } from './context';
import { gradeLabel } from './head';
import { COLUMN } from './layout';
import { limitCell } from './limits';
import { subjectName } from './subject-name';

type Row = {
  readonly what: string;
  readonly subject: Subject;
  readonly distance: Distance;
  /** Formula of the limit where it is a setting; null for one of the rules. */
  readonly limit: string | null;
};

const TOTAL: Subject = { kind: 'total' };

/** What is still to be reached: the next grade with its condition as it is read best, the target, and the later one. */
export const distanceRows = (
  { nextGrade, target, longTerm }: Distances,
  context: Pick<AnalysisContext, 'assessment' | 'texts'>,
): readonly Row[] => {
  const { assessment, texts } = context;
  if (target.score === null) return [];
  const grade = nextGrade === null ? '' : gradeLabel(nextGrade.code, assessment.ruleSet);
  const [condition] = nextGrade?.conditions ?? [];
  return [
    ...(nextGrade === null
      ? []
      : [{ what: texts.distances.grade(grade), subject: TOTAL, distance: nextGrade.total, limit: null }]),
    ...(condition?.figures ?? []).map(({ subject, ...distance }): Row => ({
      what: texts.distances.condition(grade),
      subject,
      distance,
      limit: null,
    })),
    { what: texts.distances.target, subject: TOTAL, distance: target, limit: 'target' },
    { what: texts.distances.longTerm(longTerm.by), subject: TOTAL, distance: longTerm, limit: null },
  ];
};

/** What a figure is called in few words: instruments by their letters. */
const shortName = (subject: Subject, { assessment, texts }: AnalysisContext): string => {
  if (subject.kind === 'instrument') return subject.instrument;
  if (subject.kind === 'part') return texts.form.part(subject.instrument, subject.part);
  return subjectName(subject, assessment.ruleSet, texts);
};

const scoreCell = ({ layout }: AnalysisContext, subject: Subject): string => {
  switch (subject.kind) {
    case 'instrument':
      return at(layout.instrumentRow(subject.instrument), COLUMN.score);
    case 'part':
      return at(layout.partRow(subject.instrument, subject.part), COLUMN.score);
    case 'indicator':
      return at(layout.indicatorRow(subject.indicator), COLUMN.score);
    case 'item':
    case 'subIndicator':
    case 'total':
      return at(layout.weighted.total, COLUMN.second);
  }
};

const rowCells = (context: AnalysisContext, row: number, entry: Row): SheetParts['cells'] => {
  const { ruleSet } = context.assessment;
  const { what, subject, distance } = entry;
  const name = shortName(subject, context);
  const [score, limit] = [at(row, COLUMN.score), at(row, COLUMN.second)];
  const lacking = `IF(ROUND(${score},${ruleSet.scale.decimals})>=${limit},0,${limit}-${score})`;
  const isShown = distance.score !== null;
  return [
    plain(row, COLUMN.code, what, 'text'),
    ...blanks(row, [COLUMN.name], 'text'),
    plain(row, COLUMN.side, null, 'text'),
    isShown
      ? live(
          row,
          COLUMN.score,
          ifNumber(scoreCell(context, subject), scoreCell(context, subject)),
          distance.score,
          'score',
        )
      : plain(row, COLUMN.score, null, 'score'),
    entry.limit === null
      ? plain(row, COLUMN.second, distance.limit, 'score')
      : live(row, COLUMN.second, limitCell(context, 'target'), distance.limit, 'score'),
    isShown
      ? live(row, COLUMN.third, ifNumber(score, lacking), distance.points, 'score')
      : plain(row, COLUMN.third, null, 'score'),
    plain(row, COLUMN.last, name, 'text'),
  ];
};

/** How far the total and what the condition of the next grade names are from their limits. */
export const distanceParts = (context: AnalysisContext): SheetParts => {
  const { layout, texts, distances } = context;
  const rows = distanceRows(distances, context);
  if (layout.distances === null) return NO_PARTS;
  const { heading, first } = layout.distances;
  const [what, score, limit, lacking, name] = texts.distances.columns;
  const columns = [what, '', '', score, limit, lacking, name];
  return {
    ...NO_PARTS,
    cells: [
      ...headed(heading, texts.distances.heading, columns),
      ...rows.flatMap((entry, index) => rowCells(context, first + index, entry)),
    ],
    merges: [heading + 1, ...rows.map((_, index) => first + index)].map((row) => ({
      top: row,
      left: COLUMN.code,
      bottom: row,
      right: COLUMN.side,
    })),
    rowHeights: [
      ...headerHeight(heading + 1, columns),
      ...rows.flatMap(({ subject }, index) =>
        nameHeight(first + index, shortName(subject, context), COLUMN.last),
      ),
    ],
  };
};
