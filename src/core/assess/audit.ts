import type { CellRef } from '../cell-address';
import { subjectKey, type Figure, type ReadFigure, type ReadGrade, type Subject } from '../read/reading';
import type { InstrumentId, RuleSet } from '../rule-set';
import { formatDecimal, roundHalfUp } from '../text/numbers';
import { completeMean } from './aggregate';
import type {
  Assessment,
  Finding,
  GradeResult,
  IndicatorResult,
  InstrumentResult,
  ItemResult,
  SubIndicatorResult,
} from './assessment';
import type { FigureBook } from './choose-figures';

/** What the audit looks at: everything of an assessment but its findings. */
export type Audited = Omit<Assessment, 'findings' | 'readingIssues'>;

const AGREES_WITHIN = 0.01;
// Decimal fractions are not exact in binary: .66 − .65 is a little over .01.
const SLACK = 1e-9;

/** A printed figure against ours: nothing where it is our rounded value, a note within .01, a warning beyond. */
const compare = (printed: ReadFigure, ours: number, decimals: number): Omit<Finding, 'cells'> | null => {
  const value = printed.value ?? Number.NaN;
  if (Number.isNaN(value) || roundHalfUp(value, decimals) === roundHalfUp(ours, decimals)) return null;
  const params = {
    subject: subjectKey(printed.subject),
    figure: printed.figure,
    printed: formatDecimal(value, decimals),
    ours: formatDecimal(ours, decimals),
    exact: formatDecimal(ours, decimals + 2),
  };
  if (Math.abs(value - ours) > AGREES_WITHIN + SLACK) return { code: 'differs', severity: 'warning', params };
  const step = 10 ** decimals;
  const isTruncated = Math.floor(ours * step + SLACK) / step === value;
  return { code: isTruncated ? 'truncated' : 'roundedElsewhere', severity: 'note', params };
};

const compareAll = (
  printed: readonly ReadFigure[],
  ours: number | null,
  decimals: number,
): readonly Finding[] => {
  if (ours === null) return [];
  const found = new Map<string, Finding>();
  for (const figure of printed) {
    const finding = figure.status === 'scored' ? compare(figure, ours, decimals) : null;
    if (finding === null) continue;
    const key = `${finding.code}|${finding.params['printed'] ?? ''}`;
    found.set(key, { ...finding, cells: [...(found.get(key)?.cells ?? []), figure.cell] });
  }
  return [...found.values()];
};

/** The same figure printed twice with different values, where nothing computed tells which one is right. */
const conflicts = (figures: readonly ReadFigure[], decimals: number): readonly Finding[] => {
  const [used, ...others] = figures.filter(({ status }) => status === 'scored');
  if (used?.value == null) return [];
  const value = used.value;
  return others.flatMap((other) => {
    if (other.value === null || roundHalfUp(other.value, decimals) === roundHalfUp(value, decimals))
      return [];
    const isClose = Math.abs(other.value - value) <= AGREES_WITHIN + SLACK;
    const params = {
      subject: subjectKey(used.subject),
      used: formatDecimal(value, decimals),
      other: formatDecimal(other.value, decimals),
    };
    return [
      { code: 'conflict', severity: isClose ? 'note' : 'warning', cells: [used.cell, other.cell], params },
    ];
  });
};

const auditFigure = (
  book: FigureBook,
  subject: Subject,
  computed: number | null,
  decimals: number,
  figure: Figure = 'score',
): readonly Finding[] => {
  const printed = book.all(subject, figure);
  return computed === null ? conflicts(printed, decimals) : compareAll(printed, computed, decimals);
};

const auditItems = (items: readonly ItemResult[], book: FigureBook, ruleSet: RuleSet): readonly Finding[] =>
  items.flatMap(({ id, score, figure }) => {
    const allowed = ruleSet.items.find((rule) => rule.id === id)?.allowedScores ?? null;
    const cells: readonly CellRef[] = figure === null ? [] : [figure.cell];
    const isForeign = score !== null && allowed !== null && !allowed.includes(score);
    const params = { subject: id, printed: formatDecimal(score ?? 0), allowed: (allowed ?? []).join(', ') };
    return [
      ...conflicts(book.all({ kind: 'item', id }), ruleSet.scale.decimals),
      ...(isForeign ? [{ code: 'scoreNotAllowed', severity: 'warning', cells, params } as const] : []),
    ];
  });

/** Items that keep an instrument's other items from being used, said once for each instrument. */
const auditMissing = (items: readonly ItemResult[], ruleSet: RuleSet): readonly Finding[] =>
  ruleSet.instruments.flatMap(({ id: instrument }) => {
    const ids = ruleSet.items.filter((rule) => rule.instrument === instrument).map(({ id }) => id);
    const own = items.filter(({ id }) => ids.includes(id));
    const missing = own.filter(({ score }) => score === null);
    if (missing.length === 0 || missing.length === own.length) return [];
    const cells = missing.flatMap(({ figure }) => (figure === null ? [] : [figure.cell]));
    const params = { instrument, items: missing.map(({ id }) => id).join(' ') };
    return [{ code: 'itemsMissing', severity: 'note', cells, params }];
  });

const auditSubIndicators = (
  subIndicators: readonly SubIndicatorResult[],
  book: FigureBook,
  decimals: number,
): readonly Finding[] =>
  subIndicators.flatMap(({ id, score, from }) =>
    auditFigure(book, { kind: 'subIndicator', id }, from === 'items' ? score : null, decimals),
  );

/** A given indicator against the given sub-indicators over which it wins; both are rounded, so .01 says nothing. */
const auditBesideSubIndicators = (
  { id, given }: IndicatorResult,
  subIndicators: readonly SubIndicatorResult[],
  { indicators, scale }: RuleSet,
): readonly Finding[] => {
  const from = indicators.find((rule) => rule.id === id)?.from;
  if (from?.kind !== 'subIndicators' || given === null) return [];
  const own = subIndicators.filter((sub) => from.subIndicators.includes(sub.id));
  const findings = compareAll([given], completeMean(own.map(({ score }) => score)), scale.decimals);
  return findings.filter(({ severity }) => severity === 'warning');
};

const auditIndicators = (
  indicators: readonly IndicatorResult[],
  subIndicators: readonly SubIndicatorResult[],
  book: FigureBook,
  ruleSet: RuleSet,
): readonly Finding[] =>
  indicators.flatMap((indicator) => {
    const { id, score, from, rank } = indicator;
    const subject: Subject = { kind: 'indicator', indicator: id };
    const wrongRanks = book
      .all(subject, 'rank')
      .filter(({ value }) => value !== null && rank !== null && value !== rank)
      .map(({ cell, value }): Finding => {
        const params = { subject: String(id), printed: String(value), ours: String(rank) };
        return { code: 'rankDiffers', severity: 'warning', cells: [cell], params };
      });
    return [
      ...auditFigure(book, subject, from === 'given' ? null : score, ruleSet.scale.decimals),
      ...(from === 'given' ? auditBesideSubIndicators(indicator, subIndicators, ruleSet) : []),
      ...wrongRanks,
    ];
  });

const meanOfIndicators = (
  instrument: InstrumentId,
  indicators: readonly IndicatorResult[],
  ruleSet: RuleSet,
): number | null => {
  const own = ruleSet.indicators.filter((rule) => rule.instrument === instrument).map(({ id }) => id);
  return completeMean(indicators.filter(({ id }) => own.includes(id)).map(({ score }) => score));
};

const auditInstrument = (
  instrument: InstrumentResult,
  indicators: readonly IndicatorResult[],
  book: FigureBook,
  ruleSet: RuleSet,
): readonly Finding[] => {
  const { decimals } = ruleSet.scale;
  const { id, score, from, parts, weighted } = instrument;
  const subject: Subject = { kind: 'instrument', instrument: id };
  const partFindings = parts.flatMap((part) =>
    auditFigure(
      book,
      { kind: 'part', instrument: id, part: part.part },
      part.from === 'items' ? part.score : null,
      decimals,
    ),
  );
  const ofIndicators = meanOfIndicators(id, indicators, ruleSet);
  const apart =
    from === 'parts' &&
    score !== null &&
    ofIndicators !== null &&
    Math.abs(score - ofIndicators) > AGREES_WITHIN + SLACK;
  const params = {
    subject: id,
    figure: 'parts',
    printed: formatDecimal(score ?? 0),
    ours: formatDecimal(ofIndicators ?? 0),
    exact: formatDecimal(ofIndicators ?? 0, decimals + 2),
  };
  const cells = parts.flatMap(({ given }) => given?.cell ?? []);
  return [
    ...partFindings,
    ...(apart ? [{ code: 'differs', severity: 'warning', cells, params } as const] : []),
    ...auditFigure(book, subject, from === 'given' ? null : score, decimals),
    ...auditFigure(book, subject, weighted, decimals, 'weighted'),
  ];
};

const auditGrade = (grade: GradeResult | null, reported: ReadGrade | null): readonly Finding[] => {
  if (grade === null || reported === null) return [];
  const admissible = [grade.code, ...grade.cases.map(({ code }) => code)];
  if (admissible.includes(reported.code)) return [];
  const params = { printed: reported.code, ours: grade.code };
  return [{ code: 'gradeDiffers', severity: 'warning', cells: [reported.cell], params }];
};

/**
 * Compares every printed figure with what its parts give. A figure within .01 of ours agrees; if it is not our half-up
 * value it was rounded or cut off elsewhere, which is a note; beyond .01 it is a warning.
 */
export const audit = (assessed: Audited, book: FigureBook): readonly Finding[] => {
  const { ruleSet, items, subIndicators, indicators, instruments, total, grade, reportedGrade } = assessed;
  const { decimals } = ruleSet.scale;
  return [
    ...auditItems(items, book, ruleSet),
    ...auditMissing(items, ruleSet),
    ...auditSubIndicators(subIndicators, book, decimals),
    ...auditIndicators(indicators, subIndicators, book, ruleSet),
    ...instruments.flatMap((instrument) => auditInstrument(instrument, indicators, book, ruleSet)),
    ...auditFigure(book, { kind: 'total' }, total.score, decimals),
    ...auditGrade(grade, reportedGrade),
  ];
};
