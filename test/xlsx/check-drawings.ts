import { linksOf, plain, repeated, tagsOf, type Parts, type Tag } from './read-tags';

/** Children that drawings and charts may have, in the order that the standard demands. */
const ORDERS: Readonly<Record<string, string>> = {
  twoCellAnchor: 'from to sp grpSp graphicFrame cxnSp pic contentPart AlternateContent clientData',
  oneCellAnchor: 'from ext sp grpSp graphicFrame cxnSp pic contentPart AlternateContent clientData',
  absoluteAnchor: 'pos ext sp grpSp graphicFrame cxnSp pic contentPart AlternateContent clientData',
  from: 'col colOff row rowOff',
  to: 'col colOff row rowOff',
  graphicFrame: 'nvGraphicFramePr xfrm graphic',
  pic: 'nvPicPr blipFill spPr style',
  chartSpace:
    'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  chart:
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst',
  title: 'tx layout overlay spPr txPr extLst',
  plotArea: 'layout barChart lineChart radarChart pieChart catAx dateAx serAx valAx dTable spPr extLst',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  lineChart: 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst',
  radarChart: 'radarStyle varyColors ser dLbls axId extLst',
  pieChart: 'varyColors ser dLbls firstSliceAng extLst',
  ser: 'idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat val smooth shape extLst',
  marker: 'symbol size spPr extLst',
  dLbls:
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst',
  scaling: 'logBase orientation max min extLst',
  legend: 'legendPos legendEntry layout overlay spPr txPr extLst',
  numRef: 'f numCache extLst',
  strRef: 'f strCache extLst',
  numCache: 'formatCode ptCount pt extLst',
  strCache: 'ptCount pt extLst',
  rich: 'bodyPr lstStyle p',
  txPr: 'bodyPr lstStyle p',
  ln: 'noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst',
  defRPr: 'ln noFill solidFill effectLst latin ea cs sym hlinkClick extLst',
  rPr: 'ln noFill solidFill effectLst latin ea cs sym hlinkClick extLst',
};

const AXES = ['catAx', 'dateAx', 'serAx', 'valAx'];

/** Elements whose children stand in the wrong order, or that the standard does not have there. */
export const childOrderProblems = (
  part: string,
  tags: readonly Tag[],
  orders: Readonly<Record<string, string>>,
): string[] =>
  familiesOf(tags).flatMap(({ parent, children }) => {
    const order = orders[parent.name]?.split(' ');
    if (order === undefined || children.length === 0) return [];
    const ranks = children.map(({ name }) => order.indexOf(name));
    return [
      ...children.filter((_, i) => ranks[i] === -1).map(({ name }) => `${part}: ${name} in ${parent.name}`),
      ...(ranks.some((rank, i) => rank < (ranks[i - 1] ?? 0))
        ? [`${part}: children of ${parent.name} out of order`]
        : []),
    ];
  });

/** Each element with its children. */
export const familiesOf = (
  tags: readonly Tag[],
): readonly { readonly parent: Tag; readonly children: readonly Tag[] }[] => {
  const families = tags.map((parent) => ({ parent, children: [] as Tag[] }));
  const open: number[] = [];
  tags.forEach((tag, i) => {
    open.length = tag.depth;
    families[open.at(-1) ?? -1]?.children.push(tag);
    open.push(i);
  });
  return families;
};

/** What is wrong with the drawing of a sheet, and with the charts in it. */
export const drawingProblems = (parts: Parts, sheet: string): string[] =>
  linksOf(parts, sheet)
    .filter(({ type, isExternal }) => type === 'drawing' && !isExternal)
    .flatMap(({ target }) => {
      const tags = tagsOf(parts.get(target) ?? '');
      const shapes = tags.filter(({ name }) => name === 'cNvPr');
      const frames = tags.filter(({ name }) => name === 'graphicFrame').length;
      const charts = linksOf(parts, target).filter(({ type }) => type === 'chart');
      return [
        ...(tags[0]?.name === 'wsDr' ? [] : [`${target}: no drawing`]),
        ...childOrderProblems(target, tags, ORDERS),
        ...repeated(shapes.map(({ values }) => values['id'] ?? '')).map(
          (id) => `${target}: two shapes ${id}`,
        ),
        ...(charts.length > frames ? [`${target}: a chart that nothing shows`] : []),
        ...charts.flatMap((chart) => chartProblems(parts, chart.target)),
      ];
    });

const chartProblems = (parts: Parts, part: string): string[] => {
  const tags = tagsOf(parts.get(part) ?? '');
  const valuesOf = (name: string): string[] =>
    tags.filter((tag) => tag.name === name).map(({ values }) => values['val'] ?? '');
  const families = familiesOf(tags);
  const axes = families
    .filter(({ parent }) => AXES.includes(parent.name))
    .map(({ children }) => children.find(({ name }) => name === 'axId')?.values['val'] ?? '');
  const sheets = new Set(formulaSheets(parts.get(part) ?? ''));
  const workbook = tagsOf(parts.get('xl/workbook.xml') ?? '');
  const known = new Set(workbook.filter(({ name }) => name === 'sheet').map(({ values }) => values['name']));
  return [
    ...(tags[0]?.name === 'chartSpace' ? [] : [`${part}: no chart`]),
    ...childOrderProblems(part, tags, ORDERS),
    ...repeated(axes).map((id) => `${part}: two axes ${id}`),
    ...[...valuesOf('axId'), ...valuesOf('crossAx')]
      .filter((id) => !axes.includes(id))
      .map((id) => `${part}: no axis ${id}`),
    ...['idx', 'order'].flatMap((name) =>
      repeated(seriesValues(families, name)).map((value) => `${part}: two series of ${name} ${value}`),
    ),
    ...[...sheets].filter((name) => !known.has(name)).map((name) => `${part}: no sheet ${name}`),
    ...families.flatMap(({ parent, children }) => {
      const count = children.find(({ name }) => name === 'ptCount')?.values['val'];
      const beyond = children.some(
        ({ name, values }) => name === 'pt' && Number(values['idx']) >= Number(count),
      );
      return beyond ? [`${part}: a point beyond the count of ${parent.name}`] : [];
    }),
  ];
};

const seriesValues = (families: ReturnType<typeof familiesOf>, name: string): string[] =>
  families
    .filter(({ parent }) => parent.name === 'ser')
    .map(({ children }) => children.find((child) => child.name === name)?.values['val'] ?? '');

/** Sheets that the formulas of a chart name. */
const formulaSheets = (text: string): string[] =>
  Array.from(text.matchAll(/<c:f>(?:'((?:[^']|'')+)'|([^'!<]+))!/g), ([, quoted, bare]) =>
    plain((quoted ?? bare ?? '').replaceAll("''", "'")),
  );
