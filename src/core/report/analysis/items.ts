import { at, down, ifNumber, live, NO_PARTS, plain, quoted, ranges, type SheetParts } from '../sheet-parts';
import { blanks, headed, nameHeight, type AnalysisContext } from './context';
import { COLUMN, type ItemGroup } from './layout';
import { itemTriage, triageFormats } from './triage';

const issueOf = ({ assessment }: AnalysisContext, { issue }: ItemGroup) =>
  assessment.issues.groups.find(({ id }) => id === issue);

/** Marks an item that pulls its issue down: the lowest printed score, unless that is full. */
const weakestMark = (
  context: AnalysisContext,
  id: string,
  row: number,
  group: ItemGroup,
): SheetParts['cells'] => {
  const { assessment, texts } = context;
  const issue = issueOf(context, group);
  if (issue === undefined)
    return assessment.issues.groups.length > 0 ? blanks(row, [COLUMN.last], 'text') : [];
  const { decimals, max } = assessment.ruleSet.scale;
  const score = at(row, COLUMN.score);
  const rows = group.items.map((item) => item.row);
  const lowest = `ROUND(MIN(${ranges(rows, COLUMN.score).join(',')}),${decimals})`;
  const printed = `ROUND(${score},${decimals})`;
  const formula = `IF(AND(${printed}<${max},${printed}<=${lowest}),${quoted(texts.items.weakest)},"")`;
  const value = issue.weakest.includes(id) ? texts.items.weakest : null;
  return [live(row, COLUMN.last, ifNumber(score, formula), value, 'centered')];
};

const itemRow = (
  context: AnalysisContext,
  { id, row }: ItemGroup['items'][number],
  group: ItemGroup,
): SheetParts['cells'] => {
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
      itemTriage(context, id, row),
      triage === null ? null : texts.triage[triage],
      'centered',
    ),
    plain(row, COLUMN.third, null, 'centered'),
    ...weakestMark(context, id, row, group),
  ];
};

/** The weakest group of an issue's items, live over the words that stand in their rows. */
const issueLevel = (context: AnalysisContext, group: ItemGroup): SheetParts['cells'] => {
  const { triage } = context.texts;
  const issue = issueOf(context, group);
  const others = [COLUMN.name, COLUMN.side, COLUMN.score];
  if (issue === undefined) return blanks(group.row, [...others, COLUMN.second, COLUMN.third], 'group');
  const first = group.row + 1;
  const words = down(first, group.row + group.items.length, COLUMN.second);
  const formula = (['urgent', 'improve', 'maintain'] as const).reduceRight(
    (otherwise, level) =>
      `IF(COUNTIF(${words},${quoted(triage[level])})>0,${quoted(triage[level])},${otherwise})`,
    '""',
  );
  const value = issue.level === null ? null : triage[issue.level];
  return [
    ...blanks(group.row, [...others, COLUMN.third, COLUMN.last], 'group'),
    live(group.row, COLUMN.second, formula, value, 'groupCentered'),
  ];
};

const groupParts = (context: AnalysisContext, group: ItemGroup): SheetParts => {
  const { ruleSet } = context.assessment;
  const { name, row, items, issue } = group;
  const level = { top: row, left: COLUMN.second, bottom: row, right: COLUMN.third };
  return {
    ...NO_PARTS,
    cells: [
      plain(row, COLUMN.code, name, 'group'),
      ...issueLevel(context, group),
      ...items.flatMap((item) => itemRow(context, item, group)),
    ],
    merges: [
      { ...level, left: COLUMN.code, right: issue === null ? COLUMN.third : COLUMN.score },
      ...(issue === null ? [] : [level]),
      ...items.map((item) => ({ ...level, top: item.row, bottom: item.row })),
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
  const hasIssues = assessment.ruleSet.issueGroups.length > 0;
  const title = hasIssues ? texts.items.byIssue : texts.items.bySubIndicator;
  const [code, name, side, score, triage, weakest] = texts.items.columns;
  const columns = [code, name, side, score, triage, '', ...(hasIssues ? [weakest] : [])];
  return [
    {
      ...NO_PARTS,
      cells: headed(heading, title, columns),
      merges: [{ top: heading + 1, left: COLUMN.second, bottom: heading + 1, right: COLUMN.third }],
      conditionalFormats: triageFormats(heading + 2, last, COLUMN.second, texts),
    },
    ...groups.map((group) => groupParts(context, group)),
  ];
};
