import type { Messages } from '../app/messages/messages';
import { cellName } from '../core/cell-address';
import type { AgencyReading, ReadFigure } from '../core/read/reading';
import { formatDecimal } from '../core/text/numbers';

const score = ({ value, figure }: ReadFigure): string =>
  value === null ? '–' : figure === 'rank' ? String(value) : formatDecimal(value);

// Marks above and below a Thai letter take no room of their own.
const width = (text: string): number => text.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '').length;

const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

/** How a workbook was read, as a table for a terminal: what, score, cell and why, agency by agency and year by year. */
export const explainLines = (readings: readonly AgencyReading[], messages: Messages): readonly string[] =>
  readings.flatMap((reading) => {
    const rows = reading.figures.map((figure) => {
      const { what, why } = messages.figureRead(figure);
      return [what, score(figure), cellName(figure.cell), why] as const;
    });
    const widths = [0, 1, 2].map((column) =>
      Math.max(...[messages.explainHeads, ...rows].map((row) => width(row[column] ?? ''))),
    );
    const line = (row: readonly string[]): string =>
      row
        .map((text, column) => padded(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd();
    return [messages.readingOf(reading), line(messages.explainHeads), ...rows.map(line), ''];
  });
