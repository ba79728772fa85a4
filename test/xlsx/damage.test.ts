import fc from 'fast-check';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { columnOf, planFor } from './plans';
import { makeWorkbook, STYLES, workbookParts } from './workbooks';
import { zipParts } from './zip-parts';

const book = {
  sheets: [
    {
      name: 'S',
      xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData>',
    },
  ],
  strings: ['<t>น้ำใส</t>'],
  styles: STYLES,
  calcChain: '<c r="B1" i="1"/>',
};
const sound = makeWorkbook(book);
const plan = planFor('S', { cells: columnOf(['a', 1, null]) });

/** Reads and writes; only a refusal or a value may come back. */
const outcome = (bytes: Uint8Array): string => {
  const result = openWorkbook(bytes);
  if (!result.ok) return result.error.code;
  const written = result.value.apply(plan);
  return written.ok ? 'ok' : written.error.code;
};

test('refuses a file that was cut anywhere', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: sound.length - 1 }), (length) => {
      expect(['emptyFile', 'notZip', 'damaged']).toContain(outcome(sound.slice(0, length)));
    }),
    { numRuns: 300 },
  );
});

test('never throws for bytes that were changed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 })), {
        minLength: 1,
        maxLength: 4,
      }),
      (flips) => {
        const bytes = sound.slice();
        for (const [at, mask] of flips) bytes[at] = (bytes[at] ?? 0) ^ mask;
        expect(typeof outcome(bytes)).toBe('string');
      },
    ),
    { numRuns: 1500 },
  );
});

test('never throws for markup that was changed', () => {
  const parts = workbookParts(book);
  const names = Object.keys(parts);
  const edit = fc.record({
    name: fc.constantFrom(...names),
    at: fc.nat(3000),
    length: fc.nat(12),
    text: fc.constantFrom('', '<', '>', '"', '&', '</c>', '<row', '<!--', '<![CDATA[', '-1', '9999999', 'x'),
  });
  fc.assert(
    fc.property(edit, ({ name, at, length, text }) => {
      const old = String(parts[name]);
      const from = at % old.length;
      const changed = old.slice(0, from) + text + old.slice(from + length);
      expect(typeof outcome(zipParts({ ...parts, [name]: changed }))).toBe('string');
    }),
    { numRuns: 1500 },
  );
});
