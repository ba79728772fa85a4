import { a1, columnLetters } from '../../core/cell-address';
import type { PlannedFill } from '../../core/change-plan';
import { remember } from '../../core/text/remember';
import { readCell, type CellContext } from '../read/read-cell';
import { eachCell, scanRows, type SheetText } from '../read/scan-cells';
import { encodeEscapes, escapeText } from '../xml/xml-text';

/** Whether a cell lies in one of the fills. */
const covers = (fills: readonly PlannedFill[], row: number, column: number): boolean =>
  fills.some((fill) => fill.column === column && row >= fill.first && row < fill.first + fill.values.length);

/**
 * Number from which on no shared formula of a sheet is taken, apart from those of the fills themselves, so that the same
 * fills get the same numbers again.
 */
export const firstFreeGroup = (
  text: SheetText,
  fills: readonly PlannedFill[],
  context: CellContext,
): number => {
  if (!/\st\s*=\s*["']shared["']/.test(text.mask)) return 0;
  let free = 0;
  for (const row of scanRows(text))
    eachCell(text, row, (cell) => {
      if (covers(fills, cell.row, cell.column)) return;
      const { formula } = readCell(text, cell, context);
      if (formula?.kind === 'shared') free = Math.max(free, Number(formula.group ?? 0) + 1);
    });
  return free;
};

/**
 * Writes the cells of a fill one by one: the first holds the formula, the others share it. Thousands of cells then cost
 * the file little more than their values.
 */
export const fillWriter = (
  prefix: string,
  { column, first, formula, values }: PlannedFill,
  group: number,
  style: number,
): ((index: number) => string) => {
  const letters = columnLetters(column);
  const styled = style === 0 ? '' : ` s="${style}"`;
  const p = prefix;
  const last = first + values.length - 1;
  const master =
    formula === null
      ? ''
      : `<${p}f t="shared" ref="${a1({ row: first, column })}:${letters}${last + 1}" si="${group}">${escapeText(formula.join(String(first + 1)))}</${p}f>`;
  const member = formula === null ? '' : `<${p}f t="shared" si="${group}"/>`;
  const written = remember((text) => escapeText(encodeEscapes(text)));
  return (index) => {
    const open = `<${p}c r="${letters}${first + index + 1}"${styled}`;
    const shared = index === 0 ? master : member;
    const value = values[index] ?? null;
    if (value === null || (value === '' && formula === null))
      return shared === '' ? `${open}/>` : `${open}>${shared}</${p}c>`;
    if (typeof value === 'number') return `${open}>${shared}<${p}v>${value}</${p}v></${p}c>`;
    if (typeof value === 'boolean') return `${open} t="b">${shared}<${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    const escaped = written(value);
    return formula === null
      ? `${open} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped}</${p}t></${p}is></${p}c>`
      : `${open} t="str">${shared}<${p}v>${escaped}</${p}v></${p}c>`;
  };
};
