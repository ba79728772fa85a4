import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import type { Assessment } from '../../src/core/assess/assessment';
import { formatDecimal } from '../../src/core/text/numbers';
import { snapshotOf } from '../support/workbook-of';

// The published figures of two agencies, as their reports print them.

const assessmentOf = (file: string): Assessment => {
  const bytes = readFileSync(join(__dirname, '../../assets/sample', file));
  const analysis = analyze(snapshotOf(new Uint8Array(bytes)));
  if (!analysis.ok) throw new Error(analysis.error.code);
  expect(analysis.value.assessments).toHaveLength(1);
  return analysis.value.assessments[0];
};

const printed = (value: number | null): string => (value === null ? '' : formatDecimal(value));
const byTriage = ({ indicators }: Assessment, level: string): readonly number[] =>
  indicators.filter(({ triage }) => triage === level).map(({ id }) => id);

describe('เทศบาลนครนครปฐม 2565', () => {
  const assessment = assessmentOf('nakhon-pathom-2565.xlsx');

  test('instruments, weighted scores, total and grade', () => {
    expect(assessment.agency).toBe('เทศบาลนครนครปฐม');
    expect(assessment.instruments.map(({ score }) => printed(score))).toEqual(['90.42', '95.66', '100.00']);
    expect(assessment.instruments.map(({ weighted }) => printed(weighted))).toEqual([
      '27.13',
      '28.70',
      '40.00',
    ]);
    expect(printed(assessment.total.score)).toBe('95.82');
    expect(assessment.grade).toMatchObject({ code: 'AA', certain: true });
  });

  test('indicators, ranking and triage', () => {
    expect(assessment.indicators.map(({ score }) => printed(score)).join(' ')).toBe(
      '94.56 88.13 90.81 88.09 90.53 96.03 96.20 94.74 100.00 100.00',
    );
    const ranking = [...assessment.indicators].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(ranking.map(({ id }) => id)).toEqual([9, 10, 7, 6, 8, 1, 3, 5, 2, 4]);
    expect(['urgent', 'improve', 'maintain'].map((level) => byTriage(assessment, level))).toEqual([
      [2, 4],
      [1, 3, 5, 8],
      [6, 7, 9, 10],
    ]);
  });

  test('the two figures that were cut off are notes, and nothing is a warning', () => {
    expect(
      assessment.findings.map(
        ({ code, severity, params }) => `${severity} ${code} ${params['printed'] ?? ''}`,
      ),
    ).toEqual(['note truncated 95.65', 'note truncated 28.69']);
    expect(assessment.readingIssues).toEqual([]);
  });
});

describe('องค์การบริหารส่วนตำบลบางสัก 2567', () => {
  const assessment = assessmentOf('bang-sak-2567.xlsx');
  const scoreOf = (id: string): number | null =>
    assessment.items.find((item) => item.id === id)?.score ?? null;

  test('items as published', () => {
    const iit = assessment.items.filter(({ id }) => id.startsWith('i')).map(({ score }) => printed(score));
    expect(iit.join(' ')).toBe(
      '99.33 100.00 100.00 100.00 98.67 100.00 99.33 100.00 100.00 100.00 100.00 100.00 100.00 99.33 98.67',
    );
    const eit = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9'].map((id) => printed(scoreOf(id)));
    expect(eit.join(' ')).toBe('97.00 98.00 97.50 97.00 97.00 97.50 98.00  72.50');
    expect(assessment.items.find(({ id }) => id === 'e8')?.status).toBe('missing');
    const zero = assessment.items.filter(({ id, score }) => id.startsWith('o') && score === 0);
    expect(zero.map(({ id }) => id)).toEqual(['o9', 'o17']);
    expect(assessment.items.filter(({ id, score }) => id.startsWith('o') && score === 100)).toHaveLength(33);
  });

  test('what the items give', () => {
    expect(
      assessment.indicators.slice(0, 5).map(({ score, from }) => `${printed(score)} ${from ?? ''}`),
    ).toEqual(['99.78 items', '99.56 items', '99.78 items', '100.00 items', '99.33 items']);
    const subIndicators = Object.fromEntries(
      assessment.subIndicators.map(({ id, score }) => [id, printed(score)]),
    );
    expect(subIndicators).toMatchObject({ '9.2': '85.71', '9.3': '75.00' });
    expect(printed(assessment.indicators[8]?.score ?? null)).toBe('92.14');
  });

  test('instruments, total and level', () => {
    const [iit, eit, oit] = assessment.instruments;
    expect([printed(iit?.score ?? null), printed(oit?.score ?? null)]).toEqual(['99.69', '96.07']);
    expect(eit?.score).toBeCloseTo(87.755, 10);
    expect(eit?.parts.map(({ score }) => score)).toEqual([94.62, 80.89]);
    expect(printed(assessment.total.score)).toBe('94.66');
    expect(assessment.grade).toMatchObject({ code: 'pass', certain: true });
    expect(new Set(assessment.grade?.cases.map(({ reading }) => reading))).toEqual(
      new Set(['eitParts', 'indicators']),
    );
  });

  test('nothing is a warning; the item that is not printed is said', () => {
    expect(
      assessment.findings.map(({ code, severity, params }) => `${severity} ${code} ${params['items'] ?? ''}`),
    ).toEqual(['note itemsMissing e8']);
    expect(assessment.readingIssues).toEqual([]);
  });
});
