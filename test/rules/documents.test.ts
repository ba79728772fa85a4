import type { CalendarMonth, CalendarRow } from '../../src/core/measures/document-data';
import { calendarRows } from '../../src/rules/documents/calendar';
import { indicatorAims } from '../../src/rules/documents/indicator-aims';
import { limitSuggestions } from '../../src/rules/documents/limits';
import { oitElements2566 } from '../../src/rules/documents/oit-elements';
import { ruleSets } from '../../src/rules/rule-sets';
import { year } from './year';

const rows: readonly CalendarRow[] = calendarRows;

const textsByFile: readonly { readonly file: string; readonly texts: readonly string[] }[] = [
  {
    file: 'oit-elements',
    texts: oitElements2566.items.flatMap(({ elements }): readonly string[] => elements),
  },
  {
    file: 'indicator-aims',
    texts: indicatorAims.flatMap(({ assessed, strength, weakness }) => [assessed, strength, weakness]),
  },
  { file: 'calendar', texts: rows.flatMap(({ tasks }) => tasks) },
  { file: 'limits', texts: limitSuggestions.flatMap(({ limit, suggestion }) => [limit, suggestion]) },
];

const labels: readonly string[] = [
  ...oitElements2566.items.map(({ unit }) => unit),
  ...rows.map(({ stage }) => stage),
];

/** Thai letters, vowels and marks without ฯ, the decomposed sara am, old signs and Thai digits; some of ASCII. */
const commonCharacters = /^[\u0E01-\u0E2E\u0E30-\u0E39\u0E40-\u0E44\u0E46-\u0E4CA-Za-z (),/&'-]+$/;

/** Two tone marks or two vowels on one letter, tone before vowel, a mark on no consonant, and two of เ for แ. */
const misplacedMark =
  /[\u0E48-\u0E4C]{2}|[\u0E31\u0E34-\u0E39\u0E47]{2}|[\u0E48-\u0E4C][\u0E31\u0E34-\u0E39\u0E47]|\u0E40{2}|(?<![\u0E31\u0E34-\u0E39\u0E47-\u0E4C\u0E01-\u0E2E])[\u0E31\u0E34-\u0E39\u0E47-\u0E4C]/;

/** Months since January of the scores' year. */
const position = ({ month, yearOffset }: CalendarMonth): number => yearOffset * 12 + month;

describe('elements of the OIT items', () => {
  const ids: readonly string[] = oitElements2566.items.map(({ id }) => id);
  const rules = year(oitElements2566.fiscalYear);

  test('are there for each OIT item of the year, in its order, and for nothing else', () => {
    expect(ids).toEqual(rules.items.filter(({ instrument }) => instrument === 'OIT').map(({ id }) => id));
    expect(ids).toHaveLength(43);
  });

  test.each(oitElements2566.items)('$id has one to six short lines and a unit', ({ elements, unit }) => {
    const lines: readonly string[] = elements;
    expect(lines.length).toBeGreaterThanOrEqual(1);
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(lines.filter((line) => line.length < 8 || line.length > 120)).toEqual([]);
    expect(unit.length).toBeGreaterThan(0);
  });

  test('name only items of the year', () => {
    const named = oitElements2566.items.flatMap(({ elements }) =>
      [...elements.join(' ').matchAll(/\bo\d+/g)].map(([id]) => id),
    );
    expect(named).toEqual(['o11', 'o23', 'o34', 'o36', 'o42']);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  // Six-month data, data of the year before, and data of the year itself.
  test.each([
    ['หกเดือนแรกของปีที่ประเมิน', ['o12', 'o16', 'o21', 'o24', 'o29', 'o37']],
    ['รอบหกเดือนของปีที่ประเมิน', ['o33']],
    ['ปีก่อนปีที่ประเมิน', ['o13', 'o17', 'o22', 'o26', 'o38', 'o42']],
    ['ครอบคลุมปีที่ประเมิน', ['o4', 'o36']],
    [
      'ในปีที่ประเมิน',
      ['o7', 'o11', 'o19', 'o20', 'o23', 'o25', 'o30', 'o31', 'o32', 'o34', 'o35', 'o40', 'o41', 'o43'],
    ],
  ])('ask for %s where the year does', (words, expected) => {
    const asking = oitElements2566.items.filter(({ elements }) => elements.join('\n').includes(words));
    expect(asking.map(({ id }) => id)).toEqual(expected);
  });

  test('tell how sure they are and where they come from', () => {
    expect(oitElements2566.confidence).toBe('confirmed');
    expect(oitElements2566.source).toContain('2566');
  });
});

describe('aims of the indicators', () => {
  test.each(ruleSets.supportedYears)('are there for each indicator of %d', (fiscalYear) => {
    expect(indicatorAims.map(({ indicator }) => indicator)).toEqual(
      year(fiscalYear).indicators.map(({ id }) => id),
    );
  });

  test.each(indicatorAims)(
    'of indicator $indicator say what is assessed and what a result can mean',
    (aim) => {
      expect(aim.assessed.length).toBeGreaterThanOrEqual(80);
      expect(aim.assessed.length).toBeLessThanOrEqual(220);
      expect(aim.weakness).toMatch(/^อาจสะท้อนว่า/);
      expect(aim.strength.length).toBeGreaterThanOrEqual(40);
      expect(`${aim.strength} ${aim.weakness}`).not.toMatch(/[0-9๐-๙]|คะแนน|ร้อยละ/);
    },
  );
});

describe('calendar', () => {
  test('has rows with an id of their own and two to five tasks', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ tasks }) => tasks.length < 2 || tasks.length > 5)).toEqual([]);
  });

  test('runs from October of the scores’ year to December of the year after the plan at most', () => {
    const spans = rows.flatMap(({ from, to }) =>
      from === null ? [] : [[position(from), position(to)] as const],
    );
    expect(spans.filter(([from, to]) => from < 10 || to > 36 || from > to)).toEqual([]);
  });

  test('takes its rows in the order in which they begin, those of the whole year last', () => {
    const starts = rows.map(({ from }) => (from === null ? Infinity : position(from)));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test('has a row for the whole plan year', () => {
    expect(rows.filter(({ from }) => from === null).map(({ id }) => id)).toEqual(['publicity']);
  });
});

test('limits have an id of their own', () => {
  expect(limitSuggestions.length).toBeGreaterThanOrEqual(4);
  expect(limitSuggestions.length).toBeLessThanOrEqual(6);
  expect(new Set(limitSuggestions.map(({ id }) => id)).size).toBe(limitSuggestions.length);
});

describe.each([...textsByFile, { file: 'units and stages', texts: labels }])('$file', ({ texts }) => {
  test('is finished Thai: no placeholder and no markup', () => {
    expect(texts.filter((text) => !/^[ก-ฮเ-ไ]/.test(text))).toEqual([]);
    expect(texts.filter((text) => text !== text.trim() || /\s{2}|[^\S ]/.test(text))).toEqual([]);
    expect(texts.filter((text) => /[<>{}[\]…_*#|]|\.\.|xxx|todo/i.test(text))).toEqual([]);
  });

  test('has only common characters', () => {
    expect(texts.filter((text) => !commonCharacters.test(text.replace(/\bo\d+/g, '')))).toEqual([]);
  });

  test('has no doubled marks, no mark without its consonant and no two of เ for แ', () => {
    expect(texts.filter((text) => misplacedMark.test(text))).toEqual([]);
  });

  test('has no year and no agency', () => {
    expect(texts.filter((text) => /25\d\d|๒๕|พ\.ศ\./.test(text))).toEqual([]);
    expect(
      texts.filter((text) => /เทศบาล|อบต\.|อบจ\.|องค์การบริหารส่วน|ป\.ป\.|ก\.พ\.|จังหวัด|อำเภอ|ตำบล/.test(text)),
    ).toEqual([]);
  });
});

test.each(textsByFile)('$file says nothing twice', ({ texts }) => {
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});
