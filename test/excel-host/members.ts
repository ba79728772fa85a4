import { hostErrors, type HostError } from './host-error';
import type { HostObject } from './host-object';
import type { ClassInfo, Metadata } from './metadata';

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
  /** Whether this Excel has a requirement set. */
  readonly has: (api: string | undefined) => boolean;
  /** Called for methods by which a program asks for events of an object, or no longer does. */
  readonly listen: (object: HostObject, method: string) => void;
  /** Called before each action, and with their number after the last; may throw in its place. */
  readonly beforeAction: (index: number) => void;
};

/** How members of objects are reached by their names on the wire. */
export type Members = {
  readonly infoOf: (object: HostObject) => ClassInfo | undefined;
  readonly call: (object: HostObject, name: string, args: readonly unknown[]) => unknown;
  readonly navigate: (object: HostObject, name: string) => HostObject | null;
  readonly get: (object: HostObject, name: string) => unknown;
  readonly set: (object: HostObject, name: string, value: unknown) => void;
};

/** Reaches members; what office.js knows and the host does not, and what this Excel is too old for, is refused. */
export const membersOf = (runtime: Runtime): Members => {
  const infoOf = (object: HostObject): ClassInfo | undefined => runtime.metadata[object.type];
  const missing = (object: HostObject, member: string, isKnown: boolean): HostError =>
    isKnown || infoOf(object) === undefined
      ? hostErrors.notEmulated(`${object.type}.${member}`)
      : hostErrors.apiNotFound(`${object.type}.${member}`);
  return {
    infoOf,
    call: (object, name, args) => {
      if (name === '_KeepReference') return void runtime.keep(object);
      if (name === '_RemoveReference') {
        runtime.release(String(args[0]));
        return null;
      }
      const info = infoOf(object)?.methods[name];
      runtime.use(`${object.type}.${name}`, info?.api);
      if (/^_(?:Unr|R)egister/.test(name)) {
        runtime.listen(object, name);
        return null;
      }
      const method = object.call?.[name];
      if (method === undefined) throw missing(object, name, info !== undefined);
      return method(...args);
    },
    navigate: (object, name) => {
      const info = infoOf(object)?.navigations[name];
      runtime.use(`${object.type}.${name}`, info?.api);
      const step = object.navigate?.[name];
      if (step === undefined) throw missing(object, name, info !== undefined);
      return step();
    },
    get: (object, name) => {
      const info = infoOf(object)?.properties[name];
      runtime.use(`${object.type}.${name}`, info?.api);
      const read = object.get?.[name];
      if (read === undefined) throw missing(object, name, info !== undefined);
      return read();
    },
    set: (object, name, value) => {
      const info = infoOf(object)?.properties[name];
      runtime.use(`${object.type}.${name}`, info?.api);
      const write = object.set?.[name];
      if (write === undefined) throw missing(object, name, info?.isWritable === true);
      write(value);
    },
  };
};
