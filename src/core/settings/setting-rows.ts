import type { CellRange } from '../cell-address';
import type { PlannedCell, PlannedValidation } from '../change-plan';
import { heightOf, linesOf, plain } from '../report/sheet-parts';
import { nameOfRow, type SettingRow, type SettingSection } from './setting-sections';

export const LABEL = 0;
export const VALUE = 1;
export const NOTE = 2;
export const WIDTHS = [44, 34, 58] as const;
export const WHOLE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);

export type Parts = {
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly CellRange[];
  readonly heights: readonly (readonly [row: number, points: number])[];
  readonly validations: readonly PlannedValidation[];
  readonly names: readonly (readonly [name: string, range: CellRange])[];
};

export const NOTHING: Parts = { cells: [], merges: [], heights: [], validations: [], names: [] };

export const join = (parts: readonly Parts[]): Parts => ({
  cells: parts.flatMap(({ cells }) => cells),
  merges: parts.flatMap(({ merges }) => merges),
  heights: parts.flatMap(({ heights }) => heights),
  validations: parts.flatMap(({ validations }) => validations),
  names: parts.flatMap(({ names }) => names),
});

export const cellRange = (row: number, column: number): CellRange => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
});

export const across = (row: number): CellRange => ({ top: row, left: LABEL, bottom: row, right: NOTE });

export const validationFor = ({ validation }: SettingRow, range: CellRange): readonly PlannedValidation[] =>
  validation === null ? [] : [{ ...validation, range, prompt: null }];

const rowHeight = ({ label, note }: SettingRow): number =>
  heightOf(Math.max(linesOf(label ?? '', WIDTHS[LABEL]), linesOf(note ?? '', WIDTHS[NOTE])));

const newRow = (row: number, entry: SettingRow): Parts => {
  const name = nameOfRow(entry);
  return {
    ...NOTHING,
    cells: [
      plain(row, LABEL, entry.label, entry.labelStyle),
      plain(row, VALUE, entry.value, entry.style),
      plain(row, NOTE, entry.note, 'settingNote'),
    ],
    heights: [[row, rowHeight(entry)]],
    validations: validationFor(entry, cellRange(row, VALUE)),
    names: name === null ? [] : [[name, cellRange(row, VALUE)]],
  };
};

/** A section from a row on: heading, what is to be known of it, its rows. */
const newSection = (top: number, { heading, hints, rows, list }: SettingSection): Parts => {
  const first = top + 1 + hints.length;
  const range = {
    top: first,
    left: list?.hasLabels ? LABEL : VALUE,
    bottom: first + rows.length - 1,
    right: VALUE,
  };
  return join([
    {
      ...NOTHING,
      cells: [
        plain(top, LABEL, heading, 'section'),
        ...hints.map((hint, index) => plain(top + 1 + index, LABEL, hint, 'note')),
      ],
      merges: hints.map((_, index) => across(top + 1 + index)),
      heights: [
        [top, heightOf(1)],
        ...hints.map((hint, index) => [top + 1 + index, heightOf(linesOf(hint, WHOLE_WIDTH))] as const),
      ],
      names: list === null ? [] : [[list.name, range]],
    },
    ...rows.map((entry, index) => newRow(first + index, entry)),
  ]);
};

const sizeOf = ({ hints, rows }: SettingSection): number => 1 + hints.length + rows.length;

/** Sections below one another, with a blank row between. */
export const newSections = (
  top: number,
  sections: readonly SettingSection[],
): { parts: Parts; last: number } => {
  let row = top;
  const parts = sections.map((section) => {
    const placed = newSection(row, section);
    row += sizeOf(section) + 1;
    return placed;
  });
  return { parts: join(parts), last: row - 2 };
};
