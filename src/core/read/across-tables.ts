import type { RuleSet } from '../rule-set';
import type { SheetSnapshot } from '../snapshot';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { wholeYear, yearsIn } from '../text/years';
import { agencyNamed } from './agencies';
import { keyOfLabel } from './labels';
import { turned, type ScoreTable, type TableColumn } from './score-table';
import { filledColumns, holdsScore, isScoreSized, mergedTextAt, textAt } from './sheet-text';
import { columnRole, compact, instrumentNamed } from './vocabulary';

const FEWEST_SUBJECTS = 3;
const BLANK_ROWS_THAT_END = 3;
const ROWS_OF_GROUPS = 2;
/** Rows below the subjects that may say something else, such as units, before the first scores. */
const ROWS_BEFORE_SCORES = 2;

/** The row of subjects of a table whose rows are agencies, years or kinds of figures. */
type SubjectRow = {
  readonly row: number;
  readonly columns: readonly number[];
  /** Whether the subjects are numbers only, and of what. */
  readonly numbersOf: 'indicator' | 'item' | null;
};

/** Columns whose numbers count on by one from 1, as the numbers of items or indicators do. */
const countedColumns = (sheet: SheetSnapshot, row: number): readonly number[] => {
  const counted: number[] = [];
  let last = 0;
  for (const column of filledColumns(sheet, row)) {
    const value = sheet.rows[row]?.[column]?.value;
    const isDigits = typeof value === 'string' && value.length <= 3;
    const number = isDigits ? Number(withArabicDigits(value)) : value;
    // The items of each instrument are counted anew.
    if (number !== last + 1 && (number !== 1 || last < FEWEST_SUBJECTS)) continue;
    counted.push(column);
    last = number;
  }
  return counted;
};

/** Whether the rows right above a table, or its sheet's name, name the one instrument that its items belong to. */
const titleNamesInstrument = (sheet: SheetSnapshot, row: number): boolean =>
  instrumentNamed(sheet.name) !== null ||
  [row - 1, row - 2].some((at) =>
    filledColumns(sheet, at).some((column) => instrumentNamed(textAt(sheet, { row: at, column })) !== null),
  );

/** Numbers that stand for subjects need a word that says of what: an instrument above them, or «ตัวชี้วัด» before them. */
const numberedSubjects = (sheet: SheetSnapshot, row: number): SubjectRow | undefined => {
  const columns = countedColumns(sheet, row);
  const [first] = columns;
  if (columns.length < FEWEST_SUBJECTS || first === undefined) return undefined;
  const wordsBefore = [row, row - 1].flatMap((at) =>
    at < 0
      ? []
      : filledColumns(sheet, at, 0, first).map((column) => compact(textAt(sheet, { row: at, column }))),
  );
  if (wordsBefore.some((word) => /^(ตัวชี้วัด(ที่)?|indicator)$/.test(word)) && columns.length <= 10)
    return { row, columns, numbersOf: 'indicator' };
  const above = row === 0 ? null : instrumentNamed(mergedTextAt(sheet, { row: row - 1, column: first }));
  const isItems = wordsBefore.some((word) => /^(ข้อ(ที่|คำถาม)?|item)$/.test(word));
  return above !== null || (isItems && titleNamesInstrument(sheet, row))
    ? { row, columns, numbersOf: 'item' }
    : undefined;
};

const subjectRowAt = (sheet: SheetSnapshot, row: number, ruleSet: RuleSet): SubjectRow | undefined => {
  const filled = filledColumns(sheet, row);
  if (filled.length < FEWEST_SUBJECTS) return undefined;
  const keys = new Map<string, number>();
  const columns: number[] = [];
  for (const column of filled) {
    const value = sheet.rows[row]?.[column]?.value;
    const key = typeof value === 'string' ? keyOfLabel(value, ruleSet) : null;
    if (key === null) continue;
    keys.set(key, column);
    columns.push(column);
  }
  return keys.size >= FEWEST_SUBJECTS ? { row, columns, numbersOf: null } : numberedSubjects(sheet, row);
};

const scoresIn = (sheet: SheetSnapshot, row: number, columns: readonly number[]): number =>
  columns.filter((column) => isScoreSized(sheet, { row, column })).length;

/** Whether a row heads columns of subjects: what stands above them are titles of tables side by side. */
const headsSubjects = (sheet: SheetSnapshot, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => columnRole(textAt(sheet, { row, column })) === 'subject');

/** Whether scores stand below the subjects: then it is their row, and no row of a body that names several things. */
const hasScoresBelow = (sheet: SheetSnapshot, { row, columns, numbersOf }: SubjectRow): boolean => {
  if (numbersOf === null && holdsScore(sheet, row, columns)) return false;
  for (let below = row + 1; below <= row + 1 + ROWS_BEFORE_SCORES; below += 1) {
    if (headsSubjects(sheet, below, columns)) return false;
    if (scoresIn(sheet, below, columns) * 2 >= columns.length) return true;
  }
  return false;
};

const endOfRows = (sheet: SheetSnapshot, subjects: SubjectRow, ruleSet: RuleSet): number => {
  let blank = 0;
  let end = subjects.row + 1;
  for (let row = subjects.row + 1; row < sheet.rows.length && blank < BLANK_ROWS_THAT_END; row += 1) {
    if (scoresIn(sheet, row, subjects.columns) > 0) {
      const [first = 0] = subjects.columns;
      const counts = compact(textAt(sheet, { row, column: first })) === '1';
      if (counts && numberedSubjects(sheet, row) !== undefined) break;
      end = row + 1;
      blank = 0;
    } else if (filledColumns(sheet, row).length === 0) blank += 1;
    else if (subjectRowAt(sheet, row, ruleSet) !== undefined) break;
  }
  return end;
};

/** What the rows of labels left of the subjects say; null for a column that says nothing about its row. */
const AGENCY_HEAD = /หน่วยงาน|อปท|ชื่อ|องค์กร|ส่วนราชการ|เทศบาล|อบต|agency/;
const KIND_HEAD = /^(ประเภท|ชนิด|type)/;
const DISTRICT_HEAD = /^(อำเภอ|เขต|district)/;
const PROVINCE_HEAD = /^(จังหวัด|province)/;
const PLACE_HEAD = /^(อำเภอ|จังหวัด|เขต|ตำบล|ภาค|district|province)/;
const SUMMARY =
  /^(รวม|ผลรวม|ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย|สูงสุด|ต่ำสุด|ค่าสูงสุด|ค่าต่ำสุด|ส่วนเบี่ยงเบน|มัธยฐาน|ภาพรวม|average|mean|max|min|sd|total|median)/;
// A country has thousands of names that begin with none of these, and to compare one in full costs more.
const MAY_SUM = /^[^ก-๙a-z]*(?:รวม|ผล|ค่า|คะแนน|เฉลี่ย|สูง|ต่ำ|ส่วน|มัธย|ภาพ|ave|mean|max|min|sd|total|median)/i;
const VERSION = /ครั้งที่|รอบ|ก่อน|หลัง|ร่าง|เดิม|ใหม่|เก่า|แก้ไข/;

type LabelColumns = {
  readonly agency: number | null;
  readonly kind: number | null;
  readonly places: readonly number[];
  readonly all: readonly number[];
};

const headText = (sheet: SheetSnapshot, row: number, column: number): string => {
  const own = textAt(sheet, { row, column });
  return compact(own === '' ? mergedTextAt(sheet, { row, column }) : own);
};

const labelColumns = (
  sheet: SheetSnapshot,
  { row, columns }: SubjectRow,
  rows: readonly number[],
): LabelColumns => {
  const first = columns[0] ?? 0;
  const all = Array.from({ length: first }, (_, column) => column);
  const texts = (column: number): readonly string[] =>
    rows.map((at) => withPlainSpaces(mergedTextAt(sheet, { row: at, column })));
  const head = (column: number): string => headText(sheet, row, column) || headText(sheet, row - 1, column);
  const isKind = (column: number): boolean => KIND_HEAD.test(head(column));
  const isPlace = (column: number): boolean => PLACE_HEAD.test(head(column));
  const named = all.find((column) => AGENCY_HEAD.test(head(column)) && !isKind(column));
  const byContent = all.find((column) => {
    const names = texts(column).filter((text) => agencyNamed(text) !== null);
    return names.length * 2 > rows.length;
  });
  const words = (column: number): readonly string[] =>
    texts(column).filter(
      (text) =>
        text !== '' &&
        Number.isNaN(Number(text)) &&
        columnRole(text) === undefined &&
        yearsIn(text).length === 0 &&
        !VERSION.test(text),
    );
  // Rows that nothing but their own words tells apart are agencies.
  const byWords = all.find(
    (column) =>
      !isKind(column) &&
      !isPlace(column) &&
      words(column).length > 1 &&
      new Set(words(column)).size === words(column).length,
  );
  return {
    agency: byContent ?? named ?? byWords ?? null,
    kind: all.find(isKind) ?? null,
    places: all.filter(isPlace),
    all,
  };
};

/** Columns that say of each row of a table whose agency it is, of which type and where; null where none does. */
export type AgencyLabels = {
  readonly agency: number | null;
  readonly kind: number | null;
  readonly district: number | null;
  readonly province: number | null;
  /** Every column left of the subjects. */
  readonly all: readonly number[];
};

/** The columns of labels of a table that has its subjects across the sheet. */
export const agencyLabels = (sheet: SheetSnapshot, table: ScoreTable): AgencyLabels => {
  const subjects = { row: table.headRow, columns: [table.headerRow + 1], numbersOf: null };
  const rows = table.columns.flatMap(({ role, column }) =>
    role === 'subject' || role === 'instrument' ? [] : [table.area.top + column],
  );
  const { agency, kind, places, all } = labelColumns(sheet, subjects, rows);
  const placeNamed = (pattern: RegExp): number | null =>
    places.find((column) =>
      pattern.test(headText(sheet, subjects.row, column) || headText(sheet, subjects.row - 1, column)),
    ) ?? null;
  return { agency, kind, district: placeNamed(DISTRICT_HEAD), province: placeNamed(PROVINCE_HEAD), all };
};

/** Whether a row of a list of agencies sums up the others. */
export const isSummaryRow = (name: string): boolean =>
  MAY_SUM.test(name.replaceAll(' ', '')) && SUMMARY.test(compact(name));

/** Whether a row heads columns of subjects, as the first row of a further table does. */
export const isSubjectRow = (sheet: SheetSnapshot, row: number, ruleSet: RuleSet): boolean =>
  subjectRowAt(sheet, row, ruleSet) !== undefined;

/** A name together with its kind, `บางสัก` and `อบต.`, which half of the country's lists keep in two columns. */
export const fullName = (name: string, kind: string): string =>
  kind === '' || agencyNamed(name) !== null ? name : `${kind}${name}`;

const seriesColumns = (
  sheet: SheetSnapshot,
  subjects: SubjectRow,
  top: number,
  end: number,
): readonly TableColumn[] => {
  const rows = Array.from({ length: end - subjects.row - 1 }, (_, index) => subjects.row + 1 + index).filter(
    (row) => scoresIn(sheet, row, subjects.columns) > 0,
  );
  const labels = labelColumns(sheet, subjects, rows);
  const textOf = (row: number, column: number | null): string =>
    column === null ? '' : withPlainSpaces(mergedTextAt(sheet, { row, column }));
  const nameOf = (row: number): string | null => {
    const name = textOf(row, labels.agency);
    if (name === '' || SUMMARY.test(compact(name))) return null;
    return agencyNamed(name) ?? fullName(name, textOf(row, labels.kind));
  };
  const names = rows.map(nameOf);
  const times = new Map<string, number>();
  for (const name of names) if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  return rows.flatMap((row, index): readonly TableColumn[] => {
    const texts = labels.all.map((column) => textOf(row, column));
    const years = texts.map((text) => wholeYear(text) ?? yearsIn(text)[0]?.year ?? null);
    const roles = labels.all
      .filter((column) => column !== labels.agency)
      .flatMap((column) => columnRole(textOf(row, column)) ?? []);
    const role = roles.find((each) => ['weighted', 'weight', 'rank', 'other'].includes(each)) ?? 'score';
    const name = names[index] ?? null;
    if (labels.agency !== null && name === null) return [];
    const place = labels.places.map((column) => textOf(row, column)).filter((text) => text !== '');
    const isShared = name !== null && (times.get(name) ?? 0) > 1 && place.length > 0;
    return [
      {
        column: row - top,
        role,
        header: texts.filter((text) => text !== '').join(' '),
        year: years.find((year) => year !== null) ?? null,
        agency: isShared ? `${name} (${place.join(' ')})` : name,
        headerCell: { row: labels.agency ?? labels.all.at(-1) ?? 0, column: row - top },
      },
    ];
  });
};

const tableOf = (sheet: SheetSnapshot, subjects: SubjectRow, end: number): ScoreTable => {
  const groupRows = Array.from({ length: ROWS_OF_GROUPS }, (_, index) => subjects.row - 1 - index).filter(
    (row) =>
      row >= 0 &&
      filledColumns(sheet, row, subjects.columns[0]).some(
        (column) => instrumentNamed(textAt(sheet, { row, column })) !== null,
      ) &&
      filledColumns(sheet, row).length > 1,
  );
  const top = Math.min(subjects.row, ...groupRows);
  const first = subjects.columns[0] ?? 0;
  const last = subjects.columns.at(-1) ?? first;
  const head = { header: '', year: null, agency: null };
  return {
    sheet: turned(sheet, top, end),
    turnedFrom: top,
    headerRow: first - 1,
    headRow: subjects.row,
    columns: [
      ...groupRows.reverse().map((row) => ({
        ...head,
        column: row - top,
        role: 'instrument' as const,
        headerCell: { row: first, column: row - top },
      })),
      {
        ...head,
        header: subjects.numbersOf === 'indicator' ? 'ตัวชี้วัด' : '',
        column: subjects.row - top,
        role: 'subject',
        headerCell: { row: first, column: subjects.row - top },
      },
      ...seriesColumns(sheet, subjects, top, end),
    ],
    endRow: last + 1,
    gradeRow:
      filledColumns(sheet, subjects.row).find(
        (column) => columnRole(textAt(sheet, { row: subjects.row, column })) === 'grade',
      ) ?? null,
    area: { top, left: 0, bottom: end - 1, right: last },
  };
};

/** Tables whose subjects stand across the sheet: an agency, a year or a kind of figure in each row. */
export const findAcross = (sheet: SheetSnapshot, ruleSet: RuleSet): readonly ScoreTable[] => {
  const tables: ScoreTable[] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const subjects = sheet.rows[row] === undefined ? undefined : subjectRowAt(sheet, row, ruleSet);
    if (subjects === undefined || !hasScoresBelow(sheet, subjects)) continue;
    const end = endOfRows(sheet, subjects, ruleSet);
    tables.push(tableOf(sheet, subjects, end));
    row = end - 1;
  }
  return tables;
};
