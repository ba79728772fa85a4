import { makeStyles, tokens, webLightTheme, type Theme } from '@fluentui/react-components';

/** Fonts that Windows, Mac and Linux have for Thai; nothing is loaded. */
const FONT =
  "'Leelawadee UI', 'Noto Sans Thai', 'Sukhumvit Set', 'Thonburi', 'Garuda', 'Loma', 'Segoe UI', sans-serif";

/** Fluent's light theme with room for tone marks above and vowels below. */
export const paneTheme: Theme = {
  ...webLightTheme,
  fontFamilyBase: FONT,
  fontFamilyNumeric: FONT,
  lineHeightBase200: '20px',
  lineHeightBase300: '24px',
  lineHeightBase400: '26px',
  lineHeightBase500: '32px',
  colorBrandBackground: '#1F4E79',
  colorBrandBackgroundHover: '#2A6099',
  colorBrandBackgroundPressed: '#173B5C',
  colorBrandForeground1: '#1F4E79',
  colorBrandForegroundLink: '#1F4E79',
  colorCompoundBrandBackground: '#1F4E79',
  colorCompoundBrandBackgroundHover: '#2A6099',
};

/** Looks that several parts of the pane share. */
export const useSharedStyles = makeStyles({
  /** The whole pane: what is above and below stays in sight, the middle scrolls. */
  pane: { display: 'flex', flexDirection: 'column', height: '100vh' },
  middle: { flexGrow: 1, minHeight: 0, overflowX: 'hidden', overflowY: 'auto' },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  corner: { display: 'flex', justifyContent: 'flex-end', padding: tokens.spacingHorizontalXS },
  padded: { padding: tokens.spacingHorizontalM },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0 },
});
