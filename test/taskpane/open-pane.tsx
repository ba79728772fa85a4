import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { startSession } from '../../src/app/session';
import type { UndoOutcome, WorkbookPort, WorkbookRefusal } from '../../src/app/workbook-port';
import { cellName } from '../../src/core/cell-address';
import type { ChangePlan } from '../../src/core/change-plan';
import { err, ok } from '../../src/core/result';
import type { Snapshot } from '../../src/core/snapshot';
import { App } from '../../src/taskpane/app';
import { snapshotOf } from '../support/workbook-of';

// Roles and names ask for the style of every element, and jsdom works it out from every rule of Fluent each time: most of
// a test's time. What is hidden in the pane bears an attribute that says so.
window.getComputedStyle = () =>
  ({
    display: 'inline',
    visibility: 'visible',
    getPropertyValue: () => '',
  }) as unknown as CSSStyleDeclaration;

// A busy machine is slow, and that is no fault of the pane.
configure({ asyncUtilTimeout: 15_000 });

/** Snapshot of one of the published sample workbooks. */
export const sampleOf = (file: string): Snapshot =>
  snapshotOf(new Uint8Array(readFileSync(join(__dirname, '../../assets/sample', file))));

/** Scores of the ten indicators as one agency published them. */
export const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];

/** What was done to a workbook; a try is recorded whether it was refused or not. */
export type Calls = {
  readonly tries: ChangePlan[];
  readonly bases: Snapshot[];
  readonly shown: string[];
  undone: number;
};

/** What a workbook answers to one try after the other; when nothing is left, it does what is asked. */
export type Refusals = {
  readonly reading?: readonly WorkbookRefusal[];
  readonly writing?: readonly WorkbookRefusal[];
  readonly undoing?: readonly WorkbookRefusal[];
  readonly showing?: readonly WorkbookRefusal[];
};

/** A workbook that records what is done to it. */
export const portOver = (
  snapshot: Snapshot,
  refusals: Refusals = {},
  left: UndoOutcome = { cells: [], sheets: [] },
): { readonly port: WorkbookPort; readonly calls: Calls } => {
  const calls: Calls = { tries: [], bases: [], shown: [], undone: 0 };
  const { reading = [], writing = [], undoing = [], showing = [] } = refusals;
  const answering = <Value,>(waiting: readonly WorkbookRefusal[], value: Value) => {
    const queue = [...waiting];
    return () => {
      const refusal = queue.shift();
      return Promise.resolve(refusal === undefined ? ok(value) : err(refusal));
    };
  };
  const undo = answering(undoing, left);
  const read = answering(reading, snapshot);
  const select = answering(showing, null);
  const receipt = {
    undo: () => {
      calls.undone += 1;
      return undo();
    },
  };
  const apply = answering(writing, receipt);
  return {
    calls,
    port: {
      snapshot: read,
      apply: (plan, basis) => {
        calls.tries.push(plan);
        calls.bases.push(basis);
        return apply();
      },
      select: (cell) => {
        calls.shown.push(cellName(cell));
        return select();
      },
    },
  };
};

/** On the screen: found, and not within a panel that is closed. */
export const seen = (element: HTMLElement): void => {
  expect(element.closest('[hidden], [aria-hidden="true"]')).toBeNull();
};

/** Every word of the pane, those that only a screen reader says included. */
export const wordsOf = (element: HTMLElement): string =>
  [
    element.textContent,
    ...[...element.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label')),
  ].join('\n');

/** The pane over a workbook. */
export const open = (port: WorkbookPort): UserEvent => {
  const user = userEvent.setup();
  render(<App session={startSession(port)} />);
  return user;
};

/** The pane over a workbook, asked to analyse it. */
export const analyzed = async (port: WorkbookPort): Promise<UserEvent> => {
  const user = open(port);
  await user.click(screen.getByRole('button', { name: 'วิเคราะห์สมุดงานนี้' }));
  return user;
};

/** Presses a button as soon as it is there. */
export const press = async (user: UserEvent, name: string | RegExp): Promise<void> => {
  await user.click(await screen.findByRole('button', { name }));
};

/** Opens one of the three parts of a result. */
export const openTab = async (user: UserEvent, name: string): Promise<void> => {
  await user.click(await screen.findByRole('tab', { name }));
};
