import type { TriageLevel } from '../../rule-set';
import type { DocumentLayout } from '../../measures/layouts';
import type { PointGroup } from '../../measures/weak-points';
import { DOCUMENT_NAMES } from '../../our-names';
import {
  followedCell,
  groupLabel,
  layoutColumns,
  printFrame,
  scoreValue,
  sideColumns,
  subjectLabel,
  triageValue,
  type DocumentContext,
} from './document-context';
import { headingRow, offered, rowsByGroup } from './measures';
import type { PrintBlock, PrintCell, PrintDocument, PrintRow } from './print-sheet';
import type { DocumentValue, LaidTable, TableDocument, TableRow } from './table-document';

const TAB = '548235';

type Analysed = { readonly indicator: number; readonly level: TriageLevel; readonly group: PointGroup };

/** Indicators of which a layout speaks, in the order of its groups: the weak ones or all that have a score. */
const analysed = (layout: DocumentLayout, { assessment }: DocumentContext): readonly Analysed[] => {
  const { indicators, ruleSet } = assessment;
  const scored = indicators.flatMap(({ id, triage }): readonly Analysed[] => {
    const instrument = ruleSet.indicators.find((rule) => rule.id === id)?.instrument ?? '';
    const group: PointGroup =
      layout.grouping === 'level' ? { by: 'level', id: triage ?? '' } : { by: 'instrument', id: instrument };
    return triage === null ? [] : [{ indicator: id, level: triage, group }];
  });
  const weak = scored.filter(({ level }) => level !== 'maintain');
  const shown = layout.shows === 'weak' && weak.length > 0 ? weak : scored;
  const order = ['urgent', 'improve', 'maintain', ...ruleSet.instruments.map(({ id }) => id)];
  return [...shown].sort((a, b) => order.indexOf(a.group.id) - order.indexOf(b.group.id));
};

const keyOf = (indicator: number, { assessment, texts }: DocumentContext): string =>
  texts.documents.key.other('analysis', `${assessment.fiscalYear}-${String(indicator).padStart(2, '0')}`);

/** Keys of the rows about the indicators that have a score. */
export const indicatorRows = (
  context: DocumentContext,
): readonly { readonly key: string; readonly label: string }[] =>
  context.assessment.indicators.flatMap(({ id, score }) =>
    score === null
      ? []
      : [
          {
            key: keyOf(id, context),
            label: subjectLabel({ kind: 'indicator', indicator: id }, context),
          },
        ],
  );

const row = ({ indicator, level, group }: Analysed, context: DocumentContext): TableRow => {
  const { data, texts, suggest } = context;
  const { documents } = texts;
  const subject = { kind: 'indicator', indicator } as const;
  const aim = data.indicatorAims.find((one) => one.indicator === indicator);
  const isWeak = level !== 'maintain';
  return {
    key: keyOf(indicator, context),
    values: new Map<string, DocumentValue>([
      ['subject', subjectLabel(subject, context)],
      ['score', scoreValue(subject, context)],
      ['triage', triageValue(subject, context)],
      ['assessed', aim?.assessed ?? ''],
      ['result', (isWeak ? aim?.weakness : aim?.strength) ?? ''],
      ['improve', isWeak ? (suggest(subject)?.measure ?? '') : documents.fix.maintain],
      ['group', groupLabel(group, context)],
      ['status', documents.status.draft],
      ['key', keyOf(indicator, context)],
    ]),
  };
};

/** The analysis of the indicators as a table in which officers work. */
export const analysisTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, texts } = context;
  const { documents } = texts;
  const names = DOCUMENT_NAMES.analysis;
  const isLive = (role: string): boolean => role === 'score' || role === 'triage' || role === 'subject';
  return {
    anchor: names.sheet,
    table: names.table,
    sheetTitle: documents.sheet.analysis,
    heading: [
      layout.title,
      documents.subtitle(assessment.agency, assessment.fiscalYear),
      documents.hint.analysis,
    ],
    columns: [
      ...layoutColumns(layout, context, isLive, () => null),
      ...sideColumns(context, ['group', 'status'], (role) =>
        role === 'status' ? offered(Object.values(documents.status)) : null,
      ),
    ],
    rows: analysed(layout, context).map((entry) => row(entry, context)),
    staleValues: () => new Map(),
    status: documents.status,
    orientation: layout.orientation,
    tab: TAB,
  };
};

/** The analysis as it is published, group by group. */
export const analysisPrint = (
  layout: DocumentLayout,
  laid: LaidTable,
  context: DocumentContext,
): PrintDocument => {
  const count = layout.columns.length;
  const entries = analysed(layout, context);
  const labels = [...new Set(entries.map(({ group }) => groupLabel(group, context)))];
  const subjectOf = new Map(entries.map(({ indicator }) => [keyOf(indicator, context), indicator]));
  const groups = rowsByGroup(laid, labels, context.texts.documents.otherGroup);
  const blocks = groups.flatMap(([group, rows]): readonly PrintBlock[] => {
    const body = rows.map((entry): PrintRow => {
      const indicator = subjectOf.get(entry.key ?? '');
      const subject = indicator === undefined ? null : ({ kind: 'indicator', indicator } as const);
      return {
        key: entry.key,
        cells: layout.columns.map(({ role }, column): PrintCell => {
          if (role === 'score' && subject !== null)
            return { column, value: scoreValue(subject, context), style: 'documentScore' };
          if (role === 'triage' && subject !== null)
            return { column, value: triageValue(subject, context), style: 'documentCentered' };
          return { column, value: followedCell(laid, entry, role, count), style: 'documentText' };
        }),
      };
    });
    const [first, ...rest] = body;
    const head = headingRow(group, count);
    return [first === undefined ? [head] : [head, first], ...rest.map((one) => [one])];
  });
  return {
    ...printFrame('analysis', layout, context, laid.sheet),
    columns: layout.columns,
    blocks,
    tab: TAB,
  };
};
