import type { Subject } from '../../read/reading';
import type { RuleSet } from '../../rule-set';
import type { ReportTexts } from '../report-texts';

/** What a score is of, as the rules or our texts call it; an empty text for what the year does not have. */
export const subjectName = (subject: Subject, ruleSet: RuleSet, texts: ReportTexts): string => {
  switch (subject.kind) {
    case 'item':
      return ruleSet.items.find(({ id }) => id === subject.id)?.name ?? '';
    case 'subIndicator':
      return ruleSet.subIndicators.find(({ id }) => id === subject.id)?.name ?? '';
    case 'indicator':
      return ruleSet.indicators.find(({ id }) => id === subject.indicator)?.name ?? '';
    case 'part':
      return texts.weighted.part(subject.part);
    case 'instrument':
      return ruleSet.instruments.find(({ id }) => id === subject.instrument)?.name ?? '';
    case 'total':
      return texts.inputs.total;
  }
};
