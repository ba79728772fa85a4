import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkbookPort } from '../../src/app/workbook-port';
import { startSession } from '../../src/app/session';
import { registerCommands } from '../../src/commands/ribbon-commands';
import { documentMessagesEn } from '../../src/app/messages/document-messages-en';
import { documentMessagesTh } from '../../src/app/messages/document-messages-th';
import { functionNames, manifestProblems, stringsOf, type IconSize } from './manifest-problems';

const ROOT = resolve(__dirname, '../..');
const FILE = join(ROOT, 'manifest.xml');
const manifest = readFileSync(FILE, 'utf8');

/** Size that a PNG file states in its header. */
const iconSize: IconSize = (path) => {
  const file = join(ROOT, 'assets', path);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

const problemsWith = (from: string | RegExp, to: string): readonly string[] => {
  const changed = manifest.replace(from, to);
  expect(changed).not.toBe(manifest);
  return manifestProblems(changed, iconSize);
};

test('the manifest is sound', () => {
  expect(manifestProblems(manifest, iconSize)).toEqual([]);
});

test.each<[string, string | RegExp, string, RegExp]>([
  ['another order', /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1', /wrong order/],
  ['a missing part', /<SupportUrl.*\/>/, '', /OfficeApp has no SupportUrl/],
  ['an unknown part', '<Permissions>', '<Extra/><Permissions>', /holds Extra/],
  [
    'a plain address',
    'https://localhost:3000/taskpane.html',
    'http://localhost:3000/taskpane.html',
    /not https/,
  ],
  ['a resid of nothing', 'resid="Analyze.Tip"', 'resid="Analyze.Tap"', /Analyze\.Tap is not defined/],
  ['a resource of no use', 'resid="Analyze.Tip"', 'resid="Measures.Tip"', /Analyze\.Tip is not used/],
  ['a resource twice', 'bt:String id="Tab.Label"', 'bt:String id="Pane.Label"', /Pane\.Label twice/],
  ['a long resource id', /Analyze\.Tip/g, `Analyze.${'x'.repeat(30)}`, /too long/],
  ['an item’s id twice', 'id="Ita.Document.Oit"', 'id="Ita.Document.Limits"', /Document\.Limits twice/],
  ['a menu of nothing', /<Items>[^]*<\/Items>/, '', /DocumentMenu of type Menu holds nothing/],
  ['an empty menu', /<Items>[^]*<\/Items>/, '<Items/>', /Items has no Item/],
  ['a button with items', 'xsi:type="Menu"', 'xsi:type="Button"', /of type Button holds Items/],
  [
    'an item that does nothing',
    /<Action xsi:type="ExecuteFunction">\s*<FunctionName>insertOit<\/FunctionName>\s*<\/Action>/,
    '',
    /Item has no Action/,
  ],
  ['an id twice', 'id="Ita.Measures"', 'id="Ita.Analyze"', /Ita\.Analyze twice/],
  ['an icon of another size', 'icons/pane-80.png', 'icons/pane-64.png', /not 80 × 80/],
  ['an icon that is not there', 'icons/pane-80.png', 'icons/nothing-80.png', /not 80 × 80/],
  ['an icon without a size', /<bt:Image size="80" resid="Pane.80"\/>/, '', /no size 80/],
  [
    'an item without English',
    /<bt:Override Locale="en-US" Value="Work calendar"\/>/,
    '',
    /Calendar has no English/,
  ],
  ['a long tip', 'สร้างตารางมาตรการ', 'ก'.repeat(251), /longer than 250/],
  ['a long label', 'เปิดแผงงาน ITA', 'ก'.repeat(126), /longer than 125/],
  [
    'no English text',
    /<bt:Override Locale="en-US" Value="Documents"\/>/,
    '',
    /Documents\.Label has no English/,
  ],
  ['fewer permissions', 'ReadWriteDocument', 'ReadDocument', /Permissions/],
  ['a newer set', 'MinVersion="1.13"', 'MinVersion="1.20"', /sets are/],
  ['another version of overrides', 'VersionOverridesV1_0"', 'VersionOverridesV1_1"', /V1_0/],
  ['a broken id', '5b0f6a2e-', '5b0f6a2-', /UUID/],
  ['another default language', '<DefaultLocale>th-TH', '<DefaultLocale>en-US', /th-TH/],
  [
    'commands on another page',
    '<FunctionFile resid="Pane.Url"/>',
    '<FunctionFile resid="Help.Url"/>',
    /one page/,
  ],
  ['requirements of the base', '<DefaultSettings>', '<Requirements/><DefaultSettings>', /base manifest/],
])('%s is found', (_, from, to, problem) => {
  expect(problemsWith(from, to)).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
});

test.each([
  ['Measures.Label', 'measures', null],
  ['Document.Analysis', 'analysis', 'Document.Analysis.Tip'],
  ['Document.Issues', 'issues', 'Document.Issues.Tip'],
  ['Document.Scores', 'scores', 'Document.Scores.Tip'],
  ['Document.Oit', 'oit', 'Document.Oit.Tip'],
  ['Document.Calendar', 'calendar', 'Document.Calendar.Tip'],
  ['Document.Limits', 'limits', 'Document.Limits.Tip'],
  ['Document.Results', 'results', 'Document.Results.Tip'],
  ['Document.Memo', 'memo', 'Document.Memo.Tip'],
] as const)('%s says what the pane says', (label, kind, tip) => {
  const strings = stringsOf(manifest);
  expect(strings.get(label)).toEqual([documentMessagesTh.name[kind], documentMessagesEn.name[kind]]);
  if (tip === null) return;
  expect(strings.get(tip)).toEqual([documentMessagesTh.purpose[kind], documentMessagesEn.purpose[kind]]);
});

test('every function that a button or an item of a menu runs is registered', () => {
  const registered: string[] = [];
  const associate = (name: string): void => void registered.push(name);
  const globals = globalThis as { Office?: unknown };
  globals.Office = { actions: { associate } };
  registerCommands(startSession({} as WorkbookPort));
  delete globals.Office;
  expect(functionNames(manifest)).toEqual(registered);
});

test('Microsoft’s own reader understands it', () => {
  const cli = join(ROOT, 'node_modules/office-addin-manifest/cli.js');
  const out = execFileSync(process.execPath, [cli, 'info', FILE], { encoding: 'utf8' });
  expect(out).toMatch(/Name: ITA สำหรับ Excel/);
  expect(out).toMatch(/Hosts: Workbook/);
  expect(out).toMatch(/Permissions: ReadWriteDocument/);
}, 60_000);
