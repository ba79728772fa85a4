import {
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import type { Look } from './surface';

/** Fonts that Windows, Mac and Linux have for Thai; nothing is loaded. */
const FONT =
  "'Leelawadee UI', 'Noto Sans Thai', 'Sukhumvit Set', 'Thonburi', 'Garuda', 'Loma', 'Segoe UI', sans-serif";

/** Room for tone marks above and vowels below. */
const thai = {
  fontFamilyBase: FONT,
  fontFamilyNumeric: FONT,
  lineHeightBase200: '20px',
  lineHeightBase300: '24px',
  lineHeightBase400: '28px',
  lineHeightBase500: '32px',
};

/** Fluent's themes with room for Thai; the light one in the colour of our sheets. */
export const themes: Readonly<Record<Look, Theme>> = {
  light: {
    ...webLightTheme,
    ...thai,
    colorBrandBackground: '#1F4E79',
    colorBrandBackgroundHover: '#2A6099',
    colorBrandBackgroundPressed: '#173B5C',
    colorBrandForeground1: '#1F4E79',
    colorBrandForegroundLink: '#1F4E79',
    colorCompoundBrandBackground: '#1F4E79',
    colorCompoundBrandBackgroundHover: '#2A6099',
    colorCompoundBrandStroke: '#1F4E79',
  },
  dark: { ...webDarkTheme, ...thai },
  contrast: { ...teamsHighContrastTheme, ...thai },
};

/** Looks that several parts of the pane share. */
export const useSharedStyles = makeStyles({
  /** The whole pane: what is above and below stays in sight, the middle scrolls. Where there is little height all of it scrolls. */
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    '@media (max-height: 479px)': { height: 'auto', minHeight: '100%' },
  },
  /** Takes the place of a view, and is none for the layout. */
  place: { display: 'contents', '[hidden]': { display: 'none' } },
  middle: {
    flexGrow: 1,
    // With large text head and foot could take all the room; then the whole pane scrolls.
    minHeight: '160px',
    overflowX: 'hidden',
    overflowY: 'auto',
    '@media (max-height: 479px)': { overflowY: 'visible' },
  },
  // What does not fit is scrolled to, never squeezed.
  column: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    '& > *': { flexShrink: 0 },
  },
  tight: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    '& > *': { flexShrink: 0 },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
  },
  padded: { padding: tokens.spacingHorizontalM },
  sides: { padding: `0 ${tokens.spacingHorizontalM}` },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  subheading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { padding: `${tokens.spacingVerticalXS} 0` },
  number: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', whiteSpace: 'nowrap' },
  whole: { whiteSpace: 'nowrap' },
  /** Never wider than its place, however large its text or long its choices. */
  field: {
    minWidth: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& select': { width: '100%', minWidth: 0 },
    '& input': { width: '100%', minWidth: 0 },
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
