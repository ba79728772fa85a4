import type { Finding } from '../assess/assessment';
import type { CellRef } from '../cell-address';
import { agencyKey, agencyMentions } from '../read/agencies';
import { namesAssessment } from '../read/recognise';
import { filledColumns, textAt } from '../read/sheet-text';
import { compact, headsColumn } from '../read/vocabulary';
import type { SheetSnapshot } from '../snapshot';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { monthsIn } from '../text/thai-months';
import { yearsIn } from '../text/years';
import { likeness } from './similar';

/** What a document is of: its agency, and the fiscal year (Buddhist era) that its title names; null is not known. */
export type DocumentOf = {
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  /** Whether it holds scores: then it plans the year after them too. */
  readonly hasScores: boolean;
};

const finding = (
  code: Finding['code'],
  severity: Finding['severity'],
  cells: readonly CellRef[],
  params: Readonly<Record<string, string>>,
): Finding => ({ code, severity, cells, params });

type TextOf = { readonly cell: CellRef; readonly text: string };

const textsOf = (sheet: SheetSnapshot): readonly TextOf[] =>
  sheet.rows.flatMap((cells, row) =>
    (cells ?? []).flatMap((content, column) =>
      typeof content?.value === 'string'
        ? [
            {
              cell: { sheet: sheet.name, row, column },
              text: withArabicDigits(withPlainSpaces(content.value)),
            },
          ]
        : [],
    ),
  );

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
  const isOwn = (name: string): boolean => {
    const key = agencyKey(name);
    return key.startsWith(own) || own.startsWith(key) || own.includes(key) || key.includes(own);
  };
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
  const foreign = [...headed, ...said].filter(({ name }) => !isOwn(name));
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

/** Texts that may repeat one another: one of them long, so that it is no usual phrase, and another of the same row. */
const LONG = 60;
const SHORT = 25;
const LIKE = 0.9;
const ALSO_LIKE = 0.85;

type BodyRow = {
  readonly row: number;
  readonly texts: readonly { readonly cell: CellRef; readonly key: string }[];
};

/** Rows of tables with the texts in them as they are compared; headers and lines of prose are none. */
const bodyRows = (sheet: SheetSnapshot, texts: readonly TextOf[]): readonly BodyRow[] => {
  const rows = new Map<number, { cell: CellRef; key: string }[]>();
  for (const { cell, text } of texts) {
    const key = compact(text).replace(/\d/g, '');
    if (key.length >= SHORT) rows.set(cell.row, [...(rows.get(cell.row) ?? []), { cell, key }]);
  }
  return [...rows].flatMap(([row, own]) => {
    const columns = filledColumns(sheet, row);
    const heads = columns.filter((column) => headsColumn(textAt(sheet, { row, column }))).length;
    return columns.length < 3 || heads >= 3 ? [] : [{ row, texts: own }];
  });
};

/** Cells of two rows that are alike: none unless a long text and another one are. */
const alike = (first: BodyRow, second: BodyRow): readonly CellRef[] => {
  const pairs = second.texts.flatMap((text) => {
    const other = first.texts.find(({ cell }) => cell.column === text.cell.column);
    const like = other === undefined ? 0 : likeness(other.key, text.key);
    return other === undefined || like < ALSO_LIKE
      ? []
      : [{ cells: [other.cell, text.cell], isSure: like >= LIKE && text.key.length >= LONG }];
  });
  return pairs.length > 1 && pairs.some(({ isSure }) => isSure) ? pairs.flatMap(({ cells }) => cells) : [];
};

/** Rows that repeat one above them, or nearly: copied and not adapted. */
const repeatedRows = (sheet: SheetSnapshot, texts: readonly TextOf[]): readonly Finding[] => {
  const rows = bodyRows(sheet, texts);
  return rows.flatMap((row, index) => {
    for (const earlier of rows.slice(0, index)) {
      const cells = alike(earlier, row);
      if (cells.length > 0)
        return [
          finding('rowsRepeated', 'warning', cells, {
            first: String(earlier.row + 1),
            second: String(row.row + 1),
          }),
        ];
    }
    return [];
  });
};

const MARKER = /(?:^|[\s])(\d{1,2}(?:\.\d{1,2})*)[.)](?=\s|[ก-๙A-Za-z])/g;
const FEWEST_NUMBERED = 2;

/**
 * The number of a list that does not count on by one. A list may begin anywhere and again at one; below a number its own
 * parts may be counted, `1.1` and `1.2`, after which the next whole number follows.
 */
const jumpIn = (numbers: readonly string[]): string | undefined => {
  let last: number | null = null;
  let parts = { of: 0, count: 0 };
  for (const [index, text] of numbers.entries()) {
    const number = Number(text.split('.')[0]);
    if (text.includes('.')) {
      parts = { of: number, count: parts.of === number ? parts.count + 1 : 1 };
      continue;
    }
    const followsParts = parts.count > 1 && number === parts.of + 1;
    const countsOn = last !== null && number === last + 1;
    if (index > 0 && !countsOn && !followsParts && (number !== 1 || last === null)) return text;
    last = number;
  }
  return undefined;
};

/** Numbered lists within a cell that jump or repeat a number. */
const numberingIn = (texts: readonly TextOf[]): readonly Finding[] =>
  texts.flatMap(({ cell, text }) => {
    const numbers = [...text.matchAll(MARKER)].map(([, number = '']) => number);
    if (numbers.length < FEWEST_NUMBERED) return [];
    const jump = jumpIn(numbers);
    return jump === undefined
      ? []
      : [finding('numberingJumps', 'note', [cell], { list: numbers.join(', '), found: jump })];
  });

/** Numbers that begin the first cell of the rows of a table, from its header to the next one or a gap. */
const numberedRows = (sheet: SheetSnapshot): readonly Finding[] => {
  const findings: Finding[] = [];
  let last: { number: number; row: number } | null = null;
  sheet.rows.forEach((_, row) => {
    const [first, ...others] = filledColumns(sheet, row);
    if (first === undefined || others.length < 2) return;
    const text = withArabicDigits(withPlainSpaces(textAt(sheet, { row, column: first })));
    const number = /^(\d{1,2})[.)]\s*(?=[ก-๙A-Za-z])/.exec(text)?.[1];
    if (number === undefined) return;
    const cell = { sheet: sheet.name, row, column: first };
    const value = Number(number);
    if (last !== null && value !== last.number + 1 && value !== 1)
      findings.push(
        finding('numberingJumps', 'note', [cell], { list: `${last.number}, ${value}`, found: String(value) }),
      );
    last = { number: value, row };
  });
  return findings;
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
