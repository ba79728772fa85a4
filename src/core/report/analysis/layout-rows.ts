import type { Assessment } from '../../assess/assessment';
import type { Figure, ReadFigure, Subject } from '../../read/reading';
import type { InstrumentId } from '../../rule-set';
import type { InputRow } from './layout';

/** A number that the input block takes over, before it has its row. */
export type Input = Omit<InputRow, 'row'>;

const given = (subject: Subject, read: ReadFigure | null, figure: Figure = 'score'): readonly Input[] =>
  read === null ? [] : [{ subject, figure, read }];

/** Instruments of which the workbook mentions items; all their items are listed, so that ranges stay whole. */
const instrumentsWithItems = ({ items, ruleSet }: Assessment): ReadonlySet<InstrumentId> =>
  new Set(
    items.flatMap(({ id, figure }) =>
      figure === null ? [] : (ruleSet.items.find((rule) => rule.id === id)?.instrument ?? []),
    ),
  );

/** Everything that the input block lists, in its order. */
export const inputsOf = (assessment: Assessment): readonly Input[] => {
  const { ruleSet, items, subIndicators, indicators, instruments, total } = assessment;
  const listed = instrumentsWithItems(assessment);
  const ids = ruleSet.items.filter(({ instrument }) => listed.has(instrument)).map(({ id }) => id);
  return [
    ...items
      .filter(({ id }) => ids.includes(id))
      .map(({ id, figure }): Input => ({ subject: { kind: 'item', id }, figure: 'score', read: figure })),
    ...subIndicators.flatMap((entry) => given({ kind: 'subIndicator', id: entry.id }, entry.given)),
    ...indicators.flatMap((entry) => given({ kind: 'indicator', indicator: entry.id }, entry.given)),
    ...instruments.flatMap(({ id, parts }) =>
      parts.flatMap((entry) => given({ kind: 'part', instrument: id, part: entry.part }, entry.given)),
    ),
    ...instruments.flatMap((entry) => given({ kind: 'instrument', instrument: entry.id }, entry.given)),
    ...instruments.flatMap((entry) =>
      given({ kind: 'instrument', instrument: entry.id }, entry.givenWeighted, 'weighted'),
    ),
    ...given({ kind: 'total' }, total.given),
  ];
};

/** Items by issue where the year has issues, else by what they make up; items under no issue come last. */
export const itemGroups = (
  assessment: Assessment,
  noIssue: string,
): readonly { readonly name: string; readonly issue: string | null; readonly items: readonly string[] }[] => {
  const { ruleSet } = assessment;
  const listed = instrumentsWithItems(assessment);
  const ids = ruleSet.items.filter(({ instrument }) => listed.has(instrument)).map(({ id }) => id);
  const only = (items: readonly string[]): readonly string[] => items.filter((id) => ids.includes(id));
  const bySubject = [
    ...ruleSet.indicators.flatMap(({ id, name, from }) =>
      from.kind === 'subIndicators' ? [] : [{ name: `${id} ${name}`, issue: null, items: only(from.items) }],
    ),
    ...ruleSet.subIndicators.map(({ id, name, items }) => ({
      name: `${id} ${name}`,
      issue: null,
      items: only(items),
    })),
  ];
  const byIssue = ruleSet.issueGroups.map(({ id, name, items }) => ({
    name: `${id}. ${name}`,
    issue: id,
    items: only(items),
  }));
  const rest = ids.filter((id) => !ruleSet.issueGroups.some(({ items }) => items.includes(id)));
  const groups =
    ruleSet.issueGroups.length === 0 ? bySubject : [...byIssue, { name: noIssue, issue: null, items: rest }];
  return groups.filter(({ items }) => items.length > 0);
};
