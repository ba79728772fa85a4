import { createRoot } from 'react-dom/client';
import { startSession } from '../app/session';
import { registerCommands } from '../commands/ribbon-commands';
import { excelPort } from '../excel/excel-port';
import { App } from './app';
import { ConnectionView } from './connection-view';

/** Excel sometimes never says that it is ready when it restores a pane; an officer must not face a blank one. */
const PATIENCE_MS = 5000;

const container = document.getElementById('pane');
if (container === null) throw new Error('The page has no place for the pane');
const root = createRoot(container);

const waiting = window.setTimeout(() => {
  root.render(<ConnectionView />);
}, PATIENCE_MS);

void Office.onReady(({ host }) => {
  // Outside Excel the page answers too, with no host.
  if (host !== Office.HostType.Excel) return;
  window.clearTimeout(waiting);
  const session = startSession(excelPort);
  registerCommands(session);
  root.render(<App session={session} />);
});
