import { itemIdIn, type LibraryEntry } from '../../src/core/measures/library';
import { measureLibrary } from '../../src/rules/measure-library';
import { ruleSets } from '../../src/rules/rule-sets';

const entriesFor = (isIts: (subject: LibraryEntry['subject']) => boolean): readonly LibraryEntry[] =>
  measureLibrary.filter(({ subject }) => isIts(subject));

describe.each(ruleSets.supportedYears)('the library in %i', (year) => {
  const rules = ruleSets.forYear(year);
  if (rules === undefined) throw new Error(String(year));

  test('has one entry for each indicator, item and issue', () => {
    const counts = [
      ...rules.indicators.map(
        ({ id }) => entriesFor((own) => own.kind === 'indicator' && own.indicator === id).length,
      ),
      ...rules.items.map(
        ({ id }) => entriesFor((own) => own.kind === 'item' && itemIdIn(own.numbers, year) === id).length,
      ),
      ...rules.issueGroups.map(
        ({ id }) => entriesFor((own) => own.kind === 'issue' && own.issue === id).length,
      ),
    ];
    expect(new Set(counts)).toEqual(new Set([1]));
  });
});

test('no text of the library stands in it twice', () => {
  const texts = measureLibrary.flatMap(({ measure, approach, steps, followUp }) => [
    measure,
    approach,
    ...steps,
    followUp,
  ]);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});
