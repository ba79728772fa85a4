import type { Finding } from '../../core/assess/assessment';
import type { GroupKind, SettingKey, SettingProblem } from '../../core/settings/settings';
import { settingLabelsTh } from './setting-labels-th';

const GROUPING_TH: Readonly<Record<string, string>> = {
  subIndicators: 'การจัดข้อเข้าตัวชี้วัดย่อย',
  issueGroups: 'ประเด็นของเอกสารมาตรการ',
};

const settingNameTh = (setting: string): string =>
  GROUPING_TH[setting] ?? settingLabelsTh[setting as SettingKey];

/** Why an entry of the settings sheet is not used, in Thai. */
export const ignoredSettingTh = (params: Finding['params'], where: string): string => {
  const text = params['text'] ?? '';
  const name = settingNameTh(params['setting'] ?? '');
  switch (params['reason'] as SettingProblem['reason']) {
    case 'unreadable':
      return `ค่าตั้ง «${name}» ที่ ${where} เป็น «${text}» ซึ่งใช้ไม่ได้ ระบบจึงใช้ค่าปกติแทน โปรดแก้หรือลบออก`;
    case 'notAdmissible':
      return `การตีความเงื่อนไขที่เลือกไว้ที่ ${where} ขัดกับผลการประเมินที่เผยแพร่ของปีนี้ ระบบจึงไม่ใช้ โปรดเลือกการตีความอื่น`;
    case 'unknownGroup':
      return `ตัวชี้วัดย่อย ${text} ที่ ${where} ไม่อยู่ในตัวชี้วัด OIT ใดของปีนี้ ระบบจึงใช้การจัดข้อตามหลักเกณฑ์ โปรดแก้เลขที่`;
    case 'unknownItem':
      return `${name} ที่ ${where} มีข้อ ${text} ซึ่งหลักเกณฑ์ของปีนี้ไม่มี ระบบจึงใช้การจัดข้อตามหลักเกณฑ์ โปรดแก้รหัสข้อ`;
    case 'itemTwice':
      return `ข้อ ${text} ที่ ${where} อยู่ในตัวชี้วัดย่อยมากกว่าหนึ่งตัว ระบบจึงใช้การจัดข้อตามหลักเกณฑ์ โปรดให้แต่ละข้ออยู่ที่เดียว`;
    case 'itemLeftOver':
      return `การจัดข้อที่ ${where} ทำให้ ${text} ไม่มีตัวชี้วัดย่อย ระบบจึงใช้การจัดข้อตามหลักเกณฑ์ โปรดจัดให้ครบทุกข้อ`;
  }
};

const NAMES_EN: Readonly<Record<SettingKey | GroupKind, string>> = {
  agency: 'name of the agency',
  year: 'fiscal year',
  digits: 'digits',
  policy: 'policy of the triage',
  urgentBelow: 'urgent below',
  improveBelow: 'to improve below',
  lowestMaintainFrom: 'to maintain from',
  itemUrgentUpTo: 'OIT item urgent up to',
  itemImproveBelow: 'IIT or EIT item to improve below',
  target: 'target',
  reading: 'condition of the grade',
  layout: 'layout of the measures',
  subIndicators: 'items of the sub-indicators',
  issueGroups: 'items of the issues',
};

/** Why an entry of the settings sheet is not used, in English. */
export const ignoredSettingEn = (params: Finding['params'], where: string): string => {
  const text = params['text'] ?? '';
  const name = NAMES_EN[params['setting'] as SettingKey | GroupKind];
  switch (params['reason'] as SettingProblem['reason']) {
    case 'unreadable':
      return `The setting “${name}” at ${where} is “${text}”, which cannot be used; the default is used. Correct or delete it.`;
    case 'notAdmissible':
      return `The reading of the condition chosen at ${where} contradicts the year's published results and is not used. Choose another.`;
    case 'unknownGroup':
      return `Sub-indicator ${text} at ${where} belongs to no OIT indicator of the year; items are grouped by the rules. Correct its number.`;
    case 'unknownItem':
      return `The ${name} at ${where} name ${text}, which the year does not have; items are grouped by the rules. Correct the code.`;
    case 'itemTwice':
      return `Item ${text} at ${where} stands in more than one sub-indicator; items are grouped by the rules. Name each item once.`;
    case 'itemLeftOver':
      return `The items at ${where} leave ${text} without a sub-indicator; items are grouped by the rules. Name every item.`;
  }
};
