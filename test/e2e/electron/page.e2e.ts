import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CHANNEL_NAMES } from '../../../src-preload/contract/channel-names.ts';
import { type Desktop, type Exposed, makeHome, PRELOAD, startDesktop } from './support/desktop.ts';
import { expect, isElectronThere, test } from './support/electron-test.ts';
import { ASK_FOR_PERMISSIONS, HOSTILE_ADDRESSES, HOSTILE_PATHS } from './support/hostile.ts';
import { readSpied } from './support/spied.ts';

// What the page may not do, in one app: nothing here may change it.

let desktop: Desktop;
let page: Page;

test.beforeAll(async ({ session }) => {
  if (!isElectronThere) return;
  desktop = await startDesktop(session, makeHome());
  page = await desktop.page();
});
test.afterAll(async () => {
  if (!isElectronThere) return;
  await desktop.quit();
  desktop.home.remove();
});

test('the page comes from app://tillbridge and reaches the engine', async () => {
  expect(page.url()).toMatch(/^app:\/\/tillbridge\//);
  expect(await desktop.call('app:info', {})).toMatchObject({ isDesktop: true });
});

test('the page has nothing of Node, and of the bridge call and listen only', async () => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'Buffer', 'module', 'global', '__dirname'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys((globalThis as unknown as Exposed).tillbridge).sort(),
  }));
  expect(seen).toEqual({ node: [], bridge: ['call', 'listen'] });
});

test('every window is isolated and sandboxed', async () => {
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const {
        contextIsolation,
        nodeIntegration,
        sandbox,
        webviewTag,
        webSecurity,
        allowRunningInsecureContent,
      } = contents.getLastWebPreferences();
      return {
        contextIsolation,
        nodeIntegration,
        sandbox,
        webviewTag,
        webSecurity,
        allowRunningInsecureContent,
      };
    }),
  );
  expect(preferences).toEqual([
    {
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
    },
  ]);
});

test('a preload that asks for a file of the computer fails: preloads are sandboxed', async () => {
  const preload = join(desktop.home.dataDir, 'greedy.cjs');
  writeFileSync(preload, "require('node:fs').readFileSync('/etc/passwd')");
  const said = await desktop.app.evaluate(async ({ BrowserWindow }, file) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: file } });
    const failed = new Promise<string>((resolve) =>
      window.webContents.once('preload-error', (_event, _path, error) => resolve(error.message)),
    );
    await window.loadURL('app://tillbridge/');
    const message = await failed;
    window.destroy();
    return message;
  }, preload);
  expect(said).toContain('module not found: node:fs');
});

test('a channel that the contract lacks is refused in the preload', async () => {
  const said = await page.evaluate(() =>
    (globalThis as unknown as Exposed).tillbridge.call('fs:read', {}).catch((error: Error) => error.message),
  );
  expect(said).toContain('no such channel');
});

test('a second window of the same page is a stranger on every channel', async () => {
  const codes = await desktop.app.evaluate(
    async ({ BrowserWindow }, { names, preload }) => {
      const second = new BrowserWindow({ show: false, webPreferences: { preload } });
      await second.loadURL('app://tillbridge/');
      const answers = (await second.webContents.executeJavaScript(
        `Promise.all(${JSON.stringify(names)}.map((name) => window.tillbridge.call(name, {})))`,
      )) as { failure?: { code: string } }[];
      second.destroy();
      return answers.map((answer) => answer.failure?.code ?? 'answered');
    },
    { names: [...CHANNEL_NAMES], preload: PRELOAD },
  );
  expect(codes).toEqual(CHANNEL_NAMES.map(() => 'IPC_REFUSED_CALLER'));
});

test('a frame inside the page is a stranger on every channel, and the log says who asked', async () => {
  await page.evaluate("document.body.append(document.createElement('iframe'))");
  const codes = await desktop.app.evaluate(
    async ({ BrowserWindow, ipcMain }, names) => {
      const sender = BrowserWindow.getAllWindows()[0]?.webContents;
      const senderFrame = sender?.mainFrame.frames[0];
      if (!senderFrame) return ['no frame'];
      // A page that was taken over could send from the frame itself, without the preload; so the message is forged
      // where it arrives. Electron keeps what `ipcMain.handle` was given by channel.
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<
          string,
          (event: unknown, input: unknown) => Promise<{ failure?: { code: string } }>
        >;
      };
      const ask = (event: unknown) =>
        Promise.all(
          names.map(async (name) => (await handlers.get(name)?.(event, {}))?.failure?.code ?? 'answered'),
        );
      // The same message from the page itself is answered, so it is the frame that is refused.
      const own = (await handlers.get('app:info')?.({ sender, senderFrame: sender?.mainFrame }, {})) ?? {};
      if ('failure' in own) return ['the page itself is refused'];
      return [...(await ask({ sender, senderFrame })), ...(await ask({ sender, senderFrame: null }))];
    },
    [...CHANNEL_NAMES],
  );
  await page.evaluate("document.querySelector('iframe').remove()");
  expect(codes).toEqual([...CHANNEL_NAMES, ...CHANNEL_NAMES].map(() => 'IPC_REFUSED_CALLER'));
  const { entries } = await desktop.call('log:page', {
    ...{ action: 'refused', sort: 'atMs', isDescending: true },
    ...{ limit: 1000, offset: 0 },
  });
  // Each channel: the second window, the frame, the frame that is gone.
  expect(entries.length).toBeGreaterThanOrEqual(CHANNEL_NAMES.length);
});

/** In the page, as text: the checker knows no DOM here. */
const TRY_TO_LOAD = `(async () => {
  const seen = new Set();
  document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
  const add = (name, given) => document.body.appendChild(Object.assign(document.createElement(name), given));
  const added = [
    add('script', { textContent: 'window.wasInlined = true' }),
    add('script', { src: 'https://tillbridge.example/a.js' }),
    add('img', { src: 'https://tillbridge.example/a.png' }),
    add('iframe', { src: 'https://tillbridge.example/' }),
    add('object', { data: 'https://tillbridge.example/a.pdf' }),
    add('style', { textContent: 'body { --wasStyled: 1 }' }),
    add('a', { textContent: 'x' }),
  ];
  added.at(-1).setAttribute('onclick', 'window.wasInlined = true');
  added.at(-1).click();
  // In a turn of its own: what a debugger evaluates may evaluate.
  const evaluated = await new Promise((resolve) => setTimeout(() => {
    try { resolve((0, eval)('1 + 1')); } catch { resolve('refused'); }
  }));
  const fetched = await fetch('https://tillbridge.example/').then(() => 'fetched', () => 'refused');
  const own = await fetch('app://tillbridge/index.html').then(() => 'fetched', () => 'refused');
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const element of added) element.remove();
  return { evaluated, fetched, own, isInlined: 'wasInlined' in window, seen: [...seen].sort() };
})()`;

test('the policy blocks inline scripts and styles, eval, the network, frames and plug-ins', async () => {
  expect(await page.evaluate(TRY_TO_LOAD)).toEqual({
    evaluated: 'refused',
    fetched: 'refused',
    own: 'refused',
    isInlined: false,
    seen: [
      'connect-src',
      'frame-src',
      'img-src',
      'object-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ],
  });
});

test('each load of the page has a style nonce of its own', async () => {
  const readPolicies = () =>
    desktop.app.evaluate(async ({ session }) => {
      const load = async () => {
        const answer = await session.defaultSession.fetch('app://tillbridge/');
        return answer.headers.get('content-security-policy') ?? '';
      };
      return [await load(), await load()];
    });
  const nonces = (await readPolicies()).map((policy) => /'nonce-([0-9a-f]+)'/.exec(policy)?.[1] ?? '');
  expect(nonces[0]).toMatch(/^[0-9a-f]{16,}$/);
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('30 ways to write a file outside the page are all not found', async () => {
  expect(new Set(HOSTILE_PATHS).size).toBe(30);
  const statuses = await desktop.app.evaluate(
    async ({ session }, paths) =>
      Promise.all(
        paths.map(async (path) => (await session.defaultSession.fetch(`app://tillbridge/${path}`)).status),
      ),
    HOSTILE_PATHS,
  );
  expect(statuses).toEqual(HOSTILE_PATHS.map(() => 404));
});

const goTo = (address: string): string => `(() => {
  const link = Object.assign(document.createElement('a'), { href: ${JSON.stringify(address)} });
  document.body.append(link);
  link.click();
  link.remove();
  // What is no address at all, or forbidden to a page, is refused to its face.
  try { location.assign(${JSON.stringify(address)}); }
  catch (error) { if (!(error instanceof DOMException)) throw error; }
})()`;

test('20 hostile addresses: the page stays, no window opens, no program is started', async () => {
  expect(new Set(HOSTILE_ADDRESSES).size).toBe(20);
  await page.evaluate('window.isStillHere = true');
  // about:blank is asked of nobody; it has a test of its own.
  for (const address of HOSTILE_ADDRESSES.filter((each) => each !== 'about:blank'))
    await page.evaluate(goTo(address));
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/^app:\/\/tillbridge\//);
  expect(await page.evaluate('window.isStillHere')).toBe(true);
  for (const address of HOSTILE_ADDRESSES)
    await page.evaluate(`void window.open(${JSON.stringify(address)})`);
  await page.waitForTimeout(300);
  expect(await page.evaluate('window.isStillHere')).toBe(true);
  expect(await desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect((await readSpied(desktop)).opened).toEqual([]);
});

test('an empty page, which Chromium shows unasked, is fetched back', async () => {
  const shown = page.waitForEvent('framenavigated', (frame) => frame.url() === 'about:blank');
  const isBack = page.waitForEvent('framenavigated', (frame) => frame.url().startsWith('app://tillbridge/'));
  await page.evaluate(goTo('about:blank'));
  await Promise.all([shown, isBack]);
  await page.waitForLoadState('load');
});

test('a link to Clover’s dashboard opens in the person’s browser, not here', async () => {
  await page.evaluate("void window.open('https://www.clover.com/dashboard')");
  await expect
    .poll(async () => (await readSpied(desktop)).opened)
    .toEqual(['https://www.clover.com/dashboard']);
  expect(await desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('a webview shows nothing', async () => {
  await page.evaluate(`(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://tillbridge.example/');
    view.setAttribute('allowpopups', '');
    document.body.append(view);
  })()`);
  await page.waitForTimeout(200);
  expect(await desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  await page.evaluate("document.querySelector('webview').remove()");
});

test('12 permissions are asked for, and 12 denied', async () => {
  // As if a person had clicked: some are not even asked about otherwise.
  const answers = await desktop.app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code, true),
    ASK_FOR_PERMISSIONS,
  );
  expect(Object.keys(answers)).toHaveLength(12);
  expect(new Set(Object.values(answers))).toEqual(new Set(['denied']));
});
