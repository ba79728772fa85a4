import { localAnalyst } from '../app/analyst';
import type { SheetSnapshot, Snapshot } from '../core/snapshot';
import type { WorkerAnswer, WorkerRequest } from './worker-analyst';

/** What a worker's own scope offers of it; its types would clash with those of a page. */
type Scope = {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  readonly postMessage: (answer: WorkerAnswer) => void;
};

const scope = globalThis as unknown as Scope;
let sheets: SheetSnapshot[] = [];
let names: Snapshot['names'] = [];

type Question = Exclude<WorkerRequest, { kind: 'workbook' | 'sheet' | 'rows' }>;

const work = (question: Question, snapshot: Snapshot): Promise<unknown> => {
  switch (question.kind) {
    case 'analyze':
      return localAnalyst.analyze(snapshot, question.options);
    case 'merge':
      return localAnalyst.planMerge(snapshot, question.copies, question.options);
    case 'many':
      return localAnalyst.planMany(snapshot, question.options);
    case 'collect':
      return localAnalyst.collect(snapshot, question.options);
    case 'collection':
      return localAnalyst.planCollection(snapshot, question.gathered);
  }
};

const answer = async (question: Question): Promise<WorkerAnswer> => {
  try {
    return { kind: 'answer', value: await work(question, { sheets, names }) };
  } catch (error) {
    return { kind: 'fault', name: error instanceof Error ? error.name : String(error) };
  }
};

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'workbook':
      sheets = [];
      names = data.names;
      break;
    case 'sheet':
      sheets.push({ ...data.sheet, rows: [] });
      break;
    case 'rows': {
      const last = sheets.pop();
      if (last !== undefined) sheets.push({ ...last, rows: [...last.rows, ...data.rows] });
      break;
    }
    case 'analyze':
    case 'merge':
    case 'many':
    case 'collect':
    case 'collection':
      void answer(data).then((value) => {
        scope.postMessage(value);
      });
  }
};
