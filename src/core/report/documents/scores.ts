import type { InstrumentResult } from '../../assess/assessment';
import { quotedSheet } from '../../cell-address';
import type { DocumentLayout } from '../../measures/layouts';
import { OUR_NAMES } from '../../our-names';
import { gradeLabel } from '../analysis/head';
import { COLUMN } from '../analysis/layout';
import { at } from '../sheet-parts';
import { scoreValue, subjectLabel, type DocumentContext } from './document-context';
import type { PrintBlock, PrintCell, PrintDocument } from './print-sheet';
import { printFrame } from './printed-rows';
import type { DocumentValue } from './table-document';

/** The layout's last column is printed as two: what is combined, and its score. */
const LABEL_SHARE = 0.6;

type Combined = { readonly label: string; readonly value: DocumentValue };

/** What is combined of an instrument: its parts where they are known, and itself. */
const combinedOf = (
  { id, score, parts }: InstrumentResult,
  context: DocumentContext,
  sheet: string,
): readonly Combined[] => {
  const { analysis, texts } = context;
  const { scores } = texts.documents;
  const cell = (row: number): string => `${sheet}${at(row, COLUMN.score)}`;
  const known = parts.filter((part) => part.score !== null);
  return [
    ...known.map((part) => ({
      label: scores.part(id, part.part),
      value: { formula: cell(analysis.partRow(id, part.part)), value: part.score ?? '' },
    })),
    { label: scores.combined(id), value: { formula: cell(analysis.instrumentRow(id)), value: score ?? '' } },
  ];
};

/** Shares rows among cells: each gets as many as there are, the last one what is left. */
const spans = (rows: number, cells: number): readonly number[] => {
  const each = Math.max(1, Math.floor(rows / cells));
  return Array.from({ length: cells }, (_, index) => (index < cells - 1 ? each : rows - each * (cells - 1)));
};

const instrumentBlock = (result: InstrumentResult, context: DocumentContext, sheet: string): PrintBlock => {
  const { ruleSet } = context.assessment;
  const name = ruleSet.instruments.find(({ id }) => id === result.id)?.name ?? '';
  const indicators = ruleSet.indicators.filter(({ instrument }) => instrument === result.id);
  const all = combinedOf(result, context, sheet);
  // More than there are rows cannot be shown; the instrument itself always is.
  const combined = all.slice(Math.max(0, all.length - indicators.length));
  const shares = spans(indicators.length, combined.length);
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, rows) => sum + rows, 0));
  return indicators.map(({ id }, index) => {
    const subject = { kind: 'indicator', indicator: id } as const;
    const own = combined[starts.indexOf(index)];
    const rows = shares[starts.indexOf(index)] ?? 1;
    const beside: readonly PrintCell[] =
      own === undefined
        ? []
        : [
            { column: 3, rows, value: own.label, style: 'documentText' },
            { column: 4, rows, value: own.value, style: 'documentScore' },
          ];
    return {
      key: null,
      cells: [
        ...(index === 0
          ? [
              {
                column: 0,
                rows: indicators.length,
                value: `${name} (${result.id})`,
                style: 'documentText' as const,
              },
            ]
          : []),
        { column: 1, value: subjectLabel(subject, context), style: 'documentText' },
        { column: 2, value: scoreValue(subject, context), style: 'documentScore' },
        ...beside,
      ],
    };
  });
};

/** The summary of the scores: indicators by instrument, what they give, the total and the grade. */
export const scoresPrint = (
  layout: DocumentLayout,
  context: DocumentContext,
  analysisSheet: string,
): PrintDocument => {
  const { assessment, texts } = context;
  const { instruments, total, grade, ruleSet } = assessment;
  const sheet = `${quotedSheet(analysisSheet)}!`;
  const label = grade === null ? '' : gradeLabel(grade.code, ruleSet);
  const columns = layout.columns.flatMap(({ role, heading, width }) =>
    role === 'combined'
      ? [
          { heading, width: Math.round(width * LABEL_SHARE) },
          { heading: '', width: width - Math.round(width * LABEL_SHARE) },
        ]
      : [{ heading, width }],
  );
  const { scores } = texts.documents;
  const line = (name: string, formula: string, value: string | number): PrintBlock => [
    {
      key: null,
      cells: [
        { column: 0, columns: 4, value: name, style: 'documentGroup' },
        { column: 4, value: { formula, value }, style: 'documentPointScore' },
      ],
    },
  ];
  return {
    ...printFrame(layout, context, analysisSheet),
    columns,
    blocks: [
      ...instruments.map((result) => instrumentBlock(result, context, sheet)),
      line(scores.total, OUR_NAMES.total, total.score ?? ''),
      line(scores.grade, OUR_NAMES.grade, label),
    ],
  };
};
