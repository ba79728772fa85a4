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

const answer = async (
  request: Extract<WorkerRequest, { kind: 'analyze' | 'merge' }>,
): Promise<WorkerAnswer> => {
  const snapshot = { sheets, names };
  try {
    const value =
      request.kind === 'analyze'
        ? await localAnalyst.analyze(snapshot, request.options)
        : await localAnalyst.planMerge(snapshot, request.copies, request.options);
    return { kind: 'answer', value };
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
      void answer(data).then((value) => {
        scope.postMessage(value);
      });
  }
};
