import { describe, expect, it } from 'vitest';
import { findLines, listFiles } from '../support/source-files.ts';

/** What weakens the window, by item of Electron's list. It may stand nowhere in what is shipped. */
const WEAKENING: readonly (readonly [string, RegExp])[] = [
  ['2: Node in a page', /nodeIntegration\w*['"]?\s*:(?!\s*false\b)/],
  ['3: no isolation', /contextIsolation['"]?\s*:(?!\s*true\b)/],
  ['4: no sandbox', /\bsandbox['"]?\s*:\s*false|--no-sandbox|no-sandbox|disable-setuid-sandbox/],
  ['6: no web security', /\bwebSecurity\b|disable-web-security/],
  ['8: insecure content', /allowRunningInsecureContent|allow-running-insecure-content/],
  ['9: experimental features', /experimentalFeatures|enable-experimental-web-platform-features/],
  ['10: features of Blink', /enableBlinkFeatures|enable-blink-features/],
  ['11: a webview', /webviewTag['"]?\s*:(?!\s*false\b)|allowpopups|<webview/],
  ['18: pages of files', /\.loadFile\(|registerFileProtocol|interceptFileProtocol/],
  [
    '1: certificates that are not looked at',
    /ignore-certificate-errors|rejectUnauthorized['"]?\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|setCertificateVerifyProc|'certificate-error'/,
  ],
  [
    '20: a bridge for anything',
    /exposeInMainWorld\([^)]*\b(ipcRenderer|electron)\b\s*[,)}]|@electron\/remote|enableRemoteModule/,
  ],
];

const SHIPPED = listFiles(
  'src-main/*.ts',
  'src-preload/*.ts',
  'src-renderer/*.ts',
  'src-renderer/*.tsx',
  'src-renderer/*.html',
  'electron.vite.config.ts',
  'electron-builder.yml',
);

/** Lines that weaken something, without the tests’ own and without remarks. */
const scan = (files: typeof SHIPPED, pattern: RegExp): string[] =>
  findLines(files, pattern).filter((line) => !/:\d+: (\/\/|\*|\/\*|#)/.test(line));

describe('Electron’s list: what may stand nowhere in the sources', () => {
  it.each(WEAKENING)('%s', (_what, pattern) => {
    expect(SHIPPED.length).toBeGreaterThan(300);
    expect(scan(SHIPPED, pattern)).toEqual([]);
  });

  it.each([
    ['nodeIntegration: true,', '2: Node in a page'],
    ['nodeIntegrationInWorker: isDev,', '2: Node in a page'],
    ['contextIsolation: false', '3: no isolation'],
    ['sandbox: false,', '4: no sandbox'],
    ["app.commandLine.appendSwitch('no-sandbox')", '4: no sandbox'],
    ['webSecurity: false', '6: no web security'],
    ['allowRunningInsecureContent: true', '8: insecure content'],
    ['experimentalFeatures: true', '9: experimental features'],
    ["enableBlinkFeatures: 'A'", '10: features of Blink'],
    ['webviewTag: true', '11: a webview'],
    ["void window.loadFile('index.html')", '18: pages of files'],
    ['rejectUnauthorized: false', '1: certificates that are not looked at'],
    ["contextBridge.exposeInMainWorld('all', ipcRenderer)", '20: a bridge for anything'],
  ])('"%s" would be found', (text, what) => {
    const found = WEAKENING.filter(([, pattern]) => scan([{ path: 'a.ts', text }], pattern).length > 0);
    expect(found.map(([name]) => name)).toEqual([what]);
  });

  it('the sandbox is switched on for every page, before the app is ready, and each window says the rest itself', () => {
    const text = SHIPPED.map((file) => file.text).join('\n');
    expect(text.match(/\bapp\.enableSandbox\(\)/g)).toHaveLength(1);
    const windows = text.match(/new BrowserWindow\(/g) ?? [];
    const isolated = text.match(/contextIsolation: true,\n\s+nodeIntegration: false,/g) ?? [];
    expect(windows.length).toBeGreaterThan(0);
    expect(isolated).toHaveLength(windows.length);
  });
});
