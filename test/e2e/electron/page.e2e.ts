import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, type Page, test } from '@playwright/test';
import { CHANNEL_NAMES } from '../../src-preload/contract/channel-names.ts';

// Runs the built app (`out/`) in a real Electron, without fuses: Playwright drives it by inspector arguments.

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'out', 'main', 'index.cjs');
const SHOTS = join(ROOT, 'artefacts', 'electron');

interface Exposed {
  readonly tillbridge: {
    call(
      channel: string,
      input: unknown,
    ): Promise<{ ok: boolean; value?: unknown; failure?: { code: string } }>;
    listen(event: string, hear: () => void): () => void;
  };
}

let dataDir = '';
let app: ElectronApplication;
let page: Page;

/** Root has no sandbox of its own to give; the product itself never says so. */
const rootArgs =
  process.getuid?.() === 0 ? ['--no-sandbox', '-r', join(import.meta.dirname, 'root-sandbox.cjs')] : [];

async function launch(): Promise<void> {
  app = await electron.launch({
    // By -r too: a launcher that loads apps asynchronously is ready before they can say anything.
    args: [...rootArgs, '-r', MAIN, MAIN, `--data=${dataDir}`],
    env: {
      ...(process.env as Record<string, string>),
      TILLBRIDGE_SECRET_KEY: randomBytes(32).toString('base64'),
      XDG_CONFIG_HOME: join(dataDir, 'config'),
    },
  });
  page = await app.firstWindow();
  await page.waitForLoadState('load');
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-e2e-'));
  mkdirSync(SHOTS, { recursive: true });
  await launch();
});
test.afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the page comes from app://tillbridge and reaches the engine', async () => {
  expect(new URL(page.url()).href).toMatch(/^app:\/\/tillbridge\//);
  const info = await page.evaluate(() => (globalThis as unknown as Exposed).tillbridge.call('app:info', {}));
  expect(info).toMatchObject({ ok: true, value: { isDesktop: true } });
  await page.screenshot({ path: join(SHOTS, 'first.png') });
});

test('the page has nothing of Node, and of the bridge call and listen only', async () => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as Exposed).tillbridge).sort(),
  }));
  expect(seen).toEqual({ node: [], bridge: ['call', 'listen'] });
});

test('every window is isolated and sandboxed', async () => {
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { contextIsolation, nodeIntegration, sandbox, webviewTag, webSecurity } =
        contents.getLastWebPreferences();
      return { contextIsolation, nodeIntegration, sandbox, webviewTag, webSecurity };
    }),
  );
  expect(preferences).toEqual([
    { contextIsolation: true, nodeIntegration: false, sandbox: true, webviewTag: false, webSecurity: true },
  ]);
});

test('a channel that the contract lacks is refused in the preload', async () => {
  const said = await page.evaluate(() =>
    (globalThis as unknown as Exposed).tillbridge.call('fs:read', {}).catch((error: Error) => error.message),
  );
  expect(said).toContain('no such channel');
});

test('a second window of the same page is a stranger on every channel', async () => {
  const codes = await app.evaluate(
    async ({ BrowserWindow }, { names, preload }) => {
      const second = new BrowserWindow({ show: false, webPreferences: { preload } });
      await second.loadURL('app://tillbridge/');
      const answers = (await second.webContents.executeJavaScript(
        `Promise.all(${JSON.stringify(names)}.map((name) => window.tillbridge.call(name, {})))`,
      )) as { failure?: { code: string } }[];
      second.destroy();
      return answers.map((answer) => answer.failure?.code ?? 'answered');
    },
    { names: [...CHANNEL_NAMES], preload: join(ROOT, 'out', 'preload', 'index.cjs') },
  );
  expect(new Set(codes)).toEqual(new Set(['IPC_REFUSED_CALLER']));
  expect(codes).toHaveLength(CHANNEL_NAMES.length);
});

/** In the page, as text: the checker knows no DOM here. */
const TRY_TO_LOAD = `(async () => {
  const seen = new Set();
  document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
  const script = document.createElement('script');
  script.textContent = 'window.wasInlined = true';
  const image = document.createElement('img');
  image.src = 'https://tillbridge.example/a.png';
  const frame = document.createElement('iframe');
  frame.src = 'https://tillbridge.example/';
  document.body.append(script, image, frame);
  const fetched = await fetch('https://tillbridge.example/').then(() => 'fetched', () => 'refused');
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const element of [script, image, frame]) element.remove();
  return { fetched, isInlined: 'wasInlined' in window, seen: [...seen].sort() };
})()`;

const tryToLeave = (address: string): string => `(() => {
  window.open(${JSON.stringify(address)});
  const link = document.createElement('a');
  link.href = ${JSON.stringify(address)};
  document.body.append(link);
  link.click();
  link.remove();
})()`;

const ASK_FOR_PERMISSIONS = `Promise.all([
  Notification.requestPermission(),
  navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', () => 'denied'),
])`;

test('the policy blocks inline scripts, the network and frames', async () => {
  expect(await page.evaluate(TRY_TO_LOAD)).toEqual({
    fetched: 'refused',
    isInlined: false,
    seen: ['connect-src', 'frame-src', 'img-src', 'script-src-elem'],
  });
});

test('the page stays: no navigation, no new window, no permission', async () => {
  const addresses = [
    'https://tillbridge.example/',
    'app://tillbridge.example/',
    'data:text/html,hello',
    'file:///etc/passwd',
    'javascript:document.title="gone"',
    'about:blank',
  ];
  for (const address of addresses) await page.evaluate(tryToLeave(address));
  // about:blank is shown for a moment, then the page is fetched back.
  await page.waitForTimeout(300);
  expect(page.url()).toBe('app://tillbridge/');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await page.evaluate(ASK_FOR_PERMISSIONS)).toEqual(['denied', 'denied']);
});

test('closing the window keeps the engine running, and a second start shows the window again', async () => {
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(isVisible).toBe(false);
  const status = await page.evaluate(() =>
    (globalThis as unknown as Exposed).tillbridge.call('status:get', {}),
  );
  expect(status.ok).toBe(true);
  await app.evaluate(({ app: running }) => void running.emit('second-instance'));
  await expect.poll(isVisible).toBe(true);
});

test('a window whose process died comes back', async () => {
  const answer = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return 'no window';
    await new Promise<void>((resolve) => {
      contents.once('render-process-gone', () => contents.once('did-finish-load', () => resolve()));
      contents.forcefullyCrashRenderer();
    });
    return contents.executeJavaScript("window.tillbridge.call('status:get', {})");
  });
  expect(answer).toMatchObject({ ok: true });
});

test('the window opens as it was left', async () => {
  const left = { x: 40, y: 60, width: 900, height: 640 };
  await app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, left);
  await app.close();
  await launch();
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: left.width, height: left.height });
});
