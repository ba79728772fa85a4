import { a1 } from '../../core/cell-address';
import type { PlannedCell } from '../../core/change-plan';
import { encodeEscapes, escapeText } from '../xml/xml-text';

/** Characters that a cell can hold. */
export const MAX_TEXT = 32_767;

/** The element of a cell. Text without formula is always a text, even if it begins with `=`. */
export const cellXml = (prefix: string, cell: PlannedCell, style: number): string => {
  const { type, body } = contentXml(prefix, cell);
  const attributes = `r="${a1(cell)}"${style === 0 ? '' : ` s="${style}"`}${type === '' ? '' : ` t="${type}"`}`;
  return body === '' ? `<${prefix}c ${attributes}/>` : `<${prefix}c ${attributes}>${body}</${prefix}c>`;
};

/** What a planned cell shows: an empty text without formula is nothing at all. */
export const plannedValue = ({ value, formula }: PlannedCell): PlannedCell['value'] =>
  value === '' && formula === undefined ? null : value;

const contentXml = (prefix: string, cell: PlannedCell): { readonly type: string; readonly body: string } => {
  const value = plannedValue(cell);
  const formula = cell.formula === undefined ? '' : `<${prefix}f>${escapeText(cell.formula)}</${prefix}f>`;
  const result = (content: string): string => `${formula}<${prefix}v>${content}</${prefix}v>`;
  if (value === null) return { type: '', body: formula };
  if (typeof value === 'boolean') return { type: 'b', body: result(value ? '1' : '0') };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`Not a number for a cell: ${a1(cell)}`);
    return { type: '', body: result(String(value)) };
  }
  const text = escapeText(encodeEscapes(value));
  if (formula !== '') return { type: 'str', body: result(text) };
  const space = /^\s|\s$|[\t\n]| {2}/.test(value) ? ' xml:space="preserve"' : '';
  return { type: 'inlineStr', body: `<${prefix}is><${prefix}t${space}>${text}</${prefix}t></${prefix}is>` };
};
