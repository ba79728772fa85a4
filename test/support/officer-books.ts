import { columnLetters } from '../../src/core/cell-address';
import type { SheetSnapshot, Snapshot, SnapshotCell } from '../../src/core/snapshot';
import type { GridValue } from './grid-reading';
import { snapshotOf, typeInto, typing, workbookOf } from './workbook-of';

// What the workbooks of officers are made of.

export type Rows = readonly (readonly GridValue[])[];

/** The ten indicators as the rules of 2562–2566 name them. */
export const TEN = [
  ...['การปฏิบัติหน้าที่', 'การใช้งบประมาณ', 'การใช้อำนาจ', 'การใช้ทรัพย์สินของราชการ', 'การแก้ไขปัญหาการทุจริต'],
  ...['คุณภาพการดำเนินงาน', 'ประสิทธิภาพการสื่อสาร', 'การปรับปรุงระบบการทำงาน'],
  ...['การเปิดเผยข้อมูล', 'การป้องกันการทุจริต'],
] as const;

/** The ten indicators as the rules from 2567 on name them. */
export const TEN_2567 = TEN.map((name) => (name === 'การปรับปรุงระบบการทำงาน' ? 'การปรับปรุงการทำงาน' : name));

export const TEN_EN = [
  ...['Bribery Fraud', 'Budget Misallocation', 'Power Distortion', 'Asset Misappropriation'],
  ...['Anti-Corruption Improvement', 'Service Quality', 'Communication Efficiency', 'Procedure Improvement'],
  ...['Open Data', 'Anti-Corruption Practice'],
] as const;

/** Ten scores that no two indicators share. */
export const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 99.25, 97.5] as const;
/** Ten other scores, for another year, another agency or an older version. */
export const OTHERS = [84.51, 78.1, 80.83, 78.04, 80.55, 86.06, 86.17, 84.78, 89.29, 87.3] as const;

export const IIT = 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)';
export const EIT = 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)';
export const OIT = 'แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)';

/** Instrument beside the first indicator of its group only, as merged cells and exports leave it. */
export const GROUPED: readonly (string | null)[] = [IIT, null, null, null, null, EIT, null, null, OIT, null];

/** A number or text in Thai digits. */
export const thai = (text: number | string): string =>
  String(text).replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

/** A score as it is printed, with two decimals. */
export const printed = (score: number): string => score.toFixed(2);

export const cell = (
  value: SnapshotCell['value'],
  format = 'General',
  formula: string | null = null,
): SnapshotCell => ({ value, format, formula });

/** Numbers from one to a last one. */
export const upTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1);

/** Ids of the first items of an instrument: i1, i2, … */
export const ids = (letter: 'i' | 'e' | 'o', last: number): readonly string[] =>
  upTo(last).map((number) => `${letter}${number}`);

const key = (subject: string | number): string => String(subject);

/** Expected figures that stand one below the other from a cell on, `down('ก', 'B', 4, …)`. */
export const down = (
  sheet: string,
  column: string,
  firstRow: number,
  subjects: readonly (string | number)[],
  values: readonly (number | null)[],
): readonly string[] =>
  subjects.flatMap((subject, index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [`${key(subject)} ${value} '${sheet}'!${column}${firstRow + index}`];
  });

/** Expected figures that stand side by side from a column on, counted from 0. */
export const across = (
  sheet: string,
  firstColumn: number,
  row: number,
  subjects: readonly (string | number)[],
  values: readonly (number | null)[],
): readonly string[] =>
  subjects.flatMap((subject, index) => {
    const value = values[index] ?? null;
    return value === null
      ? []
      : [`${key(subject)} ${value} '${sheet}'!${columnLetters(firstColumn + index)}${row}`];
  });

const SAMPLE_AGENCY = 'เทศบาลตำบลตัวอย่าง';

/** Title and agency in the first two rows of a sheet. */
export const titleOf = (year: number): Rows => [
  [`ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ${year}`],
  [SAMPLE_AGENCY],
];

/** What is read from that title. */
export const ofTitle = (year: number): { readonly agency: string; readonly year: number } => ({
  agency: SAMPLE_AGENCY,
  year,
});

/** Rows of the ten indicators with their scores. */
export const tenRows = (scores: readonly GridValue[] = SCORES, names: readonly string[] = TEN): Rows =>
  names.map((name, index) => [name, scores[index] ?? null]);

/** Expected scores of the ten indicators, one below the other on sheet «ก». */
export const ten = (
  column: string,
  firstRow: number,
  scores: readonly number[] = SCORES,
): readonly string[] => down('ก', column, firstRow, upTo(10), scores);

/** The same workbook after it was saved as a file and opened again; formulas, formats and hidden rows are not kept. */
export const saved = (...sheets: readonly SheetSnapshot[]): Snapshot => {
  const empty = workbookOf(Object.fromEntries(sheets.map(({ name }) => [name, []])));
  const cells = (sheet: SheetSnapshot) =>
    sheet.rows.flatMap((row, index) =>
      (row ?? []).flatMap((content, column) => {
        const value = content?.value ?? null;
        return value === null || typeof value === 'object' ? [] : [{ row: index, column, value }];
      }),
    );
  return snapshotOf(
    typeInto(
      empty,
      sheets.map((sheet) => typing(sheet.name, cells(sheet), sheet.merges)),
    ),
  );
};
