import { createRoot } from 'react-dom/client';
import { startSession } from '../app/session';
import { registerCommands } from '../commands/ribbon-commands';
import { excelPort } from '../excel/excel-port';
import { officeLanguage, officeLook, openNewWorkbook } from '../excel/surroundings';
import { App } from './app';
import { ConnectionView } from './connection-view';
import type { Surface } from './surface';
import { workerAnalyst } from './worker-analyst';

/** Excel sometimes never says that it is ready when it restores a pane; an officer must not face a blank one. */
const PATIENCE_MS = 5000;
const SAMPLE = 'sample/nakhon-pathom-2565.xlsx';

const container = document.getElementById('pane');
if (container === null) throw new Error('The page has no place for the pane');
const root = createRoot(container);

const waiting = window.setTimeout(() => {
  root.render(<ConnectionView />);
}, PATIENCE_MS);

const openSample: Surface['openSample'] = async () => {
  try {
    const answer = await fetch(SAMPLE);
    if (!answer.ok) return { ok: false, error: { code: 'unexpected', detail: String(answer.status) } };
    return await openNewWorkbook(new Uint8Array(await answer.arrayBuffer()));
  } catch {
    return { ok: false, error: { code: 'unexpected' } };
  }
};

// Who merges nothing does without the reader of files.
const openCopy: Surface['openCopy'] = async (bytes) => {
  const { openWorkbook } = await import('../xlsx/open-workbook');
  const opened = openWorkbook(bytes);
  return opened.ok ? { ok: true, value: opened.value.snapshot() } : opened;
};

void Office.onReady(({ host }) => {
  // Outside Excel the page answers too, with no host.
  if (host !== Office.HostType.Excel) return;
  window.clearTimeout(waiting);
  const analyst = workerAnalyst(() => new Worker(new URL('./analysis-worker.ts', import.meta.url)));
  const session = startSession(excelPort, analyst);
  registerCommands(session);
  const language = officeLanguage();
  const render = (): void => {
    root.render(<App session={session} surface={{ language, look: officeLook(), openSample, openCopy }} />);
  };
  render();
  // Excel tells nobody of a change of its theme; who comes back to the pane sees it.
  document.addEventListener('visibilitychange', render);
  window.addEventListener('focus', render);
  window.matchMedia('(forced-colors: active)').addEventListener('change', render);
});
