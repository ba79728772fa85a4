import type { GradeRule, RuleSet } from '../../rule-set';
import { formatDecimal } from '../../text/numbers';
import {
  at,
  down,
  heightOf,
  ifNumber,
  linesOf,
  live,
  NO_PARTS,
  plain,
  quoted,
  type SheetParts,
} from '../sheet-parts';
import { limitCells, type AnalysisContext } from './context';
import { COLUMN, COLUMN_WIDTHS } from './layout';

const TITLE = 0;
const SUBTITLE = 1;
const KPI_LABELS = 3;
const KPI_VALUES = 4;
const GRADE_NOTE = 5;
const SHEET_WIDTH = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0);

/** Cells of the total and of the grade, which have names of their own. */
export const TOTAL_CELL = { row: KPI_VALUES, column: COLUMN.code } as const;
export const GRADE_CELL = { row: KPI_VALUES, column: COLUMN.side } as const;

export const gradeLabel = (code: string, ruleSet: RuleSet): string =>
  ruleSet.gradeScale.grades.find((grade) => grade.code === code)?.label ?? code;

/** Formula of the grade of a total, and of the least figure of the condition where the year has one. */
export const gradeFormula = (
  total: string,
  least: string | null,
  grades: readonly GradeRule[],
  decimals: number,
): string => {
  const lowest = quoted(grades.at(-1)?.label ?? '');
  const nested = grades.slice(0, -1).reduceRight((otherwise, { label, from, every }) => {
    const reaches = `ROUND(${total},${decimals})>=${from}`;
    const test =
      every === null || least === null ? reaches : `AND(${reaches},ROUND(${least},${decimals})>=${every})`;
    return `IF(${test},${quoted(label)},${otherwise})`;
  }, lowest);
  return ifNumber(total, nested);
};

const kpis = (context: AnalysisContext): SheetParts['cells'] => {
  const { assessment, layout, texts } = context;
  const { ruleSet, total, grade } = assessment;
  const sum = at(layout.weighted.total, COLUMN.second);
  const shown = at(KPI_VALUES, COLUMN.code);
  const gradeText = grade === null ? null : gradeLabel(grade.code, ruleSet);
  const formula =
    layout.cases === null
      ? gradeFormula(shown, null, ruleSet.gradeScale.grades, ruleSet.scale.decimals)
      : at(layout.cases.first, COLUMN.last);
  const gap = total.score === null ? null : total.score - ruleSet.target;
  return [
    plain(KPI_LABELS, COLUMN.code, texts.kpi.total, 'kpiLabel'),
    plain(KPI_LABELS, COLUMN.side, texts.kpi.grade, 'kpiLabel'),
    plain(KPI_LABELS, COLUMN.second, texts.kpi.gap, 'kpiLabel'),
    plain(KPI_LABELS, COLUMN.last, texts.kpi.change, 'kpiLabel'),
    live(KPI_VALUES, COLUMN.code, ifNumber(sum, sum), total.score, 'kpiNumber'),
    live(KPI_VALUES, COLUMN.side, formula, gradeText, 'kpiText'),
    live(
      KPI_VALUES,
      COLUMN.second,
      ifNumber(shown, `${shown}-${limitCells(context).target}`),
      gap,
      'kpiDifference',
    ),
    plain(KPI_VALUES, COLUMN.last, texts.noPreviousYear, 'kpiSmall'),
  ];
};

const gradeNote = ({ assessment, layout, texts }: AnalysisContext): SheetParts['cells'][number] => {
  const { grade, ruleSet, fiscalYear } = assessment;
  const place = [GRADE_NOTE, COLUMN.code] as const;
  if (grade === null) return plain(...place, texts.grade.noTotal, 'note');
  if (!ruleSet.gradeScale.settled) return plain(...place, texts.grade.rulesUnsettled(fiscalYear), 'note');
  if (layout.cases === null) return plain(...place, texts.grade.confirmed(fiscalYear), 'note');
  const { first } = layout.cases;
  const levels = down(first, first + grade.cases.length - 1, COLUMN.last);
  const { sameUnderAllReadings, differsByReading } = texts.grade;
  const formula = `IF(COUNTIF(${levels},${at(first, COLUMN.last)})=${grade.cases.length},${quoted(sameUnderAllReadings)},${quoted(differsByReading)})`;
  return live(...place, formula, grade.certain ? sameUnderAllReadings : differsByReading, 'note');
};

const across = (row: number, left: number, right: number) => ({ top: row, left, bottom: row, right });

/** Title, year and policy, the four figures that everyone looks for, and the limits that the formulas use. */
export const headParts = (context: AnalysisContext): SheetParts => {
  const { assessment, layout, texts } = context;
  const { limits, ruleSet, agency, fiscalYear } = assessment;
  const subtitle = texts.subtitle(
    fiscalYear,
    formatDecimal(limits.urgentBelow),
    formatDecimal(limits.improveBelow),
  );
  const limitRows = [
    [layout.limits.urgent, texts.limits.urgent, limits.urgentBelow],
    [layout.limits.improve, texts.limits.improve, limits.improveBelow],
    [layout.limits.target, texts.limits.target, ruleSet.target],
  ] as const;
  const { code, name, side, score, second, third, last } = COLUMN;
  return {
    ...NO_PARTS,
    cells: [
      plain(TITLE, code, texts.title(agency), 'title'),
      plain(SUBTITLE, code, subtitle, 'subtitle'),
      ...kpis(context),
      gradeNote(context),
      plain(layout.limits.heading, code, texts.limits.heading, 'section'),
      ...limitRows.flatMap(([row, text, value]) => [
        plain(row, code, text, 'text'),
        plain(row, score, value, 'limit'),
      ]),
    ],
    merges: [
      across(TITLE, code, last),
      across(SUBTITLE, code, last),
      ...[KPI_LABELS, KPI_VALUES].flatMap((row) => [
        across(row, code, name),
        across(row, side, score),
        across(row, second, third),
      ]),
      across(GRADE_NOTE, code, last),
      ...limitRows.map(([row]) => across(row, code, side)),
    ],
    rowHeights: [
      [TITLE, 34],
      [SUBTITLE, heightOf(linesOf(subtitle, SHEET_WIDTH))],
      [KPI_VALUES, 40],
      [GRADE_NOTE, heightOf(1)],
    ],
  };
};
