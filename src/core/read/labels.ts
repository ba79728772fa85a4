import type { InstrumentId, RuleSet } from '../rule-set';
import { readItemCode, type ItemCodeReading } from '../text/item-codes';
import { remember } from '../text/remember';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { candidatesOf, guessName, matchName, type Candidate } from './names';
import { subjectKey, type Recognised, type Subject } from './reading';
import { compact, instrumentNamed, isTotalLabel } from './vocabulary';

/** What a label can be about: one subject, or the code of an item that the rows around it must settle. */
export type Label =
  | { readonly kind: 'subject'; readonly subject: Subject; readonly by: Recognised }
  | { readonly kind: 'code'; readonly readings: readonly ItemCodeReading[] };

type KnownNames = {
  readonly indicators: readonly Candidate<number>[];
  readonly subIndicators: readonly Candidate<string>[];
  readonly items: ReadonlyMap<InstrumentId, readonly Candidate<string>[]>;
};

const namesByRules = new WeakMap<RuleSet, KnownNames>();

const namesOf = (ruleSet: RuleSet): KnownNames => {
  const known = namesByRules.get(ruleSet);
  if (known !== undefined) return known;
  const names: KnownNames = {
    indicators: candidatesOf(
      ruleSet.indicators.map(({ id, name, nameEn, aliases }) => ({ id, names: [name, nameEn, ...aliases] })),
    ),
    subIndicators: candidatesOf(ruleSet.subIndicators.map(({ id, name }) => ({ id, names: [name] }))),
    items: new Map(
      ruleSet.instruments.map(({ id }) => [
        id,
        candidatesOf(
          ruleSet.items
            .filter(({ instrument }) => instrument === id)
            .map((item) => ({ id: item.id, names: [item.name] })),
        ),
      ]),
    ),
  };
  namesByRules.set(ruleSet, names);
  return names;
};

const INDICATOR_PREFIX =
  /^[([]?\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?|ด้าน(?:ที่)?|indicator|[IEO]IT(?=\s*\d))?\s*(?:[([]?(\d{1,2})(?![\d.]\d)[\s.):\]-]*)?/i;
const SUB_INDICATOR = /^(?:ตัวชี้วัดย่อย(?:ที่)?\s*)?((?:9|10)\.\d)(?!\d)/;
const SUB_INDICATOR_PREFIX = /^ตัวชี้วัดย่อย(?:ที่)?\s*/;

const indicatorOf = (text: string, ruleSet: RuleSet): Label | null => {
  const [prefix = '', digits] = INDICATOR_PREFIX.exec(text) ?? [];
  const rest = text.slice(prefix.length);
  const match = matchName(rest, namesOf(ruleSet).indicators);
  if (match !== null) {
    const by = match.isExact ? 'name' : 'similarName';
    return { kind: 'subject', subject: { kind: 'indicator', indicator: match.id }, by };
  }
  const isNumberOnly = compact(rest) === '' && /^[([]?\s*(ตัวชี้วัด|indicator)/i.test(prefix);
  const byNumber = isNumberOnly ? ruleSet.indicators.find(({ id }) => id === Number(digits)) : undefined;
  return byNumber === undefined
    ? null
    : { kind: 'subject', subject: { kind: 'indicator', indicator: byNumber.id }, by: 'number' };
};

const partOf = (text: string, ruleSet: RuleSet): Subject | null => {
  const part = /(?:ส่วนที่|part)\s*(\d)/i.exec(text)?.[1];
  const instrument = instrumentNamed(text);
  const rule = ruleSet.instruments.find(({ id }) => id === instrument);
  if (part === undefined || rule?.parts?.includes(part) !== true) return null;
  return { kind: 'part', instrument: rule.id, part };
};

/** A sub-indicator's number, or its name where the label says that it is one or the table is about open data. */
const subIndicatorOf = (text: string, ruleSet: RuleSet, instrument: InstrumentId | null): Label | null => {
  const number = SUB_INDICATOR.exec(text)?.[1];
  const known = ruleSet.subIndicators.find(({ id }) => id === number);
  if (known !== undefined)
    return { kind: 'subject', subject: { kind: 'subIndicator', id: known.id }, by: 'number' };
  if (instrument !== 'OIT' && !SUB_INDICATOR_PREFIX.test(text)) return null;
  const match = matchName(text.replace(SUB_INDICATOR_PREFIX, ''), namesOf(ruleSet).subIndicators);
  return match?.isExact === true
    ? { kind: 'subject', subject: { kind: 'subIndicator', id: match.id }, by: 'name' }
    : null;
};

/** What a label in a score table is about under a year's rules; null where it is about nothing that is scored. */
export const readLabel = (
  printed: string,
  ruleSet: RuleSet,
  instrument: InstrumentId | null,
): Label | null => {
  const text = withPlainSpaces(withArabicDigits(printed));
  if (text === '') return null;
  const readings = SUB_INDICATOR.test(text) ? [] : readItemCode(withPlainSpaces(printed), instrument);
  if (readings.length > 0) return { kind: 'code', readings };
  // An indicator's number and name stand for the indicator even where a sub-indicator has the same name.
  const subject = indicatorOf(text, ruleSet) ?? subIndicatorOf(text, ruleSet, instrument);
  if (subject !== null) return subject;
  const part = partOf(text, ruleSet);
  if (part !== null) return { kind: 'subject', subject: part, by: 'instrument' };
  const named = /ส่วนที่\s*\d/.test(text) ? null : instrumentNamed(text);
  if (named !== null)
    return { kind: 'subject', subject: { kind: 'instrument', instrument: named }, by: 'instrument' };
  return isTotalLabel(text) ? { kind: 'subject', subject: { kind: 'total' }, by: 'total' } : null;
};

/**
 * Indicator that a label in a list of indicators must mean, one of those that the list does not name elsewhere; null
 * where none or several could be meant.
 */
export const guessIndicator = (
  printed: string,
  ruleSet: RuleSet,
  isNamed: (indicator: number) => boolean,
): number | null => {
  const text = withPlainSpaces(withArabicDigits(printed));
  const [prefix = ''] = INDICATOR_PREFIX.exec(text) ?? [];
  return guessName(text.slice(prefix.length), namesOf(ruleSet).indicators, (id) => !isNamed(id));
};

/**
 * Item whose name stands where its code is missing, among the items of one instrument; null for another text. Names
 * are read so only where the table says which instrument it is about, for two instruments ask about the same things.
 */
export const itemNamed = (
  printed: string,
  ruleSet: RuleSet,
  instrument: InstrumentId | null,
): string | null => {
  const candidates = instrument === null ? undefined : namesOf(ruleSet).items.get(instrument);
  if (candidates === undefined) return null;
  const text = withPlainSpaces(withArabicDigits(printed)).replace(/^\d{1,2}[\s.)]+/, '');
  const match = matchName(text, candidates);
  return match?.isExact === true ? match.id : null;
};

// Cheap to test, and true of whatever names a subject.
const KEY =
  /^[\s([]*(?:ข้อ|item)?[\s_]*[ieol|๐0]\s*[-._]?\s*[\d๐-๙]|^[\s([]*(?:ไอ|อี|โอ)|IIT|EIT|OIT|การ|คุณภาพ|ประสิทธิภาพ|ตัวชี้วัด|รวม|total|^[\s\d๐-๙.()]*[a-z]{4}/i;
const LONGEST_LABEL = 120;

const keysByRules = new WeakMap<RuleSet, (text: string) => string | null>();

const readKey = (ruleSet: RuleSet): ((text: string) => string | null) => {
  const known = keysByRules.get(ruleSet);
  if (known !== undefined) return known;
  const read = remember((text): string | null => {
    const label = readLabel(text, ruleSet, null);
    if (label === null) return null;
    if (label.kind === 'subject') return subjectKey(label.subject);
    const [reading] = label.readings;
    return reading === undefined ? null : `${reading.instrument}${reading.number}`;
  });
  keysByRules.set(ruleSet, read);
  return read;
};

/**
 * Key of what a text is about wherever it stands, such as `o9`, `3` or `IIT`; null for plain numbers and for whatever
 * only a table around it could explain.
 */
export const keyOfLabel = (text: string, ruleSet: RuleSet): string | null =>
  text.length <= LONGEST_LABEL && KEY.test(text) ? readKey(ruleSet)(text) : null;
