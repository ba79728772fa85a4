import type { TriageLevel } from '../../rule-set';
import type { DocumentLayout } from '../../measures/layouts';
import type { PointGroup } from '../../measures/weak-points';
import { adviceOn, adviceRows } from './advice';
import { groupLabel, scoreValue, subjectLabel, triageValue, type DocumentContext } from './document-context';
import type { PrintCell, PrintDocument, PrintRow } from './print-sheet';
import { followedRow, headingRow, printFrame, rowsByGroup, underHeading } from './printed-rows';
import { layoutColumns, sideColumns, statusChoices, tableFrame } from './table-columns';
import type { DocumentValue, LaidRow, LaidTable, TableDocument, TableRow } from './table-document';

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
    ]),
  };
};

/** The analysis of the indicators as a table in which officers work. */
export const analysisTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, texts } = context;
  const { documents } = texts;
  const isLive = (role: string): boolean => role === 'score' || role === 'triage' || role === 'subject';
  return {
    ...tableFrame(layout, documents.subtitle(assessment.agency, assessment.fiscalYear), context),
    columns: [
      ...layoutColumns(layout, context, undefined, isLive),
      ...sideColumns(context, ['group', 'status'], statusChoices(context)),
    ],
    rows: analysed(layout, context).map((entry) => row(entry, context)),
  };
};

/** The analysis as it is published, group by group. */
export const analysisPrint = (
  layout: DocumentLayout,
  laid: LaidTable,
  context: DocumentContext,
): PrintDocument => {
  const entries = analysed(layout, context);
  const labels = [...new Set(entries.map(({ group }) => groupLabel(group, context)))];
  const subjectOf = new Map(entries.map(({ indicator }) => [keyOf(indicator, context), indicator]));
  const printed = (entry: LaidRow): PrintRow => {
    const followed = followedRow(laid, entry, layout.columns);
    const indicator = subjectOf.get(entry.key ?? '');
    if (indicator === undefined) return followed;
    const subject = { kind: 'indicator', indicator } as const;
    return {
      ...followed,
      cells: followed.cells.map((cell): PrintCell => {
        const role = layout.columns[cell.column]?.role;
        if (role === 'score') return { ...cell, value: scoreValue(subject, context), style: 'documentScore' };
        return role === 'triage'
          ? { ...cell, value: triageValue(subject, context), style: 'documentCentered' }
          : cell;
      }),
    };
  };
  const groups = rowsByGroup(laid, labels, context.texts.documents.otherGroup);
  const points = entries.map(({ indicator }) => ({ subject: { kind: 'indicator', indicator } as const }));
  const advice = adviceOn(points, context);
  const advised = ({ key }: LaidRow): readonly PrintRow[] =>
    points
      .filter(({ subject }) => subject.indicator === subjectOf.get(key ?? ''))
      .flatMap((point) => adviceRows(advice(point), layout.columns.length, context));
  const blocks = groups.flatMap(([group, rows]) =>
    underHeading(
      [headingRow(group, layout.columns.length)],
      rows.map((entry) => [printed(entry), ...advised(entry)]),
    ),
  );
  return {
    ...printFrame(layout, context, laid.sheet),
    columns: layout.columns,
    blocks,
  };
};
