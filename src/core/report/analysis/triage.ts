import type { InstrumentId, TriageLevel, TriagePolicy } from '../../rule-set';
import { quoted, ranges, type SheetParts } from '../sheet-parts';
import { LOOKS } from '../styles';
import { at } from '../sheet-parts';
import type { AnalysisContext } from './context';
import { COLUMN } from './layout';
import { limitCell } from './limits';

const SLACK = '0.000000001';

const word = ({ texts }: AnalysisContext, level: TriageLevel): string => quoted(texts.triage[level]);

const printed = ({ assessment }: AnalysisContext, number: string): string =>
  `ROUND(${number},${assessment.ruleSet.scale.decimals})`;

/** How much a score may lie below or above a printed value and still be printed so. */
const half = ({ assessment }: AnalysisContext): string =>
  String(0.5 / 10 ** assessment.ruleSet.scale.decimals);

const byThreshold = (score: string, context: AnalysisContext): string => {
  const own = printed(context, score);
  const rest = `IF(${own}<${limitCell(context, 'improveBelow')},${word(context, 'improve')},${word(context, 'maintain')})`;
  return `IF(${own}<${limitCell(context, 'urgentBelow')},${word(context, 'urgent')},${rest})`;
};

/**
 * The weakest of all is urgent; of those of its instrument that are printed higher, the weakest is to improve. Ranges
 * may hold empty texts, which can be counted by a limit but not rounded.
 */
const byLowest = (score: string, all: string, ownInstrument: string, context: AnalysisContext): string => {
  const own = printed(context, score);
  const lowest = printed(context, `MIN(${all})`);
  const asLow = `COUNTIF(${ownInstrument},"<"&(${lowest}+${half(context)}-${SLACK}))`;
  const next = printed(context, `LARGE(${ownInstrument},COUNT(${ownInstrument})-${asLow})`);
  const weak = `IF(${own}<=${lowest},${word(context, 'urgent')},IF(${own}<=${next},${word(context, 'improve')},${word(context, 'maintain')}))`;
  return `IF(${own}>=${limitCell(context, 'lowestMaintainFrom')},${word(context, 'maintain')},${weak})`;
};

const itemByItem = (score: string, instrument: InstrumentId, context: AnalysisContext): string =>
  instrument === 'OIT'
    ? `IF(${printed(context, score)}<=${limitCell(context, 'itemUrgentUpTo')},${word(context, 'urgent')},${word(context, 'maintain')})`
    : `IF(${printed(context, score)}<${limitCell(context, 'itemImproveBelow')},${word(context, 'improve')},${word(context, 'maintain')})`;

/** The weakest group of the items that are known, counted by their scores. */
const indicatorByItem = (
  items: readonly string[],
  instrument: InstrumentId,
  context: AnalysisContext,
): string => {
  if (items.length === 0) return '""';
  const [border, level] =
    instrument === 'OIT'
      ? ([`${limitCell(context, 'itemUrgentUpTo')}+${half(context)}-${SLACK}`, 'urgent'] as const)
      : ([`${limitCell(context, 'itemImproveBelow')}-${half(context)}-${SLACK}`, 'improve'] as const);
  const weak = items.map((range) => `COUNTIF(${range},"<"&(${border}))`).join('+');
  return `IF(COUNT(${items.join(',')})=0,"",IF(${weak}>0,${word(context, level)},${word(context, 'maintain')}))`;
};

/** Formula of the group by whichever policy is in force; two need the score itself. */
const byPolicy = (
  score: string,
  formulas: Readonly<Record<TriagePolicy, string>>,
  context: AnalysisContext,
): string => {
  const policy = limitCell(context, 'policy');
  const words = context.texts.settings.choices.policy;
  const byScore = `IF(${policy}=${quoted(words.lowest)},${formulas.lowest},${formulas.threshold})`;
  return `IF(${policy}=${quoted(words.item)},${formulas.item},IF(ISNUMBER(${score}),${byScore},""))`;
};

const inputRows = ({ layout }: AnalysisContext, ids: readonly string[]): readonly number[] =>
  layout.inputs.rows.flatMap(({ subject, row }) =>
    subject.kind === 'item' && ids.includes(subject.id) ? row : [],
  );

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** Formula of an indicator's group, live in scores, limits and policy. */
export const indicatorTriage = (context: AnalysisContext, id: number): string => {
  const { assessment, layout } = context;
  const { indicators, items } = assessment.ruleSet;
  const instrument = indicators.find((rule) => rule.id === id)?.instrument ?? 'IIT';
  const score = at(layout.indicatorRow(id), COLUMN.score);
  const { first, last } = layout.indicators;
  const all = `${at(first, COLUMN.score)}:${at(last, COLUMN.score)}`;
  const rows = indicators
    .filter((rule) => rule.instrument === instrument)
    .map((rule) => layout.indicatorRow(rule.id));
  const own = ranges(rows, COLUMN.score).join(',');
  const itemIds = items.filter(({ indicator }) => indicator === id).map((item) => item.id);
  return byPolicy(
    score,
    {
      threshold: byThreshold(score, context),
      lowest: byLowest(score, absolute(all), absolute(own), context),
      item: indicatorByItem(
        ranges(inputRows(context, itemIds), COLUMN.score).map(absolute),
        instrument,
        context,
      ),
    },
    context,
  );
};

/** Formula of the group of an item that stands in a row of its own. */
export const itemTriage = (context: AnalysisContext, id: string, row: number): string => {
  const { items } = context.assessment.ruleSet;
  const instrument = items.find((rule) => rule.id === id)?.instrument ?? 'IIT';
  const score = at(row, COLUMN.score);
  const rangeOf = (ids: readonly string[]): string =>
    absolute(ranges(inputRows(context, ids), COLUMN.score).join(','));
  const all = rangeOf(items.map((rule) => rule.id));
  const own = rangeOf(items.filter((rule) => rule.instrument === instrument).map((rule) => rule.id));
  const item = `IF(ISNUMBER(${score}),${itemByItem(score, instrument, context)},"")`;
  return byPolicy(
    score,
    { threshold: byThreshold(score, context), lowest: byLowest(score, all, own, context), item },
    context,
  );
};

/** Colours of the triage column, by the words that stand in it. */
export const triageFormats = (
  first: number,
  last: number,
  column: number,
  { triage }: AnalysisContext['texts'],
): SheetParts['conditionalFormats'] =>
  (['urgent', 'improve', 'maintain'] as const).map((level) => ({
    kind: 'formula',
    range: { top: first, left: column, bottom: last, right: column },
    formula: `${at(first, column)}="${triage[level]}"`,
    look: LOOKS[level],
  }));
