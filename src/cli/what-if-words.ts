import type { ScoreChange } from '../core/assess/what-if';
import type { Subject } from '../core/read/reading';
import type { InstrumentId } from '../core/rule-set';
import { withArabicDigits } from '../core/text/thai-digits';

const INSTRUMENTS = ['IIT', 'EIT', 'OIT'] as const satisfies readonly InstrumentId[];

const subjectOf = (code: string): Subject | undefined => {
  if (/^[ieo]\d+$/i.test(code)) return { kind: 'item', id: code.toLowerCase() };
  if (/^\d+\.\d+$/.test(code)) return { kind: 'subIndicator', id: code };
  if (/^\d+$/.test(code)) return { kind: 'indicator', indicator: Number(code) };
  const [name = '', part] = code.toUpperCase().split('.');
  const instrument = INSTRUMENTS.find((known) => known === name);
  if (instrument === undefined) return undefined;
  return part === undefined ? { kind: 'instrument', instrument } : { kind: 'part', instrument, part };
};

/** Reads `o9=100,e9=90`, in Arabic or Thai digits; undefined where a piece is not a code and a number. */
export const readWhatIf = (text: string): readonly ScoreChange[] | undefined => {
  const changes = withArabicDigits(text)
    .split(',')
    .map((piece): ScoreChange | undefined => {
      const [, code = '', value = ''] = /^\s*([^\s=]+)\s*=\s*(-?\d+(?:\.\d+)?)\s*$/.exec(piece) ?? [];
      const subject = subjectOf(code);
      return subject === undefined ? undefined : { subject, to: Number(value) };
    });
  const known = changes.filter((change) => change !== undefined);
  return known.length === changes.length ? known : undefined;
};
