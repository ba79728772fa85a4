import { analyze } from '../../src/app/analyze';
import type { Assessment } from '../../src/core/assess/assessment';
import { gridBook, gridSheet, type GridValue } from '../support/grid-reading';
import * as bangSak from '../support/published/bang-sak-2567';
import * as nakhonPathom from '../support/published/nakhon-pathom-2565';

// The two reports that print their numbers, against the figures that they print (to 0.01, as printed figures are rounded).

type Rows = readonly (readonly GridValue[])[];

const assessmentOf = (...sheets: readonly Rows[]): Assessment => {
  const analysis = analyze(gridBook(...sheets.map((rows, index) => gridSheet(`แผ่น ${index + 1}`, rows))));
  if (!analysis.ok) throw new Error(analysis.error.code);
  expect(analysis.value.assessments).toHaveLength(1);
  return analysis.value.assessments[0];
};

/** Every figure of an assessment by its name. */
const figuresOf = (assessment: Assessment): Readonly<Record<string, number | null>> => ({
  total: assessment.total.score,
  ...Object.fromEntries(assessment.instruments.map(({ id, score }) => [id, score])),
  ...Object.fromEntries(assessment.instruments.map(({ id, weighted }) => [`${id} weighted`, weighted])),
  ...Object.fromEntries(assessment.indicators.map(({ id, score }) => [String(id), score])),
  ...Object.fromEntries(assessment.subIndicators.map(({ id, score }) => [id, score])),
  ...Object.fromEntries(assessment.items.map(({ id, score }) => [id, score])),
});

/** Figures that are further than .01 from what is printed. */
const wrongFigures = (
  assessment: Assessment,
  printed: Readonly<Record<string, number>>,
): readonly string[] => {
  const ours = figuresOf(assessment);
  return Object.entries(printed)
    .filter(([name, value]) => !(Math.abs((ours[name] ?? Number.NaN) - value) <= 0.01 + 1e-9))
    .map(([name, value]) => `${name}: ${ours[name] ?? 'none'} for ${value}`);
};

describe('เทศบาลนครนครปฐม 2565', () => {
  const printed = {
    ...{ 1: 94.56, 2: 88.13, 3: 90.81, 4: 88.09, 5: 90.53, 6: 96.03, 7: 96.2, 8: 94.74, 9: 100, 10: 100 },
    ...{ IIT: 90.42, EIT: 95.65, OIT: 100, total: 95.82 },
    ...{ 'IIT weighted': 27.13, 'EIT weighted': 28.69, 'OIT weighted': 40 },
  };
  const { HEADINGS, INDICATORS, RANKING, WEIGHTED, PASTED } = nakhonPathom;

  test.each<[string, readonly Rows[]]>([
    ['each table on a sheet', [[...HEADINGS, ...INDICATORS], RANKING, WEIGHTED]],
    ['the tables the other way round', [WEIGHTED, RANKING, [...HEADINGS, ...INDICATORS]]],
    ['the report in one sheet', [PASTED]],
  ])('%s', (_, sheets) => {
    const assessment = assessmentOf(...sheets);
    expect(wrongFigures(assessment, printed)).toEqual([]);
    expect(assessment.grade).toMatchObject({ code: 'AA', certain: true });
    expect(
      [...assessment.indicators].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ id }) => id),
    ).toEqual([9, 10, 7, 6, 8, 1, 3, 5, 2, 4]);
    expect(assessment.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'truncated note',
      'truncated note',
    ]);
    expect(assessment.readingIssues).toEqual([]);
  });

  test('the weighted table alone gives the total and the grade too', () => {
    const assessment = assessmentOf([...HEADINGS, ...WEIGHTED]);
    expect(wrongFigures(assessment, { IIT: 90.42, EIT: 95.65, OIT: 100, total: 95.82 })).toEqual([]);
    expect(assessment.grade).toMatchObject({ code: 'AA', certain: true });
    expect(assessment.indicators.every(({ score }) => score === null)).toBe(true);
  });
});

describe('องค์การบริหารส่วนตำบลบางสัก 2567', () => {
  const { HEADINGS, SUMMARY, ITEM_TABLES, PASTED, itemGrid } = bangSak;
  const figures = {
    ...{ 1: 99.78, 2: 99.56, 3: 99.78, 4: 100, 5: 99.33, 6: 92.92, 7: 89.75, 8: 80.58, 9: 92.14, 10: 100 },
    ...{ IIT: 99.69, OIT: 96.07, total: 94.66 },
  };
  const items = Object.fromEntries(
    ITEM_TABLES.flatMap(({ rows }) => rows.map(([, , , item, value]) => [item, value] as const)),
  );

  test.each<[string, readonly Rows[]]>([
    ['each table on a sheet', [[...HEADINGS, ...SUMMARY], ...ITEM_TABLES.map(itemGrid)]],
    ['the items before the summary', [...ITEM_TABLES.map(itemGrid), [...HEADINGS, ...SUMMARY]]],
    ['the report in one sheet', [PASTED]],
  ])('%s', (_, sheets) => {
    const assessment = assessmentOf(...sheets);
    expect(Object.keys(items)).toHaveLength(15 + 8 + 28);
    expect(wrongFigures(assessment, { ...figures, ...items })).toEqual([]);
    const eit = assessment.instruments.find(({ id }) => id === 'EIT');
    expect(eit?.score).toBeCloseTo((94.62 + 80.89) / 2, 10);
    expect(assessment.grade).toMatchObject({ code: 'pass', certain: true });
    expect(assessment.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'itemsMissing note',
      'itemsMissing note',
    ]);
    expect(assessment.readingIssues).toEqual([]);
  });

  test('the summary alone gives the total and the level too', () => {
    const assessment = assessmentOf([...HEADINGS, ...SUMMARY]);
    expect(wrongFigures(assessment, figures)).toEqual([]);
    expect(assessment.grade).toMatchObject({ code: 'pass', certain: true });
    expect(assessment.findings).toEqual([]);
  });
});
