import { a1, parseRange, rangeA1, type CellPosition, type CellRange } from '../../core/cell-address';
import { PAGE_MARGINS, type PageSetup, type SheetFrame, type SheetPlan } from '../../core/change-plan';
import { argb } from '../styles/style-xml';
import { attribute, element, isTrue, makeElement, prefixOf } from '../xml/xml-node';
import { textOf, withAttribute, withChanged, withLastChild, withReplaced } from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';
import { escapeText } from '../xml/xml-text';
import { WORKSHEET_ORDER } from './sheet-order';

const PROPERTY_ORDER = ['tabColor', 'outlinePr', 'pageSetUpPr'];
const VIEW_ORDER = ['pane', 'selection', 'pivotSelection', 'extLst'];
const HEADER_ORDER = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
const A4 = '9';

/** The sheet with the planned look as a whole. */
export const withFrame = (sheet: XmlNode, { tabColor, freeze, page }: SheetFrame): XmlNode =>
  withPage(withView(withProperties(sheet, tabColor), freeze), page);

/** Colour of the tab, and printing on as many pages as the height needs. */
const withProperties = (sheet: XmlNode, tabColor: string): XmlNode => {
  const p = prefixOf(sheet);
  return withChanged(sheet, WORKSHEET_ORDER, 'sheetPr', (old = makeElement(`${p}sheetPr`, {})) => {
    const rgb = argb(tabColor);
    const coloured = withChanged(old, PROPERTY_ORDER, 'tabColor', (color) =>
      color !== undefined && attribute(color, 'rgb')?.toUpperCase() === rgb
        ? color
        : makeElement(`${p}tabColor`, { rgb }),
    );
    return withChanged(
      coloured,
      PROPERTY_ORDER,
      'pageSetUpPr',
      (setup = makeElement(`${p}pageSetUpPr`, {})) =>
        isTrue(attribute(setup, 'fitToPage')) ? setup : withAttribute(setup, 'fitToPage', 1),
    );
  });
};

/** The used range, grown to what was written; a sheet that states none gets none. */
export const withDimension = (sheet: XmlNode, { cells, fills }: SheetPlan): XmlNode => {
  const node = element(sheet, 'dimension');
  const used = node && parseRange(attribute(node, 'ref') ?? '');
  if (node === undefined || used === undefined) return sheet;
  const ends = fills.flatMap(({ column, first, values }) =>
    values.length === 0
      ? []
      : [
          { row: first, column },
          { row: first + values.length - 1, column },
        ],
  );
  const written: readonly CellPosition[] = [...cells, ...ends];
  if (written.length === 0) return sheet;
  const grown = written.reduce<CellRange>(
    (range, { row, column }) => ({
      top: Math.min(range.top, row),
      left: Math.min(range.left, column),
      bottom: Math.max(range.bottom, row),
      right: Math.max(range.right, column),
    }),
    used,
  );
  const isSame = rangeA1(grown) === rangeA1(used);
  return isSame ? sheet : withReplaced(sheet, node, withAttribute(node, 'ref', rangeA1(grown)));
};

/** Frozen panes and no grid lines. Panes that are frozen there already keep the place to which they were scrolled. */
const withView = (sheet: XmlNode, freeze: SheetFrame['freeze']): XmlNode => {
  const p = prefixOf(sheet);
  return withChanged(sheet, WORKSHEET_ORDER, 'sheetViews', (old = makeElement(`${p}sheetViews`, {})) => {
    const views = element(old, 'sheetView')
      ? old
      : withLastChild(old, makeElement(`${p}sheetView`, { workbookViewId: 0 }));
    const view = element(views, 'sheetView');
    if (view === undefined) return views;
    const shown = attribute(view, 'showGridLines');
    const plain = shown === '0' || shown === 'false' ? view : withAttribute(view, 'showGridLines', 0);
    const frozen = freeze === null ? plain : withPane(plain, freeze);
    return frozen === view ? views : withReplaced(views, view, frozen);
  });
};

const withPane = (view: XmlNode, { rows, columns }: NonNullable<SheetFrame['freeze']>): XmlNode => {
  const p = prefixOf(view);
  const pane = element(view, 'pane');
  const split = (name: string): number => Number(pane === undefined ? 0 : (attribute(pane, name) ?? 0));
  const isFrozen =
    pane === undefined ? rows + columns === 0 : (attribute(pane, 'state') ?? '').startsWith('frozen');
  if (isFrozen && split('xSplit') === columns && split('ySplit') === rows) return view;
  const corner = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  // Selections name panes; those of panes that are gone would make the file invalid.
  const others = view.children.filter((child) => typeof child === 'string' || child.tag !== `${p}selection`);
  return withChanged({ ...view, children: others }, VIEW_ORDER, 'pane', () =>
    rows + columns === 0
      ? undefined
      : makeElement(`${p}pane`, {
          xSplit: columns || undefined,
          ySplit: rows || undefined,
          topLeftCell: a1({ row: rows, column: columns }),
          activePane: corner,
          state: 'frozen',
        }),
  );
};

/** Paper, orientation, header and footer. Margins and centring are set once and then the user's own. */
const withPage = (sheet: XmlNode, page: PageSetup): XmlNode => {
  const p = prefixOf(sheet);
  const isNew = element(sheet, 'pageMargins') === undefined;
  const centred = !isNew
    ? sheet
    : withChanged(sheet, WORKSHEET_ORDER, 'printOptions', (old = makeElement(`${p}printOptions`, {})) =>
        withAttribute(old, 'horizontalCentered', 1),
      );
  const spaced = withChanged(
    centred,
    WORKSHEET_ORDER,
    'pageMargins',
    (old) => old ?? makeElement(`${p}pageMargins`, PAGE_MARGINS),
  );
  const set = withChanged(
    spaced,
    WORKSHEET_ORDER,
    'pageSetup',
    (old = makeElement(`${p}pageSetup`, { paperSize: A4, orientation: page.orientation, fitToWidth: 1 })) =>
      withPageSetup(old, page),
  );
  if (page.header === undefined && page.footer === undefined) return set;
  return withChanged(set, WORKSHEET_ORDER, 'headerFooter', (old = makeElement(`${p}headerFooter`, {})) =>
    withLine(withLine(old, 'oddHeader', page.header), 'oddFooter', page.footer),
  );
};

/** A spreadsheet that saves the sheet leaves out what is the default, so that counts as set. */
const withPageSetup = (setup: XmlNode, { orientation }: PageSetup): XmlNode => {
  const wanted = [
    ['paperSize', A4, '1'],
    ['orientation', orientation, 'default'],
    ['fitToWidth', '1', '1'],
    ['fitToHeight', '0', '1'],
  ] as const;
  return wanted.reduce(
    (node, [name, value, byDefault]) =>
      (attribute(node, name) ?? byDefault) === value ? node : withAttribute(node, name, value),
    setup,
  );
};

const withLine = (node: XmlNode, name: string, line: string | undefined): XmlNode =>
  withChanged(node, HEADER_ORDER, name, (old) =>
    line === undefined || (old !== undefined && textOf(old) === line)
      ? old
      : makeElement(prefixOf(node) + name, {}, [escapeText(line)]),
  );
