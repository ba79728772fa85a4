import { hostObject, type HostObject } from './host-object';

/** Whether the add-in's pane is shown. */
export type Pane = { isVisible: boolean };

/** Services of Excel that have nothing to do with the workbook, by their names; null for one that is not emulated. */
export const serviceObject = (type: string, pane: Pane): HostObject | null => {
  if (type === 'Microsoft.AppRuntime.AppRuntimeService')
    return hostObject({
      type,
      call: {
        SetAppRuntimeState: (state) => {
          pane.isVisible = state === 'Visible';
        },
        GetAppRuntimeState: () => (pane.isVisible ? 'Visible' : 'Background'),
      },
    });
  const isHandler = /^Microsoft\.(?:InternalService|ExcelServices|SharedRuntime)\./.test(type);
  return isHandler ? hostObject({ type, call: { NotifyActionHandlerReady: () => null } }) : null;
};
