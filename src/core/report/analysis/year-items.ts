import type { ItemChange } from '../../assess/compare-years';
import { at, live, NO_PARTS, plain, type SheetParts } from '../sheet-parts';
import { headed, headerHeight, nameHeight, type AnalysisContext } from './context';
import { givenFormula, orBlank } from './earlier-figures';
import { COLUMN } from './layout';

/** Items of this year and what is known of those that they follow; none where no two have scores. */
export const itemsCompared = ({ comparison }: Pick<AnalysisContext, 'comparison'>): readonly ItemChange[] => {
  const items = comparison.changes[0]?.items ?? [];
  return items.some(({ comparison: kind }) => kind === 'compared')
    ? items.filter(({ score }) => score !== null)
    : [];
};

const itemRow = (context: AnalysisContext, row: number, item: ItemChange): SheetParts => {
  const { assessment, earlier, layout, texts, comparison } = context;
  const name = assessment.ruleSet.items.find(({ id }) => id === item.id)?.name ?? '';
  const own = at(layout.inputRow({ kind: 'item', id: item.id }), COLUMN.score);
  const before = earlier
    .find(({ fiscalYear }) => fiscalYear === comparison.changes[0]?.previousYear)
    ?.items.find(({ id }) => id === item.follows[0]);
  const isCompared = item.comparison === 'compared';
  const formula = isCompared ? givenFormula(before?.figure ?? null) : null;
  const [newer, older] = [at(row, COLUMN.score), at(row, COLUMN.second)];
  return {
    ...NO_PARTS,
    cells: [
      plain(row, COLUMN.code, item.id, 'centered'),
      plain(row, COLUMN.name, name, 'text'),
      plain(row, COLUMN.side, item.follows.join(' '), 'centered'),
      live(row, COLUMN.score, `IF(ISNUMBER(${own}),${own},"")`, item.score, 'score'),
      formula === null
        ? plain(row, COLUMN.second, isCompared ? item.previous : null, 'typedScore')
        : live(row, COLUMN.second, orBlank(formula), item.previous, 'score'),
      isCompared
        ? live(
            row,
            COLUMN.third,
            `IF(AND(ISNUMBER(${newer}),ISNUMBER(${older})),${newer}-${older},"")`,
            item.change,
            'difference',
          )
        : plain(row, COLUMN.third, null, 'text'),
      plain(
        row,
        COLUMN.last,
        item.comparison === 'compared' ? null : texts.years.notCompared[item.comparison],
        'text',
      ),
    ],
    rowHeights: nameHeight(row, name),
  };
};

/** The items of this year beside those that they follow. */
export const itemTable = (context: AnalysisContext, header: number): readonly SheetParts[] => {
  const { texts, comparison } = context;
  const { previousYear = 0, fiscalYear = 0 } = comparison.changes[0] ?? {};
  const columns = texts.years.itemColumns(fiscalYear, previousYear);
  return [
    {
      ...NO_PARTS,
      cells: headed(header - 1, '', columns).slice(1),
      rowHeights: headerHeight(header, columns),
    },
    ...itemsCompared(context).map((item, index) => itemRow(context, header + 1 + index, item)),
  ];
};
