/** What a page that asks the host needs to know of it. */
export type ExternalSettings = {
  /** Requirement sets and their versions, such as `{ ExcelApi: '1.14' }`. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly locale: string;
};

/** Answers the text of one request to the rich API, or gives the number of Office's error where there is no answer. */
export type ProcessQuery = (body: string, flags: number) => Promise<string | number>;

type Callback = (result: unknown, code: number) => void;
type Handler = (id: number, message: unknown) => void;

/** What Excel puts into a pane, and by which the host tells the page of events. */
export type External = {
  readonly raiseMessage: (eventType: number, target: string, details: object) => void;
};

/**
 * The object that Excel for Windows puts into a pane as `window.external`, as office.js 1.1.110 uses it: host info,
 * context, requests (dispatch id 93) and messages (33). It stands alone, so that it can be sent into a browser page.
 */
export const makeExternal = (processQuery: ProcessQuery, settings: ExternalSettings): External => {
  const EXECUTE_REQUEST = 93;
  const MESSAGE = 33;
  const RICH_API_EVENT = 65_536;
  const HOST_FAILED = 5001;
  const safeArray = (entries: readonly unknown[]): object => ({ toArray: () => entries });
  const stored = new Map<string, unknown>();
  const handlers = new Map<number, Handler>();
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'solution',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => settings.locale,
    GetAppDataLocale: () => settings.locale,
    GetDocUrl: () => 'C:\\book.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetInstanceId: () => 'instance',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetInitialDisplayMode: () => 2,
    GetHostFullVersion: () => '16.0.18000.20000',
    GetSupportedMatrix: () => JSON.stringify(settings.requirements),
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        primaryFontColor: 0,
        primaryBackgroundColor: 0xffffff,
        secondaryFontColor: 0,
        secondaryBackgroundColor: 0xf0f0f0,
      }),
    GetSettings: () => ({
      Read: (keys: string[], values: unknown[]) => {
        for (const [key, value] of stored) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: readonly string[], values: readonly unknown[]) => {
        stored.clear();
        keys.forEach((key, index) => stored.set(key, values[index]));
      },
    }),
  };
  return {
    GetHostInfo: () => `Excel|Win32|16.01|${settings.locale}|||disableLogging|0`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, args: readonly unknown[], callback: Callback) => {
      if (id !== EXECUTE_REQUEST) {
        setTimeout(() => {
          callback(safeArray([HOST_FAILED, null]), HOST_FAILED);
        });
        return;
      }
      const [, , , , body, , flags] = args[0] as readonly unknown[];
      Promise.resolve()
        .then(() => processQuery(String(body), Number(flags)))
        .then(
          (answer) => {
            if (typeof answer === 'number') callback(safeArray([answer, null]), answer);
            else callback(safeArray([0, 200, [], answer]), 0);
          },
          (error: unknown) => {
            console.error('The fake host failed:', error);
            callback(safeArray([HOST_FAILED, null]), HOST_FAILED);
          },
        );
    },
    RegisterEvent: (id: number, _target: string, handler: Handler, callback: (code: number) => void) => {
      handlers.set(id, handler);
      setTimeout(() => {
        callback(0);
      });
    },
    UnregisterEvent: (id: number, _target: string, callback: (code: number) => void) => {
      handlers.delete(id);
      setTimeout(() => {
        callback(0);
      });
    },
    raiseMessage: (eventType: number, target: string, details: object) => {
      const entry = safeArray([RICH_API_EVENT, eventType, target, JSON.stringify(details), 0, false]);
      handlers.get(MESSAGE)?.(MESSAGE, safeArray([entry]));
    },
  } as External;
};
