import { messagesEn } from '../../src/app/messages/en';
import { languageOf, readArguments, readCollectArguments } from '../../src/cli/arguments';

test('reads a file and every option', () => {
  const words =
    'a.xlsx --out b.xlsx --year 2565 --agency X --sheet Y --in-place --what-if o9=100 --explain --json --lang en'.split(
      ' ',
    );
  expect(readArguments(words, messagesEn)).toEqual({
    ok: true,
    value: {
      file: 'a.xlsx',
      out: 'b.xlsx',
      year: 2565,
      agency: 'X',
      everyAgency: false,
      sheet: 'Y',
      inPlace: true,
      whatIf: [{ subject: { kind: 'item', id: 'o9' }, to: 100 }],
      explain: true,
      json: true,
    },
  });
});

test('without words means the samples', () => {
  expect(readArguments([], messagesEn)).toMatchObject({ ok: true, value: { file: null, json: false } });
});

test.each([
  ['two files', ['a.xlsx', 'b.xlsx'], 'one file'],
  ['a year of two digits', ['a.xlsx', '--year', '67'], 'four-digit'],
  ['a year of the common era', ['a.xlsx', '--year', '2024'], 'four-digit'],
  ['an unknown option', ['a.xlsx', '--colour'], '--colour'],
  ['an option without its value', ['a.xlsx', '--out'], '--out'],
  ['an output without an input', ['--out', 'b.xlsx'], 'needs an input'],
])('%s is wrong usage', (_, words, hint) => {
  const read = readArguments(words, messagesEn);
  expect(read.ok ? '' : read.error).toContain(hint);
});

test.each([
  [[], 'th'],
  [['--lang', 'en'], 'en'],
  [['--lang=th'], 'th'],
  [['--lang', 'fr'], undefined],
  [['--lang'], undefined],
])('the language of %j is %s', (words, language) => {
  expect(languageOf(words)).toBe(language);
});

test('reads folders and files to be collected, and every option', () => {
  const words = ['อำเภอเมือง', 'b.xlsx', '--out', 'c.XLSX', '--year=2567', '--json', '--lang', 'en'];
  expect(readCollectArguments(words, messagesEn)).toEqual({
    ok: true,
    value: { inputs: ['อำเภอเมือง', 'b.xlsx'], out: 'c.XLSX', year: 2567, json: true },
  });
  expect(readCollectArguments(['a'], messagesEn)).toEqual({
    ok: true,
    value: { inputs: ['a'], out: null, year: undefined, json: false },
  });
});

test.each([
  ['nothing to collect', ['--json'], 'name a folder'],
  ['an output of another kind', ['a', '--out', 'b.csv'], 'b.csv'],
  ['a year of the common era', ['a', '--year', '2024'], 'four-digit'],
  ['an option of the analysis', ['a', '--agency', 'x'], '--agency'],
])('%s is wrong usage of the collection', (_, words, hint) => {
  const read = readCollectArguments(words, messagesEn);
  expect(read.ok ? '' : read.error).toContain(hint);
});
