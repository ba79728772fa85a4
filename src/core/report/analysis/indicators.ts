import type { IndicatorResult } from '../../assess/assessment';
import {
  at,
  completeAverage,
  ifNumber,
  live,
  NO_PARTS,
  plain,
  ranges,
  type SheetParts,
} from '../sheet-parts';
import { blanks, headed, headerHeight, nameHeight, type AnalysisContext } from './context';
import { COLUMN } from './layout';
import { limitCell } from './limits';
import { indicatorTriage, triageFormats } from './triage';

const scoreFormula = (context: AnalysisContext, { id, from }: IndicatorResult): string | null => {
  const { layout, assessment } = context;
  const rule = assessment.ruleSet.indicators.find((indicator) => indicator.id === id);
  if (from === null || rule === undefined) return null;
  if (from === 'given') {
    const input = at(layout.inputRow({ kind: 'indicator', indicator: id }), COLUMN.score);
    return ifNumber(input, input);
  }
  const rows =
    rule.from.kind === 'subIndicators'
      ? rule.from.subIndicators.map((subIndicator) => layout.subIndicatorRow(subIndicator))
      : rule.from.items.map((item) => layout.inputRow({ kind: 'item', id: item }));
  return completeAverage(ranges(rows, COLUMN.score).join(','), rows.length);
};

/**
 * Rank by the score as it is printed; equal ones go by their place. Scores are compared with the borders of rounding
 * instead of being rounded, because a range that holds an empty text can be compared but not rounded.
 */
const rankFormula = (row: number, first: number, last: number, decimals: number): string => {
  const score = at(row, COLUMN.score);
  const printed = `ROUND(${score},${decimals})`;
  const half = 0.5 / 10 ** decimals;
  const slack = 1e-9;
  const beats = (from: number, to: number, border: string): string => {
    const range = `${at(from, COLUMN.score)}:${at(to, COLUMN.score)}`;
    return from > to ? '' : `+COUNTIF(${range},">"&(${printed}${border}))`;
  };
  const earlier = beats(first, row - 1, `-${half}-${slack.toFixed(9)}`);
  const later = beats(row + 1, last, `+${half}-${slack.toFixed(9)}`);
  return ifNumber(score, `1${earlier}${later}`);
};

const indicatorRow = (context: AnalysisContext, indicator: IndicatorResult): SheetParts['cells'] => {
  const { assessment, layout, texts } = context;
  const { ruleSet } = assessment;
  const row = layout.indicatorRow(indicator.id);
  const name = ruleSet.indicators.find(({ id }) => id === indicator.id)?.name ?? '';
  const score = at(row, COLUMN.score);
  const formula = scoreFormula(context, indicator);
  const gap = indicator.score === null ? null : indicator.score - ruleSet.target;
  const from = indicator.from === null ? null : texts.indicators.from[indicator.from];
  const { first, last } = layout.indicators;
  return [
    plain(row, COLUMN.code, indicator.id, 'rank'),
    plain(row, COLUMN.name, name, 'text'),
    plain(row, COLUMN.side, from, 'centered'),
    formula === null
      ? plain(row, COLUMN.score, null, 'score')
      : live(row, COLUMN.score, formula, indicator.score, 'score'),
    live(row, COLUMN.second, rankFormula(row, first, last, ruleSet.scale.decimals), indicator.rank, 'rank'),
    live(row, COLUMN.third, ifNumber(score, `${score}-${limitCell(context, 'target')}`), gap, 'difference'),
    live(
      row,
      COLUMN.last,
      indicatorTriage(context, indicator.id),
      indicator.triage === null ? null : texts.triage[indicator.triage],
      'centered',
    ),
  ];
};

/** The ten indicators, grouped by instrument: score, rank, distance to the target, triage. */
export const indicatorParts = (context: AnalysisContext): SheetParts => {
  const { assessment, layout, texts } = context;
  const { ruleSet, indicators } = assessment;
  const { heading, first, last } = layout.indicators;
  const others = [COLUMN.name, COLUMN.side, COLUMN.score, COLUMN.second, COLUMN.third, COLUMN.last];
  const groups = ruleSet.instruments.flatMap(({ id, name }) => {
    const row = layout.groupRow(id);
    return [plain(row, COLUMN.code, `${id} ${name}`, 'group'), ...blanks(row, others, 'group')];
  });
  return {
    cells: [
      ...headed(heading, texts.indicators.heading, texts.indicators.columns),
      ...groups,
      ...indicators.flatMap((indicator) => indicatorRow(context, indicator)),
    ],
    merges: ruleSet.instruments.map(({ id }) => {
      const row = layout.groupRow(id);
      return { top: row, left: COLUMN.code, bottom: row, right: COLUMN.last };
    }),
    rowHeights: [
      ...headerHeight(heading + 1, texts.indicators.columns),
      ...ruleSet.indicators.flatMap(({ id, name }) => nameHeight(layout.indicatorRow(id), name)),
    ],
    conditionalFormats: triageFormats(first, last, COLUMN.last, texts),
  };
};

/** Sub-indicators of OIT: the mean of their items, each weighing the same in the indicator. */
export const subIndicatorParts = (context: AnalysisContext): SheetParts => {
  const { assessment, layout, texts } = context;
  if (layout.subIndicators === null) return NO_PARTS;
  const rows = assessment.subIndicators.map(({ id, score, from }) => {
    const row = layout.subIndicatorRow(id);
    const rule = assessment.ruleSet.subIndicators.find((entry) => entry.id === id);
    const items =
      from === 'items' ? (rule?.items ?? []).map((item) => layout.inputRow({ kind: 'item', id: item })) : [];
    const input = from === 'given' ? at(layout.inputRow({ kind: 'subIndicator', id }), COLUMN.score) : '';
    const formula =
      from === 'given'
        ? ifNumber(input, input)
        : completeAverage(ranges(items, COLUMN.score).join(','), items.length);
    return {
      row,
      name: rule?.name ?? '',
      cells: [
        plain(row, COLUMN.code, id, 'centered'),
        plain(row, COLUMN.name, rule?.name ?? '', 'text'),
        plain(row, COLUMN.side, from === null ? null : texts.indicators.from[from], 'centered'),
        from === null
          ? plain(row, COLUMN.score, null, 'score')
          : live(row, COLUMN.score, formula, score, 'score'),
      ],
    };
  });
  return {
    ...NO_PARTS,
    cells: [
      ...headed(layout.subIndicators.heading, texts.subIndicators.heading, texts.subIndicators.columns),
      ...rows.flatMap(({ cells }) => cells),
    ],
    rowHeights: rows.flatMap(({ row, name }) => nameHeight(row, name)),
  };
};
