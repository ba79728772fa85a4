import type { CellRange } from '../../core/cell-address';
import type { PartStore } from '../package/part-store';
import { kindOf, readRelationships } from '../package/relationships';
import { readTables, toSnapshotTable } from '../read/read-sheet';
import { attribute, element, elements, isTrue, textOf } from '../xml/xml-node';
import { parseXml, type XmlNode } from '../xml/parse-xml';
import { tinted } from './colors';
import { readRanges } from './conditions';

/** Cells that take a value out of a list: the values, or a formula (without `=`) that says where they stand. */
export type PickList = {
  readonly ranges: readonly CellRange[];
  readonly source:
    | { readonly kind: 'values'; readonly values: readonly string[] }
    | { readonly kind: 'formula'; readonly formula: string };
};

/** How a native table lays looks over cells that have none of their own; fills are RRGGBB. */
export type TableBand = {
  readonly range: CellRange;
  readonly headers: number;
  readonly header: { readonly fill: string | undefined; readonly color: string | undefined };
  /** Fill of the first row below the headers and of every other one after it. */
  readonly stripe: string | undefined;
};

/** A note that somebody left at a cell. */
export type CellNote = { readonly cell: string; readonly text: string };

/** Lists to pick from, in the order of the file. */
export const readPickLists = (sheet: XmlNode): readonly PickList[] => {
  const list = element(sheet, 'dataValidations');
  return (list === undefined ? [] : elements(list, 'dataValidation')).flatMap((node): readonly PickList[] => {
    const formula = element(node, 'formula1');
    if (attribute(node, 'type') !== 'list' || formula === undefined) return [];
    // A list can be there for checking alone, with its arrow hidden.
    if (isTrue(attribute(node, 'showDropDown'))) return [];
    const text = textOf(formula).trim();
    const quoted = /^"(.*)"$/s.exec(text)?.[1];
    const ranges = readRanges(attribute(node, 'sqref') ?? '');
    if (quoted === undefined) return [{ ranges, source: { kind: 'formula', formula: text } }];
    const values = quoted.replaceAll('""', '"').split(',');
    return [{ ranges, source: { kind: 'values', values: values.map((value) => value.trim()) } }];
  });
};

/** Notes at the cells of a worksheet. */
export const readNotes = (store: PartStore, sheetPart: string): readonly CellNote[] =>
  readRelationships(store, sheetPart)
    .filter((link) => kindOf(link) === 'comments' && !link.isExternal)
    .flatMap(({ target }) => {
      const text = store.text(target);
      const list = text === undefined ? undefined : element(parseXml(text, target).root, 'commentList');
      return list === undefined ? [] : elements(list, 'comment');
    })
    .flatMap((node) => {
      const text = element(node, 'text');
      const cell = attribute(node, 'ref');
      return text === undefined || cell === undefined ? [] : [{ cell, text: textOf(text).trim() }];
    });

/** Bands of the native tables of a worksheet. */
export const readTableBands = (
  store: PartStore,
  sheetPart: string,
  theme: readonly string[],
): readonly TableBand[] =>
  readTables(store, sheetPart).flatMap(({ root }) => {
    const info = element(root, 'tableStyleInfo');
    const style = bandStyle(info === undefined ? '' : (attribute(info, 'name') ?? ''), theme);
    if (style === undefined || info === undefined) return [];
    const { header, stripe } = style;
    return {
      range: toSnapshotTable(root).range,
      headers: Number(attribute(root, 'headerRowCount') ?? 1),
      header,
      stripe: isTrue(attribute(info, 'showRowStripes')) ? stripe : undefined,
    };
  });

const PALE = 0.8;
const GRAY = 'D9D9D9';
const ACCENTS = 7;
const FIRST_ACCENT = 4;

/** Of the styles that spreadsheets bring: plain ones, then one for each accent of the theme, and so on. */
const bandStyle = (
  name: string,
  theme: readonly string[],
): Pick<TableBand, 'header' | 'stripe'> | undefined => {
  const [, kind, digits] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const number = Number(digits) - 1;
  const accent = number % ACCENTS === 0 ? undefined : theme[FIRST_ACCENT - 1 + (number % ACCENTS)];
  const stripe = accent === undefined ? GRAY : tinted(accent, PALE);
  const hasFilledHeader = kind !== 'Light' || Math.floor(number / ACCENTS) === 1;
  // The middle third of the light ones has lines instead of stripes.
  const hasStripes = kind !== 'Light' || !hasFilledHeader;
  return {
    header: hasFilledHeader
      ? { fill: accent ?? '000000', color: 'FFFFFF' }
      : { fill: undefined, color: undefined },
    stripe: hasStripes ? stripe : undefined,
  };
};
