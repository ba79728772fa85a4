/** An object of the API on the host's side; members are found by their names on the wire. */
export type HostObject = {
  /** Class in the metadata of office.js. */
  readonly type: string;
  /** What the client keeps to find the object again, such as its id. */
  readonly identity?: () => Readonly<Record<string, unknown>>;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  readonly navigate?: Readonly<Record<string, () => HostObject | null>>;
  readonly call?: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  readonly items?: () => readonly HostObject[];
};

const objects = new WeakSet();

/** Makes an object of the API. */
export const hostObject = (members: HostObject): HostObject => {
  objects.add(members);
  return members;
};

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && objects.has(value);

/** A collection whose items are found by name or id. */
export const collection = (
  type: string,
  list: () => readonly HostObject[],
  matches: (item: HostObject, key: unknown) => boolean,
  notFound: () => Error,
  call: HostObject['call'] = {},
): HostObject => {
  const find = (key: unknown): HostObject | null => list().find((item) => matches(item, key)) ?? null;
  const must = (key: unknown): HostObject => {
    const item = find(key);
    if (item === null) throw notFound();
    return item;
  };
  return hostObject({
    type,
    items: list,
    get: { Count: () => list().length },
    call: {
      $getItem: must,
      GetItem: must,
      GetItemOrNullObject: find,
      GetItemAt: (index) => {
        const item = list()[Number(index)];
        if (item === undefined) throw notFound();
        return item;
      },
      GetCount: () => list().length,
      ...call,
    },
  });
};

/** An object whose properties are kept as they are set, with the defaults of a new workbook. */
export const recordObject = (
  type: string,
  record: Record<string, unknown>,
  more: Omit<HostObject, 'type'> = {},
): HostObject =>
  hostObject({
    type,
    ...more,
    get: {
      ...Object.fromEntries(Object.keys(record).map((name) => [name, () => record[name]])),
      ...more.get,
    },
    set: {
      ...Object.fromEntries(
        Object.keys(record).map((name) => [
          name,
          (value: unknown) => {
            record[name] = value;
          },
        ]),
      ),
      ...more.set,
    },
  });
