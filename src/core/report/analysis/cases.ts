import type { GradeCase, InstrumentResult } from '../../assess/assessment';
import { at, live, NO_PARTS, plain, type SheetParts } from '../sheet-parts';
import { blanks, headed, type AnalysisContext } from './context';
import { gradeFormula, gradeLabel } from './head';
import { COLUMN } from './layout';
import { indicatorRange, instrumentCell, partRange } from './weighted';

/** Formula of the least a group can hold whose missing figures are only bounded by the mean of all of them. */
const boundedLeast = (
  context: AnalysisContext,
  instrument: InstrumentResult,
  range: string | null,
  count: number,
  missing: number,
  bound: GradeCase['bound'],
): string => {
  const { min, max } = context.assessment.ruleSet.scale;
  const rest = `${count}*${instrumentCell(context, instrument)}-${range === null ? '0' : `SUM(${range})`}`;
  const least = bound === 'best' ? `(${rest})/${missing}` : `${rest}-${max * (missing - 1)}`;
  const limit = `MIN(${max},MAX(${min},${least}))`;
  return range === null || missing === count ? limit : `${range},${limit}`;
};

/** What one instrument puts before the condition under a reading, as arguments of MIN; follows `leastOfGroup`. */
const arguments_ = (
  context: AnalysisContext,
  instrument: InstrumentResult,
  { reading, bound }: GradeCase,
): string => {
  const { ruleSet, indicators } = context.assessment;
  const whole = instrumentCell(context, instrument);
  if (reading === 'instruments' || (reading === 'eitParts' && instrument.id !== 'EIT')) return whole;
  if (reading === 'eitParts') {
    const { parts } = instrument;
    if (parts.length === 0) return bound === 'best' ? whole : String(ruleSet.scale.min);
    const range = partRange(context, instrument);
    const missing = parts.filter(({ score }) => score === null).length;
    if (missing === 0 && range !== null) return range;
    return boundedLeast(context, instrument, range, parts.length, missing, bound);
  }
  const own = ruleSet.indicators.filter((rule) => rule.instrument === instrument.id).map(({ id }) => id);
  const missing = indicators.filter(({ id, score }) => own.includes(id) && score === null).length;
  const range = indicatorRange(context, instrument);
  return missing === 0 ? range : boundedLeast(context, instrument, range, own.length, missing, bound);
};

/** One row for each way to read the year's condition: the least figure that it looks at, and the grade it gives. */
export const caseParts = (context: AnalysisContext): SheetParts => {
  const { assessment, layout, texts } = context;
  const { grade, ruleSet, instruments } = assessment;
  if (layout.cases === null || grade === null) return NO_PARTS;
  const { heading, first } = layout.cases;
  const total = at(layout.weighted.total, COLUMN.second);
  const [reading, least, level] = texts.cases.columns;
  const rows = grade.cases.flatMap((entry, index) => {
    const row = first + index;
    const name = texts.cases.reading[entry.reading];
    const bound = texts.cases.bound[entry.bound];
    const formula = `MIN(${instruments.map((instrument) => arguments_(context, instrument, entry)).join(',')})`;
    const leastCell = at(row, COLUMN.second);
    const levelFormula = gradeFormula(total, leastCell, ruleSet.gradeScale.grades, ruleSet.scale.decimals);
    return [
      plain(row, COLUMN.code, bound === '' ? name : `${name} · ${bound}`, 'text'),
      ...blanks(row, [COLUMN.name, COLUMN.side, COLUMN.score, COLUMN.third], 'text'),
      live(row, COLUMN.second, formula, entry.least, 'score'),
      live(row, COLUMN.last, levelFormula, gradeLabel(entry.code, ruleSet), 'centered'),
    ];
  });
  const spans = [heading + 1, ...grade.cases.map((_, index) => first + index)];
  return {
    ...NO_PARTS,
    cells: [...headed(heading, texts.cases.heading, [reading, '', '', '', least, '', level]), ...rows],
    merges: spans.flatMap((row) => [
      { top: row, left: COLUMN.code, bottom: row, right: COLUMN.score },
      { top: row, left: COLUMN.second, bottom: row, right: COLUMN.third },
    ]),
  };
};
