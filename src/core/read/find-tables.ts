import type { SheetSnapshot } from '../snapshot';
import { readNumberText } from '../text/numbers';
import { yearsIn } from '../text/years';
import { filledColumns, textAt } from './sheet-text';
import { columnRole, compact, type ColumnRole } from './vocabulary';

export type TableColumn = {
  readonly column: number;
  readonly role: ColumnRole;
  readonly header: string;
  /** Year that the header itself names, as tables with a year per column do. */
  readonly year: number | null;
};

/** A score table: a header row that names what is scored and where the scores stand, and the rows below it. */
export type ScoreTable = {
  readonly sheet: SheetSnapshot;
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  /** Rows of the body, from the first below the header up to but without `endRow`. */
  readonly endRow: number;
};

const BLANK_ROWS_THAT_END = 3;

const headerColumns = (sheet: SheetSnapshot, row: number): readonly TableColumn[] =>
  filledColumns(sheet, row).flatMap((column) => {
    const header = textAt(sheet, { row, column });
    const role = columnRole(header);
    return role === undefined ? [] : [{ column, role, header, year: yearsIn(header)[0]?.year ?? null }];
  });

const LARGEST_SCORE = 100;

/** A row that holds a number of a score's size is a body's row, whatever its labels look like. */
const holdsScore = (sheet: SheetSnapshot, row: number): boolean =>
  filledColumns(sheet, row).some((column) => {
    const read = readNumberText(textAt(sheet, { row, column }));
    return read.kind === 'number' && read.value <= LARGEST_SCORE;
  });

const isHeader = (columns: readonly TableColumn[]): boolean => {
  const has = (...roles: readonly ColumnRole[]): boolean => columns.some(({ role }) => roles.includes(role));
  return has('score', 'weighted', 'groupScore') && has('subject', 'instrument');
};

// Headers of the tables that follow the scores where a whole document was pasted: measures, calendars, duties.
const OTHER_HEADER =
  /^(ที่|ลำดับ|ลำดับที่|ข้อ|ข้อมูล|รายการ|มาตรการ|แนวทาง|วิธีการ|ขั้นตอน|กิจกรรม|โครงการ|ผู้รับผิดชอบ|หน่วยงานที่รับผิดชอบ|ระยะเวลา|กำหนดการ|การติดตาม|การกำกับ|องค์ประกอบ|ตัวชี้วัดความสำเร็จ|งบประมาณ|ผลที่คาดว่า)/;
const LONGEST_OTHER_HEADER = 60;
const SHORTEST_PROSE = 120;

/** A row that begins something else: the header of another table, or a paragraph. */
const beginsOther = (sheet: SheetSnapshot, row: number): boolean => {
  const texts = filledColumns(sheet, row).map((column) => textAt(sheet, { row, column }).trim());
  if (texts.length === 1) return (texts[0]?.length ?? 0) >= SHORTEST_PROSE;
  const headers = texts.filter(
    (text) => text.length <= LONGEST_OTHER_HEADER && OTHER_HEADER.test(compact(text)),
  );
  return headers.length >= 2 && headers.length === texts.length && !holdsScore(sheet, row);
};

const endOfBody = (sheet: SheetSnapshot, headerRow: number, limit: number): number => {
  let blank = 0;
  for (let row = headerRow + 1; row < limit; row += 1) {
    blank = filledColumns(sheet, row).length === 0 ? blank + 1 : 0;
    if (blank === BLANK_ROWS_THAT_END) return row - BLANK_ROWS_THAT_END + 1;
    if (beginsOther(sheet, row)) return row;
  }
  return limit;
};

/** Score tables of a sheet, from top to bottom. */
export const findTables = (sheet: SheetSnapshot): readonly ScoreTable[] => {
  const headers = sheet.rows.flatMap((cells, row) => {
    const columns = cells === undefined ? [] : headerColumns(sheet, row);
    return isHeader(columns) && !holdsScore(sheet, row) ? [{ row, columns }] : [];
  });
  return headers.map(({ row, columns }, index) => ({
    sheet,
    headerRow: row,
    columns,
    endRow: endOfBody(sheet, row, headers[index + 1]?.row ?? sheet.rows.length),
  }));
};
