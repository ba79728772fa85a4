import { applied, columnOf, planFor, snapshotOf } from './plans';
import { makeWorkbook, RELATIONSHIPS, STYLES, workbookParts } from './workbooks';
import { partText, unzipParts, zipParts } from './zip-parts';

const MACROS = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);

/** The same workbook with another content type, as a template or with macros. */
const ofKind = (kind: string, hasMacros: boolean): Uint8Array => {
  const parts = workbookParts({
    sheets: [{ name: 'S', xml: '<sheetPr codeName="Sheet1"/><sheetData/>' }],
    styles: STYLES,
    ...(hasMacros ? { extra: { 'xl/vbaProject.bin': MACROS } } : {}),
  });
  const types = String(parts['[Content_Types].xml'])
    .replace('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', kind)
    .replace(
      '<Override',
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
    );
  const links = String(parts['xl/_rels/workbook.xml.rels']).replace(
    '</Relationships>',
    '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
  );
  return zipParts({
    ...parts,
    '[Content_Types].xml': types,
    ...(hasMacros ? { 'xl/_rels/workbook.xml.rels': links } : {}),
  });
};

test.each([
  ['.xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', true],
  ['.xltx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml', false],
  ['.xltm', 'application/vnd.ms-excel.template.macroEnabled.main+xml', true],
])('%s stays what it is, with its macros byte for byte', (_, kind, hasMacros) => {
  const source = ofKind(kind, hasMacros);
  const plan = planFor('ใหม่', { exists: false, cells: columnOf(['ก', 1]) });
  const out = applied(source, plan);
  expect(snapshotOf(out).sheets.map(({ name }) => name)).toEqual(['S', 'ใหม่']);
  expect(partText(out, '[Content_Types].xml')).toContain(`PartName="/xl/workbook.xml" ContentType="${kind}"`);
  expect(unzipParts(out)['xl/vbaProject.bin']).toEqual(hasMacros ? MACROS : undefined);
  expect(applied(out, plan)).toEqual(out);
});

test('comments on the cells that are written stay, in all their parts', () => {
  const parts = workbookParts({
    sheets: [
      {
        name: 'S',
        xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><legacyDrawing r:id="rId2"/>',
      },
    ],
    extra: {
      'xl/comments1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>ก</author></authors><commentList><comment ref="A1" authorId="0"><text><t>ตรวจแล้ว</t></text></comment></commentList></comments>',
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>`,
    },
  });
  const types = String(parts['[Content_Types].xml']).replace(
    '</Types>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
  );
  const source = zipParts({ ...parts, '[Content_Types].xml': types });
  const out = applied(source, planFor('S', { cells: columnOf(['ใหม่']), frame: null }));
  const [before, after] = [unzipParts(source), unzipParts(out)];
  for (const name of [
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
  ])
    expect(after[name]).toEqual(before[name]);
  expect(partText(out, 'xl/worksheets/sheet1.xml')).toContain('</sheetData><legacyDrawing r:id="rId2"/>');
});

test('Thai names, for the workbook and for one sheet, are kept and found again', () => {
  const names =
    '<definedName name="ผลคะแนน_๒๕๖๗" localSheetId="0" hidden="1">S!$A$1</definedName><definedName name="น้ำหนัก">0.3</definedName>';
  const source = makeWorkbook({ sheets: [{ name: 'S', xml: '<sheetData/>' }], names });
  const plan = planFor(
    'S',
    { frame: null },
    {
      names: [
        { name: 'ผลคะแนน_๒๕๖๗', refersTo: "'S'!$B$2" },
        { name: 'น้ำหนัก', refersTo: '0.4' },
      ],
    },
  );
  const out = applied(source, plan);
  expect(partText(out, 'xl/workbook.xml')).toContain(
    `<definedNames><definedName name="ผลคะแนน_๒๕๖๗" localSheetId="0" hidden="1">S!$A$1</definedName><definedName name="น้ำหนัก">0.4</definedName><definedName name="ผลคะแนน_๒๕๖๗">'S'!$B$2</definedName></definedNames>`,
  );
  expect(applied(out, plan)).toEqual(out);
});
