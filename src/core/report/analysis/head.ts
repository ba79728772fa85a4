import type { GradeRule, RuleSet, TriagePolicy } from '../../rule-set';
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
import type { AnalysisContext } from './context';
import { COLUMN, COLUMN_WIDTHS, LIMIT_ROWS, type LimitRow } from './layout';
import { limitCell } from './limits';
import { totalChange } from './years';

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
  const change = totalChange(context);
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
      ifNumber(shown, `${shown}-${limitCell(context, 'target')}`),
      gap,
      'kpiDifference',
    ),
    change === undefined
      ? plain(KPI_VALUES, COLUMN.last, texts.noPreviousYear, 'kpiSmall')
      : live(KPI_VALUES, COLUMN.last, change.cell, change.change, 'kpiDifference'),
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
  const isSettled = ruleSet.gradeScale.readings.length === 1;
  const sameUnderAllReadings = isSettled ? texts.grade.settled : texts.grade.sameUnderAllReadings;
  const differsByReading = isSettled ? texts.grade.settledButMissing : texts.grade.differsByReading;
  const formula = `IF(COUNTIF(${levels},${at(first, COLUMN.last)})=${grade.cases.length},${quoted(sameUnderAllReadings)},${quoted(differsByReading)})`;
  return live(...place, formula, grade.certain ? sameUnderAllReadings : differsByReading, 'note');
};

const POLICIES = ['threshold', 'lowest', 'item'] as const satisfies readonly TriagePolicy[];

/** Year and policy in words; the policy and its limits are followed live. */
const subtitleOf = (context: AnalysisContext): { readonly formula: string; readonly text: string } => {
  const { assessment, texts } = context;
  const { limits, fiscalYear } = assessment;
  const pieces = (policy: TriagePolicy): readonly string[] => texts.policy[policy].split(/[{}]/);
  const isLimit = (piece: string): piece is Exclude<LimitRow, 'policy' | 'target'> =>
    LIMIT_ROWS.some((limit) => limit === piece);
  const text = pieces(limits.policy).map((piece) => (isLimit(piece) ? String(limits[piece]) : piece));
  const formulas = POLICIES.map((policy) =>
    pieces(policy)
      .map((piece) => (isLimit(piece) ? limitCell(context, piece) : quoted(piece)))
      .join('&'),
  );
  const [threshold = '', lowest = '', item = ''] = formulas;
  const policy = limitCell(context, 'policy');
  const { choices } = texts.settings;
  const start = texts.subtitle(fiscalYear);
  return {
    text: `${start}${text.join('')}`,
    formula: `${quoted(start)}&IF(${policy}=${quoted(choices.policy.item)},${item},IF(${policy}=${quoted(choices.policy.lowest)},${lowest},${threshold}))`,
  };
};

const across = (row: number, left: number, right: number) => ({ top: row, left, bottom: row, right });

/** Title, year and policy, and the four figures that everyone looks for. */
export const headParts = (context: AnalysisContext): SheetParts => {
  const { assessment, texts } = context;
  const { agency } = assessment;
  const subtitle = subtitleOf(context);
  const { code, name, side, score, second, third, last } = COLUMN;
  return {
    ...NO_PARTS,
    cells: [
      plain(TITLE, code, texts.title(agency), 'title'),
      live(SUBTITLE, code, subtitle.formula, subtitle.text, 'subtitle'),
      ...kpis(context),
      gradeNote(context),
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
    ],
    rowHeights: [
      [TITLE, 34],
      [SUBTITLE, heightOf(linesOf(subtitle.text, SHEET_WIDTH))],
      [KPI_VALUES, 40],
      [GRADE_NOTE, heightOf(1)],
    ],
  };
};
