import {
  CellValueType,
  HorizontalAlign,
  InterceptorEffectEnum,
  WrapStrategy,
  type ICellData,
  type Injector,
} from '@univerjs/core';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { withWordBreaks } from './word-breaks';
import { shownNumber } from './shown-number';

/** Before the grid's own formats, which know no Thai digits. */
const FIRST = 1000;

/**
 * Has cells shown as spreadsheets show Thai: with its digits and years where a format asks for them, and with lines that
 * end between words. What the cells hold stays, and is what their editor shows.
 */
export const showThai = (injector: Injector): void => {
  const interceptors = injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'thai-cells',
    priority: FIRST,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { workbook }, next) => {
      if (cell === null || cell === undefined) return next(cell);
      const { v } = cell;
      if (typeof v !== 'number' && typeof v !== 'string') return next(cell);
      const style = workbook.getStyles().getStyleByCell(cell);
      if (typeof v === 'string') {
        const text = style?.tb === WrapStrategy.WRAP ? withWordBreaks(v) : v;
        return next(text === v ? cell : { ...cell, v: text });
      }
      const pattern = style?.n?.pattern;
      const text = pattern === undefined ? null : shownNumber(v, pattern);
      if (text === null) return next(cell);
      const look = { ...style, n: null, ht: style?.ht ?? HorizontalAlign.RIGHT };
      return next({ ...cell, v: text, t: CellValueType.FORCE_STRING, s: look });
    },
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    id: 'thai-cells-edit',
    priority: FIRST,
    handler: (cell, { origin }, next) => next(cell ? asHeld(cell, origin ? origin : {}) : cell),
  });
};

const asHeld = (cell: ICellData, { v = null, t = null }: ICellData): ICellData => ({ ...cell, v, t });
