import { messagesEn } from '../../src/app/messages/en';
import { languageOf, readArguments } from '../../src/cli/arguments';

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
