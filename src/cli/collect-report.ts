import type { Messages } from '../app/messages/messages';
import { unreadText } from '../app/unread-source';
import type { Inputs } from './collect-inputs';
import { remarksOn, type Results } from './collect-results';

/** More entries of a list stand in the workbook and in the public answer. */
const MOST = 20;

const listed = (head: string, entries: readonly string[], { collect }: Messages): readonly string[] =>
  entries.length === 0
    ? []
    : [
        head,
        ...entries.slice(0, MOST).map((entry) => `  ${entry}`),
        ...(entries.length > MOST ? [`  ${collect.more(entries.length - MOST)}`] : []),
      ];

/** What a run over many files came to, in lines for people; every file that was not read is named. */
export const collectReport = (
  { tables, unread, copies, ownOutputs, counts }: Results,
  others: Inputs['others'],
  messages: Messages,
): readonly string[] => {
  const { collect: words } = messages;
  const remarked = tables.flatMap(({ file, table }) =>
    table.rows.flatMap((row) => {
      const { warnings, notes } = remarksOn(row);
      const name = row.agency === '' ? null : row.agency;
      return warnings + notes === 0 ? [] : [`${words.remarks(name, warnings, notes)} (${file})`];
    }),
  );
  const kinds = [...others].sort(([a], [b]) => (a < b ? -1 : 1));
  const otherFiles = kinds.reduce((sum, [, count]) => sum + count, 0);
  return [
    words.summary(counts),
    ...(unread.length === 0
      ? []
      : [
          words.unreadHead(unread.length),
          ...unread.map(({ file, cause }) => `  ${file}: ${unreadText(cause, messages)}`),
        ]),
    ...listed(words.remarksHead(remarked.length), remarked, messages),
    ...listed(
      words.copiesHead(copies.length),
      copies.map(({ file, of }) => `${file}: ${words.copyOf(of)}`),
      messages,
    ),
    ...(ownOutputs.length === 0 ? [] : [words.ownOutputs(ownOutputs.length)]),
    ...(otherFiles === 0
      ? []
      : [words.otherFiles(otherFiles, kinds.map(([kind, count]) => `${kind} ${count}`).join(', '))]),
  ];
};
