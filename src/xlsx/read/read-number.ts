const ZERO = 48;
const POINT = 46;
/** So many digits are a whole number that a number of the language holds exactly. */
const EXACT_DIGITS = 15;
/** Powers of ten, by which such a number is divided without an error of its own. */
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/** Number of the digits between two places, digit by digit because there are many; undefined where anything else stands. */
export const wholeNumber = (text: string, from: number, to: number): number | undefined => {
  if (from >= to || to - from > EXACT_DIGITS) return undefined;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
};

/**
 * The number that `Number` makes of a plain decimal such as `83.27`, to the last bit but several times as fast; undefined
 * for every other text.
 */
export const plainDecimal = (text: string, from: number, to: number): number | undefined => {
  if (to - from > EXACT_DIGITS) return undefined;
  let value = 0;
  let point = -1;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === POINT && point < 0) point = i;
    else if (code < ZERO || code > ZERO + 9) return undefined;
    else value = value * 10 + code - ZERO;
  }
  const decimals = point < 0 ? 0 : to - point - 1;
  // A point alone is no number.
  if (to - from - (point < 0 ? 0 : 1) === 0) return undefined;
  return value / (POWERS[decimals] ?? Number.NaN);
};
