/** A member of a class of the Excel API, with the requirement set that it needs. */
export type MemberInfo = { readonly name: string; readonly api?: string; readonly returns?: string };

/** What office.js knows of one class of the Excel API; keys are the names on the wire. */
export type ClassInfo = {
  readonly isCollection: boolean;
  readonly properties: Readonly<Record<string, MemberInfo & { readonly isWritable: boolean }>>;
  readonly navigations: Readonly<Record<string, MemberInfo>>;
  readonly methods: Readonly<Record<string, MemberInfo>>;
};

export type Metadata = Readonly<Record<string, ClassInfo>>;

/**
 * Reads from the loaded office.js which members each class has and since when. Nothing of the library is copied into
 * the project. It stands alone, so that it can be sent into a browser page.
 */
export const readMetadata = (excel: object): Metadata => {
  type Mutable = {
    isCollection: boolean;
    properties: Record<string, { name: string; api?: string; isWritable: boolean }>;
    navigations: Record<string, { name: string; api?: string; returns?: string }>;
    methods: Record<string, { name: string; api?: string; returns?: string }>;
  };
  const metadata: Record<string, Mutable> = {};
  const listOf = (prototype: object, name: string): unknown[] => {
    const value: unknown = Reflect.get(prototype, name);
    return Array.isArray(value) ? value : [];
  };
  const apiOf = (source: string): string | undefined => {
    const found = /_throwIfApiNotSupported\("[^"]*", (\w+|"[^"]*"), "?([\d.]+)"?/.exec(source);
    if (found === null) return undefined;
    const set = found[1]?.startsWith('"') === true ? found[1].slice(1, -1) : 'ExcelApi';
    return `${set} ${found[2] ?? ''}`;
  };
  for (const value of Object.values(excel) as unknown[]) {
    if (typeof value !== 'function') continue;
    const prototype = value.prototype as object | undefined;
    if (prototype === undefined || !('_className' in prototype)) continue;
    const className = String(prototype._className);
    const names = listOf(prototype, '_scalarPropertyNames').map(String);
    const originals = listOf(prototype, '_scalarPropertyOriginalNames').map(String);
    const writable = listOf(prototype, '_scalarPropertyUpdateable');
    const info: Mutable = { isCollection: false, properties: {}, navigations: {}, methods: {} };
    metadata[className] = info;
    names.forEach((name, index) => {
      info.properties[originals[index] ?? name] = { name, isWritable: writable[index] === true };
    });
    if (Reflect.get(prototype, '_isCollection') === true) info.isCollection = true;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const code: unknown = Reflect.get(descriptor, 'get') ?? descriptor.value;
      const source = typeof code === 'function' ? String(code) : '';
      const api = apiOf(source);
      const since = api === undefined ? {} : { api };
      if (name === 'items' && descriptor.get !== undefined) info.isCollection = true;
      const navigation = /_createPropertyObject\((?:\w+\.)?(\w+), this, "(\w+)"/.exec(source);
      const method =
        /_create(?:AndInstantiate)?MethodObject\((?:\w+\.)?(\w+), this, "(\w+)"/.exec(source) ??
        /_invokeMethod\((this), "(\w+)"/.exec(source);
      if (descriptor.get !== undefined && navigation !== null)
        info.navigations[navigation[2] ?? ''] = { name, returns: navigation[1] ?? '', ...since };
      else if (descriptor.get !== undefined && names.includes(name)) {
        const property = info.properties[originals[names.indexOf(name)] ?? name];
        if (property !== undefined && api !== undefined) property.api = api;
      } else if (method !== null)
        info.methods[method[2] ?? ''] = { name, returns: method[1] ?? '', ...since };
    }
  }
  return metadata;
};
