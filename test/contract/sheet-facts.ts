import { rangeA1 } from '../../src/core/cell-address';
import type { Host } from '../excel-host/host';
import { linksOf, partAsText, plain, tagsOf, type Parts } from '../xlsx/read-tags';
import { unzipParts } from '../xlsx/zip-parts';

/** A conditional format by formula; colours are RRGGBB, '' where none is set. */
export type FormatFacts = {
  readonly formula: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  readonly fill: string;
};

/** What of a sheet no snapshot tells, whichever port wrote it. */
export type SheetFacts = {
  /** The strongest first. */
  readonly formats: readonly FormatFacts[];
  /** Cells and source of each list to choose from. */
  readonly lists: readonly (readonly [area: string, source: string])[];
};

const WORKBOOK = 'xl/workbook.xml';

const first = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

const all = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, found = '']) => found);

const colorIn = (text: string): string => first(text, /rgb="FF(\w+)"/);

const formatIn = (rule: string, looks: readonly string[]): FormatFacts => {
  const look = looks[Number(first(rule, /dxfId="(\d+)"/))] ?? '';
  const font = first(look, /<font>(.*?)<\/font>/s);
  return {
    formula: plain(first(rule, /<formula>(.*?)<\/formula>/s)),
    bold: font.includes('<b/>'),
    italic: font.includes('<i/>'),
    color: colorIn(font),
    fill: colorIn(first(look, /<fill>(.*?)<\/fill>/s)),
  };
};

/** Facts of a sheet of a file. */
export const factsInFile = (bytes: Uint8Array, sheet: string): SheetFacts => {
  const parts: Parts = new Map(
    Object.entries(unzipParts(bytes)).map(([name, part]) => [name, partAsText(part)]),
  );
  const links = linksOf(parts, WORKBOOK);
  const id = tagsOf(parts.get(WORKBOOK) ?? '').find(
    ({ name, values }) => name === 'sheet' && values['name'] === sheet,
  )?.values['r:id'];
  const xml = parts.get(links.find((link) => link.id === id)?.target ?? '') ?? '';
  const styles = parts.get(links.find(({ type }) => type === 'styles')?.target ?? '') ?? '';
  const looks = all(styles, /<dxf>(.*?)<\/dxf>/gs);
  return {
    formats: all(xml, /(<cfRule type="expression".*?<\/cfRule>)/gs).map((rule) => formatIn(rule, looks)),
    lists: all(xml, /(<dataValidation type="list".*?<\/dataValidation>)/gs).map((list) => [
      first(list, /sqref="([^"]*)"/),
      plain(first(list, /<formula1>(.*?)<\/formula1>/s)),
    ]),
  };
};

const colorOf = (value: unknown): string => (typeof value === 'string' ? value.replace('#', '') : '');

/** Facts of a sheet of a workbook behind office.js. */
export const factsInHost = ({ book }: Host, name: string): SheetFacts => {
  const sheet = book.sheet(name);
  return {
    formats: sheet.formats
      .filter(({ type }) => type === 'Custom')
      .map(({ parts: { rule, font, fill } }) => ({
        formula: String(rule?.['Formula']).replace(/^=/, ''),
        bold: font?.['Bold'] === true,
        italic: font?.['Italic'] === true,
        color: colorOf(font?.['Color']),
        fill: colorOf(fill?.['Color']),
      })),
    lists: sheet.validations.flatMap(({ ranges, settings }) => {
      const { list } = settings['Rule'] as Excel.DataValidationRule;
      return typeof list?.source === 'string'
        ? [[ranges.map(rangeA1).join(' '), list.source.replace(/^=/, '')] as const]
        : [];
    }),
  };
};
