import { hostErrors } from '../host-error';
import type { BookCell } from './model';

const ERROR = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/i;
const MOST_CHARACTERS = 32_767;
const MOST_OF_FORMULA = 8192;

/** What Excel makes of what is typed into a cell; `isText` for a cell whose number format is `@`. */
export const cellOf = (input: string | number | boolean, isText: boolean, location: string): BookCell => {
  if (input === '') return {};
  if (typeof input === 'string' && input.length > MOST_CHARACTERS) throw hostErrors.argument(location);
  if (isText) return { value: String(input) };
  if (typeof input !== 'string') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (/^[=+\-@]./s.test(input) && !Number.isFinite(Number(input))) {
    const formula = input.startsWith('=') ? input : `=${input.replace(/^@/, '')}`;
    if (formula.length > MOST_OF_FORMULA || !isBalanced(formula)) throw hostErrors.argument(location);
    return { formula };
  }
  if (/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(input)) return { value: Number(input) };
  if (/^(true|false)$/i.test(input)) return { value: /^t/i.test(input) };
  if (ERROR.test(input)) return { value: { error: input.toUpperCase() } };
  // Dates, percents, fractions: what a real Excel makes of them depends on its locale.
  if (/^(?=.*[\d๐-๙])[-\d๐-๙/.: ]+$|^[\d.,๐-๙]+ ?%?$|^\d{1,2}[ -/]\p{L}/u.test(input))
    throw hostErrors.notEmulated(`typing of "${input}", which a real Excel may take for a number or a date,`);
  return { value: input };
};

/** Whether a formula closes what it opens; Excel refuses one that does not. */
const isBalanced = (formula: string): boolean => {
  const bare = formula.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')+'/g, '');
  let depth = 0;
  for (const sign of bare) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0 && !bare.includes('"');
};
