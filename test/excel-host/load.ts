import { HostError, hostErrors } from './host-error';
import type { HostObject } from './host-object';
import type { Members, Runtime } from './members';

/** What a `load` asks for. */
export type Query = {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
};

export type Loaded = Readonly<Record<string, unknown>>;

/** Key of a member by its name on the wire or in the client, in any case. */
export const keyIn = (
  members: Readonly<Record<string, { readonly name: string }>>,
  name: string,
): string | undefined =>
  Object.keys(members).find(
    (key) =>
      key.toLowerCase() === name.toLowerCase() || members[key]?.name.toLowerCase() === name.toLowerCase(),
  );

/** What the client keeps to find an object again. */
export const identityOf = (runtime: Runtime, object: HostObject): Loaded => {
  const reference = runtime.referenceOf(object);
  return { ...object.identity?.(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
};

/** Every property that the host has; reading another one fails in the client, as one that was not loaded. */
const everything = (runtime: Runtime, members: Members, object: HostObject): Loaded => {
  const properties = members.infoOf(object)?.properties ?? {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, { api }]) => {
      const read = object.get?.[name];
      if (read === undefined || !runtime.has(api)) return [];
      try {
        return [[name, read()]];
      } catch (error) {
        if (error instanceof HostError && error.code === 'FakeHostNotImplemented') return [];
        throw error;
      }
    }),
  );
};

/** Answers a `load`, nested as the client wants it: `values`, `format/fill/color`, `items/name`. */
export const load = (runtime: Runtime, members: Members, object: HostObject, query: Query): Loaded => {
  const shape = (target: HostObject, paths: readonly (readonly string[])[], part: Query): Loaded => {
    const info = members.infoOf(target);
    if (info === undefined) throw hostErrors.notEmulated(`load on ${target.type}`);
    const out: Record<string, unknown> = { ...identityOf(runtime, target) };
    const nested = new Map<string, (readonly string[])[]>();
    const ofItems: (readonly string[])[] = [];
    for (const path of paths) {
      const [head = '*', ...rest] = path;
      const property = rest.length === 0 ? keyIn(info.properties, head) : undefined;
      const navigation = keyIn(info.navigations, head);
      if (head === '*') {
        Object.assign(out, everything(runtime, members, target));
        if (info.isCollection) ofItems.push([]);
      } else if (info.isCollection && head.toLowerCase() === 'items') ofItems.push(rest);
      else if (property !== undefined) out[property] = members.get(target, property);
      else if (navigation !== undefined) nested.set(navigation, [...(nested.get(navigation) ?? []), rest]);
      else if (info.isCollection && head !== '$none') ofItems.push(path);
      // Excel ignores names that it does not know.
    }
    for (const [navigation, steps] of nested) {
      const child = members.navigate(target, navigation);
      out[navigation] = child === null ? null : shape(child, steps, {});
    }
    if (info.isCollection) {
      const all = target.items?.();
      if (all === undefined) throw hostErrors.notEmulated(`${target.type}.items`);
      const from = part.Skip ?? 0;
      const items = all.slice(from, part.Top === undefined ? undefined : from + part.Top);
      out['_Items'] = items.map((item, index) => ({
        ...shape(item, ofItems, {}),
        ...(Object.keys(identityOf(runtime, item)).length === 0 ? { _Index: from + index } : {}),
      }));
    }
    return out;
  };
  const paths = [...(query.Select ?? []), ...(query.Expand ?? [])].map((path) =>
    path.split(/[/.]/).filter((step) => step !== ''),
  );
  return shape(object, paths.length === 0 ? [['*']] : paths, query);
};
