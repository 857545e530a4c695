import '@mantine/core/styles.css';
import './styles/window.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startStores } from './state/start.ts';
import { resolveVariables, theme } from './styles/theme.ts';

declare global {
  /** Where the scroll lock of dialogs (react-remove-scroll, by get-nonce) looks for the nonce of its style. */
  var __webpack_nonce__: string | undefined;
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
if (nonce !== '') globalThis.__webpack_nonce__ = nonce;

startStores();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <App />
    </MantineProvider>
  </StrictMode>,
);
