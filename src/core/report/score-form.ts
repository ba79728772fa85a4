import type { CellRange } from '../cell-address';
import {
  untouchedSheet,
  type ChangePlan,
  type PlannedCell,
  type PlannedValidation,
  type SheetPlan,
} from '../change-plan';
import type { Confidence, ItemRule, RuleSet } from '../rule-set';
import type { ReportTexts } from './report-texts';
import { heightOf, linesOf, plain, rowOf } from './sheet-parts';
import { reportStyles } from './styles';

const WIDTHS = [19, 58, 13] as const;
const WHOLE_WIDTH = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];
const COLUMN = { code: 0, name: 1, score: 2 } as const;
const TITLE_POINTS = 36;
const GAP_POINTS = 8;
const TAB = '7F7F7F';
/** Notes are set in size 14 where widths count characters of size 16. */
const NOTE_SCALE = 16 / 14;

/** What decides which rows a form has. */
const GROUPS_OF_ROWS = ['iitEitItems', 'oitItems', 'subIndicators'] as const;
const UNSURE: readonly Confidence[] = ['knowledge', 'inferred', 'unknown'];

type FormRow =
  | { readonly kind: 'section'; readonly text: string }
  | {
      readonly kind: 'score';
      readonly code: string;
      readonly name: string;
      readonly isPart?: boolean;
      /** The only scores that can be given, or null for any on the scale. */
      readonly allowed: readonly number[] | null;
    };

const summaryRows = ({ instruments }: RuleSet, { form }: ReportTexts): readonly FormRow[] => [
  { kind: 'section', text: form.summary },
  { kind: 'score', code: '', name: form.total, allowed: null },
  ...instruments.flatMap(({ id, name, parts }): readonly FormRow[] => [
    { kind: 'score', code: id, name, allowed: null },
    ...(parts ?? []).map((part): FormRow => ({
      kind: 'score',
      code: '',
      name: form.part(id, part),
      isPart: true,
      allowed: null,
    })),
  ]),
];

const indicatorRows = ({ indicators, subIndicators }: RuleSet, { form }: ReportTexts): readonly FormRow[] => [
  { kind: 'section', text: form.indicators },
  ...indicators.map(({ id, name }): FormRow => ({
    kind: 'score',
    code: form.indicator(id),
    name,
    allowed: null,
  })),
  ...(subIndicators.length === 0 ? [] : [{ kind: 'section', text: form.subIndicators } as const]),
  ...subIndicators.map(({ id, name }): FormRow => ({
    kind: 'score',
    code: form.subIndicator(id),
    name,
    allowed: null,
  })),
];

/** The scores that every one of these items is limited to; null where one of them is not, or to others. */
const commonScores = (items: readonly ItemRule[]): readonly number[] | null => {
  const allowed = items[0]?.allowedScores ?? null;
  const isCommon = items.every(({ allowedScores }) => String(allowedScores) === String(allowed));
  return isCommon ? allowed : null;
};

const itemRows = ({ instruments, items }: RuleSet, { form }: ReportTexts): readonly FormRow[] =>
  instruments.flatMap(({ id }): readonly FormRow[] => {
    const own = items.filter(({ instrument }) => instrument === id);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      // An instrument's name at the head of its items would be a label of the instrument's own score.
      { kind: 'section', text: form.items(first.id, last.id, commonScores(own)) },
      ...own.map(({ id: code, name, allowedScores }): FormRow => ({
        kind: 'score',
        code,
        name,
        allowed: allowedScores,
      })),
    ];
  });

const rowCells = (row: number, entry: FormRow): readonly PlannedCell[] =>
  entry.kind === 'section'
    ? rowOf(row, COLUMN.code, [null, entry.text, null], 'formSection')
    : [
        plain(row, COLUMN.code, entry.code === '' ? null : entry.code, 'centered'),
        plain(row, COLUMN.name, entry.name, entry.isPart === true ? 'textIndented' : 'text'),
        plain(row, COLUMN.score, null, 'inputScore'),
      ];

const scoreValidation = (
  range: CellRange,
  allowed: readonly number[] | null,
  { scale }: RuleSet,
  { form }: ReportTexts,
): PlannedValidation => ({
  range,
  source:
    allowed === null
      ? { kind: 'decimal', min: scale.min, max: scale.max }
      : { kind: 'values', values: allowed.map(String) },
  allowBlank: true,
  prompt: null,
  error:
    allowed === null
      ? { title: form.notOnScale.title, text: form.notOnScale.text(scale.min, scale.max) }
      : { title: form.notAllowed.title, text: form.notAllowed.text(allowed) },
});

/** One validation for each run of cells that take the same scores. */
const validationsOf = (
  rows: readonly FormRow[],
  first: number,
  ruleSet: RuleSet,
  texts: ReportTexts,
): readonly PlannedValidation[] => {
  const runs: { top: number; bottom: number; allowed: readonly number[] | null }[] = [];
  rows.forEach((entry, index) => {
    if (entry.kind === 'section') return;
    const row = first + index;
    const run = runs.at(-1);
    if (run?.bottom === row - 1 && String(run.allowed) === String(entry.allowed)) run.bottom = row;
    else runs.push({ top: row, bottom: row, allowed: entry.allowed });
  });
  return runs.map(({ top, bottom, allowed }) =>
    scoreValidation({ top, left: COLUMN.score, bottom, right: COLUMN.score }, allowed, ruleSet, texts),
  );
};

/** What stands above the header, with the height of each line. */
const headLines = (
  { fiscalYear, evidence }: RuleSet,
  { form, rules }: ReportTexts,
): readonly { readonly cells: (row: number) => readonly PlannedCell[]; readonly points: number }[] => {
  const note = (text: string) => ({
    cells: (row: number) => [plain(row, COLUMN.code, text, 'note')],
    points: heightOf(linesOf(text, WHOLE_WIDTH * NOTE_SCALE)),
  });
  const unsure = GROUPS_OF_ROWS.filter((group) => UNSURE.includes(evidence[group].confidence));
  const named = unsure.map(
    (group) => `${rules.group[group]} (${rules.confidence[evidence[group].confidence]})`,
  );
  return [
    {
      cells: (row) => [plain(row, COLUMN.code, form.title(fiscalYear), 'title')],
      points: TITLE_POINTS,
    },
    ...(named.length === 0 ? [] : [note(form.unsure(named))]),
    note(form.howTo),
    {
      cells: (row) => [
        plain(row, COLUMN.code, form.agency, 'textBold'),
        plain(row, COLUMN.name, null, 'inputText'),
      ],
      points: heightOf(1),
    },
    {
      cells: (row) => [
        plain(row, COLUMN.code, form.fiscalYear, 'textBold'),
        plain(row, COLUMN.name, fiscalYear, 'year'),
      ],
      points: heightOf(1),
    },
    { cells: () => [], points: GAP_POINTS },
  ];
};

const isWide = ({ style }: PlannedCell): boolean => style === 'title' || style === 'note';

const heightOfRow = (entry: FormRow): number =>
  heightOf(
    entry.kind === 'section'
      ? 1
      : Math.max(linesOf(entry.code, WIDTHS[COLUMN.code]), linesOf(entry.name, WIDTHS[COLUMN.name])),
  );

/**
 * Plans an empty form for a year's scores: the agency, the summary, the indicators, the sub-indicators and every item,
 * each with a cell to type into. The sheet is the officer's own from then on: it bears no name of ours, and is read like
 * any other. `exists` says whether the workbook has a sheet of the form's name already, which must be empty.
 */
export const planScoreForm = (ruleSet: RuleSet, texts: ReportTexts, exists: boolean): ChangePlan => {
  const { form, page } = texts;
  const head = headLines(ruleSet, texts);
  const headCells = head.flatMap(({ cells }, row) => cells(row));
  const headerRow = head.length;
  const first = headerRow + 1;
  const rows = [
    ...summaryRows(ruleSet, texts),
    ...indicatorRows(ruleSet, texts),
    ...itemRows(ruleSet, texts),
  ];
  const last = headerRow + rows.length;
  const sheet: SheetPlan = {
    ...untouchedSheet(form.sheet),
    exists,
    cells: [
      ...headCells,
      ...rowOf(headerRow, COLUMN.code, form.columns, 'header'),
      ...rows.flatMap((entry, index) => rowCells(first + index, entry)),
    ],
    columnWidths: WIDTHS,
    rowHeights: new Map([
      ...head.map(({ points }, row) => [row, points] as const),
      [headerRow, heightOf(1)] as const,
      ...rows.map((entry, index) => [first + index, heightOfRow(entry)] as const),
    ]),
    merges: headCells
      .filter(isWide)
      .map(({ row }) => ({ top: row, left: COLUMN.code, bottom: row, right: COLUMN.score })),
    validations: validationsOf(rows, first, ruleSet, texts),
    frame: {
      freeze: { rows: first, columns: 0 },
      page: {
        orientation: 'portrait',
        printArea: { top: 0, left: COLUMN.code, bottom: last, right: COLUMN.score },
        repeatRows: { first: headerRow, last: headerRow },
        footer: page.footer,
      },
      tabColor: TAB,
    },
  };
  return { sources: [], sheets: [sheet], names: [], styles: reportStyles };
};
