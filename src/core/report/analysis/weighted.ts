import type { InstrumentResult } from '../../assess/assessment';
import { at, completeAverage, down, ifNumber, live, NO_PARTS, plain, type SheetParts } from '../sheet-parts';
import { blanks, headed, headerHeight, nameHeight, type AnalysisContext } from './context';
import { COLUMN } from './layout';

/** Cell of an instrument's score on the sheet. */
export const instrumentCell = ({ layout }: AnalysisContext, { id }: InstrumentResult): string =>
  at(layout.instrumentRow(id), COLUMN.score);

const indicatorsOf = ({ assessment }: AnalysisContext, { id }: InstrumentResult): readonly number[] =>
  assessment.ruleSet.indicators.filter(({ instrument }) => instrument === id).map((rule) => rule.id);

/** Cells of an instrument's indicators, which stand below one another. */
export const indicatorRange = (context: AnalysisContext, instrument: InstrumentResult): string => {
  const rows = indicatorsOf(context, instrument).map((id) => context.layout.indicatorRow(id));
  return down(Math.min(...rows), Math.max(...rows), COLUMN.score);
};

/** Cells of the parts of an instrument; null where the sheet shows none. */
export const partRange = ({ layout }: AnalysisContext, { id, parts }: InstrumentResult): string | null => {
  if (!parts.some(({ score }) => score !== null)) return null;
  const rows = parts.map(({ part }) => layout.partRow(id, part));
  return down(Math.min(...rows), Math.max(...rows), COLUMN.score);
};

const scoreFormula = (context: AnalysisContext, instrument: InstrumentResult): string | null => {
  const { id, from, parts } = instrument;
  switch (from) {
    case 'parts':
      return completeAverage(partRange(context, instrument) ?? '', parts.length);
    case 'given': {
      const input = at(context.layout.inputRow({ kind: 'instrument', instrument: id }), COLUMN.score);
      return ifNumber(input, input);
    }
    case 'indicators':
    case null:
      return completeAverage(indicatorRange(context, instrument), indicatorsOf(context, instrument).length);
  }
};

const reported = (
  context: AnalysisContext,
  instrument: InstrumentResult,
  row: number,
): SheetParts['cells'] => {
  const subject = { kind: 'instrument', instrument: instrument.id } as const;
  return [
    { read: instrument.given, figure: 'score', column: COLUMN.third } as const,
    { read: instrument.givenWeighted, figure: 'weighted', column: COLUMN.last } as const,
  ].map(({ read, figure, column }) => {
    if (read === null) return plain(row, column, null, 'score');
    const input = at(context.layout.inputRow(subject, figure), COLUMN.score);
    return live(row, column, ifNumber(input, input), read.value, 'score');
  });
};

const instrumentRow = (context: AnalysisContext, instrument: InstrumentResult): SheetParts['cells'] => {
  const { layout, assessment } = context;
  const row = layout.instrumentRow(instrument.id);
  const name = assessment.ruleSet.instruments.find(({ id }) => id === instrument.id)?.name ?? '';
  const score = at(row, COLUMN.score);
  const formula = scoreFormula(context, instrument);
  return [
    plain(row, COLUMN.code, instrument.id, 'centered'),
    plain(row, COLUMN.name, name, 'text'),
    plain(row, COLUMN.side, instrument.weight, 'weight'),
    formula === null
      ? plain(row, COLUMN.score, null, 'score')
      : live(row, COLUMN.score, formula, instrument.score, 'score'),
    live(
      row,
      COLUMN.second,
      ifNumber(score, `${at(row, COLUMN.side)}*${score}`),
      instrument.weighted,
      'score',
    ),
    ...reported(context, instrument, row),
  ];
};

const partRows = (context: AnalysisContext, instrument: InstrumentResult): SheetParts['cells'] => {
  const { layout, texts } = context;
  if (partRange(context, instrument) === null) return [];
  return instrument.parts.flatMap(({ part, score, from }) => {
    const row = layout.partRow(instrument.id, part);
    return [
      plain(row, COLUMN.name, texts.weighted.part(part), 'textIndented'),
      from === null
        ? plain(row, COLUMN.score, null, 'score')
        : live(row, COLUMN.score, partFormula(context, instrument, part, from), score, 'score'),
      ...blanks(row, [COLUMN.code, COLUMN.side, COLUMN.second, COLUMN.third, COLUMN.last], 'text'),
    ];
  });
};

const partFormula = (
  context: AnalysisContext,
  instrument: InstrumentResult,
  part: string,
  from: 'given' | 'items',
): string => {
  const { layout, assessment } = context;
  if (from === 'given') {
    const input = at(layout.inputRow({ kind: 'part', instrument: instrument.id, part }), COLUMN.score);
    return ifNumber(input, input);
  }
  const itemRows = indicatorsOf(context, instrument).flatMap((id) => {
    const rule = assessment.ruleSet.indicators.find((indicator) => indicator.id === id);
    return rule?.from.kind === 'parts'
      ? [rule.from.items.map((item) => layout.inputRow({ kind: 'item', id: item }))]
      : [];
  });
  const ranges = itemRows.map((rows) => down(Math.min(...rows), Math.max(...rows), COLUMN.score));
  const count = itemRows.flat().length;
  const means = ranges.map((range) => `AVERAGE(${range})`).join(',');
  return `IF(COUNT(${ranges.join(',')})=${count},AVERAGE(${means}),"")`;
};

/** The weighted table: share, mean and weighted score of each instrument, what the workbook reported, and the total. */
export const weightedParts = (context: AnalysisContext): SheetParts => {
  const { assessment, layout, texts } = context;
  const { instruments, total } = assessment;
  const { first, total: row, heading } = layout.weighted;
  const weighted = down(first, row - 1, COLUMN.second);
  const sum = `IF(COUNT(${weighted})=${instruments.length},SUM(${weighted}),"")`;
  const input = total.given === null ? null : at(layout.inputRow({ kind: 'total' }), COLUMN.score);
  const header = headed(heading, texts.weighted.heading, ['', ...texts.weighted.columns]);
  return {
    ...NO_PARTS,
    cells: [
      ...header,
      ...instruments.flatMap((instrument) => [
        ...instrumentRow(context, instrument),
        ...partRows(context, instrument),
      ]),
      plain(row, COLUMN.code, null, 'textBold'),
      plain(row, COLUMN.name, texts.weighted.total, 'textBold'),
      live(
        row,
        COLUMN.side,
        `SUM(${down(first, row - 1, COLUMN.side)})`,
        instruments.reduce((all, { weight }) => all + weight, 0),
        'weight',
      ),
      plain(row, COLUMN.score, null, 'score'),
      live(row, COLUMN.second, sum, total.score, 'scoreBold'),
      plain(row, COLUMN.third, null, 'score'),
      input === null
        ? plain(row, COLUMN.last, null, 'score')
        : live(row, COLUMN.last, ifNumber(input, input), total.given?.value ?? null, 'score'),
    ],
    rowHeights: [
      ...headerHeight(heading + 1, ['', ...texts.weighted.columns]),
      ...instruments.flatMap(({ id }) =>
        nameHeight(
          layout.instrumentRow(id),
          assessment.ruleSet.instruments.find((rule) => rule.id === id)?.name ?? '',
        ),
      ),
    ],
  };
};
