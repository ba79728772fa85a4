import { localName, parseXml, type XmlNode } from '../../src/xlsx/xml/parse-xml';
import { attribute, elements } from '../../src/xlsx/xml/xml-node';

/** Width and height of an icon file by its path below the add-in's address; undefined where there is none. */
export type IconSize = (path: string) => readonly [width: number, height: number] | undefined;

// Order and limits: [MS-OWEMXML] and the manifest reference of Office Add-ins (learn.microsoft.com, add-in only manifest).
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...[
      'Id',
      'AlternateId',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
    ],
    ...['HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings'],
    ...['Permissions', 'VersionOverrides'],
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'ToolTip', 'Supertip', 'Icon', 'Action', 'Items'],
  Items: ['Item'],
  Item: ['Label', 'Supertip', 'Icon', 'Action', 'Enabled'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName', 'Title'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...[
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'SupportUrl',
    ],
    ...['HighResolutionIconUrl', 'Hosts', 'DefaultSettings', 'Permissions', 'VersionOverrides'],
  ],
  VersionOverrides: ['Requirements', 'Hosts', 'Resources'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon'],
  Items: ['Item'],
  Item: ['Label', 'Supertip', 'Action'],
};
/** What a control does, by its type. */
const DOES: Readonly<Record<string, string>> = { Button: 'Action', Menu: 'Items' };
const ICON_SIZES = [16, 32, 80];
const MAX_RESID = 32;
const MAX_CONTROLS = 6;
const MAX_LENGTH: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ProviderName: 125,
  ShortStrings: 125,
  LongStrings: 250,
};
/** What the product needs of Excel, and what the ribbon's runtime needs; nothing may ask for more. */
export const REQUIRED_SETS: Readonly<Record<string, string>> = { ExcelApi: '1.13', SharedRuntime: '1.1' };

type Place = { readonly node: XmlNode; readonly path: readonly string[] };

const placesOf = (node: XmlNode, path: readonly string[] = []): readonly Place[] => [
  { node, path },
  ...elements(node).flatMap((child) => placesOf(child, [...path, localName(node.tag)])),
];

const named = (places: readonly Place[], ...names: readonly string[]): readonly XmlNode[] =>
  places.flatMap(({ node }) => (names.includes(localName(node.tag)) ? [node] : []));

const textOf = (node: XmlNode | undefined): string =>
  (node?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();

const childText = (root: XmlNode, name: string): string =>
  textOf(elements(root).find((child) => localName(child.tag) === name));

const orderProblems = (places: readonly Place[]): readonly string[] =>
  places.flatMap(({ node }) => {
    const name = localName(node.tag);
    const order = ORDER[name];
    const children = elements(node).map((child) => localName(child.tag));
    const missing = (REQUIRED[name] ?? [])
      .filter((needed) => !children.includes(needed))
      .map((needed) => `${name} has no ${needed}`);
    if (order === undefined || (name === 'Host' && children.length === 0)) return missing;
    const ranks = children.map((child) => order.indexOf(child));
    const unknown = children
      .filter((_, index) => ranks[index] === -1)
      .map((child) => `${name} holds ${child}`);
    const sorted = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
    return [...missing, ...unknown, ...(sorted ? [] : [`${name}: wrong order ${children.join(' ')}`])];
  });

const controlProblems = (places: readonly Place[]): readonly string[] =>
  named(places, 'Control').flatMap((control) => {
    const type = attribute(control, 'xsi:type') ?? '';
    const children = elements(control).map((child) => localName(child.tag));
    const own = Object.values(DOES).filter((name) => children.includes(name));
    const id = attribute(control, 'id') ?? '';
    return own.length === 1 && own[0] === DOES[type]
      ? []
      : [`control ${id} of type ${type} holds ${own.join(' ') || 'nothing to do'}`];
  });

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const resourceProblems = (places: readonly Place[]): readonly string[] => {
  const defined = named(places, 'Image', 'Url', 'String').flatMap((node) => attribute(node, 'id') ?? []);
  const used = places.flatMap(({ node }) => attribute(node, 'resid') ?? []);
  return [
    ...repeated(defined).map((id) => `resource ${id} twice`),
    ...used.filter((id) => !defined.includes(id)).map((id) => `resid ${id} is not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
    ...defined.filter((id) => id.length > MAX_RESID).map((id) => `resource id ${id} is too long`),
  ];
};

const idProblems = (places: readonly Place[]): readonly string[] => {
  const ids = named(places, 'CustomTab', 'Group', 'Control', 'Item').map(
    (node) => attribute(node, 'id') ?? '',
  );
  return [
    ...repeated(ids).map((id) => `id ${id} twice`),
    ...ids.filter((id) => id === '' || id.length > 125).map((id) => `bad id “${id}”`),
    ...named(places, 'Group')
      .filter((group) => elements(group).filter(({ tag }) => tag === 'Control').length > MAX_CONTROLS)
      .map((group) => `group ${attribute(group, 'id') ?? ''} has too many controls`),
  ];
};

const addressProblems = (places: readonly Place[]): readonly string[] =>
  places.flatMap(({ node }) =>
    [attribute(node, 'DefaultValue'), attribute(node, 'Value')].flatMap((value) =>
      /^[a-z]+:\/\//i.test(value ?? '') && !(value ?? '').startsWith('https://')
        ? [`${localName(node.tag)}: ${value ?? ''} is not https`]
        : [],
    ),
  );

const lengthProblems = (places: readonly Place[]): readonly string[] =>
  places.flatMap(({ node, path }) => {
    const name = localName(node.tag);
    const key = name === 'String' || name === 'Override' ? path.find((entry) => entry in MAX_LENGTH) : name;
    const limit = MAX_LENGTH[key ?? ''];
    const text = attribute(node, 'DefaultValue') ?? attribute(node, 'Value') ?? textOf(node);
    return limit !== undefined && text.length > limit ? [`${name} longer than ${limit}: ${text}`] : [];
  });

const localeProblems = (places: readonly Place[]): readonly string[] =>
  named(places, 'String', 'DisplayName')
    .filter((node) => !elements(node).some((child) => attribute(child, 'Locale') === 'en-US'))
    .map((node) => `${attribute(node, 'id') ?? localName(node.tag)} has no English text`);

const pathOf = (address: string): string => address.replace(/^https:\/\/[^/]+\//, '');

const iconProblems = (places: readonly Place[], sizeOf: IconSize): readonly string[] => {
  const addresses = new Map(
    named(places, 'Image').map((node) => [
      attribute(node, 'id') ?? '',
      attribute(node, 'DefaultValue') ?? '',
    ]),
  );
  const wrong = (address: string, size: number, where: string): readonly string[] => {
    const [width, height] = sizeOf(pathOf(address)) ?? [0, 0];
    return width === size && height === size ? [] : [`${where}: ${address} is not ${size} × ${size}`];
  };
  const icons = named(places, 'Icon').flatMap((icon) => {
    const images = elements(icon).filter(({ tag }) => localName(tag) === 'Image');
    const sizes = images.map((image) => Number(attribute(image, 'size')));
    return [
      ...ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `an icon has no size ${size}`),
      ...images.flatMap((image, index) => {
        const id = attribute(image, 'resid') ?? '';
        return wrong(addresses.get(id) ?? '', sizes[index] ?? 0, id);
      }),
    ];
  });
  const whole = (name: string): string => attribute(named(places, name)[0] ?? EMPTY, 'DefaultValue') ?? '';
  return [
    ...icons,
    ...wrong(whole('IconUrl'), 32, 'IconUrl'),
    ...wrong(whole('HighResolutionIconUrl'), 64, 'HighResolutionIconUrl'),
  ];
};

const EMPTY: XmlNode = { tag: '', open: '', close: '', children: [] };

const valueProblems = (root: XmlNode, places: readonly Place[]): readonly string[] => {
  const sets = Object.fromEntries(
    named(places, 'Set').map((node) => [attribute(node, 'Name') ?? '', attribute(node, 'MinVersion') ?? '']),
  );
  const overrides = elements(root).find(({ tag }) => tag === 'VersionOverrides');
  const check = (holds: boolean, problem: string): readonly string[] => (holds ? [] : [problem]);
  return [
    ...check(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(childText(root, 'Id')), 'Id is no UUID'),
    ...check(/^\d+(\.\d+){1,3}$/.test(childText(root, 'Version')), 'Version is no version'),
    ...check(childText(root, 'DefaultLocale') === 'th-TH', 'DefaultLocale is not th-TH'),
    ...check(childText(root, 'Permissions') === 'ReadWriteDocument', 'Permissions are not ReadWriteDocument'),
    ...check(attribute(root, 'xsi:type') === 'TaskPaneApp', 'OfficeApp is no TaskPaneApp'),
    ...check(
      overrides !== undefined && attribute(overrides, 'xsi:type') === 'VersionOverridesV1_0',
      'VersionOverrides are not V1_0',
    ),
    ...check(JSON.stringify(sets) === JSON.stringify(REQUIRED_SETS), `sets are ${JSON.stringify(sets)}`),
    // An Excel that lacks the sets must still open the base pane.
    ...check(!elements(root).some(({ tag }) => tag === 'Requirements'), 'the base manifest has requirements'),
  ];
};

const runtimeProblems = (places: readonly Place[]): readonly string[] => {
  const resid = (name: string): string | undefined => {
    const [node] = named(places, name);
    return node && attribute(node, 'resid');
  };
  const runtime = resid('Runtime');
  const panes = named(places, 'Action').flatMap((action) =>
    elements(action).flatMap((child) =>
      child.tag === 'SourceLocation' ? (attribute(child, 'resid') ?? '') : [],
    ),
  );
  return [...panes, resid('FunctionFile')].some((id) => id !== runtime)
    ? ['pane, commands and runtime are not one page']
    : [];
};

/** What an Office host or its validation would refuse in a manifest; empty for a sound one. */
export const manifestProblems = (xml: string, iconSize: IconSize): readonly string[] => {
  const { root } = parseXml(xml, 'manifest.xml');
  const places = placesOf(root);
  return [
    ...orderProblems(places),
    ...controlProblems(places),
    ...valueProblems(root, places),
    ...resourceProblems(places),
    ...idProblems(places),
    ...addressProblems(places),
    ...lengthProblems(places),
    ...localeProblems(places),
    ...iconProblems(places, iconSize),
    ...runtimeProblems(places),
  ];
};

/** Functions that the ribbon's buttons and the items of its menus run. */
export const functionNames = (xml: string): readonly string[] =>
  named(placesOf(parseXml(xml, 'manifest.xml').root), 'FunctionName').map(textOf);

/** Thai and English text of each string that the ribbon shows, by its id. */
export const stringsOf = (xml: string): ReadonlyMap<string, readonly [thai: string, english: string]> =>
  new Map(
    named(placesOf(parseXml(xml, 'manifest.xml').root), 'String').map((node) => {
      const english = elements(node).find((child) => attribute(child, 'Locale') === 'en-US');
      return [
        attribute(node, 'id') ?? '',
        [attribute(node, 'DefaultValue') ?? '', attribute(english ?? EMPTY, 'Value') ?? ''],
      ];
    }),
  );
