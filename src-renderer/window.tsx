import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startStores } from './state/start.ts';
import { resolveVariables, theme } from './styles/theme.ts';

/** Draws the window. @param nonce of the page's own styles */
export function drawWindow(root: HTMLElement, nonce: string): void {
  startStores();
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
}
