import { subjectKey, type ReadFigure, type Subject } from '../read/reading';
import type { RuleSet } from '../rule-set';
import { assess } from './assess';
import type { Assessment } from './assessment';

/** A score that is supposed, not read. */
export type Supposed = { readonly subject: Subject; readonly value: number };

// Nobody asks where a supposed score stands: findings and cells of a reassessment are left out or those of the old figures.
const NOWHERE = { sheet: '', row: 0, column: 0 };

/** The figures that an assessment rests on: of several about one subject the one that is used. */
const usedFigures = ({
  items,
  subIndicators,
  indicators,
  instruments,
}: Assessment): readonly (ReadFigure | null)[] => [
  ...items.map(({ figure }) => figure),
  ...[...subIndicators, ...indicators, ...instruments].map(({ given }) => given),
  ...instruments.flatMap(({ parts }) => parts.map(({ given }) => given)),
];

const supposedFigure = ({ subject, value }: Supposed, read: ReadFigure | undefined): ReadFigure => ({
  figure: 'score',
  cell: NOWHERE,
  factor: null,
  table: 0,
  why: { by: 'stated', label: '', cell: NOWHERE, header: '' },
  ...read,
  subject,
  status: 'scored',
  value,
});

/**
 * The same assessment with some scores supposed otherwise, under its own rules or others. It says what follows from the
 * scores; findings and reading issues are those of the workbook and are left out.
 */
export const reassess = (
  assessment: Assessment,
  supposed: readonly Supposed[],
  ruleSet: RuleSet = assessment.ruleSet,
): Assessment => {
  const figures = new Map(
    usedFigures(assessment).flatMap((figure) =>
      figure === null ? [] : [[subjectKey(figure.subject), figure] as const],
    ),
  );
  for (const entry of supposed) {
    const key = subjectKey(entry.subject);
    figures.set(key, supposedFigure(entry, figures.get(key)));
  }
  const reading = {
    agency: assessment.agency,
    agencyCell: null,
    fiscalYear: assessment.fiscalYear,
    yearCell: null,
    figures: [...figures.values()],
    grade: null,
    issues: [],
  };
  return { ...assess(reading, ruleSet, assessment.limits), findings: [] };
};
