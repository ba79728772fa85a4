import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type ICommandInfo,
  type Injector,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel, SetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { CellRef } from '../../core/cell-address';
import type { CellValue } from '../../core/snapshot';
import { valueInGrid } from './grid-value';

/** A cell as somebody left it in the grid; `formula` is without `=` and has `value` as its result. */
export type TypedCell = CellRef & { readonly value: CellValue; readonly formula?: string };

/** What was typed, and which formulas came to another result through it. */
export type Typed = { readonly cells: readonly TypedCell[]; readonly results: readonly TypedCell[] };

type Surroundings = {
  readonly isShown: (unitId: string) => boolean;
  readonly sheetName: (sheetKey: string) => string;
  readonly onTyped: () => void;
};

type Watcher = {
  readonly take: () => Promise<Typed>;
  /** Runs what changes cells and was not typed. */
  readonly quietly: (run: () => void) => void;
  /** Whether a cell was typed into since somebody took what was typed. */
  readonly isTyped: (sheetKey: string, row: number, column: number) => boolean;
  readonly forget: () => void;
};

/**
 * Changes of how the grid is looked at, and what only asks for something to be computed anew, such as the formulas of
 * conditional formats; all others of a sheet have no way into the file and are not let happen.
 */
const VIEW_ONLY =
  /mark-dirty|row-auto-height|set-worksheet-(?:col-width|row-height|row-is-auto-height|row-count|column-count)/;
const PATIENCE_MS = 10_000;

/** Remembers which cells are typed into and which results change, until somebody takes them. */
export const watchEdits = (injector: Injector, { isShown, sheetName, onTyped }: Surroundings): Watcher => {
  const commands = injector.get(ICommandService);
  const typed = new Map<string, Place>();
  const results = new Map<string, Place>();
  let isQuiet = false;
  let isComputing = false;
  const waiting = new Set<() => void>();

  commands.beforeCommandExecuted((command, options) => {
    if (command.type !== CommandType.MUTATION || !command.id.startsWith('sheet.mutation.')) return;
    if (command.id === SetRangeValuesMutation.id) {
      if (options?.['fromFormula'] !== true && !isQuiet) withoutLooks(command);
      return;
    }
    if (!VIEW_ONLY.test(command.id)) throw new CustomCommandExecutionError(command.id);
  });
  commands.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const { functionsExecutedState } = command.params as { functionsExecutedState?: number };
      if (functionsExecutedState === undefined) return;
      isComputing = false;
      for (const done of waiting) done();
      waiting.clear();
      return;
    }
    if (command.id !== SetRangeValuesMutation.id) return;
    const { unitId, subUnitId, cellValue } = paramsOf(command);
    if (!isShown(unitId)) return;
    const isResult = options?.['fromFormula'] === true;
    isComputing ||= !isResult;
    if (isQuiet) return;
    const places = isResult ? results : typed;
    for (const [row, cells] of Object.entries(cellValue)) {
      for (const [column, cell] of Object.entries(cells)) {
        if (!hasContent(cell)) continue;
        places.set(placeKey(subUnitId, row, column), { subUnitId, row: Number(row), column: Number(column) });
      }
    }
    if (!isResult) onTyped();
  });

  const read = ({ subUnitId, row, column }: Place): TypedCell | undefined => {
    const workbook = injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (workbook === null || workbook === undefined) return undefined;
    const cell = workbook.getSheetBySheetId(subUnitId)?.getCellRaw(row, column) ?? null;
    const formula = injector
      .get(FormulaDataModel)
      .getFormulaStringByCell(row, column, subUnitId, workbook.getUnitId());
    return {
      sheet: sheetName(subUnitId),
      row,
      column,
      value: valueInGrid(cell),
      ...(formula === null || formula === undefined || formula === ''
        ? {}
        : { formula: formula.replace(/^=/, '') }),
    };
  };

  const computed = (): Promise<void> =>
    isComputing
      ? new Promise((done) => {
          waiting.add(done);
          window.setTimeout(done, PATIENCE_MS);
        })
      : Promise.resolve();

  return {
    take: async () => {
      await computed();
      const cells = [...typed.values()].flatMap((place) => read(place) ?? []);
      const others = [...results].filter(([key]) => !typed.has(key)).map(([, place]) => place);
      typed.clear();
      results.clear();
      return { cells, results: others.flatMap((place) => read(place) ?? []) };
    },
    quietly: (run) => {
      isQuiet = true;
      try {
        run();
      } finally {
        isQuiet = false;
      }
    },
    isTyped: (sheetKey, row, column) => typed.has(placeKey(sheetKey, row, column)),
    forget: () => {
      typed.clear();
      results.clear();
      isComputing = false;
    },
  };
};

const placeKey = (sheetKey: string, row: number | string, column: number | string): string =>
  `${sheetKey}!${row}:${column}`;

type Place = { readonly subUnitId: string; readonly row: number; readonly column: number };

const hasContent = (cell: ICellData | null): boolean =>
  cell === null || ['v', 'f', 'si', 'p'].some((name) => name in cell);

/** Pasted and filled cells bring looks along, for which the file keeps its own. */
const withoutLooks = (command: Readonly<ICommandInfo>): void => {
  for (const cells of Object.values(paramsOf(command).cellValue)) {
    for (const cell of Object.values(cells)) delete cell?.s;
  }
};

type Params = Pick<ISetRangeValuesMutationParams, 'unitId' | 'subUnitId'> & {
  readonly cellValue: Readonly<Record<string, Readonly<Record<string, ICellData | null>>>>;
};

const paramsOf = ({ params }: Readonly<ICommandInfo>): Params => {
  const { unitId, subUnitId, cellValue = {} } = params as ISetRangeValuesMutationParams;
  return { unitId, subUnitId, cellValue: cellValue as Params['cellValue'] };
};
