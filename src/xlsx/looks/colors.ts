import type { PartStore } from '../package/part-store';
import { orElse } from '../refusal';
import { workbookPart, type WorkbookModel } from '../workbook/read-workbook';
import { attribute, element, elements, isTrue } from '../xml/xml-node';
import { localName, parseXml, type XmlNode } from '../xml/parse-xml';

/** Gives a colour of a file as RRGGBB; undefined where it says none or the spreadsheet's own. */
export type ColorReader = (node: XmlNode | undefined) => string | undefined;

/** Colours of a workbook without a theme of its own, in the order in which cells count them. */
const OFFICE_THEME = 'FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080';
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink';
/** The palette of old workbooks, from index 8 on; the eight before repeat its first ones. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333';

/** Reads colours with the theme of a workbook. */
export const makeColorReader = (store: PartStore, model: WorkbookModel): ColorReader => {
  const theme = readTheme(store, model);
  const palette = PALETTE.split(' ');
  return (node) => {
    if (node === undefined || isTrue(attribute(node, 'auto'))) return undefined;
    const rgb = attribute(node, 'rgb');
    const index = Number(attribute(node, 'indexed') ?? Number.NaN);
    const base =
      rgb === undefined
        ? (theme[Number(attribute(node, 'theme') ?? Number.NaN)] ?? palette[index < 8 ? index : index - 8])
        : rgb.slice(-6).toUpperCase();
    return base === undefined ? undefined : tinted(base, Number(attribute(node, 'tint') ?? 0));
  };
};

/** Colour that a drawing names, of the theme or its own. */
export const drawingColor = (theme: readonly string[], fill: XmlNode | undefined): string | undefined => {
  const node = fill === undefined ? undefined : elements(fill)[0];
  if (node === undefined) return undefined;
  const value = attribute(node, 'val');
  if (localName(node.tag) === 'srgbClr') return value?.toUpperCase();
  const names: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
  return theme[THEME_ORDER.split(' ').indexOf(names[value ?? ''] ?? value ?? '')];
};

/** The twelve colours of a workbook's theme. */
export const readTheme = (store: PartStore, model: WorkbookModel): readonly string[] => {
  const part = workbookPart(model, 'theme');
  const text = part === undefined ? undefined : store.text(part);
  const office = OFFICE_THEME.split(' ');
  if (part === undefined || text === undefined) return office;
  const root = orElse(undefined, () => parseXml(text, part).root);
  const parts = root && element(root, 'themeElements');
  const scheme = parts === undefined ? undefined : element(parts, 'clrScheme');
  if (scheme === undefined) return office;
  return THEME_ORDER.split(' ').map((name, index) => {
    const entry = element(scheme, name);
    const color = entry === undefined ? undefined : elements(entry)[0];
    const value = color && (attribute(color, 'lastClr') ?? attribute(color, 'val'));
    return value !== undefined && /^[\dA-Fa-f]{6}$/.test(value)
      ? value.toUpperCase()
      : (office[index] ?? '000000');
  });
};

/** Lighter for a tint above 0, darker below. */
export const tinted = (color: string, tint: number): string =>
  tint === 0
    ? color
    : [0, 2, 4]
        .map((at) => {
          const part = Number.parseInt(color.slice(at, at + 2), 16);
          const next = Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint);
          return Math.min(255, Math.max(0, next)).toString(16).padStart(2, '0');
        })
        .join('')
        .toUpperCase();
