import { HostError, hostErrors } from './host-error';
import { isHostObject, type HostObject } from './host-object';
import type { Metadata } from './metadata';

/** How the client names an object: by its parent and a member, by a key, or by a reference kept earlier. */
type ObjectPath = {
  readonly ObjectPathType: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
};
type ArgumentInfo = {
  readonly Arguments?: readonly unknown[] | null;
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
};
type Query = {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
};
type Action = {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
};
export type Batch = {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
};

const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, update: 9 } as const;
const PATH = { global: 1, create: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;

/** What the interpreter needs of the workbook behind it. */
export type Runtime = {
  readonly metadata: Metadata;
  readonly root: HostObject;
  readonly create: (type: string) => HostObject | null;
  readonly keep: (object: HostObject) => string;
  readonly release: (reference: string) => void;
  readonly kept: (reference: string) => HostObject | null;
  readonly referenceOf: (object: HostObject) => string | undefined;
  /** Told of every member that a request uses, with the requirement set that it needs; may throw. */
  readonly use: (member: string, api: string | undefined) => void;
  /** Called before each action; may throw in its place. */
  readonly beforeAction: (index: number) => void;
};

/** Interprets one request of the rich API and gives the answer; knows nothing of Excel. */
export const answerBatch = (runtime: Runtime, batch: Batch): object => {
  const { metadata } = runtime;
  const resolved = new Map<number, HostObject | null>();
  const results: { readonly ActionId: number; readonly Value: unknown }[] = [];

  const infoOf = (object: HostObject) => metadata[object.type];
  const missing = (object: HostObject, member: string, isKnown: boolean): HostError =>
    isKnown || infoOf(object) === undefined
      ? hostErrors.notEmulated(`${object.type}.${member}`)
      : hostErrors.apiNotFound(`${object.type}.${member}`);

  const argumentsOf = (info: ArgumentInfo | undefined): unknown[] => {
    const referenced = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const path = referenced[index];
      return typeof path === 'number' && path > 0 ? resolve(path) : argument;
    });
  };

  const call = (object: HostObject, name: string, args: readonly unknown[]): unknown => {
    if (name === '_KeepReference') return void runtime.keep(object);
    if (name === '_RemoveReference') {
      runtime.release(String(args[0]));
      return null;
    }
    const info = infoOf(object)?.methods[name];
    runtime.use(`${object.type}.${name}`, info?.api);
    const method = object.call?.[name];
    if (method === undefined) throw missing(object, name, info !== undefined);
    return method(...args);
  };
  const navigate = (object: HostObject, name: string): HostObject | null => {
    const info = infoOf(object)?.navigations[name];
    runtime.use(`${object.type}.${name}`, info?.api);
    const step = object.navigate?.[name];
    if (step === undefined) throw missing(object, name, info !== undefined);
    return step();
  };
  const get = (object: HostObject, name: string): unknown => {
    const info = infoOf(object)?.properties[name];
    runtime.use(`${object.type}.${name}`, info?.api);
    const read = object.get?.[name];
    if (read === undefined) throw missing(object, name, info !== undefined);
    return read();
  };
  const set = (object: HostObject, name: string, value: unknown): void => {
    const info = infoOf(object)?.properties[name];
    runtime.use(`${object.type}.${name}`, info?.api);
    const write = object.set?.[name];
    if (write === undefined) throw missing(object, name, info?.isWritable === true);
    write(value);
  };
  const asObject = (value: unknown, member: string): HostObject | null => {
    if (value === null || isHostObject(value)) return value;
    throw new Error(`${member} gives no object`);
  };

  const resolve = (id: number): HostObject | null => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[id];
    if (path === undefined) throw new HostError('InvalidRequest', `The object path ${id} is missing.`);
    const object = resolvePath(path);
    resolved.set(id, object);
    return object;
  };
  const resolvePath = (path: ObjectPath): HostObject | null => {
    const { ObjectPathType: type, Name: name } = path;
    if (type === PATH.global) return runtime.root;
    if (type === PATH.none) return null;
    if (type === PATH.reference) {
      const object = runtime.kept(name);
      if (object === null) throw new HostError('InvalidReference', `${name} is no longer valid.`);
      return object;
    }
    if (type === PATH.create) {
      const object = runtime.create(name);
      if (object === null) throw hostErrors.notEmulated(`new ${name}`);
      return object;
    }
    // Whatever is asked of a null object is null again.
    const parent = resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (type === PATH.property) return navigate(parent, name);
    const method = type === PATH.indexer ? '$getItem' : name;
    return asObject(call(parent, method, argumentsOf(path.ArgumentInfo)), `${parent.type}.${method}`);
  };

  const identityOf = (object: HostObject): Readonly<Record<string, unknown>> => {
    const reference = runtime.referenceOf(object);
    return { ...object.identity?.(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  };

  const keyIn = (members: Readonly<Record<string, { readonly name: string }>>, name: string) =>
    Object.keys(members).find(
      (key) =>
        key.toLowerCase() === name.toLowerCase() || members[key]?.name.toLowerCase() === name.toLowerCase(),
    );

  const load = (object: HostObject, query: Query): Readonly<Record<string, unknown>> => {
    const paths = [...(query.Select ?? []), ...(query.Expand ?? [])].map((path) =>
      path.split(/[/.]/).filter((step) => step !== ''),
    );
    return shape(object, paths, query);
  };

  /** What a load asks for, nested as the client wants it: `values`, `format/fill/color`, `items/name`. */
  const shape = (
    object: HostObject,
    paths: readonly (readonly string[])[],
    query: Query = {},
  ): Readonly<Record<string, unknown>> => {
    const info = infoOf(object);
    if (info === undefined) throw hostErrors.notEmulated(`load on ${object.type}`);
    const out: Record<string, unknown> = { ...identityOf(object) };
    const nested = new Map<string, (readonly string[])[]>();
    const ofItems: (readonly string[])[] = [];
    for (const path of paths) {
      const [head = '', ...rest] = path;
      const property = rest.length === 0 ? keyIn(info.properties, head) : undefined;
      const navigation = keyIn(info.navigations, head);
      if (info.isCollection && head.toLowerCase() === 'items') ofItems.push(rest);
      else if (property !== undefined) out[property] = get(object, property);
      else if (navigation !== undefined) nested.set(navigation, [...(nested.get(navigation) ?? []), rest]);
      else if (info.isCollection && head !== '$none') ofItems.push(path);
      // Excel ignores names that it does not know.
    }
    for (const [navigation, steps] of nested) {
      const child = navigate(object, navigation);
      out[navigation] = child === null ? { _IsNull: true } : shape(child, steps);
    }
    if (info.isCollection) {
      const all = object.items?.();
      if (all === undefined) throw hostErrors.notEmulated(`${object.type}.items`);
      const from = query.Skip ?? 0;
      const items = all.slice(from, query.Top === undefined ? undefined : from + query.Top);
      out['_Items'] = items.map((item, index) => {
        const identity = identityOf(item);
        const inner = ofItems.filter((path) => path.length > 0);
        return {
          ...shape(item, inner),
          ...(Object.keys(identity).length === 0 ? { _Index: from + index } : {}),
        };
      });
    }
    return out;
  };

  const perform = (action: Action): unknown => {
    const object = resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return identityOf(object);
      case ACTION.query:
      case ACTION.queryAsJson:
        return load(object, action.QueryInfo ?? {});
      case ACTION.method: {
        const value = call(object, action.Name, argumentsOf(action.ArgumentInfo));
        return isHostObject(value) ? null : (value ?? null);
      }
      case ACTION.set:
        set(object, action.Name, argumentsOf(action.ArgumentInfo)[0]);
        return null;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          set(object, keyIn(infoOf(object)?.properties ?? {}, name) ?? name, value);
        return null;
      default:
        throw hostErrors.notEmulated(`action type ${action.ActionType}`);
    }
  };

  for (const [index, action] of batch.Actions.entries()) {
    try {
      runtime.beforeAction(index);
      if (action.ActionType === ACTION.trace) continue;
      results.push({ ActionId: action.Id, Value: perform(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      // Excel does not take back what the earlier actions did.
      return {
        Error: {
          Code: error.code,
          Message: error.message,
          Location: error.location ?? action.Name,
          ActionIndex: index,
          HttpStatusCode: 400,
        },
        ProcessedResults: { Results: results },
        TraceIds: [],
      };
    }
  }
  return { Results: results, TraceIds: [] };
};
