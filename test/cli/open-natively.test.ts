import fc from 'fast-check';
import { openNatively } from '../../src/cli/open-natively';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { planFor } from '../xlsx/plans';
import { ARCHIVES } from '../xlsx/refusals/archives';
import { CONTENTS } from '../xlsx/refusals/contents';
import { SOUND, type Kind } from '../xlsx/refusals/kind';
import { OTHER_FILES } from '../xlsx/refusals/other-files';
import { unzipParts } from '../xlsx/zip-parts';

const KINDS: readonly Kind[] = [...OTHER_FILES, ...ARCHIVES, ...CONTENTS];

const outcome = (opened: ReturnType<typeof openWorkbook>): unknown =>
  opened.ok ? opened.value.snapshot() : opened.error;

test('a sound workbook is read alike', () => {
  expect(openNatively(SOUND).ok).toBe(true);
  expect(outcome(openNatively(SOUND))).toEqual(outcome(openWorkbook(SOUND)));
});

test.each(KINDS)('$name is refused alike', ({ bytes }) => {
  expect(outcome(openNatively(bytes))).toEqual(outcome(openWorkbook(bytes)));
});

test('whatever is damaged is refused alike', () => {
  const flip = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(fc.array(flip, { minLength: 1, maxLength: 3 }), (flips) => {
      const bytes = SOUND.slice();
      for (const [place, mask] of flips)
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ mask;
      expect(outcome(openNatively(bytes))).toEqual(outcome(openWorkbook(bytes)));
    }),
    { seed: 2567, numRuns: 300 },
  );
});

test('what is written has the same parts', () => {
  const plan = planFor('คะแนน', { cells: [{ row: 30, column: 0, value: 'ทดสอบ'.repeat(2000) }] });
  const [native, plain] = [openNatively(SOUND), openWorkbook(SOUND)].map((opened) => {
    if (!opened.ok) throw new Error(opened.error.code);
    const written = opened.value.apply(plan);
    if (!written.ok) throw new Error(written.error.code);
    return unzipParts(written.value);
  });
  expect(native).toEqual(plain);
});
