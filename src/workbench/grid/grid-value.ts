import type { ICellData } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import type { CellValue } from '../../core/snapshot';
import { withoutWordBreaks } from './word-breaks';

const ERRORS = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!']);
/** What the grid alone says of a formula; no file may hold it. */
const OWN_ERRORS = new Set(['#SPILL!', '#CYCLE!', '#CALC!', '#ERROR!', '#CONNECT!', '#BLOCKED!']);

/** What a cell of the grid holds: a text of its editor, a result, or what was typed. */
export const valueInGrid = (cell: ICellData | null | undefined): CellValue => {
  if (cell === null || cell === undefined) return null;
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return withoutWordBreaks(rich.replace(/\r\n$/, '').replace(/\r/g, '\n'));
  const { v, t } = cell;
  if (v === null || v === undefined || v === '') return null;
  if (t === CellValueType.BOOLEAN) return v === 1 || v === true || v === 'TRUE';
  if (t === CellValueType.NUMBER) return Number(v);
  if (typeof v !== 'string') return v;
  const isResult = cell.f !== null && cell.f !== undefined;
  if (isResult && ERRORS.has(v)) return { error: v };
  if (isResult && OWN_ERRORS.has(v)) return { error: '#VALUE!' };
  return withoutWordBreaks(v);
};
