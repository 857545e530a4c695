import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { t } from '../i18n/i18n.ts';

/** Deep teal; white text on shade 7 has a contrast of 5.4. */
const petrol: MantineColorsTuple = [
  '#e8f6f6',
  '#d0eaeb',
  '#a3d5d7',
  '#72bfc2',
  '#49a9ad',
  '#2b9297',
  '#178186',
  '#0e7176',
  '#0a5c60',
  '#05464a',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  colors: { petrol },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Consolas, monospace",
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.25rem' } } },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { radius: 'md' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg', closeButtonProps: { 'aria-label': t('Close') } },
      styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 } },
    },
    // A dialog's header is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': t('Close') } } },
  },
});

/** Quiet text, placeholders and errors that still have a contrast of 4.5 on their ground. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#545d66',
    '--mantine-color-placeholder': '#68717a',
    '--mantine-color-error': '#b42318',
    '--tb-ground': '#f5f7f7',
  },
  dark: {
    '--mantine-color-body': '#1c2122',
    '--mantine-color-dimmed': '#aab4b6',
    '--mantine-color-placeholder': '#98a2a4',
    '--mantine-color-error': '#ff9b92',
    // The theme's own would be nearly black on a dark card, as if it were switched off.
    '--mantine-color-petrol-light': '#163c3d',
    '--mantine-color-petrol-light-hover': '#1c494a',
    '--mantine-color-petrol-light-color': '#a6e3e5',
    '--tb-ground': '#15191a',
  },
});
