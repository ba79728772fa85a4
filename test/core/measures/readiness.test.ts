import { ruleSets } from '../../../src/rules/rule-sets';
import type { DocumentKind } from '../../../src/core/measures/layouts';
import { DOCUMENT_KINDS } from '../../../src/core/measures/layouts';
import type { DemandCode } from '../../../src/core/measures/checked-documents';
import { a1 } from '../../../src/core/cell-address';
import type { Snapshot } from '../../../src/core/snapshot';
import { analysed, readinessOf, rowsOf, tableOf, withDocuments } from '../../support/documents';
import { indicatorSheet, itemSheet } from '../../support/typed-workbooks';
import { snapshotOf, typeInto, typing, workbookOf, type Typed } from '../../support/workbook-of';

const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 70, 100];

/** Scores of a year with weak points of both levels: items where the year has issues. */
const scoresOf = (year: number): Uint8Array =>
  ruleSets.forYear(year)?.issueGroups.length === 0
    ? workbookOf({ คะแนน: indicatorSheet('เทศบาลตำบลตัวอย่าง', year, SCORES) })
    : workbookOf({ ข้อ: itemSheet(year, (id) => (['o9', 'o26'].includes(id) ? 0 : id === 'e9' ? 72.5 : 99)) });

/** Everything that an officer must fill in: who is responsible for each measure. */
const filledIn = (bytes: Uint8Array): Uint8Array => {
  const { sheet, table } = tableOf(snapshotOf(bytes), 'measures');
  const column = table.range.left + table.columns.indexOf('ผู้รับผิดชอบ');
  const cells = rowsOf(bytes, 'measures').map(({ row }) => ({ row, column, value: 'สำนักปลัด' }));
  return typeInto(bytes, [typing(sheet.name, cells)]);
};

const complete = new Map<number, Uint8Array>(
  ruleSets.supportedYears.map((year) => [
    year,
    filledIn(withDocuments(scoresOf(year), 'measures', 'analysis', 'issues', 'limits')),
  ]),
);

const documentOf = (year: number): Uint8Array => {
  const bytes = complete.get(year);
  if (bytes === undefined) throw new Error(String(year));
  return bytes;
};

/** A snapshot in which one cell is empty. */
const emptied = (snapshot: Snapshot, sheetName: string, row: number, column: number): Snapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) =>
    sheet.name === sheetName
      ? {
          ...sheet,
          rows: sheet.rows.map((cells, at) =>
            at === row ? cells?.map((cell, own) => (own === column ? undefined : cell)) : cells,
          ),
        }
      : sheet,
  ),
});

const gapsOf = (snapshot: Snapshot): readonly string[] =>
  (analysed(snapshot).documents.readiness?.demands ?? []).flatMap(({ gaps }) =>
    gaps.map(
      ({ demand, code, cell }) => `${demand} ${code} ${cell === null ? '' : `${cell.sheet}!${a1(cell)}`}`,
    ),
  );

/** Headings whose cells the item asks for, and the demand that each stands for. */
const REQUIRED: Readonly<Partial<Record<DocumentKind, Readonly<Record<string, DemandCode>>>>> = {
  measures: {
    มาตรการ: 'measure',
    'มาตรการ/แนวทาง': 'measure',
    มาตรการที่กำหนด: 'measure',
    'ขั้นตอน/วิธีการปฏิบัติ': 'steps',
    'ขั้นตอน/วิธีการดำเนินการ': 'steps',
    วิธีการดำเนินการ: 'steps',
    ผู้รับผิดชอบ: 'responsible',
    ระยะเวลาการดำเนินการ: 'period',
    ระยะเวลาดำเนินการ: 'period',
    การกำกับติดตาม: 'followUp',
    การติดตามและรายงานผล: 'followUp',
    การติดตามประเมินผล: 'followUp',
    การกำกับติดตามและรายงานผล: 'followUp',
  },
};
const REQUIRED_2567: typeof REQUIRED = {
  ...REQUIRED,
  limits: { ข้อจำกัดของหน่วยงาน: 'limits', 'ข้อเสนอแนะ/แนวทางในการจัดการ': 'suggestions' },
};
const REQUIRED_2569: typeof REQUIRED = {
  ...REQUIRED,
  analysis: { ผลการวิเคราะห์: 'everyIndicator', แนวทางการพัฒนา: 'everyIndicator' },
};

const requiredIn = (year: number): typeof REQUIRED =>
  year === 2567 ? REQUIRED_2567 : year === 2569 ? REQUIRED_2569 : REQUIRED;

describe.each(ruleSets.supportedYears)('a document about the scores of %i', (year) => {
  test('is ready when it is complete', () => {
    const { isReady, demands, fiscalYear } = readinessOf(documentOf(year));
    expect(demands.flatMap(({ gaps }) => gaps)).toEqual([]);
    expect(isReady).toBe(true);
    expect(fiscalYear).toBe(year);
    expect(demands.length).toBeGreaterThanOrEqual(5);
  });

  test('lacks exactly the cell that is emptied, whichever it is', () => {
    const bytes = documentOf(year);
    const snapshot = snapshotOf(bytes);
    let count = 0;
    for (const [kind, headings] of Object.entries(requiredIn(year)) as [
      DocumentKind,
      Readonly<Record<string, DemandCode>>,
    ][]) {
      const { sheet, table } = tableOf(snapshot, kind);
      table.columns.forEach((heading, index) => {
        const demand = headings[heading];
        if (demand === undefined) return;
        const column = table.range.left + index;
        for (let row = table.range.top + 1; row <= table.range.bottom; row += 1) {
          const place = `${sheet.name}!${a1({ row, column })}`;
          expect(gapsOf(emptied(snapshot, sheet.name, row, column))).toEqual([
            `${demand} emptyCell ${place}`,
          ]);
          count += 1;
        }
      });
    }
    expect(count).toBeGreaterThanOrEqual(year === 2562 ? 16 : 20);
  }, 120_000);

  test('lacks a column that its table does not have', () => {
    const snapshot = snapshotOf(documentOf(year));
    const { sheet, table } = tableOf(snapshot, 'measures');
    const columns = table.columns.map((heading) => (heading === 'ผู้รับผิดชอบ' ? 'งบประมาณ' : heading));
    const renamed = {
      ...snapshot,
      sheets: snapshot.sheets.map((own) =>
        own === sheet ? { ...own, tables: [{ ...table, columns }] } : own,
      ),
    };
    expect(gapsOf(renamed)).toEqual([expect.stringMatching(/^responsible noColumn มาตรการ!/)]);
  });
});

test('the weak items of 2567 and its issues ask for what is to be mended', () => {
  const snapshot = snapshotOf(documentOf(2567));
  const { sheet, table } = tableOf(snapshot, 'issues');
  const column = table.range.left + table.columns.indexOf('ข้อบกพร่อง/ข้อแก้ไข/ปรับปรุง');
  const row = rowsOf(documentOf(2567), 'issues').find(({ texts }) =>
    texts['ข้อคำถาม']?.startsWith('ข้อ o9 '),
  )?.row;
  expect(gapsOf(emptied(snapshot, sheet.name, row ?? 0, column))).toEqual([
    `weakItems emptyCell ${sheet.name}!${a1({ row: row ?? 0, column })}`,
  ]);
});

test.each<[number, string | null, string | null]>([
  [2562, null, 'o42'],
  [2565, 'o42', 'o42'],
  [2566, 'o42', 'o34'],
  [2567, 'o34', 'o27'],
  [2568, 'o27', 'o25'],
  [2569, 'o25', null],
])('of %i names the item of its year, and that of the year after', (year, item, next) => {
  const readiness = readinessOf(documentOf(year));
  expect([readiness.item, readiness.next?.item ?? null]).toEqual([item, next]);
});

test('documents that are missing are asked for by name', () => {
  const bytes = filledIn(withDocuments(scoresOf(2567), 'measures'));
  expect(gapsOf(snapshotOf(bytes)).map((gap) => gap.trim())).toEqual([
    'everyIssue noDocument',
    'weakItems noDocument',
    'limits noDocument',
    'suggestions noDocument',
  ]);
});

describe('what should be looked at', () => {
  const typed = (heading: string, row: number, value: Typed): readonly string[] => {
    const bytes = documentOf(2565);
    const { sheet, table } = tableOf(snapshotOf(bytes), 'measures');
    const column = table.range.left + table.columns.indexOf(heading);
    const changed = typeInto(bytes, [typing(sheet.name, [{ row, column, value }])]);
    return readinessOf(changed).remarks.map(({ code, cells }) => `${code} ${cells.map(a1).join(' ')}`);
  };
  const DRAFTS = expect.stringMatching(/^drafts /) as string;

  test('drafts that nobody touched, unless they are accepted', () => {
    const bytes = documentOf(2565);
    expect(readinessOf(bytes).remarks.map(({ code }) => code)).toEqual(['drafts']);
    const { sheet, table } = tableOf(snapshotOf(bytes), 'measures');
    const column = table.range.left + table.columns.indexOf('สถานะ');
    const accepted = rowsOf(bytes, 'measures').map(({ row }) => ({ row, column, value: 'ยืนยันแล้ว' }));
    expect(readinessOf(typeInto(bytes, [typing(sheet.name, accepted)])).remarks).toEqual([]);
  });

  test('dates outside the year of the plan', () => {
    expect(typed('ระยะเวลาการดำเนินการ', 5, 'ต.ค. ๒๕๖๗ – ก.ย. ๒๕๖๘')).toEqual(['dateOutside D6', DRAFTS]);
    expect(typed('ระยะเวลาการดำเนินการ', 5, 'ต.ค. 65 – ก.ย. 66')).toEqual([DRAFTS]);
  });

  test('another agency’s name', () => {
    expect(typed('วิธีการดำเนินการ', 6, 'เผยแพร่บนเว็บไซต์ของเทศบาลเมืองอื่นไกล')).toEqual(['otherAgency B7', DRAFTS]);
  });

  test('rows that were copied', () => {
    const [first] = rowsOf(documentOf(2565), 'measures');
    const bytes = documentOf(2565);
    const { sheet } = tableOf(snapshotOf(bytes), 'measures');
    const copied = typing(sheet.name, [
      { row: 6, column: 0, value: first?.texts['มาตรการ/แนวทาง'] ?? '' },
      { row: 6, column: 1, value: first?.texts['วิธีการดำเนินการ'] ?? '' },
    ]);
    expect(readinessOf(typeInto(bytes, [copied])).remarks.map(({ code }) => code)).toContain('rowsRepeated');
  });
});

test('the sheet and the answer say the same', () => {
  const bytes = withDocuments(scoresOf(2567), ...DOCUMENT_KINDS);
  const readiness = readinessOf(bytes);
  const sheet = snapshotOf(bytes).sheets.find(({ name }) => name === 'ความพร้อมของเอกสาร');
  const states = sheet?.rows.flatMap((cells) => (typeof cells?.[3]?.value === 'number' ? [cells] : [])) ?? [];
  expect(states.map((cells) => [cells[3]?.value, cells[4]?.value])).toEqual(
    readiness.demands.map(({ required, gaps }) => [required, gaps.length]),
  );
  expect(sheet?.rows[3]?.[0]?.value).toBe('✘ ยังไม่พร้อม');
});
