import type { ScoreChange } from '../core/assess/what-if';
import { subjectOfKey } from '../core/read/reading';
import { withArabicDigits } from '../core/text/thai-digits';

/** Reads `o9=100,e9=90`, in Arabic or Thai digits; undefined where a piece is not a code and a number. */
export const readWhatIf = (text: string): readonly ScoreChange[] | undefined => {
  const changes = withArabicDigits(text)
    .split(',')
    .map((piece): ScoreChange | undefined => {
      const [, code = '', value = ''] = /^\s*([^\s=]+)\s*=\s*(-?\d+(?:\.\d+)?)\s*$/.exec(piece) ?? [];
      const subject = subjectOfKey(code);
      return subject === undefined || subject.kind === 'total' ? undefined : { subject, to: Number(value) };
    });
  const known = changes.filter((change) => change !== undefined);
  return known.length === changes.length ? known : undefined;
};
