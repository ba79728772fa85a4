import { HostError, hostErrors } from './host-error';
import { isHostObject, type HostObject } from './host-object';
import { identityOf, keyIn, load, type Query } from './load';
import { membersOf, type Runtime } from './members';

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
export type Answer = {
  readonly Results?: readonly unknown[];
  readonly Error?: { readonly Code: string; readonly ActionIndex: number };
};

const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, update: 9 } as const;
const RELEASE = '_RemoveReference';
const PATH = { global: 1, create: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;

/** Whether a request only releases what the client no longer needs; nobody waits for that. */
export const isRelease = ({ Actions }: Batch): boolean =>
  Actions.some(({ Name }) => Name === RELEASE) &&
  Actions.every(({ ActionType, Name }) => ActionType === ACTION.instantiate || Name === RELEASE);

/** Whether a request is for the pane or the ribbon, and does not touch the workbook. */
export const isService = ({ ObjectPaths }: Batch): boolean =>
  Object.values(ObjectPaths).every(
    ({ ObjectPathType: type }) => type !== PATH.global && type !== PATH.reference,
  );

/** What each action of a request does, such as `set Values` or `call Merge`. */
export const actionsOf = ({ Actions, ObjectPaths }: Batch): readonly string[] =>
  Actions.map(({ ActionType, Name, ObjectPathId }) => {
    const verb = Object.entries(ACTION).find(([, type]) => type === ActionType)?.[0] ?? String(ActionType);
    return `${verb} ${Name === '' ? (ObjectPaths[ObjectPathId]?.Name ?? '') : Name}`.trimEnd();
  });

/** Interprets one request of the rich API and gives the answer; knows nothing of Excel. */
export const answerBatch = (runtime: Runtime, batch: Batch): Answer => {
  const members = membersOf(runtime);
  const resolved = new Map<number, HostObject | null>();
  const results: { readonly ActionId: number; readonly Value: unknown }[] = [];
  const traces: number[] = [];

  /** An argument with the objects that it names, alone, in lists or as fields. */
  const argumentWith = (argument: unknown, path: unknown): unknown => {
    if (typeof path === 'number' && path > 0) return resolve(path);
    if (Array.isArray(argument) && Array.isArray(path))
      return argument.map((item, index) => argumentWith(item, path[index]));
    if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return argument;
    return Object.fromEntries(
      Object.entries(argument).map(([name, value]: [string, unknown]) => {
        const id = (value as { readonly _ObjectPathId?: number } | null)?._ObjectPathId;
        return [name, id === undefined ? value : resolve(id)];
      }),
    );
  };
  const argumentsOf = (info: ArgumentInfo | undefined): unknown[] =>
    (info?.Arguments ?? []).map((argument, index) =>
      argumentWith(argument, info?.ReferencedObjectPathIds?.[index]),
    );

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
    if (type === PATH.property) return members.navigate(parent, name);
    const method = type === PATH.indexer ? '$getItem' : name;
    return asObject(members.call(parent, method, argumentsOf(path.ArgumentInfo)), `${parent.type}.${method}`);
  };

  const perform = (action: Action): unknown => {
    const object = resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return identityOf(runtime, object);
      case ACTION.query:
      case ACTION.queryAsJson:
        return load(runtime, members, object, action.QueryInfo ?? {});
      case ACTION.method: {
        const value = members.call(object, action.Name, argumentsOf(action.ArgumentInfo));
        return isHostObject(value) ? null : (value ?? null);
      }
      case ACTION.set:
        members.set(object, action.Name, argumentsOf(action.ArgumentInfo)[0]);
        return null;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {}))
          members.set(object, keyIn(members.infoOf(object)?.properties ?? {}, name) ?? name, value);
        return null;
      default:
        throw hostErrors.notEmulated(`action type ${action.ActionType}`);
    }
  };

  for (let index = 0; index <= batch.Actions.length; index++) {
    const action = batch.Actions[index];
    try {
      runtime.beforeAction(index);
      if (action === undefined) break;
      const isTrace = action.ActionType === ACTION.trace;
      if (isTrace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: isTrace ? null : perform(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      // Excel does not take back what the earlier actions did.
      return {
        ...failedAnswer(error, Math.min(index, batch.Actions.length - 1), action?.Name),
        ...{ ProcessedResults: { Results: results }, TraceIds: traces },
      };
    }
  }
  return { Results: results, ...{ TraceIds: traces } };
};

/** Answer to a request of which nothing was done from an action on. */
export const failedAnswer = (error: HostError, index = 0, action = ''): Answer => {
  const details = {
    Code: error.code,
    Message: error.message,
    Location: error.location ?? action,
    ActionIndex: index,
    HttpStatusCode: 400,
  };
  return { Error: details, ...{ ProcessedResults: { Results: [] }, TraceIds: [] } };
};
