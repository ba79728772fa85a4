/** Of a row or cell in what spreadsheets put into the clipboard as text; one with line ends within is in quotes. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
/** What the grid itself puts into the clipboard; it pastes that with its formulas. */
const OWN_COPY = /data-copy-id/;

/** The cells of a text that a spreadsheet put into the clipboard, row by row. */
export const cellsOfText = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const [, quoted, plain = '', end] = CELL.exec(text) ?? [];
    if (end === undefined) return [[text]];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\t') {
      if (CELL.lastIndex === text.length) rows.at(-1)?.push('');
    } else if (end !== '' && CELL.lastIndex < text.length) rows.push([]);
  }
  return rows;
};

/**
 * Takes what other programs put into the clipboard as plain cells. The grid would read their page with its styles, which
 * the policy of ours forbids; and looks, merged areas and formulas of others have no way into the file anyway.
 */
export const watchPaste = (
  container: HTMLElement,
  isTyping: () => boolean,
  onCells: (cells: readonly (readonly string[])[]) => void,
): void => {
  container.ownerDocument.addEventListener(
    'paste',
    (event) => {
      const isHere = event.target instanceof Node && container.contains(event.target);
      if (!isHere || event.clipboardData === null) return;
      const html = event.clipboardData.getData('text/html');
      const text = event.clipboardData.getData('text/plain');
      if (isTyping() || OWN_COPY.test(html) || text === '') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onCells(cellsOfText(text));
    },
    true,
  );
};
