import type { Collected } from '../app/collect';
import type { WorkbookRefusal } from '../app/workbook-port';
import type { AgencyTable } from '../core/many/agency-table';

/** What reading one file came to. */
export type FileAnswer =
  | { readonly kind: 'read'; readonly hash: string; readonly collected: Collected }
  | { readonly kind: 'refused'; readonly hash: string; readonly refusal: WorkbookRefusal }
  /** A workbook that the command wrote itself. */
  | { readonly kind: 'ownOutput'; readonly hash: string }
  | { readonly kind: 'notFound' | 'notReadable' }
  /** A fault of the program that the file brought about. */
  | { readonly kind: 'fault'; readonly detail: string }
  /** Its reader took too long, filled its memory, or ended otherwise. */
  | { readonly kind: 'tooSlow' | 'outOfMemory' | 'died' };

/** Whether an answer depends on nothing but what the file holds, so that it need not be asked for again. */
export const isLasting = ({ kind }: FileAnswer): boolean =>
  kind === 'read' || kind === 'refused' || kind === 'ownOutput';

/** An answer as text, for the way between processes and for the journal. */
export const encodeAnswer = (answer: FileAnswer): string =>
  JSON.stringify(answer, (_, value: unknown) => (value instanceof Float64Array ? [...value] : value));

// JSON writes NaN, which is a score that is missing, as null.
type Encoded = Omit<AgencyTable, 'scores'> & { readonly scores: readonly (number | null)[] };

/**
 * A function that reads encoded answers. Tables with the same columns share one list of subjects, because thousands of
 * agencies were scored by the same few frames.
 */
export const answerDecoder = (): ((text: string) => FileAnswer) => {
  const lists = new Map<string, readonly string[]>();
  const shared = (subjects: readonly string[]): readonly string[] => {
    const key = subjects.join();
    const known = lists.get(key) ?? subjects;
    lists.set(key, known);
    return known;
  };
  return (text) => {
    const answer = JSON.parse(text) as FileAnswer;
    if (answer.kind !== 'read') return answer;
    const encoded = answer.collected.tables as unknown as readonly Encoded[];
    const tables = encoded.map((table): AgencyTable => ({
      ...table,
      subjects: shared(table.subjects),
      scores: Float64Array.from(table.scores, (score) => score ?? Number.NaN),
    }));
    return { ...answer, collected: { ...answer.collected, tables } };
  };
};
