import { analyze } from '../../src/app/analyze';
import { messagesEn } from '../../src/app/messages/en';
import { messagesTh } from '../../src/app/messages/th';
import type { Finding } from '../../src/core/assess/assessment';
import { a1 } from '../../src/core/cell-address';
import { KHOK_YAI_2568, PHOK_NOI_2562, WANG_THONG_2566 } from '../support/published/documents';
import { snapshotOf, workbookOf } from '../support/workbook-of';

const documentsOf = (rows: typeof PHOK_NOI_2562) => {
  const analysis = analyze(snapshotOf(workbookOf({ เอกสาร: rows })));
  if (analysis.ok || analysis.error.documents === null) throw new Error('No document');
  return analysis.error.documents;
};

const found = (rows: typeof PHOK_NOI_2562): readonly string[] =>
  documentsOf(rows).findings.map(
    ({ code, severity, cells }: Finding) => `${severity} ${code} ${cells.map(a1).join(' ')}`,
  );

test('the analysis of 2562 that was copied from a neighbour: every contradiction and nothing else', () => {
  expect(found(PHOK_NOI_2562)).toEqual([
    // 84.97 as the highest indicator, under a total of 92.01.
    'warning claimBeyondTotal A4 A3',
    // All ten in the list of those above 90, among them 84.97 and 79.41.
    'warning claimNotAbove A5 A6 A7',
    // องค์การบริหารส่วนตำบลสุวรรณคาม in the report of เทศบาลตำบลพอกน้อย.
    'warning otherAgency A3',
  ]);
});

test('the result report of 2568: the wrong years, the repeated rows and the numbering', () => {
  expect(found(KHOK_YAI_2568)).toEqual([
    'warning pastYear A3',
    'warning dateOutsideYear D5 D6 D7 D8 D9 D10 D11',
    expect.stringMatching(/^warning rowsRepeated .*B8 B10/),
    expect.stringMatching(/^warning rowsRepeated .*B9 B11/),
    'note numberingJumps B5',
  ]);
});

test('the memo of 2566: the date of the year before, the repeated row and the numbering', () => {
  expect(found(WANG_THONG_2566)).toEqual([
    'warning dateOutsideYear E4',
    expect.stringMatching(/^warning rowsRepeated .*B8 B9/),
    'note numberingJumps E5',
  ]);
});

test.each([
  ['Thai', messagesTh],
  ['English', messagesEn],
])('every finding is a sentence with its cells in %s', (_, messages) => {
  for (const rows of [PHOK_NOI_2562, KHOK_YAI_2568, WANG_THONG_2566]) {
    const { findings, ruleSet } = documentsOf(rows);
    for (const finding of findings) {
      const sentence = messages.finding(finding, ruleSet);
      expect(sentence).toContain(`'เอกสาร'!${a1(finding.cells[0] ?? { row: 0, column: 0 })}`);
      expect(sentence).not.toMatch(/undefined|NaN|null/);
    }
  }
});
