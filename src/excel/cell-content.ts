import type { PlannedCell } from '../core/change-plan';
import type { CellValue } from '../core/snapshot';

/** What Excel gives for a cell and its value type, as a snapshot has it; a text may look like an error. */
export const valueOf = (raw: unknown, type: unknown, isFormula: boolean): CellValue => {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw !== 'string') return null;
  if (type === 'Error') return { error: raw };
  return raw === '' && !isFormula ? null : raw;
};

/** Formula of a cell without its `=`. A text that only looks like one is the cell's value too. */
export const formulaOf = (raw: unknown, value: unknown): string | null =>
  typeof raw === 'string' && raw.startsWith('=') && raw !== value ? raw.slice(1) : null;

/** Excel reads what is written as if it were typed; only a text of plain words is certain to stay one. */
const isPlainText = (text: string): boolean =>
  /^[\p{L}\p{So}«[(]/u.test(text) && !/[0-9๐-๙]/.test(text) && !/^(?:true|false)$/i.test(text);

/** What to hand to Excel so that a cell holds just this text and nothing is made of it. */
export const textInput = (text: string): string => (text === '' || isPlainText(text) ? text : `'${text}`);

/** What to hand to Excel so that the cell holds just this: formulas with `=`, texts never taken for anything else. */
export const inputFor = ({ value, formula }: PlannedCell): string | number | boolean => {
  if (formula !== undefined) return `=${formula}`;
  if (typeof value !== 'string') return value ?? '';
  return textInput(value);
};
