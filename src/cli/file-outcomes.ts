import type { Messages } from '../app/messages/messages';
import type { DocumentAudit } from '../core/audit/audit-texts';
import type { Outcome } from './command';
import { findingsJson, refusalJson } from './to-json';

/** A workbook of which nothing was written, and why. */
export const refused = (
  file: string,
  code: string,
  text: string,
  messages: Messages,
  candidates: readonly string[] = [],
  documents: DocumentAudit | null = null,
): Outcome => ({
  exitCode: 1,
  json: refusalJson(
    file,
    code,
    text,
    candidates,
    documents === null ? [] : findingsJson(documents.findings, documents.ruleSet, messages),
  ),
  lines: documents === null ? [] : messages.findingLines(documents.findings, documents.ruleSet),
  errors: [text, messages.nothingWritten],
});

/** A file or an option with which the command cannot be meant. */
export const misused = (file: string, text: string): Outcome => ({
  exitCode: 2,
  json: refusalJson(file, 'usage', text, []),
  lines: [],
  errors: [text],
});
