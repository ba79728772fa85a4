import type { Finding } from '../assess/assessment';
import type { CellRef } from '../cell-address';
import type { SheetSnapshot } from '../snapshot';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';

/** A finding about a document. */
export const finding = (
  code: Finding['code'],
  severity: Finding['severity'],
  cells: readonly CellRef[],
  params: Readonly<Record<string, string>>,
): Finding => ({ code, severity, cells, params });

/** A text cell of a document, its digits Arabic and its blanks plain. */
export type TextOf = { readonly cell: CellRef; readonly text: string };

/** The text cells of a sheet, from top to bottom. */
export const textsOf = (sheet: SheetSnapshot): readonly TextOf[] =>
  sheet.rows.flatMap((cells, row) =>
    (cells ?? []).flatMap((content, column) =>
      typeof content?.value === 'string'
        ? [
            {
              cell: { sheet: sheet.name, row, column },
              text: withArabicDigits(withPlainSpaces(content.value)),
            },
          ]
        : [],
    ),
  );
