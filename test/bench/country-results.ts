import type { CellValue, Snapshot } from '../../src/core/snapshot';
import { AGENCIES } from './country-list';
import { RESULT_HEADS } from './country-job';

const TOLERANCE = 1e-9;

/** Total and grade of an agency, '' where it has none. */
export type AgencyResult = { readonly total: CellValue; readonly grade: CellValue };

/** Results by the row in which the agency stands on the officer's sheet, counted from 1. */
export type Results = ReadonlyMap<number, AgencyResult>;

/** The results that a written workbook shows; whose rows are those of the officer's sheet needs no column for them. */
export const resultsIn = ({ sheets }: Snapshot): Results => {
  for (const { rows } of sheets) {
    const head = rows.findIndex((row) => {
      const values = row?.map((cell) => cell?.value) ?? [];
      return [RESULT_HEADS.agency, RESULT_HEADS.total, RESULT_HEADS.grade].every((text) =>
        values.includes(text),
      );
    });
    if (head < 0) continue;
    const columnOf = (text: string): number => rows[head]?.findIndex((cell) => cell?.value === text) ?? -1;
    const [total, grade, line] = [RESULT_HEADS.total, RESULT_HEADS.grade, RESULT_HEADS.line].map(columnOf);
    const results = new Map<number, AgencyResult>();
    rows.forEach((row, index) => {
      if (index <= head || row === undefined) return;
      const at = (column = -1): CellValue => row[column]?.value ?? '';
      const number = line === -1 ? index + 1 : Number(at(line));
      results.set(number, { total: at(total), grade: at(grade) });
    });
    return results;
  }
  throw new Error('No sheet holds results');
};

const agrees = (ours: CellValue, theirs: CellValue): boolean =>
  typeof ours === 'number' && typeof theirs === 'number'
    ? Math.abs(ours - theirs) <= TOLERANCE
    : ours === theirs;

/** Fails unless two workbooks give every agency the same total and grade. */
export const mustAgree = (who: string, ours: Results, theirs: Results, agencies = AGENCIES): void => {
  if (ours.size !== agencies || theirs.size !== agencies)
    throw new Error(`${ours.size} and ${theirs.size} agencies (${who}), not ${agencies}`);
  for (const [line, own] of ours) {
    const other = theirs.get(line);
    if (other === undefined || !agrees(own.total, other.total) || !agrees(own.grade, other.grade))
      throw new Error(`Row ${line}: ${JSON.stringify(own)}, but ${JSON.stringify(other)} of ${who}`);
  }
};
