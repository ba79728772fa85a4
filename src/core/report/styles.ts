import type { CellStyle } from '../change-plan';
import type { DocumentKind } from '../measures/layouts';
import type { Digits } from '../settings/settings';

const FONT = 'TH Sarabun New';
const ACCENT = '1F4E79';
const BAND = 'DCE6F1';
const LINE = { weight: 'thin', color: 'BFBFBF' } as const;
const base = { font: FONT, size: 16, verticalAlign: 'center' } as const;
const kpi = { ...base, size: 26, bold: true, align: 'center', color: ACCENT, fill: BAND } as const;
const grid = { ...base, border: LINE } as const;

/** Number formats of scores, differences, weights and ranks. */
const SCORE = '0.00';
const DIFFERENCE = '+0.00;-0.00;0.00';

/** Looks of every cell that we write, by name: one accent colour, one line weight, numbers right, headers centred. */
export const reportStyles = {
  title: { ...base, size: 22, bold: true, color: ACCENT },
  subtitle: { ...base, wrap: true },
  kpiLabel: { ...base, align: 'center', color: '595959', fill: BAND },
  kpiNumber: { ...kpi, numberFormat: SCORE },
  kpiDifference: { ...kpi, numberFormat: DIFFERENCE },
  kpiShare: { ...kpi, numberFormat: '0.0%' },
  kpiCount: { ...kpi, numberFormat: '#,##0' },
  kpiText: kpi,
  kpiSmall: { ...base, align: 'center', color: '595959', fill: BAND },
  note: { ...base, size: 14, italic: true, color: '595959', wrap: true },
  paragraph: { ...base, wrap: true },
  section: { ...base, size: 18, bold: true, color: ACCENT },
  header: { ...grid, bold: true, align: 'center', fill: BAND, wrap: true },
  group: { ...grid, bold: true, fill: 'F2F2F2', wrap: true },
  groupCentered: { ...grid, bold: true, align: 'center', fill: 'F2F2F2' },
  text: { ...grid, wrap: true },
  textLine: grid,
  textIndented: { ...grid, wrap: true, indent: 1 },
  centered: { ...grid, align: 'center' },
  score: { ...grid, align: 'right', numberFormat: SCORE },
  scoreBold: { ...grid, bold: true, align: 'right', numberFormat: SCORE },
  difference: { ...grid, align: 'right', numberFormat: DIFFERENCE },
  weight: { ...grid, align: 'right', numberFormat: '0%' },
  rank: { ...grid, align: 'center', numberFormat: '0' },
  textBold: { ...grid, bold: true },
  typedScore: { ...grid, align: 'right', numberFormat: SCORE, color: '0000C0' },
  link: { ...grid, indent: 1, color: '0563C1', underline: true },
  plain: base,
  inputText: { ...grid, wrap: true, fill: 'FFF9E5' },
  inputScore: { ...grid, align: 'right', numberFormat: SCORE, fill: 'FFF9E5' },
  year: { ...grid, align: 'left', numberFormat: '0' },
  formSection: { ...grid, bold: true, fill: 'F2F2F2' },
  settingScore: { ...grid, align: 'left', numberFormat: SCORE, fill: 'FFF9E5' },
  settingYear: { ...grid, align: 'left', numberFormat: '0', fill: 'FFF9E5' },
  settingNote: { ...grid, size: 14, color: '595959', wrap: true },
  measureTitle: { ...base, size: 20, bold: true, color: ACCENT, align: 'center' },
  measureSubtitle: { ...base, align: 'center' },
  measureHeader: { ...grid, bold: true, align: 'center', fill: BAND, wrap: true },
  measureDraft: { ...grid, italic: true, wrap: true, verticalAlign: 'top' },
  measureOpen: { ...grid, wrap: true, verticalAlign: 'top' },
  printTitle: { ...base, size: 20, bold: true, color: ACCENT, align: 'center', wrap: true },
  documentText: { ...grid, wrap: true, verticalAlign: 'top' },
  documentLine: { ...grid, verticalAlign: 'top' },
  documentScore: { ...grid, align: 'right', numberFormat: SCORE, verticalAlign: 'top' },
  documentCentered: { ...grid, align: 'center', wrap: true, verticalAlign: 'top' },
  documentGroup: { ...grid, bold: true, fill: 'F2F2F2', wrap: true },
  documentPoint: { ...grid, wrap: true, fill: 'FAFAFA' },
  documentPointScore: { ...grid, align: 'right', numberFormat: SCORE, fill: 'FAFAFA' },
  memoName: { ...base, bold: true, verticalAlign: 'top', wrap: true },
  memoText: { ...base, verticalAlign: 'top', wrap: true },
  memoSigned: { ...base, align: 'center', wrap: true },
  sideKey: { ...base, size: 14, color: '7F7F7F', verticalAlign: 'top' },
  sideScore: { ...base, size: 14, color: '7F7F7F', align: 'right', numberFormat: SCORE },
  sideNote: { ...base, size: 14, italic: true, color: '7F7F7F' },
  measureSide: { ...base, size: 14, color: '7F7F7F', wrap: true, verticalAlign: 'top' },
  measureSideHeader: { ...base, size: 14, bold: true, color: '7F7F7F', wrap: true, align: 'center' },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof reportStyles;

const THAI_DIGITS = '[$-D00041E]';

/** The looks with every number in the digits that the agency uses; Thai digits are a number format, never text. */
export const reportStylesIn = (digits: Digits): Readonly<Record<string, CellStyle>> => {
  if (digits === 'arabic') return reportStyles;
  const inThai = (style: CellStyle): CellStyle =>
    style.numberFormat === undefined
      ? style
      : {
          ...style,
          numberFormat: style.numberFormat
            .split(';')
            .map((section) => `${THAI_DIGITS}${section}`)
            .join(';'),
        };
  return Object.fromEntries(Object.entries(reportStyles).map(([name, style]) => [name, inThai(style)]));
};

/** Colours that say the triage besides its icon and word, and that mark what an officer must still decide. */
export const LOOKS = {
  urgent: { color: '9C0006', fill: 'FBE3E4', bold: true },
  improve: { color: '7F6000', fill: 'FFF2CC' },
  maintain: { color: '375623', fill: 'E6F2DE' },
  open: { color: '7F6000', fill: 'FFF2CC' },
  draft: { italic: true, color: '595959' },
} as const;

/** Colours of the tabs of the documents. */
export const DOCUMENT_TABS: Readonly<Record<DocumentKind, string>> = {
  measures: 'BF8F00',
  analysis: '548235',
  issues: '7030A0',
  scores: '1F4E79',
  oit: '2F75B5',
  calendar: '7F7F7F',
  limits: '7F7F7F',
  results: '00B050',
  memo: '00B050',
  advice: 'BF8F00',
};
