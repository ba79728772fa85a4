import type { ConditionReading, InstrumentId, RuleSet } from '../../rule-set';

/**
 * Formula of the least figure that a reading of the year's condition looks at; where figures are missing, the least that
 * they can be at best or at worst, as their mean bounds them. Follows `leastOfGroup` of the grades. `cells` names the
 * cells of results, and none for results that the sheet does not have.
 */
export const leastFormula = (
  reading: ConditionReading,
  bound: 'best' | 'worst',
  ruleSet: RuleSet,
  cells: (keys: readonly string[]) => readonly string[],
): string => {
  const { min, max } = ruleSet.scale;
  const bounded = (keys: readonly string[], instrument: InstrumentId): string => {
    const [whole = ''] = cells([instrument]);
    const ranges = cells(keys).join(',');
    const count = keys.length;
    const known = ranges === '' ? '0' : `SUM(${ranges})`;
    const missing = ranges === '' ? String(count) : `(${count}-COUNT(${ranges}))`;
    const rest = `${count}*${whole}-${known}`;
    const least = bound === 'best' ? `(${rest})/${missing}` : `${rest}-${max}*(${missing}-1)`;
    const limited = `MIN(${max},MAX(${min},${least}))`;
    return ranges === '' ? limited : `IF(COUNT(${ranges})=${count},MIN(${ranges}),MIN(${ranges},${limited}))`;
  };
  const ofInstrument = (id: InstrumentId, parts: readonly string[] | null): string => {
    const [whole = ''] = cells([id]);
    if (reading === 'instruments' || (reading === 'eitParts' && id !== 'EIT')) return whole;
    if (reading === 'indicators') {
      const own = ruleSet.indicators.filter(({ instrument }) => instrument === id);
      return bounded(
        own.map((rule) => String(rule.id)),
        id,
      );
    }
    // A year whose rules know no parts: they were asked apart all the same, how they weighed is not known.
    if (parts === null) return bound === 'best' ? whole : String(min);
    return bounded(
      parts.map((part) => `${id}.${part}`),
      id,
    );
  };
  return `MIN(${ruleSet.instruments.map(({ id, parts }) => ofInstrument(id, parts)).join(',')})`;
};
