/** @jest-environment ./test/support/browser-environment.ts */
import type { FormulaFormat, SheetPlan } from '../../src/core/change-plan';
import { stateOf } from './host-state';
import { apply, emptySheet, planWith, SHEET } from './planned-charts';
import { PORTS } from './ports';

const range = { top: 1, left: 1, bottom: 3, right: 1 };
const draft: FormulaFormat = {
  kind: 'formula',
  range,
  formula: 'B2<80',
  look: { color: '595959', italic: true },
};
const urgent: FormulaFormat = {
  kind: 'formula',
  range,
  formula: 'B2<75',
  look: { color: '9C0006', fill: 'FFC7CE', bold: true, italic: true },
};
const upright: FormulaFormat = { ...draft, look: { color: '595959' } };
/** Whether the sheet is wholly ours, or the officer's. */
const OWNED: readonly SheetPlan['owned'][] = [null, { top: 0, left: 0, bottom: 9, right: 9 }];

describe.each(PORTS)('through %s', (_, open) => {
  test('a text may be slanted while a condition holds', async () => {
    const { port, facts } = await open(emptySheet());
    await apply(port, planWith({ conditionalFormats: [urgent, draft] }));
    expect(facts(SHEET).formats).toEqual([
      { formula: 'B2<75', bold: true, italic: true, color: '9C0006', fill: 'FFC7CE' },
      { formula: 'B2<80', bold: false, italic: true, color: '595959', fill: '' },
    ]);
  });

  test.each(OWNED)('a second run changes nothing, another look takes its place (ours: %j)', async (owned) => {
    const { port, facts, host } = await open(emptySheet());
    await apply(port, planWith({ owned, conditionalFormats: [urgent, draft] }));
    const once = [facts(SHEET), host === null ? null : stateOf(host)];
    await apply(port, planWith({ owned, conditionalFormats: [urgent, draft] }));
    expect([facts(SHEET), host === null ? null : stateOf(host)]).toEqual(once);
    await apply(port, planWith({ owned, conditionalFormats: [urgent, upright] }));
    expect(facts(SHEET).formats.map(({ formula, italic }) => [formula, italic])).toEqual([
      ['B2<75', true],
      ['B2<80', false],
    ]);
  });

  test('undo makes it slanted again', async () => {
    const owned = OWNED[1] ?? null;
    const { port, facts } = await open(emptySheet());
    await apply(port, planWith({ owned, conditionalFormats: [urgent, draft] }));
    const before = facts(SHEET);
    const receipt = await apply(port, planWith({ owned, conditionalFormats: [upright] }));
    expect(facts(SHEET)).not.toEqual(before);
    expect(await receipt.undo()).toEqual({ ok: true, value: { cells: [], sheets: [] } });
    expect(facts(SHEET)).toEqual(before);
  });
});
