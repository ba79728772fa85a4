import { likeness } from '../audit/similar';
import { mayBeSameAgency } from '../read/agencies';
import { compact } from '../read/vocabulary';
import { monthsIn } from '../text/thai-months';
import {
  MEASURE_DEMANDS,
  measureRows,
  textOf,
  type Checked,
  type CheckedTable,
  type Remark,
} from './checked-documents';
import { cellOfRole, type KeyedRow } from './keyed-table';

const LONG = 60;
const LIKE = 0.92;

/** Rows of measures that say the same in measure and steps: copied and not adapted. */
const repeated = (table: CheckedTable, rows: readonly KeyedRow[]): readonly Remark[] => {
  const texts = rows.map((row) => compact(textOf(row, 'steps')) + compact(textOf(row, 'measure')));
  return rows.flatMap((row, index): readonly Remark[] => {
    const text = texts[index] ?? '';
    const before = text.length < LONG ? [] : texts.slice(0, index);
    const earlier = rows[before.findIndex((other) => likeness(other, text) >= LIKE)];
    const cells = [earlier, row].flatMap((one) =>
      one === undefined ? [] : (cellOfRole(table, one.row, 'measure') ?? []),
    );
    return earlier === undefined
      ? []
      : [
          {
            code: 'rowsRepeated',
            cells,
            params: { first: String(earlier.row + 1), second: String(row.row + 1) },
          },
        ];
  });
};

/** Months outside the plan's year, which follows that of the scores, and that year itself. */
const datesOutside = (
  table: CheckedTable,
  rows: readonly KeyedRow[],
  fiscalYear: number,
): readonly Remark[] =>
  rows.flatMap((row) =>
    ['period', 'followUp'].flatMap((role): readonly Remark[] => {
      const months = monthsIn(textOf(row, role));
      const isOwn = (year: number): boolean => year === fiscalYear || year === fiscalYear + 1;
      const outside = months.filter((named) => !isOwn(named.fiscalYear));
      const cell = cellOfRole(table, row.row, role);
      const reachesIn = outside.length === 1 && months.length > 1;
      return outside.length === 0 || reachesIn || cell === null
        ? []
        : [
            {
              code: 'dateOutside',
              cells: [cell],
              params: { dates: outside.map(({ text }) => text).join(', '), year: String(fiscalYear + 1) },
            },
          ];
    }),
  );

const AGENCY = /(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล)|อบต\.|อบจ\.)\s?([ก-๙]{2,})/g;

const otherAgencies = (tables: readonly CheckedTable[], agency: string | null): readonly Remark[] => {
  if (agency === null) return [];
  return tables.flatMap(({ sheet, columns, rows }) =>
    rows.flatMap((row) =>
      [...columns].flatMap(([role, column]): readonly Remark[] => {
        const named = [...textOf(row, role).matchAll(AGENCY)].map(([whole]) => whole);
        const other = named.find((name) => !mayBeSameAgency(name, agency));
        return other === undefined
          ? []
          : [{ code: 'otherAgency', cells: [{ sheet, row: row.row, column }], params: { other, agency } }];
      }),
    ),
  );
};

/** Texts that stand as they were suggested and that nobody has accepted. */
const drafts = (
  table: CheckedTable,
  rows: readonly KeyedRow[],
  { isDraft, accepted }: Checked,
): readonly Remark[] => {
  const cells = rows
    .filter((row) => textOf(row, 'status') !== accepted)
    .flatMap((row) =>
      ['measure', 'approach', ...MEASURE_DEMANDS].flatMap((role) => {
        const cell = cellOfRole(table, row.row, role);
        return cell !== null && isDraft(textOf(row, role)) ? [cell] : [];
      }),
    );
  return cells.length === 0 ? [] : [{ code: 'drafts', cells, params: { count: String(cells.length) } }];
};

const notWeak = (table: CheckedTable, { points }: Checked): readonly Remark[] => {
  const asked = new Set(points.map(({ key }) => key));
  const cells = table.rows
    .filter((row) => row.key !== null && !asked.has(row.key) && textOf(row, 'measure') !== '')
    .flatMap((row) => cellOfRole(table, row.row, 'measure') ?? []);
  return cells.length === 0 ? [] : [{ code: 'notWeak', cells, params: { count: String(cells.length) } }];
};

const adviceUnanswered = ({ unanswered }: Checked): readonly Remark[] =>
  unanswered.length === 0
    ? []
    : [
        {
          code: 'adviceUnanswered',
          cells: unanswered.map(({ cell }) => cell),
          params: { items: [...new Set(unanswered.map(({ label }) => label))].join(', ') },
        },
      ];

/** What should be looked at in the measures, and in the other documents for the names that are in them. */
export const remarksOn = (checked: Checked): readonly Remark[] => {
  const { assessment, tables, isPrompt } = checked;
  const { measures } = tables;
  if (measures === undefined) return [];
  const rows = measureRows(measures, isPrompt);
  return [
    ...repeated(measures, rows),
    ...datesOutside(measures, rows, assessment.fiscalYear),
    ...otherAgencies(Object.values(tables), assessment.agency),
    ...adviceUnanswered(checked),
    ...notWeak(measures, checked),
    ...drafts(measures, rows, checked),
  ];
};
