import type { LibraryEntry } from '../../src/core/measures/library';
import { itemIdIn } from '../../src/core/measures/library';
import { oitAdministrationEntries } from '../../src/rules/library/oit-administration';
import { oitBasicsEntries } from '../../src/rules/library/oit-basics';
import { oitPreventionEntries } from '../../src/rules/library/oit-prevention';
import { oitProcurementPeopleEntries } from '../../src/rules/library/oit-procurement-people';
import { oitTransparencyEntries } from '../../src/rules/library/oit-transparency';
import { ruleSets } from '../../src/rules/rule-sets';
import { year } from './year';

const entries = [
  ...oitBasicsEntries,
  ...oitAdministrationEntries,
  ...oitProcurementPeopleEntries,
  ...oitTransparencyEntries,
  ...oitPreventionEntries,
];

const years = ruleSets.supportedYears;

const numbersOf = ({ subject }: LibraryEntry) => (subject.kind === 'item' ? subject.numbers : []);

const textsOf = ({ measure, approach, steps, followUp }: LibraryEntry): readonly string[] => [
  measure,
  approach,
  ...steps,
  followUp,
];

const documentsOf = (fiscalYear: number) =>
  year(fiscalYear).items.filter(({ instrument }) => instrument === 'OIT');

test('every entry is for a question', () => {
  expect(entries.filter(({ subject }) => subject.kind !== 'item').map(({ measure }) => measure)).toEqual([]);
});

describe.each(years)('in %i', (fiscalYear) => {
  const named = entries.flatMap((entry) => itemIdIn(numbersOf(entry), fiscalYear) ?? []);

  test('each item of OIT has one entry, and no entry names another item', () => {
    expect([...named].sort()).toEqual(
      documentsOf(fiscalYear)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

test('years of an entry run upwards, do not overlap, and have rules', () => {
  const wrong = entries.filter((entry) => {
    const numbers = numbersOf(entry);
    return (
      numbers.length === 0 ||
      numbers.some(
        ({ from, to }, at) =>
          from > to ||
          !years.includes(from) ||
          !years.includes(to) ||
          numbers.slice(at + 1).some((later) => later.from <= to),
      )
    );
  });
  expect(wrong.map(({ measure }) => measure)).toEqual([]);
});

test('an entry stays with one indicator, but for ethics, which moved from 10 to 9 in 2567', () => {
  const moved = entries
    .map((entry) => ({
      ids: numbersOf(entry).map(({ from, id }) => `${from} ${id}`),
      indicators: new Set(
        years.flatMap((fiscalYear) => {
          const id = itemIdIn(numbersOf(entry), fiscalYear);
          return documentsOf(fiscalYear)
            .filter((item) => item.id === id)
            .map(({ indicator }) => indicator);
        }),
      ),
    }))
    .filter(({ indicators }) => indicators.size !== 1);
  expect(moved.map(({ ids }) => ids)).toEqual([
    ['2566 o39', '2567 o20'],
    ['2566 o40', '2567 o21'],
  ]);
});

describe.each(entries.map((entry) => [textsOf(entry)[0], entry] as const))('%s', (_, entry) => {
  const texts = textsOf(entry);

  test('has two or three steps and texts that fit a cell', () => {
    expect(entry.steps.length).toBeGreaterThanOrEqual(2);
    expect(entry.steps.length).toBeLessThanOrEqual(3);
    expect(
      [
        { bounds: [30, 110], of: [entry.measure] },
        { bounds: [30, 120], of: [entry.approach] },
        { bounds: [30, 140], of: entry.steps },
        { bounds: [25, 120], of: [entry.followUp] },
      ].flatMap(({ bounds: [least = 0, most = 0], of }) =>
        of.filter(({ length }) => length < least || length > most).map((text) => `${text.length} ${text}`),
      ),
    ).toEqual([]);
  });

  test('is finished Thai', () => {
    expect(
      texts.filter((text) => !/^(?:[\u0E01-\u0E2E\u0E40-\u0E44]|E-Service|No Gift Policy|Q&A)/.test(text)),
    ).toEqual([]);
    expect(texts.filter((text) => text !== text.trim() || / {2}/.test(text))).toEqual([]);
    expect(texts.filter((text) => /[<>{}[\]…_*#]|\.\.|xxx|TODO/i.test(text))).toEqual([]);
    expect(texts.filter((text) => /[\u00AD\u200B-\u200F\u2060\uFEFF]/.test(text))).toEqual([]);
    // Two marks above one another, a vowel typed as its halves, and marks in the wrong order.
    expect(
      texts.filter((text) =>
        /[\u0E48-\u0E4C]{2}|[\u0E31\u0E34-\u0E3A]{2}|\u0E40\u0E40|\u0E4D\u0E32|[\u0E48-\u0E4B][\u0E31\u0E34-\u0E39]/.test(
          text,
        ),
      ),
    ).toEqual([]);
  });

  test('has no digits and no name of an agency', () => {
    expect(texts.filter((text) => /[0-9๐-๙]/.test(text))).toEqual([]);
    expect(
      texts.filter((text) =>
        /เทศบาล(?:นคร|เมือง|ตำบล)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)[ก-ฮ]|อบต\.|อบจ\.|ทต\.|ทม\./.test(text),
      ),
    ).toEqual([]);
  });

  test('says how often it is followed up', () => {
    expect(entry.followUp).toMatch(/ทุก(?:สัปดาห์|เดือน|ไตรมาส|หกเดือน)/);
    expect(entry.unit).toMatch(/^(?:สำนัก|กอง|งาน|ทุก)/);
  });
});

test('no text stands in the lists twice', () => {
  const texts = entries.flatMap(textsOf);
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
});
