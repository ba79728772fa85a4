import type { Finding } from '../assess/assessment';
import { chooseFigures } from '../assess/choose-figures';
import type { CellRef } from '../cell-address';
import { subjectKey, type AgencyReading, type Subject } from '../read/reading';
import type { AgencyTable } from './agency-table';

/** The figures of one agency as a table of one row, and the cell of each. */
export type TableOfReading = { readonly table: AgencyTable; readonly cells: readonly CellRef[] };

/** Puts what a workbook says of one agency and year into a row; of competing figures the one that an assessment uses. */
export const tableOfReading = (reading: AgencyReading, findings: readonly Finding[]): TableOfReading => {
  const book = chooseFigures(reading.figures);
  const subjects = new Map<string, Subject>();
  for (const { subject } of reading.figures) subjects.set(subjectKey(subject), subject);
  const figures = [...subjects].flatMap(([key, subject]) => {
    const figure = book.used(subject);
    return figure?.value == null ? [] : [{ key, value: figure.value, cell: figure.cell }];
  });
  const cell = reading.agencyCell ?? figures[0]?.cell ?? { sheet: '', row: 0, column: 0 };
  return {
    cells: figures.map((figure) => figure.cell),
    table: {
      fiscalYear: reading.fiscalYear,
      subjects: figures.map(({ key }) => key),
      scores: Float64Array.from(figures, ({ value }) => value),
      rows: [
        {
          agency: reading.agency ?? '',
          kind: '',
          district: '',
          province: '',
          grade: reading.grade?.code ?? null,
          cell,
          findings,
          issues: reading.issues,
        },
      ],
    },
  };
};
