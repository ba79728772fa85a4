/** Functions that came after 2007 and bear a prefix in the file, without which Excel does not know them. */
const NEWER = new Set(
  (
    'AGGREGATE CEILING.MATH COMBINA CONCAT COVARIANCE.P COVARIANCE.S DAYS FLOOR.MATH FORMULATEXT IFNA IFS ISFORMULA ' +
    'ISOWEEKNUM LET MAXIFS MINIFS MODE.MULT MODE.SNGL NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC ' +
    'PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ SHEET SHEETS STDEV.P STDEV.S SWITCH TEXTJOIN VAR.P ' +
    'VAR.S XLOOKUP XMATCH XOR'
  ).split(' '),
);

/** Pieces of a formula: texts and sheet names in quotes, and names that a bracket follows. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?:_xl\w+\.)*([A-Za-z][A-Za-z0-9.]*)(?=\()/g;

/** A formula as the file writes it. */
export const fileFormula = (formula: string): string =>
  formula.replace(PIECE, (piece: string, name: string | undefined) =>
    name !== undefined && piece === name && NEWER.has(name.toUpperCase()) ? `_xlfn.${piece}` : piece,
  );

/** A formula as people write it. */
export const shownFormula = (formula: string): string =>
  formula.replace(PIECE, (piece: string, name: string | undefined) => name ?? piece);
