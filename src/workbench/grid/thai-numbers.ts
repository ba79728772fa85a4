import { CellValueType, HorizontalAlign, InterceptorEffectEnum, type Injector } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { shownNumber } from './shown-number';

/** Before the grid's own formats, which know no Thai digits. */
const FIRST = 1000;

/** Has numbers shown with Thai digits and Thai years where their format asks for it; what the cells hold stays. */
export const showThaiNumbers = (injector: Injector): void => {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: 'thai-numbers',
    priority: FIRST,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { workbook }, next) => {
      if (cell === null || cell === undefined || typeof cell.v !== 'number') return next(cell);
      const style = workbook.getStyles().getStyleByCell(cell);
      const pattern = style?.n?.pattern;
      const text = pattern === undefined ? null : shownNumber(cell.v, pattern);
      if (text === null) return next(cell);
      const look = { ...style, n: null, ht: style?.ht ?? HorizontalAlign.RIGHT };
      return next({ ...cell, v: text, t: CellValueType.FORCE_STRING, s: look });
    },
  });
};
