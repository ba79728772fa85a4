import { subjectKey, type Figure, type ReadFigure, type Subject } from '../read/reading';

/** The figures of a reading by what they are about: of several the one that is used, and all of them. */
export type FigureBook = {
  readonly used: (subject: Subject, figure?: Figure) => ReadFigure | null;
  readonly all: (subject: Subject, figure?: Figure) => readonly ReadFigure[];
};

const figureKey = (subject: Subject, figure: Figure): string => `${subjectKey(subject)}|${figure}`;

/**
 * Orders the figures so that of competing ones the first is used: what is scored before what is not, the table with
 * more scores of the same kind before others, then reading order.
 */
export const chooseFigures = (figures: readonly ReadFigure[]): FigureBook => {
  const size = new Map<string, number>();
  const tableKey = ({ table, subject }: ReadFigure): string => `${table}|${subject.kind}`;
  for (const figure of figures) {
    if (figure.status === 'scored' && figure.figure === 'score')
      size.set(tableKey(figure), (size.get(tableKey(figure)) ?? 0) + 1);
  }
  const rank = (figure: ReadFigure): number =>
    (figure.status === 'scored' ? 1e6 : 0) + (size.get(tableKey(figure)) ?? 0);

  const byKey = new Map<string, ReadFigure[]>();
  for (const figure of figures) {
    const key = figureKey(figure.subject, figure.figure);
    byKey.set(key, [...(byKey.get(key) ?? []), figure]);
  }
  for (const [key, competing] of byKey)
    byKey.set(
      key,
      competing.sort((a, b) => rank(b) - rank(a)),
    );
  const all: FigureBook['all'] = (subject, figure = 'score') => byKey.get(figureKey(subject, figure)) ?? [];
  return { all, used: (subject, figure) => all(subject, figure)[0] ?? null };
};
