import fc from 'fast-check';
import { assess } from '../../../src/core/assess/assess';
import type { AgencyTable } from '../../../src/core/many/agency-table';
import { assessMany, resultOf } from '../../../src/core/many/assess-many';
import { readingOfRow } from '../../../src/core/many/audit-rows';
import { subjectOrder } from '../../../src/core/report/many/score-sheet';
import { ruleSets } from '../../../src/rules/rule-sets';
import { year as ruleSetOf } from '../../rules/year';

const AGENCY_CELL = { sheet: 'ก', row: 1, column: 0 };

/** A table of one year: which subjects it gives, and of each agency which scores are missing. */
const tables = (year: number): fc.Arbitrary<AgencyTable> => {
  const rules = ruleSetOf(year);
  const order = subjectOrder(rules);
  const isItem = (key: string): boolean => rules.items.some(({ id }) => id === key);
  const allowed = new Map(rules.items.map(({ id, allowedScores }) => [id, allowedScores]));
  const score = (key: string): fc.Arbitrary<number> =>
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.constantFrom(...(allowed.get(key) ?? [70, 84.995, 85, 90, 94.5, 97.25, 100])),
      },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    );
  // Whole groups are there or not, as in real lists; now and then one subject is left out.
  const groups = [
    ...rules.instruments.map(({ id }) =>
      order.filter((key) => rules.items.some((item) => item.id === key && item.instrument === id)),
    ),
    ...order.filter((key) => !isItem(key)).map((key) => [key]),
  ];
  return fc
    .record({
      there: fc.tuple(...groups.map(() => fc.boolean())),
      left: fc.option(fc.constantFrom(...order), { freq: 4 }),
    })
    .map(({ there, left }) =>
      groups
        .filter((_, index) => there[index])
        .flat()
        .filter((key) => key !== left),
    )
    .filter((subjects) => subjects.length > 0)
    .chain((subjects) =>
      fc
        .array(
          fc.record({
            row: fc.tuple(...subjects.map(score)),
            grade: fc.option(fc.constantFrom(...rules.gradeScale.grades.map(({ code }) => code)), {
              freq: 2,
            }),
          }),
          { minLength: 1, maxLength: 3 },
        )
        .map((rows): AgencyTable => ({
          fiscalYear: year,
          subjects,
          scores: Float64Array.from(rows.flatMap(({ row }) => row)),
          rows: rows.map(({ grade }, index) => ({
            agency: `อบต.ที่${index}`,
            kind: '',
            district: '',
            province: '',
            grade,
            cell: AGENCY_CELL,
            findings: [],
            issues: [],
          })),
        })),
    );
};

/** What an assessment of its own says of an agency, as far as many agencies are told. */
const alone = (table: AgencyTable, at: number) => {
  const rules = ruleSetOf(table.fiscalYear);
  const reading = readingOfRow(table, at, (row, column) => ({ row, column }));
  const { indicators, instruments, total, grade, findings } = assess(reading, rules, rules.triageLimits);
  return {
    indicators: indicators.map(({ id, score }) => [String(id), score]),
    instruments: instruments.map(({ id, score }) => [id, score]),
    total: total.score,
    code: grade?.code ?? null,
    certain: grade?.certain ?? null,
    findings,
  };
};

test.each(ruleSets.supportedYears)('in %i many agencies get what each would get alone', (year) => {
  fc.assert(
    fc.property(tables(year), (table) => {
      const rules = ruleSetOf(year);
      const place = {
        sheet: 'ก',
        columns: table.subjects.map((_, index) => index),
        rows: table.rows.map((_, index) => index),
        labels: { agency: 0, kind: null, district: null, province: null },
        isPlain: true,
        kindFirst: new Set<number>(),
      };
      const many = assessMany({ table, place, sources: [], isAudited: false }, rules);
      for (const row of many.rows) {
        const one = alone(table, row.at);
        const close = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9));
        for (const [key, score] of [...one.indicators, ...one.instruments, ['total', one.total] as const])
          expect([key, resultOf(row, String(key))]).toEqual([key, close(score as number | null)]);
        const grade = many.block.grades[row.at] ?? null;
        expect([grade?.code ?? null, grade?.certain ?? null]).toEqual([one.code, one.certain]);
        expect(row.findings).toEqual(one.findings);
      }
    }),
    { numRuns: 60 },
  );
});
