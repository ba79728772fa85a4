import { rangesOverlap, type CellRange } from '../../../src/core/cell-address';
import { withoutArea } from '../book/area';
import type { Book } from '../book/book';
import type { BookFormat, BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { collection, hostObject, recordObject, type HostObject } from '../host-object';
import { guardSheet } from './guards';
import { checkNamesUsed } from './naming';
import type { RangeMaker } from './range';

type Fields = Readonly<Record<string, unknown>>;

const LOOK = {
  font: { Color: '', Bold: null, Italic: null, Strikethrough: null, Underline: 'None' },
  fill: { Color: '' },
};

/** Parts of each kind of format, as a new one has them. */
const PARTS: Readonly<Record<string, Readonly<Record<string, Fields>>>> = {
  Custom: { rule: { Formula: '' }, ...LOOK },
  CellValue: { cellValue: { Rule: {} }, ...LOOK },
  IconSet: {
    icons: { Style: 'ThreeTrafficLights1', ShowIconOnly: false, ReverseIconOrder: false, Criteria: [] },
  },
  ColorScale: { scale: { Criteria: {} } },
};

const part = ({ parts }: BookFormat, name: string): Record<string, unknown> => (parts[name] ??= {});

/** A colour, fill or weight that the cells take while the condition holds. */
const lookOf = (format: BookFormat): HostObject =>
  hostObject({
    type: 'ConditionalRangeFormat',
    navigate: {
      Font: () => recordObject('ConditionalRangeFont', part(format, 'font')),
      Fill: () => recordObject('ConditionalRangeFill', part(format, 'fill')),
    },
  });

type Kind = (format: BookFormat, checkFormula: (formula: unknown) => void) => HostObject;

const KINDS: Readonly<Record<string, Kind>> = {
  Custom: (format, checkFormula) =>
    hostObject({
      type: 'CustomConditionalFormat',
      navigate: {
        Rule: () =>
          recordObject('ConditionalFormatRule', part(format, 'rule'), {
            set: {
              Formula: (value) => {
                checkFormula(value);
                part(format, 'rule')['Formula'] = value;
              },
            },
          }),
        Format: () => lookOf(format),
      },
    }),
  CellValue: (format) =>
    recordObject('CellValueConditionalFormat', part(format, 'cellValue'), {
      navigate: { Format: () => lookOf(format) },
    }),
  IconSet: (format) => recordObject('IconSetConditionalFormat', part(format, 'icons')),
  ColorScale: (format) => recordObject('ColorScaleConditionalFormat', part(format, 'scale')),
};

const formatItem = (book: Book, sheet: BookSheet, format: BookFormat, make: RangeMaker): HostObject => {
  const checkFormula = (formula: unknown): void => {
    checkNamesUsed(book, sheet, formula, 'ConditionalFormatRule.formula');
  };
  const guarded = (location: string): void => {
    guardSheet(sheet, location, 'allowFormatCells');
  };
  const kinds = Object.entries(KINDS).flatMap(([kind, open]) => [
    [
      kind,
      (): HostObject => {
        if (format.type !== kind) throw hostErrors.operation(`ConditionalFormat.${kind}`);
        return open(format, checkFormula);
      },
    ] as const,
    [
      `${kind}OrNullObject`,
      (): HostObject | null => (format.type === kind ? open(format, checkFormula) : null),
    ] as const,
  ]);
  const only = (location: string): HostObject => {
    const [range] = format.ranges;
    if (range === undefined || format.ranges.length > 1)
      throw hostErrors.notEmulated(`${location} of a format over several ranges`);
    return make(range, location);
  };
  return hostObject({
    type: 'ConditionalFormat',
    identity: () => ({ Id: format.id }),
    get: {
      Id: () => format.id,
      Type: () => format.type,
      Priority: () => sheet.formats.indexOf(format),
      StopIfTrue: () => format.stopIfTrue,
    },
    set: {
      StopIfTrue: (value) => {
        guarded('ConditionalFormat.stopIfTrue');
        format.stopIfTrue = value === true;
      },
      Priority: (value) => {
        guarded('ConditionalFormat.priority');
        const others = sheet.formats.filter((other) => other !== format);
        sheet.formats = [...others.slice(0, Number(value)), format, ...others.slice(Number(value))];
      },
    },
    navigate: Object.fromEntries(kinds),
    call: {
      Delete: () => {
        guarded('ConditionalFormat.delete');
        sheet.formats = sheet.formats.filter((other) => other !== format);
      },
      GetRange: () => only('ConditionalFormat.getRange'),
      GetRangeOrNullObject: () =>
        format.ranges.length > 1 ? null : only('ConditionalFormat.getRangeOrNullObject'),
    },
  });
};

/** Conditional formats over a range; a new one comes before the others. */
export const conditionalFormats = (
  book: Book,
  sheet: BookSheet,
  range: CellRange,
  make: RangeMaker,
): HostObject => {
  const here = (): readonly BookFormat[] =>
    sheet.formats.filter(({ ranges }) => ranges.some((area) => rangesOverlap(area, range)));
  return collection(
    'ConditionalFormatCollection',
    () => here().map((format) => formatItem(book, sheet, format, make)),
    (item, key) => item.identity?.()['Id'] === key,
    () => hostErrors.notFound('ConditionalFormatCollection.getItem'),
    {
      Add: (type) => {
        const location = 'ConditionalFormatCollection.add';
        guardSheet(sheet, location, 'allowFormatCells');
        if (KINDS[String(type)] === undefined) throw hostErrors.notEmulated(`${location} of ${String(type)}`);
        const format: BookFormat = {
          id: book.newId(),
          type: String(type),
          ranges: [range],
          stopIfTrue: false,
          parts: Object.fromEntries(
            Object.entries(PARTS[String(type)] ?? {}).map(([name, fields]) => [name, { ...fields }]),
          ),
        };
        sheet.formats = [format, ...sheet.formats];
        return formatItem(book, sheet, format, make);
      },
      ClearAll: () => {
        guardSheet(sheet, 'ConditionalFormatCollection.clearAll', 'allowFormatCells');
        sheet.formats = sheet.formats.flatMap((format) => {
          format.ranges = format.ranges.flatMap((area) => withoutArea(area, range));
          return format.ranges.length === 0 ? [] : [format];
        });
      },
    },
  );
};
