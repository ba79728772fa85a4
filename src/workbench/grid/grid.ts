import {
  CellValueType,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type Workbook,
} from '@univerjs/core';
import {
  SelectRangeCommand,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
  type ISelectionWithStyle,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { DeviceInputEventType } from '@univerjs/engine-render';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import type { GridTexts } from '../../app/messages/workbench-texts';
import type { CellRef } from '../../core/cell-address';
import type { PointedArea } from '../../core/read/pointed-area';
import type { Snapshot } from '../../core/snapshot';
import { gridCell } from './grid-cell';
import { watchEdits, type Typed } from './grid-edits';
import { watchPlaces, type PlaceFinder } from './grid-places';
import { watchPaste } from './paste';
import { showThai } from './thai-cells';
import { startUniver } from './start-univer';
import { sheetKey, toUniver, type ShownBook } from './to-univer';

/** What the grid tells of what is done in it. */
export type GridEvents = {
  /** Something was typed, pasted, filled or taken back. */
  readonly onTyped: () => void;
  readonly onSelected: (cell: CellRef) => void;
  readonly onSheet: (name: string) => void;
  /** What lies over the cells must be placed anew. */
  readonly onMoved: () => void;
};

/** The grid: a view of a workbook in which cells can be typed into. */
export type Grid = {
  /** Shows a workbook from anew, at one of its sheets. */
  readonly show: (shown: ShownBook, sheet: string) => void;
  readonly openSheet: (name: string) => void;
  readonly select: (cell: CellRef) => void;
  /** Cells that are selected, of several areas the last; null where there are none. */
  readonly selected: () => PointedArea | null;
  /** Has the cells show what a workbook holds, where something else was typed and nothing since. */
  readonly putBack: (snapshot: Snapshot, cells: readonly CellRef[]) => void;
  /** Enters what is being typed into a cell. */
  readonly finishTyping: () => Promise<void>;
  /** What was typed and computed since it was last asked for; waits until formulas are computed. */
  readonly takeTyped: () => Promise<Typed>;
  readonly places: PlaceFinder;
  /** Types a text into a cell, as somebody would. */
  readonly type: (cell: CellRef, text: string) => void;
  readonly focus: () => void;
};

/** Starts the grid in an element of the page. */
export const startGrid = (container: HTMLElement, texts: GridTexts, events: GridEvents): Grid => {
  const univer = startUniver(container, texts);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  let shown: ShownBook | null = null;
  let unit: { readonly id: string; readonly workbook: Workbook } | null = null;
  let count = 0;
  const sheetIndex = (name: string): number =>
    shown?.snapshot.sheets.findIndex((sheet) => sheet.name === name) ?? -1;
  const sheetName = (key: string): string => shown?.snapshot.sheets[Number(key.slice(1))]?.name ?? '';
  const edits = watchEdits(injector, {
    isShown: (id) => id === unit?.id,
    sheetName,
    onTyped: events.onTyped,
  });
  const places = watchPlaces(injector, () => unit?.id ?? null, events.onMoved);
  /** Much of the grid is there only once it has shown a first workbook. */
  const listen = (): void => {
    showThai(injector);
    const onSelections = (selections: readonly ISelectionWithStyle[]): void => {
      const cell = selections.at(-1)?.primary;
      const sheet = unit?.workbook.getActiveSheet()?.getSheetId();
      if (cell === undefined || cell === null || sheet === undefined) return;
      events.onSelected({ sheet: sheetName(sheet), row: cell.actualRow, column: cell.actualColumn });
    };
    const selections = injector.get(SheetsSelectionsService);
    selections.selectionMoveEnd$.subscribe(onSelections);
    selections.selectionSet$.subscribe((set) => {
      onSelections(set ?? []);
    });
  };

  const openSheet = (name: string): void => {
    const index = sheetIndex(name);
    if (unit === null || index < 0) return;
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, {
      unitId: unit.id,
      subUnitId: sheetKey(index),
    });
  };

  /** Types texts into cells from one on; an empty one leaves its cell as it is, so that nothing goes unseen. */
  const typeCells = (
    index: number,
    top: number,
    left: number,
    rows: readonly (readonly string[])[],
  ): void => {
    const sheet = unit?.workbook.getSheetBySheetId(sheetKey(index));
    if (unit === null || sheet === null || sheet === undefined) return;
    const value: Record<number, Record<number, ICellData>> = {};
    let [bottom, right] = [top, left];
    rows.forEach((texts, down) => {
      texts.forEach((text, across) => {
        if (text === '') return;
        const [row, column] = [top + down, left + across];
        (value[row] ??= {})[column] = { v: text, t: CellValueType.STRING, f: null, si: null, p: null };
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      });
    });
    const place = { unitId: unit.id, subUnitId: sheetKey(index) };
    if (bottom >= sheet.getRowCount())
      commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { ...place, rowCount: bottom + 1 });
    if (right >= sheet.getColumnCount())
      commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, { ...place, columnCount: right + 1 });
    void commands.executeCommand(SetRangeValuesCommand.id, { ...place, value });
  };
  watchPaste(
    container,
    () => injector.get(IEditorBridgeService).isVisible().visible,
    (rows) => {
      const cell = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
      const key = unit?.workbook.getActiveSheet()?.getSheetId();
      if (cell === undefined || key === undefined) return;
      typeCells(Number(key.slice(1)), cell.actualRow, cell.actualColumn, rows);
    },
  );

  return {
    show: (next, sheet) => {
      if (unit !== null) univer.__getInjector().get(IUniverInstanceService).disposeUnit(unit.id);
      shown = next;
      edits.forget();
      const id = `workbook-${++count}`;
      const data = toUniver(id, next);
      const workbook = univer.createUnit<typeof data, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
      unit = { id, workbook };
      if (count === 1) listen();
      injector.get(IUniverInstanceService).focusUnit(id);
      workbook.activeSheet$.subscribe((active) => {
        if (active && unit?.id === id) events.onSheet(sheetName(active.getSheetId()));
      });
      openSheet(sheet);
      places.follow();
    },
    openSheet,
    select: ({ sheet, row, column }) => {
      const index = sheetIndex(sheet);
      if (unit === null || index < 0) return;
      openSheet(sheet);
      void commands.executeCommand(SelectRangeCommand.id, {
        unitId: unit.id,
        subUnit: sheetKey(index),
        range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
        reveal: true,
      });
    },
    putBack: (snapshot, cells) => {
      for (const { sheet: name, row, column } of cells) {
        const index = sheetIndex(name);
        if (unit === null || index < 0 || edits.isTyped(sheetKey(index), row, column)) continue;
        const cell = gridCell(snapshot.sheets[index]?.rows[row]?.[column]);
        const cellValue = { [row]: { [column]: { v: null, t: null, f: null, si: null, p: null, ...cell } } };
        const params: ISetRangeValuesMutationParams = {
          unitId: unit.id,
          subUnitId: sheetKey(index),
          cellValue,
        };
        edits.quietly(() => {
          commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
        });
      }
    },
    finishTyping: async () => {
      if (unit === null || !injector.get(IEditorBridgeService).isVisible().visible) return;
      await commands.executeCommand(SetCellEditVisibleOperation.id, {
        unitId: unit.id,
        visible: false,
        eventType: DeviceInputEventType.PointerDown,
      });
    },
    takeTyped: edits.take,
    places,
    type: ({ sheet, row, column }, text) => {
      typeCells(sheetIndex(sheet), row, column, [[text]]);
    },
    selected: () => {
      const sheet = unit?.workbook.getActiveSheet();
      const range = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
      if (sheet == null || range === undefined) return null;
      // Whole rows and columns have no places of their own across.
      const place = (value: number, otherwise: number): number => (Number.isNaN(value) ? otherwise : value);
      return {
        sheet: sheetName(sheet.getSheetId()),
        range: {
          top: place(range.startRow, 0),
          left: place(range.startColumn, 0),
          bottom: place(range.endRow, sheet.getRowCount() - 1),
          right: place(range.endColumn, sheet.getColumnCount() - 1),
        },
      };
    },
    focus: () => {
      container.querySelector<HTMLElement>('canvas')?.focus();
    },
  };
};
