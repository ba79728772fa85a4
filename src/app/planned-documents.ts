import { parseSheetRange } from '../core/cell-address';
import type { ChangePlan } from '../core/change-plan';
import type { DocumentKind } from '../core/measures/layouts';
import { DOCUMENT_NAMES } from '../core/our-names';

/** What one click makes besides the analysis. */
export const USUAL_DOCUMENTS: readonly DocumentKind[] = ['measures'];

/** Sheet to which a name of ours points once the plan is applied; undefined where the plan does not define it. */
export const sheetOfName = ({ names }: ChangePlan, name: string): string | undefined =>
  parseSheetRange(names.find((entry) => entry.name === name)?.refersTo ?? '')?.sheet;

/** Sheet on which an officer works on a document, else the one that is printed of it; undefined where it is not planned. */
export const sheetOfDocument = (plan: ChangePlan, kind: DocumentKind): string | undefined => {
  const { sheet, print } = DOCUMENT_NAMES[kind];
  return sheetOfName(plan, sheet) ?? sheetOfName(plan, print);
};
