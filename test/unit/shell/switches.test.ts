import { expect, it } from 'vitest';
import { findLines, listFiles } from '../../support/source-files.ts';

const sources = listFiles(
  'src-main',
  'src-preload',
  'src-renderer',
  'electron.vite.config.ts',
  'electron-builder.yml',
);

it.each([
  ['a window without its sandbox', /sandbox:\s*false|no-sandbox/],
  ['a page with Node', /nodeIntegration(InWorker|InSubFrames)?:\s*true/],
  ['a page that shares its world with the preload', /contextIsolation:\s*false/],
  ['web security switched', /webSecurity/],
  ['insecure content', /allowRunningInsecureContent/],
  ['experiments', /experimentalFeatures|enableBlinkFeatures/],
  ['pages inside the page', /webviewTag:\s*true|allowpopups/],
  ['pages from files', /\.loadFile\(|['"`]file:\/\//],
  ['the older door to the main process', /ipcRenderer\.(send|sendSync)\(|remote\b.*require/],
])('nowhere in the sources: %s', (_what, pattern) => {
  expect(sources.length).toBeGreaterThan(100);
  expect(findLines(sources, pattern)).toEqual([]);
});
