import type { Assessment } from '../../assess/assessment';
import type { YearScores } from '../../assess/compare-years';
import { cellName } from '../../cell-address';
import type { PlannedCell } from '../../change-plan';
import { at, heightOf, linesOf, live, NO_PARTS, plain, quoted, type SheetParts } from '../sheet-parts';
import { headed, headerHeight, nameHeight, type AnalysisContext } from './context';
import { indicatorFormula, instrumentFormula, orBlank, totalFormula, type Live } from './earlier-figures';
import { COLUMN, COLUMN_WIDTHS } from './layout';
import { instrumentCell } from './weighted';
import { itemTable } from './year-items';

/** Years that stand side by side on a page; older ones are left to the charts. */
const MOST_YEARS = 4;
const YEAR_COLUMNS = [COLUMN.side, COLUMN.score, COLUMN.second, COLUMN.third] as const;

/** Years that the sheet sets side by side, the newest first; none where there is only one. */
export const yearsShown = ({ comparison }: Pick<AnalysisContext, 'comparison'>): readonly YearScores[] =>
  comparison.years.length < 2 ? [] : comparison.years.slice(0, MOST_YEARS);

type Row = {
  readonly code: string | null;
  readonly name: string;
  /** Cell of this year's score on the sheet. */
  readonly own: string;
  readonly scoreOf: (year: YearScores) => number | null;
  readonly formulaOf: (earlier: Assessment) => Live;
  readonly isCompared: boolean;
};

const rowsOf = (context: AnalysisContext): readonly Row[] => {
  const { assessment, layout, texts, comparison } = context;
  const { ruleSet, instruments, indicators } = assessment;
  const apart = comparison.changes[0]?.indicatorsApart ?? [];
  const instrumentRows = instruments.map((instrument): Row => ({
    code: instrument.id,
    name: ruleSet.instruments.find(({ id }) => id === instrument.id)?.name ?? '',
    own: instrumentCell(context, instrument),
    scoreOf: (year) => year.instruments.find(({ id }) => id === instrument.id)?.score ?? null,
    formulaOf: (earlier) => {
      const before = earlier.instruments.find(({ id }) => id === instrument.id);
      return before === undefined ? null : instrumentFormula(earlier, before);
    },
    isCompared: true,
  }));
  const indicatorRows = indicators.map(({ id: indicator }): Row => ({
    code: String(indicator),
    name: ruleSet.indicators.find(({ id }) => id === indicator)?.name ?? '',
    own: at(layout.indicatorRow(indicator), COLUMN.score),
    scoreOf: (year) => year.indicators.find(({ id }) => id === indicator)?.score ?? null,
    formulaOf: (earlier) => {
      const before = earlier.indicators.find(({ id }) => id === indicator);
      return before === undefined ? null : indicatorFormula(before);
    },
    isCompared: !apart.includes(indicator),
  }));
  const total: Row = {
    code: null,
    name: texts.years.total,
    own: at(layout.weighted.total, COLUMN.second),
    scoreOf: (year) => year.total,
    formulaOf: totalFormula,
    isCompared: true,
  };
  return [total, ...instrumentRows, ...indicatorRows];
};

/** Rows that the years take: the total, the instruments and the indicators; 0 where there is nothing to compare. */
export const yearRowCount = (
  years: readonly YearScores[],
  { instruments, indicators }: Assessment,
): number => (years.length === 0 ? 0 : 1 + instruments.length + indicators.length);

const earlierCell = (
  context: AnalysisContext,
  row: number,
  column: number,
  entry: Row,
  year: YearScores,
): PlannedCell => {
  const score = entry.scoreOf(year);
  const past = context.history.find(({ fiscalYear }) => fiscalYear === year.fiscalYear);
  const earlier = context.earlier.find(({ fiscalYear }) => fiscalYear === year.fiscalYear);
  if (year.isHistory) {
    if (entry.code !== null || past === undefined) return plain(row, column, null, 'score');
    const cell = cellName(past.cell);
    return live(row, column, `IF(ISNUMBER(${cell}),${cell},"")`, score, 'score');
  }
  const formula = earlier === undefined ? null : entry.formulaOf(earlier);
  return formula === null
    ? plain(row, column, score, 'typedScore')
    : live(row, column, orBlank(formula), score, 'score');
};

const changeCell = (row: number, isCompared: boolean, change: number | null, apart: string): PlannedCell => {
  const [newer, older] = [at(row, YEAR_COLUMNS[0]), at(row, YEAR_COLUMNS[1])];
  return isCompared
    ? live(
        row,
        COLUMN.last,
        `IF(AND(ISNUMBER(${newer}),ISNUMBER(${older})),${newer}-${older},"")`,
        change,
        'difference',
      )
    : plain(row, COLUMN.last, apart, 'centered');
};

/** The cell that says how the total changed on the year before; undefined where it cannot be said. */
export const totalChange = (
  context: AnalysisContext,
): { readonly cell: string; readonly change: number } | undefined => {
  const { layout, comparison } = context;
  const change = comparison.changes[0]?.total.change ?? null;
  return layout.years === null || change === null
    ? undefined
    : { cell: at(layout.years.first, COLUMN.last), change };
};

const moverRow = (context: AnalysisContext, first: number, last: number, row: number): PlannedCell => {
  const { comparison, texts, assessment } = context;
  const { best = null, worst = null } = comparison.changes[0] ?? {};
  const nameOf = (id: number | null): string =>
    assessment.ruleSet.indicators.find((rule) => rule.id === id)?.name ?? '';
  const changes = `${at(first, COLUMN.last)}:${at(last, COLUMN.last)}`;
  const names = `${at(first, COLUMN.name)}:${at(last, COLUMN.name)}`;
  const named = (pick: 'MAX' | 'MIN'): string => `INDEX(${names},MATCH(${pick}(${changes}),${changes},0))`;
  const [before, between] = texts.years.movers;
  const text = best === null || worst === null ? null : `${before}${nameOf(best)}${between}${nameOf(worst)}`;
  return live(
    row,
    COLUMN.code,
    `IF(COUNT(${changes})<2,"",${quoted(before)}&${named('MAX')}&${quoted(between)}&${named('MIN')})`,
    text,
    'note',
  );
};

/** The years side by side: total, instruments and indicators, with the change on the year before, and the items. */
export const yearParts = (context: AnalysisContext): readonly SheetParts[] => {
  const { layout, texts, comparison } = context;
  const shown = yearsShown(context);
  if (layout.years === null) return [];
  const { heading, first, movers, items } = layout.years;
  const [change] = comparison.changes;
  const rows = rowsOf(context);
  const changeOf = ({ code, name }: Row): number | null => {
    if (code === null) return change?.total.change ?? null;
    const own = [...(change?.instruments ?? []), ...(change?.indicators ?? [])];
    return own.find(({ id }) => String(id) === code && name !== '')?.change ?? null;
  };
  const columns = [
    texts.years.code,
    texts.years.name,
    ...YEAR_COLUMNS.map((_, index) => {
      const year = shown[index];
      return year === undefined ? '' : texts.years.year(year.fiscalYear);
    }),
    texts.years.change(change?.previousYear ?? 0),
  ];
  const firstIndicator = first + rows.length - context.assessment.indicators.length;
  const mover = moverRow(context, firstIndicator, movers - 1, movers);
  return [
    {
      ...NO_PARTS,
      cells: [
        ...headed(heading, texts.years.heading, columns),
        ...rows.flatMap((entry, index) => {
          const row = first + index;
          return [
            plain(row, COLUMN.code, entry.code, 'centered'),
            plain(row, COLUMN.name, entry.name, 'text'),
            ...YEAR_COLUMNS.map((column, at_) => {
              const year = shown[at_];
              if (year === undefined) return plain(row, column, null, 'score');
              return at_ === 0
                ? live(
                    row,
                    column,
                    `IF(ISNUMBER(${entry.own}),${entry.own},"")`,
                    entry.scoreOf(year),
                    'score',
                  )
                : earlierCell(context, row, column, entry, year);
            }),
            changeCell(row, entry.isCompared, changeOf(entry), texts.years.apart),
          ];
        }),
        mover,
      ],
      merges: [{ top: movers, left: COLUMN.code, bottom: movers, right: COLUMN.last }],
      rowHeights: [
        ...headerHeight(heading + 1, columns),
        ...rows.flatMap(({ name }, index) => nameHeight(first + index, name)),
        [
          movers,
          heightOf(
            linesOf(
              String(mover.value),
              COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0),
            ),
          ),
        ],
      ],
    },
    ...(items === null ? [] : itemTable(context, items)),
  ];
};
