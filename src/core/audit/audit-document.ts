import type { Finding } from '../assess/assessment';
import { agencyKey, agencyMentions, mayBeSameAgency } from '../read/agencies';
import { namesAssessment } from '../read/recognise';
import { filledColumns, textAt } from '../read/sheet-text';
import { headsColumn } from '../read/vocabulary';
import type { SheetSnapshot } from '../snapshot';
import { monthsIn } from '../text/thai-months';
import { yearsIn } from '../text/years';
import { finding, textsOf, type TextOf } from './document-texts';
import { numberedRows, numberingIn } from './numbering';
import { repeatedRows } from './repeated-rows';

/** What a document is of: its agency, and the fiscal year (Buddhist era) that its title names; null is not known. */
export type DocumentOf = {
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  /** Whether it holds scores: then it plans the year after them too. */
  readonly hasScores: boolean;
};

const MOST_FOREIGN_CELLS = 3;
const OF_AGENCY =
  /(?:ของ|โดย)\s*(?:หน่วยงาน)?\s*((?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล))[ก-๙]+)/g;

/**
 * Another agency's name in sentences about this one's scores: a neighbour's report that was copied. In documents that
 * speak of many agencies nothing is said.
 */
const otherAgencies = (sheets: readonly SheetSnapshot[], { agency }: DocumentOf): readonly Finding[] => {
  if (agency === null) return [];
  const own = agencyKey(agency);
  const headed = sheets.flatMap((sheet) =>
    agencyMentions(sheet).flatMap(({ value, cell, strength }) =>
      strength > 1 ? [{ name: value, cell }] : [],
    ),
  );
  const said = sheets.flatMap((sheet) =>
    textsOf(sheet).flatMap(({ cell, text }) =>
      /คะแนน|ผลการประเมิน/.test(text)
        ? [...text.matchAll(OF_AGENCY)].map(([, name = '']) => ({ name, cell }))
        : [],
    ),
  );
  const foreign = [...headed, ...said].filter(({ name }) => !mayBeSameAgency(name, agency));
  const names = new Set(foreign.map(({ name }) => agencyKey(name).slice(0, own.length)));
  if (names.size !== 1 || foreign.length > MOST_FOREIGN_CELLS) return [];
  const [first] = foreign;
  return first === undefined
    ? []
    : [
        finding(
          'otherAgency',
          'warning',
          foreign.map(({ cell }) => cell),
          { agency, other: shortName(first.name) },
        ),
      ];
};

/** A name in a sentence runs on into the next word. */
const shortName = (name: string): string => name.replace(/(?:มี|ได้|ประจำ|อยู่|ที่|ใน).*$/, '');

/** «ปี 2568 ที่ผ่านมา» in a document of 2568: the year that is past is another. */
const pastYears = (texts: readonly TextOf[], { fiscalYear }: DocumentOf): readonly Finding[] =>
  fiscalYear === null
    ? []
    : texts.flatMap(({ cell, text }) => {
        const mentions = yearsIn(text).filter(
          ({ year, end }) => year === fiscalYear && /^\s*ที่ผ่านมา/.test(text.slice(end)),
        );
        return mentions.length === 0
          ? []
          : [
              finding('pastYear', 'warning', [cell], {
                year: String(fiscalYear),
                before: String(fiscalYear - 1),
              }),
            ];
      });

const LONGEST_TITLE = 200;
const REPORTS_RESULTS = /รายงานผลการดำเนิน/;
const DATED = /ระยะเวลา|กำหนดการ|ผลการดำเนิน|ผลลัพธ์|ผลสัมฤทธิ์|วันที่/;

/** Columns of a table under heads that promise periods and what was done. */
const datedColumns = (sheet: SheetSnapshot): readonly { readonly row: number; readonly column: number }[] =>
  sheet.rows.flatMap((_, row) => {
    const columns = filledColumns(sheet, row);
    const isHeader = columns.filter((column) => headsColumn(textAt(sheet, { row, column }))).length >= 3;
    return isHeader
      ? columns
          .filter((column) => DATED.test(textAt(sheet, { row, column })))
          .map((column) => ({ row, column }))
      : [];
  });

/** Months outside the fiscal year in a report of results, one finding for each column and year. */
const datesOutside = (
  sheet: SheetSnapshot,
  texts: readonly TextOf[],
  { fiscalYear, hasScores }: DocumentOf,
  isReport: boolean,
): readonly Finding[] => {
  if (fiscalYear === null || !isReport) return [];
  const heads = datedColumns(sheet);
  const isOwn = (year: number): boolean => year === fiscalYear || (hasScores && year === fiscalYear + 1);
  const outside = texts.flatMap(({ cell, text }) => {
    const isDated = heads.some(({ row, column }) => column === cell.column && row < cell.row);
    const months = isDated ? monthsIn(text).filter((named) => !isOwn(named.fiscalYear)) : [];
    // A period that ends in the year may begin before it.
    const reaches =
      isDated &&
      monthsIn(text).some((named) => isOwn(named.fiscalYear)) &&
      months.length < 2 &&
      /[-–—]|ถึง/.test(text);
    return reaches ? [] : months.map((named) => ({ cell, named }));
  });
  const groups = new Map<string, typeof outside>();
  for (const entry of outside) {
    const key = `${entry.cell.column}|${entry.named.fiscalYear}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => {
    const cells = group
      .map(({ cell }) => cell)
      .filter((cell, index, all) => all.findIndex(({ row }) => row === cell.row) === index);
    const dates = [...new Set(group.map(({ named }) => named.text))].join(', ');
    return finding('dateOutsideYear', 'warning', cells, { dates, year: String(fiscalYear) });
  });
};

/**
 * What does not add up in the text of a document about the assessment: another agency's name, years and dates that are
 * not its own, rows that were copied, and numbering. The sheets must be the officer's.
 */
export const auditDocument = (sheets: readonly SheetSnapshot[], of: DocumentOf): readonly Finding[] => {
  const documents = sheets.filter(namesAssessment);
  const all = new Map(documents.map((sheet) => [sheet, textsOf(sheet)]));
  const isReport = [...all.values()]
    .flat()
    .some(({ text }) => text.length <= LONGEST_TITLE && REPORTS_RESULTS.test(text));
  return [
    ...otherAgencies(documents, of),
    ...[...all].flatMap(([sheet, texts]) => [
      ...pastYears(texts, of),
      ...datesOutside(sheet, texts, of, isReport),
      ...repeatedRows(sheet, texts),
      ...numberingIn(texts),
      ...numberedRows(sheet),
    ]),
  ];
};
