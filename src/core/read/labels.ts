import type { InstrumentId, RuleSet } from '../rule-set';
import { readItemCode, type ItemCodeReading } from '../text/item-codes';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import type { Subject } from './reading';
import { compact, instrumentNamed, isTotalLabel } from './vocabulary';

/** What a label can be about: one subject, or the code of an item that the rows around it must settle. */
export type Label =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'code'; readonly readings: readonly ItemCodeReading[] };

const INDICATOR_PREFIX = /^(?:ตัวชี้วัด(?:ที่)?|ด้าน(?:ที่)?|indicator)?\s*(?:(\d{1,2})(?![\d.]\d)[\s.):-]*)?/i;
const SUB_INDICATOR = /^(?:ตัวชี้วัดย่อย(?:ที่)?\s*)?((?:9|10)\.\d)(?!\d)/;

const indicatorOf = (text: string, ruleSet: RuleSet): Subject | null => {
  const [prefix = '', digits] = INDICATOR_PREFIX.exec(text) ?? [];
  const name = compact(text.slice(prefix.length));
  const byName = ruleSet.indicators.find((indicator) =>
    [indicator.name, indicator.nameEn, ...indicator.aliases].some((official) => compact(official) === name),
  );
  if (byName !== undefined) return { kind: 'indicator', indicator: byName.id };
  const isNumberOnly = name === '' && /^ตัวชี้วัด|^indicator/i.test(prefix);
  const byNumber = isNumberOnly ? ruleSet.indicators.find(({ id }) => id === Number(digits)) : undefined;
  return byNumber === undefined ? null : { kind: 'indicator', indicator: byNumber.id };
};

const partOf = (text: string, ruleSet: RuleSet): Subject | null => {
  const part = /ส่วนที่\s*(\d)/.exec(text)?.[1];
  const instrument = instrumentNamed(text);
  const rule = ruleSet.instruments.find(({ id }) => id === instrument);
  if (part === undefined || rule?.parts?.includes(part) !== true) return null;
  return { kind: 'part', instrument: rule.id, part };
};

/** What a label in a score table is about under a year's rules; null where it is about nothing that is scored. */
export const readLabel = (
  printed: string,
  ruleSet: RuleSet,
  instrument: InstrumentId | null,
): Label | null => {
  const text = withPlainSpaces(withArabicDigits(printed));
  if (text === '') return null;
  const subIndicator = SUB_INDICATOR.exec(text)?.[1];
  const known = ruleSet.subIndicators.find(({ id }) => id === subIndicator);
  if (known !== undefined) return { kind: 'subject', subject: { kind: 'subIndicator', id: known.id } };
  const readings = readItemCode(withPlainSpaces(printed), instrument);
  if (readings.length > 0) return { kind: 'code', readings };
  const subject = indicatorOf(text, ruleSet) ?? partOf(text, ruleSet);
  if (subject !== null) return { kind: 'subject', subject };
  const named = /ส่วนที่\s*\d/.test(text) ? null : instrumentNamed(text);
  if (named !== null) return { kind: 'subject', subject: { kind: 'instrument', instrument: named } };
  return isTotalLabel(text) ? { kind: 'subject', subject: { kind: 'total' } } : null;
};
