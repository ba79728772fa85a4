import { at, ifNumber, live, NO_PARTS, plain, type SheetParts } from '../sheet-parts';
import { blanks, headed, nameHeight, triageFormula, type AnalysisContext } from './context';
import { triageFormats } from './indicators';
import { COLUMN, type ItemGroup } from './layout';

const itemRow = (context: AnalysisContext, id: string, row: number): SheetParts['cells'] => {
  const { assessment, layout, texts } = context;
  const item = assessment.items.find((entry) => entry.id === id);
  const rule = assessment.ruleSet.items.find((entry) => entry.id === id);
  const input = at(layout.inputRow({ kind: 'item', id }), COLUMN.score);
  const triage = item?.triage ?? null;
  return [
    plain(row, COLUMN.code, id, 'centered'),
    plain(row, COLUMN.name, rule?.name ?? '', 'text'),
    plain(row, COLUMN.side, rule?.instrument ?? '', 'centered'),
    live(row, COLUMN.score, ifNumber(input, input), item?.score ?? null, 'score'),
    live(
      row,
      COLUMN.second,
      triageFormula(at(row, COLUMN.score), context),
      triage === null ? null : texts.triage[triage],
      'centered',
    ),
    plain(row, COLUMN.third, null, 'centered'),
  ];
};

const groupParts = (context: AnalysisContext, { name, row, items }: ItemGroup): SheetParts => {
  const { ruleSet } = context.assessment;
  const others = [COLUMN.name, COLUMN.side, COLUMN.score, COLUMN.second, COLUMN.third];
  return {
    ...NO_PARTS,
    cells: [
      plain(row, COLUMN.code, name, 'group'),
      ...blanks(row, others, 'group'),
      ...items.flatMap((item) => itemRow(context, item.id, item.row)),
    ],
    merges: [
      { top: row, left: COLUMN.code, bottom: row, right: COLUMN.third },
      ...items.map((item) => ({ top: item.row, left: COLUMN.second, bottom: item.row, right: COLUMN.third })),
    ],
    rowHeights: items.flatMap((item) =>
      nameHeight(item.row, ruleSet.items.find(({ id }) => id === item.id)?.name ?? ''),
    ),
  };
};

/** Items with their scores, under the issues of the measures document where the year has them. */
export const itemParts = (context: AnalysisContext): readonly SheetParts[] => {
  const { assessment, layout, texts } = context;
  if (layout.items === null) return [];
  const { heading, groups, last } = layout.items;
  const title =
    assessment.ruleSet.issueGroups.length === 0 ? texts.items.bySubIndicator : texts.items.byIssue;
  return [
    {
      ...NO_PARTS,
      cells: headed(heading, title, [...texts.items.columns, '']),
      merges: [{ top: heading + 1, left: COLUMN.second, bottom: heading + 1, right: COLUMN.third }],
      conditionalFormats: triageFormats(heading + 2, last, COLUMN.second, texts),
    },
    ...groups.map((group) => groupParts(context, group)),
  ];
};
