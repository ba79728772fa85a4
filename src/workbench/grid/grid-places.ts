import { IUniverInstanceService, UniverInstanceType, type Injector, type Workbook } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { CellRange } from '../../core/cell-address';

/** A rectangle in pixels from the upper left corner of the cells in sight. */
export type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Finds where cells of the open sheet stand in the grid now. */
export type PlaceFinder = {
  readonly placeOf: (range: CellRange) => Place | null;
  /** Looks to the workbook that is shown now. */
  readonly follow: () => void;
};

/** Tells where cells stand, and when they move. */
export const watchPlaces = (
  injector: Injector,
  unitId: () => string | null,
  onMoved: () => void,
): PlaceFinder => {
  const renderer = () => {
    const id = unitId();
    return id === null ? null : (injector.get(IRenderManagerService).getRenderById(id) ?? null);
  };
  return {
    placeOf: ({ top, left, bottom, right }) => {
      const render = renderer();
      const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
      const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
      if (skeleton === undefined || skeleton === null || viewport === undefined) return null;
      const first = skeleton.getCellWithCoordByIndex(top, left, false);
      const last = skeleton.getCellWithCoordByIndex(bottom, right, false);
      return {
        left: first.startX - viewport.viewportScrollX,
        top: first.startY - viewport.viewportScrollY,
        width: last.endX - first.startX,
        height: last.endY - first.startY,
      };
    },
    follow: () => {
      const render = renderer();
      render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN)?.onScrollAfter$.subscribeEvent(onMoved);
      render?.with(SheetSkeletonManagerService).currentSkeleton$.subscribe(onMoved);
      injector
        .get(IUniverInstanceService)
        .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)
        ?.activeSheet$.subscribe(onMoved);
    },
  };
};
