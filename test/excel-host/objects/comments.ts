import { areaOfAddress } from '../book/area';
import type { BookComment, BookPivot, BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { collection, hostObject, type HostObject } from '../host-object';
import type { SheetView } from './sheet-view';

type CommentEntry = { readonly sheet: BookSheet; readonly comment: BookComment };
type PivotEntry = { readonly sheet: BookSheet; readonly pivot: BookPivot };

/** Comments of sheets; they are there to be seen, not to be changed. */
export const commentCollection = (view: SheetView, list: () => readonly CommentEntry[]): HostObject =>
  collection(
    'CommentCollection',
    () =>
      list().map(({ sheet, comment }) =>
        hostObject({
          type: 'Comment',
          identity: () => ({ Id: comment.id }),
          get: { Id: () => comment.id, Content: () => comment.content },
          call: {
            GetLocation: () => {
              const area = areaOfAddress(comment.cell);
              if (area === undefined) throw hostErrors.notFound('Comment.getLocation');
              return view.range(sheet, area);
            },
          },
        }),
      ),
    (item, key) => item.identity?.()['Id'] === key,
    () => hostErrors.notFound('CommentCollection.getItem'),
  );

/** Pivot tables of sheets; they are there to be seen, not to be changed. */
export const pivotCollection = (view: SheetView, list: () => readonly PivotEntry[]): HostObject =>
  collection(
    'PivotTableCollection',
    () =>
      list().map(({ sheet, pivot }) =>
        hostObject({
          type: 'PivotTable',
          identity: () => ({ Id: pivot.id }),
          get: { Id: () => pivot.id, Name: () => pivot.name },
          navigate: {
            Layout: () =>
              hostObject({
                type: 'PivotLayout',
                call: { GetRange: () => view.range(sheet, pivot.range) },
              }),
          },
        }),
      ),
    (item, key) => item.identity?.()['Id'] === key || item.get?.['Name']?.() === key,
    () => hostErrors.notFound('PivotTableCollection.getItem'),
  );
