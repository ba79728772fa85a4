import type { Assessment, Finding } from '../assess/assessment';
import { officerSheets } from '../own-cells';
import { agencyMentions, strongestAgency } from '../read/agencies';
import { strongest, yearMentions } from '../read/headings';
import type { RuleSets, RuleSet } from '../rule-set';
import type { SheetSnapshot, Snapshot } from '../snapshot';
import { auditClaims } from './audit-claims';
import { auditDocument } from './audit-document';
import { claimsIn } from './claims';

/** Rows beyond which a sheet is a list of data and no document that people wrote. */
const LONGEST_DOCUMENT = 600;

const documentSheets = (snapshot: Snapshot): readonly SheetSnapshot[] =>
  officerSheets(snapshot).filter(({ rows }) => rows.length <= LONGEST_DOCUMENT);

/** What the texts of a workbook claim that its scores contradict, and what does not add up in its documents. */
export const auditTexts = (snapshot: Snapshot, assessment: Assessment): readonly Finding[] => {
  const sheets = documentSheets(snapshot);
  const { agency, fiscalYear, ruleSet, total, indicators } = assessment;
  return [
    ...auditClaims(claimsIn(sheets, ruleSet), { total: total.score, indicators }, ruleSet),
    ...auditDocument(sheets, { agency, fiscalYear, hasScores: true }),
  ];
};

/** Findings about documents that hold no scores, and the rules by which they speak. */
export type DocumentAudit = { readonly findings: readonly Finding[]; readonly ruleSet: RuleSet };

/**
 * Audits documents without scores: measures, reports of results, memos. Their agency and year are those that they name;
 * of a year without rules, or of none, the newest rules lend the names of the indicators.
 */
export const auditDocuments = (snapshot: Snapshot, ruleSets: RuleSets): DocumentAudit | null => {
  const sheets = documentSheets(snapshot);
  const fiscalYear = strongest(sheets.flatMap((sheet) => yearMentions(sheet)))?.value ?? null;
  const agency = strongestAgency(sheets.flatMap((sheet) => agencyMentions(sheet)))?.value ?? null;
  const ruleSet =
    ruleSets.forYear(fiscalYear ?? Number.NaN) ?? ruleSets.forYear(Math.max(...ruleSets.supportedYears));
  if (ruleSet === undefined) return null;
  return {
    findings: [
      ...auditClaims(claimsIn(sheets, ruleSet), { total: null, indicators: [] }, ruleSet),
      ...auditDocument(sheets, { agency, fiscalYear, hasScores: false }),
    ],
    ruleSet,
  };
};
