import { attribute, element, elements } from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';

/** Codes that the standard numbers without writing them down; 59 to 81 are the Thai ones. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);\\("$"#,##0\\)',
  6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
  7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  59: 't0',
  60: 't0.00',
  61: 't#,##0',
  62: 't#,##0.00',
  67: 't0%',
  68: 't0.00%',
  69: 't# ?/?',
  70: 't# ??/??',
  71: 'd/m/bbbb',
  72: 'd-mmm-bb',
  73: 'd-mmm',
  74: 'mmm-bb',
  75: 'h:mm',
  76: 'h:mm:ss',
  77: 'd/m/bbbb h:mm',
  78: 'mm:ss',
  79: '[h]:mm:ss',
  80: 'mm:ss.0',
  81: 'd/m/bb',
};

/** Built-in codes that mean the same in every language of the spreadsheet, so that we may write their numbers. */
const SAFE_IDS = [1, 2, 3, 4, 9, 10, 11, 12, 13, 49];

/** Codes of the workbook's own formats, by id. */
export const customFormats = (styles: XmlNode): ReadonlyMap<number, string> => {
  const list = element(styles, 'numFmts');
  const formats = list === undefined ? [] : elements(list, 'numFmt');
  return new Map(
    formats.map((node) => [Number(attribute(node, 'numFmtId')), attribute(node, 'formatCode') ?? 'General']),
  );
};

/** Code of a number format. */
export const formatCode = (id: number, custom: ReadonlyMap<number, string>): string =>
  custom.get(id) ?? BUILT_IN[id] ?? 'General';

/** Id of a built-in code, where one may be used for it. */
export const builtInId = (code: string): number | undefined =>
  code === 'General' ? 0 : SAFE_IDS.find((id) => BUILT_IN[id] === code);

/** Number format codes by style index. */
export const readFormats = (styles: XmlNode): readonly string[] => {
  const custom = customFormats(styles);
  const list = element(styles, 'cellXfs');
  return list === undefined
    ? []
    : elements(list, 'xf').map((xf) => formatCode(Number(attribute(xf, 'numFmtId') ?? 0), custom));
};
