import type { Look } from './book';
import { LOOK_DEFAULTS } from './format-objects';
import { hostErrors } from './host-error';

type Tree = { readonly [name: string]: unknown };

const SIDES: Readonly<Record<string, string>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
};
/** Members of a cell's `format`, by the path of the look that they show. */
const MEMBERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  font: {
    name: 'Font/Name',
    size: 'Font/Size',
    bold: 'Font/Bold',
    italic: 'Font/Italic',
    underline: 'Font/Underline',
    color: 'Font/Color',
  },
  fill: { color: 'Fill/Color', pattern: 'Fill/Pattern' },
};
const OWN_MEMBERS: Readonly<Record<string, string>> = {
  horizontalAlignment: 'HorizontalAlignment',
  verticalAlignment: 'VerticalAlignment',
  wrapText: 'WrapText',
  indentLevel: 'IndentLevel',
};
const LINE: Readonly<Record<string, string>> = { style: 'Style', weight: 'Weight', color: 'Color' };

const asked = (options: unknown): readonly string[] =>
  typeof options === 'object' && options !== null
    ? Object.entries(options as Tree).flatMap(([name, isAsked]) => (isAsked === true ? [name] : []))
    : [];

/** The look of one cell as `getCellProperties` gives it, with the members that are asked for. */
export const readCellFormat = (look: Look, options: Tree): Tree => {
  const at = (path: string): unknown => (path in look ? look[path] : LOOK_DEFAULTS[path]);
  const format: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    const own = OWN_MEMBERS[name];
    const group = MEMBERS[name];
    if (own !== undefined) format[name] = at(own);
    else if (name === 'borders') {
      format[name] = Object.fromEntries(
        Object.entries(SIDES).map(([side, edge]) => [
          side,
          Object.fromEntries(
            asked(wanted).map((member) => [member, at(`Borders/${edge}/${LINE[member] ?? member}`)]),
          ),
        ]),
      );
    } else if (group !== undefined)
      format[name] = Object.fromEntries(asked(wanted).map((member) => [member, at(group[member] ?? member)]));
    else throw hostErrors.notEmulated(`the cell property ${name}`);
  }
  return format;
};

/** Looks by path that `setCellProperties` sets with a cell's `format`. */
export const cellFormatLooks = (format: Tree): Look => {
  const look: Look = {};
  for (const [name, value] of Object.entries(format)) {
    const own = OWN_MEMBERS[name];
    if (own !== undefined) look[own] = value;
    else if (name === 'borders') {
      for (const [side, line] of Object.entries(value as Readonly<Record<string, Tree>>))
        for (const [member, set] of Object.entries(line))
          look[`Borders/${SIDES[side] ?? side}/${LINE[member] ?? member}`] = set;
    } else {
      const group = MEMBERS[name];
      if (group === undefined) throw hostErrors.notEmulated(`the cell property ${name}`);
      for (const [member, set] of Object.entries(value as Tree)) look[group[member] ?? member] = set;
    }
  }
  // What is no line has neither weight nor colour of its own.
  for (const edge of Object.values(SIDES)) {
    if (look[`Borders/${edge}/Style`] !== 'None') continue;
    for (const member of ['Weight', 'Color'])
      look[`Borders/${edge}/${member}`] = LOOK_DEFAULTS[`Borders/${edge}/${member}`];
  }
  if (look['Fill/Color'] !== undefined) look['Fill/Pattern'] = 'Solid';
  if (look['Fill/Pattern'] === 'None') look['Fill/Color'] = LOOK_DEFAULTS['Fill/Color'];
  return look;
};
