const withoutLiterals = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');

/** Whether cells of a number format show percents. */
export const isPercentFormat = (format: string): boolean => withoutLiterals(format).includes('%');

/** Whether cells of a number format show days. */
export const isDateFormat = (format: string): boolean =>
  !/^(general|standard)$/i.test(format) && /[dy]|mmm/i.test(withoutLiterals(format));
