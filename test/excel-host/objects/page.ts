import { isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW } from '../book/area';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { hostObject, recordObject, type HostObject } from '../host-object';
import { guardSheet } from './guards';
import { rangeArgument } from './range-state';
import type { SheetView } from './sheet-view';

const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const MOST_OF_LINE = 255;

const PAPERS = [
  'A3',
  'A4',
  'A5',
  'B4',
  'B5',
  'Letter',
  'Legal',
  'Tabloid',
  'Folio',
  'Statement',
  'Executive',
];

/** How a sheet is printed. */
export const pageObject = (view: SheetView, sheet: BookSheet): HostObject => {
  const { page } = sheet;
  const { settings } = page;
  const guarded = (location: string): void => {
    guardSheet(sheet, location);
  };
  const check: Readonly<Record<string, (value: unknown) => boolean>> = {
    Orientation: (value) => value === 'Portrait' || value === 'Landscape',
    PaperSize: (value) => PAPERS.includes(String(value)),
    Zoom: (value) =>
      Object.keys(value as object).every((key) =>
        ['scale', 'horizontalFitToPages', 'verticalFitToPages'].includes(key),
      ),
  };
  const sets = Object.keys(settings).map(
    (name) =>
      [
        name,
        (value: unknown) => {
          const location = `PageLayout.${name}`;
          guarded(location);
          if (check[name]?.(value) === false || (name.endsWith('Margin') && typeof value !== 'number'))
            throw hostErrors.argument(location);
          settings[name] = value;
        },
      ] as const,
  );
  const lines = (): HostObject =>
    hostObject({
      ...recordObject('HeaderFooter', page.lines),
      set: Object.fromEntries(
        Object.keys(page.lines).map((name) => [
          name,
          (value: unknown) => {
            guarded(`HeaderFooter.${name}`);
            if (String(value).length > MOST_OF_LINE) throw hostErrors.argument(`HeaderFooter.${name}`);
            page.lines[name] = String(value);
          },
        ]),
      ),
    });
  return hostObject({
    ...recordObject('PageLayout', settings),
    set: Object.fromEntries(sets),
    navigate: {
      HeadersFooters: () =>
        hostObject({
          type: 'HeaderFooterGroup',
          get: { State: () => 'Default', UseSheetMargins: () => true, UseSheetScale: () => true },
          navigate: { DefaultForAllPages: lines },
        }),
    },
    call: {
      SetPrintArea: (area) => {
        guarded('PageLayout.setPrintArea');
        page.printArea = [rangeArgument(area, 'PageLayout.setPrintArea', sheet)];
      },
      SetPrintTitleRows: (rows) => {
        const range = rangeArgument(rows, 'PageLayout.setPrintTitleRows', sheet);
        guarded('PageLayout.setPrintTitleRows');
        page.titleRows = isWholeRows(range) ? range : { ...range, left: 0, right: LAST_COLUMN };
      },
      SetPrintTitleColumns: (columns) => {
        const range = rangeArgument(columns, 'PageLayout.setPrintTitleColumns', sheet);
        guarded('PageLayout.setPrintTitleColumns');
        page.titleColumns = isWholeColumns(range) ? range : { ...range, top: 0, bottom: LAST_ROW };
      },
      SetPrintMargins: (unit, margins) => {
        guarded('PageLayout.setPrintMargins');
        const points = POINTS[String(unit)];
        if (points === undefined) throw hostErrors.argument('PageLayout.setPrintMargins');
        for (const [name, value] of Object.entries(margins as Record<string, number>))
          settings[`${name.charAt(0).toUpperCase()}${name.slice(1)}Margin`] = value * points;
      },
      GetPrintTitleRowsOrNullObject: () =>
        page.titleRows === null ? null : view.range(sheet, page.titleRows),
      GetPrintTitleColumnsOrNullObject: () =>
        page.titleColumns === null ? null : view.range(sheet, page.titleColumns),
      GetPrintAreaOrNullObject: () => {
        const ranges = page.printArea.map((area) => view.range(sheet, area));
        if (ranges.length === 0) return null;
        return hostObject({
          type: 'RangeAreas',
          get: {
            AreaCount: () => ranges.length,
            Address: () => ranges.map((range) => range.get?.['Address']?.()).join(','),
          },
        });
      },
    },
  });
};

/** Rows and columns that stay in view. */
export const freezeObject = (view: SheetView, sheet: BookSheet): HostObject => {
  const freeze = (rows: number, columns: number): void => {
    if (!(rows >= 0 && columns >= 0)) throw hostErrors.argument('WorksheetFreezePanes');
    sheet.freeze = rows === 0 && columns === 0 ? null : { rows, columns };
  };
  const location = (): HostObject | null => {
    if (sheet.freeze === null) return null;
    const { rows, columns } = sheet.freeze;
    return view.range(sheet, {
      top: 0,
      left: 0,
      bottom: rows === 0 ? LAST_ROW : rows - 1,
      right: columns === 0 ? LAST_COLUMN : columns - 1,
    });
  };
  return hostObject({
    type: 'WorksheetFreezePanes',
    call: {
      FreezeRows: (rows) => {
        freeze(Number(rows ?? 1), 0);
      },
      FreezeColumns: (columns) => {
        freeze(0, Number(columns ?? 1));
      },
      FreezeAt: (argument) => {
        const range = rangeArgument(argument, 'WorksheetFreezePanes.freezeAt', sheet);
        freeze(isWholeColumns(range) ? 0 : range.bottom + 1, isWholeRows(range) ? 0 : range.right + 1);
      },
      Unfreeze: () => {
        sheet.freeze = null;
      },
      GetLocation: () => {
        const found = location();
        if (found === null) throw hostErrors.notFound('WorksheetFreezePanes.getLocation');
        return found;
      },
      GetLocationOrNullObject: location,
    },
  });
};
