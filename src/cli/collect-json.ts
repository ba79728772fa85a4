import type { TableOfFile } from '../app/collection';
import type { Messages } from '../app/messages/messages';
import { unreadCell, unreadCode, unreadText } from '../app/unread-source';
import type { ManyYear } from '../core/many/assess-many';
import { agencyJson } from './agency-json';
import type { Inputs } from './collect-inputs';
import type { Results } from './collect-results';
import { warningJson } from './to-json';

/** Files of the agencies of a year, in the order in which its tables were put together. */
const filesOf = (tables: readonly TableOfFile[], fiscalYear: number): readonly string[] =>
  tables.flatMap(({ file, table }) => (table.fiscalYear === fiscalYear ? table.rows.map(() => file) : []));

/** The agencies of all years in the order of their files, of one file the newest year first. */
const agenciesByFile = (
  tables: readonly TableOfFile[],
  years: readonly ManyYear[],
  messages: Messages,
): readonly object[] => {
  const order = new Map(tables.map(({ file }, index) => [file, index]));
  return years
    .flatMap((year) => {
      const files = filesOf(tables, year.ruleSet.fiscalYear);
      return year.rows.map((row) => ({ year, row, file: files[row.at] ?? '' }));
    })
    .sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.row.at - b.row.at)
    .map(({ year, row, file }) => agencyJson(year, row, file, messages));
};

/** The public answer for files that were collected, or of which none gave anything; then nothing was written. */
export const collectJson = (
  { folder, others }: Inputs,
  written: string | null,
  { tables, unread, copies, ownOutputs, counts }: Results,
  years: readonly ManyYear[],
  messages: Messages,
): object => ({
  schema: 1,
  folder,
  written,
  files: counts.files,
  years: counts.years,
  agencies: agenciesByFile(tables, years, messages),
  failures: unread.map(({ file, cause }) => ({
    file,
    code: unreadCode(cause),
    cell: unreadCell(cause),
    text: unreadText(cause, messages),
  })),
  copies,
  ownOutputs,
  otherFiles: Object.fromEntries(others),
  findings: [],
});

/** The public answer where nothing was read or written. */
export const collectRefusalJson = (code: string, text: string): object => ({
  schema: 1,
  folder: null,
  written: null,
  files: 0,
  years: [],
  agencies: [],
  failures: [],
  copies: [],
  ownOutputs: [],
  otherFiles: {},
  findings: [warningJson(code, [], text)],
});
