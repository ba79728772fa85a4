import { KEY } from '../../measures/keyed-table';
import { layoutsOf, type DocumentLayout } from '../../measures/layouts';
import { DOCUMENT_NAMES } from '../../our-names';
import { compact } from '../../read/vocabulary';
import { DOCUMENT_TABS, type StyleName } from '../styles';
import type { DocumentBasis } from './document-context';
import type { DocumentTexts } from './document-texts';
import type { TableColumn, TableDocument } from './table-document';

/** What can be picked in the cells of a role. */
export type Choices = (role: string) => TableColumn['choices'];

const MAX_CHOICES = 255;

const STYLE_OF: Readonly<Record<string, StyleName>> = {
  score: 'documentScore',
  code: 'documentCentered',
  instrument: 'documentCentered',
  triage: 'documentCentered',
};

/** A list that a cell can offer; null where the spreadsheet could not hold it. */
export const offered = (values: readonly string[]): TableColumn['choices'] =>
  values.join(',').length > MAX_CHOICES || values.some((value) => value.includes(',') || value === '')
    ? null
    : { kind: 'values', values };

/** Divisions that can be picked for who is responsible; any other may be typed. */
export const unitChoices = ({ units, unitsName }: DocumentBasis): TableColumn['choices'] =>
  units.length > 0 ? { kind: 'formula', formula: unitsName } : null;

/** Offers the words of the status of a row, and nothing elsewhere. */
export const statusChoices =
  ({ texts }: DocumentBasis): Choices =>
  (role) =>
    role === 'status' ? offered(Object.values(texts.documents.status)) : null;

/** The agency's own division where one of those it has set is the usual one, else what belongs into the cell. */
export const unitValue = (usual: string, { units, texts }: DocumentBasis): string => {
  const wanted = compact(usual);
  const own = units.find((unit) => {
    const key = compact(unit);
    return key.includes(wanted) || wanted.includes(key);
  });
  return own ?? texts.documents.prompt.responsible(usual);
};

/** Columns of a layout in the table, found again under the headings of every layout of the kind. */
export const layoutColumns = (
  layout: DocumentLayout,
  { data }: DocumentBasis,
  choices: Choices = () => null,
  isLive: (role: string) => boolean = () => false,
): readonly TableColumn[] =>
  layout.columns.map(({ role, heading, width }) => {
    const others = layoutsOf(data.layouts, layout.kind).flatMap(({ columns }) =>
      columns.flatMap((column) => (column.role === role ? column.heading : [])),
    );
    return {
      role,
      headings: [heading, ...others],
      width,
      isPrinted: true,
      style: STYLE_OF[role] ?? 'measureOpen',
      isLive: isLive(role),
      choices: choices(role),
    };
  });

/** Columns right of the printed page: what the rows are gathered by, their state and their key. */
export const sideColumns = (
  { texts }: DocumentBasis,
  roles: readonly Exclude<keyof DocumentTexts['side'], 'key'>[],
  choices: Choices = () => null,
): readonly TableColumn[] =>
  ([...roles, KEY] as const).map((role) => ({
    role,
    headings: [texts.documents.side[role]] as const,
    width: ['group', 'origin', 'evidence', 'match'].includes(role) ? 30 : 18,
    isPrinted: false,
    style: 'measureSide' as const,
    isLive: ['group', 'triage', 'origin', 'match'].includes(role),
    choices: choices(role),
  }));

/** What is the same for the tables of all kinds; rows that are not asked for any more say nothing of themselves. */
export const tableFrame = (
  { kind, title, orientation }: DocumentLayout,
  subtitle: string,
  { texts: { documents } }: DocumentBasis,
): Omit<TableDocument, 'columns' | 'rows'> => {
  const { sheet, table } = DOCUMENT_NAMES[kind];
  return {
    anchor: sheet,
    table,
    sheetTitle: documents.sheet[kind],
    heading: [title, subtitle, documents.hint[kind]],
    staleValues: () => new Map(),
    status: documents.status,
    orientation,
    tab: DOCUMENT_TABS[kind],
  };
};
