/** @jest-environment ./test/support/browser-environment.ts */
import { untouchedSheet, type ChangePlan } from '../../src/core/change-plan';
import { cellAt } from '../../src/core/snapshot';
import { stateOf } from './host-state';
import { apply, emptySheet, planWith, SHEET } from './planned-charts';
import { PORTS, snapshotFrom } from './ports';

const SETTINGS = 'ตั้งค่า';
const FORMULA = 'SUMPRODUCT(--(ITA_Units=B2))>0';
const AREA = { top: 1, left: 1, bottom: 3, right: 1 };

/** A sheet whose rules and cells use names over cells of a sheet that the plan adds after it. */
const planOver = (last: number): ChangePlan => {
  const plan = planWith({
    owned: { top: 0, left: 0, bottom: 9, right: 9 },
    conditionalFormats: [{ kind: 'formula', range: AREA, formula: FORMULA, look: { italic: true } }],
    validations: [
      {
        range: AREA,
        source: { kind: 'formula', formula: 'ITA_Units' },
        allowBlank: true,
        prompt: null,
        error: null,
      },
    ],
  });
  const [sheet = untouchedSheet(SHEET)] = plan.sheets;
  const count = { row: 6, column: 0, value: last, formula: 'COUNTA(ITA_Units)', style: 'text' };
  return {
    ...plan,
    sheets: [
      { ...sheet, cells: [...sheet.cells, count] },
      {
        ...untouchedSheet(SETTINGS),
        exists: last > 2,
        cells: Array.from({ length: last }, (_, row) => ({
          row,
          column: 0,
          value: `กอง ${row}`,
          style: 'text',
        })),
      },
    ],
    names: [{ name: 'ITA_Units', refersTo: `'${SETTINGS}'!$A$1:$A$${last}` }],
  };
};

describe.each(PORTS)('through %s', (_, open) => {
  test('formats, lists and formulas may use names over cells of another sheet', async () => {
    const { port, facts } = await open(emptySheet());
    await apply(port, planOver(2));
    expect(facts(SHEET)).toMatchObject({
      formats: [{ formula: FORMULA, italic: true }],
      lists: [['B2:B4', 'ITA_Units']],
    });
    const { names, sheets } = await snapshotFrom(port);
    expect(sheets.map(({ name }) => name)).toEqual([SHEET, SETTINGS]);
    expect(names.map(({ name, refersTo }) => [name, refersTo.replaceAll("'", '')])).toEqual([
      ['ITA_Units', `${SETTINGS}!$A$1:$A$2`],
    ]);
    expect(sheets[0] && cellAt(sheets[0], { row: 6, column: 0 })?.value).toBe(2);
  });

  test('a second run changes nothing, and undo gives back where a name led', async () => {
    const { port, facts, host } = await open(emptySheet());
    const now = async () => [
      facts(SHEET),
      (await snapshotFrom(port)).names,
      host === null ? null : stateOf(host),
    ];
    const first = await apply(port, planOver(2));
    const once = await now();
    const second = await apply(port, planOver(3));
    const twice = await now();
    expect(twice).not.toEqual(once);
    await apply(port, planOver(3));
    expect(await now()).toEqual(twice);
    expect(await second.undo()).toEqual({ ok: true, value: { cells: [], sheets: [] } });
    expect((await now()).slice(0, 2)).toEqual(once.slice(0, 2));
    expect(await first.undo()).toEqual({ ok: true, value: { cells: [], sheets: [] } });
    const { names, sheets } = await snapshotFrom(port);
    expect([names, sheets.map(({ name }) => name)]).toEqual([[], [SHEET]]);
  });
});
