import type { analyzeFile } from '../../src/cli/analyze-file';

/** Options of the command as they are when the user gives none. */
export const NOTHING_CHOSEN: Parameters<typeof analyzeFile>[1] = {
  out: null,
  folder: null,
  year: undefined,
  agency: undefined,
  sheet: undefined,
  inPlace: false,
};
