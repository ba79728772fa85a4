import type { Assessment } from '../../assess/assessment';
import type { PlannedCell } from '../../change-plan';
import type { ScoreTable } from '../../read/score-table';
import type { ReadFigure } from '../../read/reading';
import { GRADE_CELL, gradeLabel } from '../analysis/head';
import { COLUMN, type AnalysisLayout } from '../analysis/layout';
import type { ReportTexts } from '../report-texts';
import type { BesideColumn } from './place-columns';
import { at, ifNumber, live, plain } from '../sheet-parts';

/** What the columns beside an officer's table are made from. */
export type BesideContext = {
  readonly assessment: Assessment;
  readonly layout: AnalysisLayout;
  readonly texts: ReportTexts;
  /** The analysis sheet as formulas name it, with `!`. */
  readonly analysis: string;
};

/** A table of the officer's with the figures of it that were used, one in each row. */
export type BesideTarget = {
  readonly table: ScoreTable;
  readonly figures: readonly ReadFigure[];
  /** First column right of the table. */
  readonly left: number;
};

type MakeCell = (figure: ReadFigure, row: number, column: number) => readonly PlannedCell[];

/** Weighted score of an instrument or of the total; of an indicator its share in that, where the instrument has one. */
const weightedCell =
  ({ assessment, layout, analysis }: BesideContext): MakeCell =>
  ({ subject }, row, column) => {
    const { ruleSet, instruments, indicators, total } = assessment;
    const shown = (sourceRow: number, value: number | null): readonly PlannedCell[] => {
      const cell = `${analysis}${at(sourceRow, COLUMN.second)}`;
      return [live(row, column, ifNumber(cell, cell), value, 'score')];
    };
    if (subject.kind === 'total') return shown(layout.weighted.total, total.score);
    if (subject.kind === 'instrument') {
      const result = instruments.find(({ id }) => id === subject.instrument);
      return shown(layout.instrumentRow(subject.instrument), result?.weighted ?? null);
    }
    if (subject.kind !== 'indicator') return [];
    const rule = ruleSet.indicators.find(({ id }) => id === subject.indicator);
    const instrument = instruments.find(({ id }) => id === rule?.instrument);
    // Shares of a score that was given, or made of parts, would not add up to it.
    if (rule === undefined || instrument?.from !== 'indicators') return [];
    const count = ruleSet.indicators.filter((other) => other.instrument === rule.instrument).length;
    const score = indicators.find(({ id }) => id === rule.id)?.score ?? null;
    const cell = `${analysis}${at(layout.indicatorRow(rule.id), COLUMN.score)}`;
    const weight = `${analysis}${at(layout.instrumentRow(rule.instrument), COLUMN.side)}`;
    const value = score === null ? null : (score * instrument.weight) / count;
    return [live(row, column, ifNumber(cell, `${cell}*${weight}/${count}`), value, 'score')];
  };

const triageCell =
  ({ assessment, layout, texts, analysis }: BesideContext): MakeCell =>
  ({ subject }, row, column) => {
    const cells = (source: string, triage: keyof ReportTexts['triage'] | null): readonly PlannedCell[] => [
      live(row, column, `${analysis}${source}`, triage === null ? null : texts.triage[triage], 'centered'),
    ];
    if (subject.kind === 'indicator') {
      const result = assessment.indicators.find(({ id }) => id === subject.indicator);
      return cells(at(layout.indicatorRow(subject.indicator), COLUMN.last), result?.triage ?? null);
    }
    if (subject.kind !== 'item') return [];
    const place = layout.items?.groups.flatMap(({ items }) => items).find(({ id }) => id === subject.id);
    const result = assessment.items.find(({ id }) => id === subject.id);
    return place === undefined ? [] : cells(at(place.row, COLUMN.second), result?.triage ?? null);
  };

/** The agency's grade, once: beside its total, or in the first row of a table that has none. */
const gradeCell = ({ assessment, analysis }: BesideContext, figures: readonly ReadFigure[]): MakeCell => {
  const { grade, ruleSet } = assessment;
  const place = figures.find(({ subject }) => subject.kind === 'total') ?? figures[0];
  const source = `${analysis}${at(GRADE_CELL.row, GRADE_CELL.column)}`;
  const label = grade === null ? null : gradeLabel(grade.code, ruleSet);
  return (figure, row, column) => (figure === place ? [live(row, column, source, label, 'centered')] : []);
};

/**
 * Columns for a table, from its right edge on: for indicators and instruments the weighted score (unless the officer
 * has such a column), the grade and the triage; for items the triage alone.
 */
export const columnsBeside = (target: BesideTarget, context: BesideContext): readonly BesideColumn[] => {
  const { table, figures, left } = target;
  const { beside } = context.texts;
  const isItems = figures.every(({ subject }) => subject.kind === 'item');
  const hasWeighted = table.columns.some(({ role }) => role === 'weighted');
  const candidates: readonly (readonly [string, MakeCell])[] = [
    ...(isItems || hasWeighted ? [] : [[beside.weighted, weightedCell(context)] as const]),
    ...(isItems ? [] : [[beside.grade, gradeCell(context, figures)] as const]),
    [beside.triage, triageCell(context)],
  ];
  const filled = candidates.filter(([, make]) => figures.some((figure) => make(figure, 0, 0).length > 0));
  return filled.map(([heading, make], index) => [
    plain(table.headerRow, left + index, heading, 'header'),
    ...figures.flatMap((figure) => {
      const { row } = figure.cell;
      const made = make(figure, row, left + index);
      return made.length > 0 ? made : [plain(row, left + index, null, 'centered')];
    }),
  ]);
};
