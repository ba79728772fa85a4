import fc from 'fast-check';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesTh } from '../../src/app/messages/th';
import { mergeFiles } from '../../src/cli/merge-files';
import { withDocuments } from '../support/documents';
import { bareCopy, editedCopy, tableTexts, type CopyEdit } from '../support/mailed-copies';
import { indicatorSheet } from '../support/typed-workbooks';
import { workbookOf } from '../support/workbook-of';
import { structureProblems } from '../xlsx/check-structure';

const SCORES = [94.56, 88.13, 90.81, 88.09, 80.53, 96.03, 96.2, 94.74, 70, 100];
const PRINTED = 5;
const base = withDocuments(
  workbookOf({ คะแนน: indicatorSheet('เทศบาลตำบลตัวอย่าง', 2565, SCORES) }),
  'measures',
);

type Answer = {
  readonly written: string;
  readonly conflicts: readonly { readonly key: string; readonly column: string }[];
  readonly added: readonly object[];
  readonly taken: readonly object[];
};

const words = fc.constantFrom(
  '',
  'กองคลัง',
  'สำนักปลัด',
  '1. ประชุม\n2. รายงาน',
  '=1+1',
  'ข้อความของ\r\nหน่วยงาน ',
);

const edit: fc.Arbitrary<CopyEdit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      row: fc.nat(9),
      column: fc.nat(PRINTED - 1),
      text: words,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('swap' as const), first: fc.nat(9), second: fc.nat(9) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('own' as const),
      texts: fc.constantFrom<[string, string]>(['โครงการ ก', 'ทำ ก'], ['โครงการ ข', 'ทำ ข']),
    }),
  },
);

const edits = fc.array(edit, { maxLength: 5 });

const editedBy = (changes: readonly CopyEdit[]): Uint8Array =>
  changes.reduce((bytes, change) => editedCopy(bytes, 'measures', change), base);

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

const merged = (main: string, copies: readonly string[], out: string) => {
  const outcome = mergeFiles({ main, copies, out }, messagesTh);
  if (outcome.exitCode !== 0) throw new Error(outcome.errors.join('\n'));
  const bytes = new Uint8Array(readFileSync(out));
  expect(structureProblems(bytes)).toEqual([]);
  return { bytes, answer: outcome.json as Answer };
};

const ROLES = ['measure', 'steps', 'responsible', 'period', 'followUp'];

test('whatever divisions write, empty, sort and add: nothing is lost, doubled or chosen, and a second merge changes nothing', () => {
  const before = tableTexts(base, 'measures', PRINTED).keyed;
  fc.assert(
    fc.property(edits, edits, edits, edits, fc.boolean(), (own, first, second, third, isBare) => {
      const folder = mkdtempSync(join(tmpdir(), 'ita-merge-'));
      const file = (name: string, bytes: Uint8Array): string => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      };
      // A row of the main workbook's own has no key, so it is the same row in no copy.
      const mainBytes = editedBy(own.filter(({ kind }) => kind !== 'own'));
      const copyBytes = [first, second, third].map(editedBy);
      const copies = copyBytes.map((bytes, index) =>
        file(`${index}.xlsx`, isBare && index === 1 ? bareCopy(bytes) : bytes),
      );
      const main = file('หลัก.xlsx', mainBytes);
      const { bytes, answer } = merged(main, copies, join(folder, 'ผล.xlsx'));
      const after = tableTexts(bytes, 'measures', PRINTED);
      const versions = [mainBytes, ...copyBytes].map((one) => tableTexts(one, 'measures', PRINTED));
      const contradictions: string[] = [];
      for (const [key, drafts] of before) {
        drafts.forEach((draft, column) => {
          const texts = versions.map(({ keyed }) => keyed.get(key)?.[column] ?? '');
          const written = new Set(texts.map(plain).filter((text) => text !== '' && text !== plain(draft)));
          const [only] = written;
          const expected = written.size === 1 ? (only ?? '') : plain(texts[0] ?? '');
          expect(`${key} ${column} ${plain(after.keyed.get(key)?.[column] ?? '')}`).toBe(
            `${key} ${column} ${expected}`,
          );
          if (written.size > 1) contradictions.push(`${key} ${ROLES[column]}`);
        });
      }
      expect(answer.conflicts.map(({ key, column }) => `${key} ${column}`).sort()).toEqual(
        contradictions.sort(),
      );
      expect([...after.keyed.keys()].sort()).toEqual([...before.keys()].sort());
      expect([...after.own].sort()).toEqual([...new Set(versions.flatMap((one) => one.own))].sort());
      const result = file('ผลรวม.xlsx', bytes);
      const again = merged(result, copies, join(folder, 'อีกครั้ง.xlsx'));
      expect(again.answer).toMatchObject({ taken: [], added: [] });
      expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 8, seed: 2567 },
  );
}, 240_000);

// In the order of the sheets the printed page, under the same headings, may come first.
test.each([
  ['in their order', false],
  ['the last first', true],
])(
  'a copy without native tables, names and titles, its sheets %s, is matched all the same',
  (_, isReversed) => {
    const copy = bareCopy(
      editedBy([
        { kind: 'swap', first: 0, second: 2 },
        { kind: 'type', row: 0, column: 2, text: 'กองช่าง' },
        { kind: 'own', texts: ['เพิ่มเอง', 'ทำเอง'] },
      ]),
      isReversed,
    );
    const folder = mkdtempSync(join(tmpdir(), 'ita-merge-'));
    const [main, part] = [join(folder, 'หลัก.xlsx'), join(folder, 'กองช่าง.xlsx')];
    writeFileSync(main, base);
    writeFileSync(part, copy);
    const { bytes, answer } = merged(main, [part], join(folder, 'ผล.xlsx'));
    expect(answer.taken).toHaveLength(1);
    expect(answer.taken).toMatchObject([{ document: 'measures', column: 'responsible', text: 'กองช่าง' }]);
    const [, , third] = [...tableTexts(base, 'measures', PRINTED).keyed.keys()];
    expect(tableTexts(bytes, 'measures', PRINTED).keyed.get(third ?? '')?.[2]).toBe('กองช่าง');
    expect(tableTexts(bytes, 'measures', PRINTED).own).toEqual(['เพิ่มเอง|ทำเอง|||']);
  },
);
