import type { GradeCase, InstrumentResult } from '../../assess/assessment';
import type { GainLine } from '../../assess/gains';
import { gradeOf } from '../../assess/grade';
import type { RuleSet } from '../../rule-set';
import { at, ifNumber, live, plain, ranges, type SheetParts } from '../sheet-parts';
import { blanks, type AnalysisContext } from './context';
import type { GainRow } from './gain-rows';
import { gradeFormula, gradeLabel } from './head';
import { COLUMN } from './layout';
import { instrumentCell } from './weighted';

/** The score that is tried; what is no score counts for nothing, and the sheet says so. */
export const triedScore = ({ tried, line }: GainRow, { scale }: RuleSet): number | null =>
  typeof tried === 'number' && tried >= scale.min && tried <= scale.max && line.kind !== 'rest'
    ? tried
    : null;

/** What a tried score would change of the total; null where none is tried. */
export const effectOf = (row: GainRow, ruleSet: RuleSet): number | null => {
  const tried = triedScore(row, ruleSet);
  return tried === null ? null : row.line.coefficient * (tried - row.line.score);
};

type Effects = { readonly cells: readonly number[]; readonly points: number };

const NO_EFFECTS: Effects = { cells: [], points: 0 };

/** How much the tried scores move one figure: the effects of its lines on the total, over what a point of it is worth. */
const moved = (cell: string, effects: Effects, coefficient: number): string =>
  effects.cells.length === 0
    ? cell
    : `${cell}+SUM(${ranges(effects.cells, COLUMN.last).join(',')})/${coefficient}`;

type Figure = { readonly formula: string; readonly value: number };

/** What the condition of a reading looks at, once the tried scores count; undefined where a figure of it is missing. */
const figuresAfter = (
  context: AnalysisContext,
  { reading, bound }: GradeCase,
  effectsOf: (wanted: (line: GainLine) => boolean) => Effects,
): readonly Figure[] | undefined => {
  const { instruments, indicators, ruleSet } = context.assessment;
  if (bound !== 'known') return undefined;
  const figure = (cell: string, score: number, effects: Effects, coefficient: number): Figure => ({
    formula: moved(cell, effects, coefficient),
    value: score + effects.points / coefficient,
  });
  const wholeOf = (instrument: InstrumentResult): Figure | undefined =>
    instrument.score === null
      ? undefined
      : figure(
          instrumentCell(context, instrument),
          instrument.score,
          effectsOf((line) => line.instrument === instrument.id),
          instrument.weight,
        );
  const figures = instruments.flatMap((instrument): readonly (Figure | undefined)[] => {
    if (reading === 'instruments') return [wholeOf(instrument)];
    const own = ruleSet.indicators.filter((rule) => rule.instrument === instrument.id);
    if (reading === 'eitParts') {
      if (instrument.parts.length === 0) return [wholeOf(instrument)];
      return instrument.parts.map(({ part, score }) => {
        if (score === null) return undefined;
        const items = own.flatMap(({ from }) =>
          from.kind === 'parts' && from.part === part ? from.items : [],
        );
        const effects = effectsOf(
          ({ subject }) =>
            (subject.kind === 'part' && subject.instrument === instrument.id && subject.part === part) ||
            (subject.kind === 'item' && items.includes(subject.id)),
        );
        const cell = at(context.layout.partRow(instrument.id, part), COLUMN.score);
        return figure(cell, score, effects, instrument.weight / instrument.parts.length);
      });
    }
    return own.map(({ id }) => {
      const score = indicators.find((entry) => entry.id === id)?.score ?? null;
      if (score === null) return undefined;
      const share = instrument.weight / own.length;
      const alone = effectsOf((line) => line.indicator === id);
      // A part of the instrument that no item explains moves all of its indicators alike.
      const shared = effectsOf((line) => line.instrument === instrument.id && line.indicator === null);
      const cell = at(context.layout.indicatorRow(id), COLUMN.score);
      const first = figure(cell, score, alone, share);
      return figure(first.formula, first.value, shared, instrument.weight);
    });
  });
  const known = figures.flatMap((each) => each ?? []);
  return known.length === figures.length ? known : undefined;
};

/** Total and grade as they would be with the scores that are tried beside the lines. */
export const afterRows = (context: AnalysisContext, rows: readonly GainRow[]): SheetParts['cells'] => {
  const { assessment, layout, texts } = context;
  const { gains } = layout;
  const { total, grade, ruleSet } = assessment;
  if (gains === null || total.score === null) return [];
  const effectsOf = (wanted: (line: GainLine) => boolean): Effects =>
    rows.reduce(
      (sum, entry, index) =>
        entry.line.kind === 'rest' || !wanted(entry.line)
          ? sum
          : {
              cells: [...sum.cells, gains.first + index],
              points: sum.points + (effectOf(entry, ruleSet) ?? 0),
            },
      NO_EFFECTS,
    );
  const all = effectsOf(() => true);
  const totalCell = at(layout.weighted.total, COLUMN.second);
  const after = total.score + all.points;
  const afterCell = at(gains.afterTotal, COLUMN.last);
  const [best] = grade?.cases ?? [];
  const figures = best === undefined ? [] : figuresAfter(context, best, effectsOf);
  const least = figures === undefined || figures.length === 0 ? null : figures;
  const { gradeScale, scale } = ruleSet;
  const leastFormula = least === null ? null : `MIN(${least.map(({ formula }) => formula).join(',')})`;
  const leastValue = least === null ? null : Math.min(...least.map(({ value }) => value));
  const isKnown = figures !== undefined;
  return [
    plain(gains.afterTotal, COLUMN.code, texts.gains.afterTotal, 'textBold'),
    ...blanks(
      gains.afterTotal,
      [COLUMN.name, COLUMN.side, COLUMN.score, COLUMN.second, COLUMN.third],
      'textBold',
    ),
    live(gains.afterTotal, COLUMN.last, ifNumber(totalCell, moved(totalCell, all, 1)), after, 'scoreBold'),
    plain(gains.afterGrade, COLUMN.code, texts.gains.afterGrade, 'textBold'),
    ...blanks(
      gains.afterGrade,
      [COLUMN.name, COLUMN.side, COLUMN.score, COLUMN.second, COLUMN.third],
      'textBold',
    ),
    isKnown
      ? live(
          gains.afterGrade,
          COLUMN.last,
          gradeFormula(afterCell, leastFormula, gradeScale.grades, scale.decimals),
          gradeLabel(gradeOf(after, leastValue ?? scale.max, gradeScale, scale.decimals), ruleSet),
          'centered',
        )
      : plain(gains.afterGrade, COLUMN.last, texts.gains.gradeUnknown, 'centered'),
  ];
};
