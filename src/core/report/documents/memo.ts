import type { DocumentLayout } from '../../measures/layouts';
import { withThaiDigits } from '../../text/thai-digits';
import type { DocumentContext } from './document-context';
import type { PrintBlock, PrintDocument, PrintRow } from './print-sheet';
import { followedCell, followedRow, printFrame } from './printed-rows';
import { layoutColumns, sideColumns, tableFrame } from './table-columns';
import type { DocumentValue, LaidRow, LaidTable, TableDocument, TableRow } from './table-document';

/** Characters that fit across an upright page. */
const PAGE_WIDTH = 104;

const partsOf = ({ assessment, texts, digits }: DocumentContext, results: LaidTable) =>
  texts.documents.memo
    .parts({
      agency: assessment.agency,
      scoredYear: assessment.fiscalYear,
      planYear: assessment.fiscalYear + 1,
      measures: results.rows.length,
    })
    .map((part) => (digits === 'thai' ? { ...part, text: withThaiDigits(part.text) } : part));

const keyOf = (id: string, { assessment, texts }: DocumentContext): string =>
  texts.documents.key.other('memo', `${assessment.fiscalYear + 1}-${id}`);

/** The parts of a memo on the report of results as a table in which officers work; names are theirs to fill in. */
export const memoTable = (
  layout: DocumentLayout,
  results: LaidTable,
  context: DocumentContext,
): TableDocument => {
  const { assessment, texts } = context;
  const { documents } = texts;
  const rows = partsOf(context, results).map(({ id, name, text }): TableRow => ({
    key: keyOf(id, context),
    values: new Map<string, DocumentValue>([
      ['part', name],
      ['text', text],
      ['status', documents.status.draft],
    ]),
  }));
  return {
    ...tableFrame(layout, documents.forYear(assessment.agency, assessment.fiscalYear + 1), context),
    columns: [...layoutColumns(layout, context), ...sideColumns(context, ['status'])],
    rows,
  };
};

/** The memo as it is printed: its head, what led to it, the table of results, the proposal and who signs. */
export const memoPrint = (
  layout: DocumentLayout,
  memo: LaidTable,
  results: LaidTable,
  resultsLayout: DocumentLayout,
  context: DocumentContext,
): PrintDocument => {
  const { columns } = resultsLayout;
  const wide = columns.reduce((sum, { width }) => sum + width, 0);
  const count = columns.length;
  const { signature } = context.texts.documents.memo;
  const rowFor = (id: string): LaidRow | undefined => memo.rows.find(({ key }) => key === keyOf(id, context));
  const followed = (id: string) => {
    const row = rowFor(id);
    return row === undefined ? '' : followedCell(memo, row, 'text', count);
  };
  const key = (id: string): string | null => rowFor(id)?.key ?? null;
  const line = (id: string, name: string): PrintRow => ({
    key: key(id),
    cells: [
      { column: 0, value: name, style: 'memoName' },
      { column: 1, columns: count - 1, value: followed(id), style: 'memoText' },
    ],
  });
  const whole = (
    text: PrintRow['cells'][number]['value'],
    style: 'memoName' | 'memoText' | 'memoSigned',
    own: string | null = null,
  ): PrintRow => ({
    key: own,
    cells: [{ column: 0, columns: count, value: text, style }],
  });
  const table: readonly PrintBlock[] = [
    [
      {
        key: null,
        cells: columns.map(({ heading }, column) => ({
          column,
          value: heading,
          style: 'measureHeader' as const,
        })),
      },
    ],
    ...results.rows.map((row): PrintBlock => [followedRow(results, row, columns)]),
  ];
  const parts = partsOf(context, results);
  const at = (place: (typeof parts)[number]['place']): readonly PrintBlock[] =>
    parts
      .filter((part) => part.place === place)
      .map(({ id, name }): PrintBlock => {
        if (place === 'head') return [line(id, name)];
        if (place !== 'signed') return [whole(name, 'memoName'), whole(followed(id), 'memoText', key(id))];
        return [
          whole(name, 'memoName'),
          whole(signature, 'memoSigned'),
          whole(followed(id), 'memoSigned', key(id)),
        ];
      });
  return {
    ...printFrame(layout, context, memo.sheet),
    subtitle: '',
    // A memo is upright, whatever the table in it is on its own sheet.
    columns: columns.map(({ width }) => ({ heading: '', width: Math.round((width * PAGE_WIDTH) / wide) })),
    blocks: [...at('head'), ...at('above'), ...table, ...at('below'), ...at('signed')],
  };
};
