import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import type { Answer } from '../../../../src-preload/contract/bridge.ts';
import type { ChannelName, InputOf, OutputOf } from '../../../../src-preload/contract/channels.ts';
import type { StatusShape } from '../../../../src-preload/contract/shapes.ts';
import { take } from '../../support/shop.ts';
import type { Session } from './session.ts';

export const ROOT = join(import.meta.dirname, '../../../..');
/** What `package.json` names as the app. */
export const MAIN = join(ROOT, 'out', 'main', 'index.cjs');
export const PRELOAD = join(ROOT, 'out', 'preload', 'index.cjs');

export const SPY = join(import.meta.dirname, 'spy.cjs');

/** What the page sees of the preload. */
export interface Exposed {
  readonly tillbridge: {
    call(channel: string, input: unknown): Promise<Answer<unknown>>;
    listen(event: string, hear: (value: unknown, seq: number) => void): () => void;
  };
}

/** A data folder of a test's own, and the key that seals its secrets. */
export interface Home {
  readonly dataDir: string;
  readonly configDir: string;
  readonly secretKey: string;
  remove(): void;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The built app in a real Electron. */
export interface Desktop {
  readonly app: ElectronApplication;
  readonly home: Home;
  /** The first window's page, when there is one. */
  page(): Promise<Page>;
  /** Asks the engine as the page does. */
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  /** Asks, and waits for no answer. */
  begin<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<void>;
  /** Resolves when no run is under way. */
  waitForEnd(): Promise<void>;
  quit(): Promise<void>;
}

const writeCall = (channel: ChannelName, input: unknown): string =>
  `window.tillbridge.call(${JSON.stringify(channel)}, ${JSON.stringify(input)})`;

/** By way of the main process: it works for a hidden window too, and for one that has come back from a crash. */
async function askInPage(app: ElectronApplication, code: string): Promise<Answer<unknown>> {
  await app.firstWindow();
  return app.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
    code,
  );
}

export function makeHome(): Home {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-e2e-'));
  return {
    dataDir,
    configDir: join(dataDir, 'config'),
    secretKey: randomBytes(32).toString('base64'),
    remove: () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Root has no sandbox of its own to give; the product itself never says so. */
const ROOT_ARGS =
  process.getuid?.() === 0 ? ['--no-sandbox', '-r', join(import.meta.dirname, 'root-sandbox.cjs')] : [];

/** The app's arguments. By -r too: a launcher that loads apps asynchronously is ready before they can say anything. */
export const listArgs = (
  { dataDir }: Home,
  more: readonly string[] = [],
  scripts: readonly string[] = [],
): string[] => [
  ...ROOT_ARGS,
  ...[SPY, ...scripts, MAIN].flatMap((script) => ['-r', script]),
  ...[ROOT, `--data=${dataDir}`, ...more],
];

export const listEnv = (session: Session, home: Home, more: Readonly<Record<string, string>> = {}) => ({
  ...(process.env as Record<string, string>),
  ...session.env,
  XDG_CONFIG_HOME: home.configDir,
  TILLBRIDGE_SECRET_KEY: home.secretKey,
  ...more,
});

/** Starts the app; resolves when its main process has begun, not when its window is there. */
export async function startDesktop(
  session: Session,
  home: Home,
  options: StartOptions = {},
): Promise<Desktop> {
  const app = await electron.launch({
    args: listArgs(home, options.args),
    env: listEnv(session, home, options.env),
    timeout: 30_000,
  });
  const page = async (): Promise<Page> => {
    const first = await app.firstWindow();
    // A window is empty for a moment.
    await first.waitForURL(/^app:/);
    return first;
  };
  return {
    app,
    home,
    page,
    call: async (channel, input) => take(await askInPage(app, writeCall(channel, input))),
    begin: async (channel, input) => void (await askInPage(app, `void ${writeCall(channel, input)}`)),
    waitForEnd: async () => {
      const isAtWork = async () =>
        take<StatusShape>(await askInPage(app, writeCall('status:get', {}))).activeRunId !== null;
      while (await isAtWork()) await sleep(100);
    },
    quit: () => app.close(),
  };
}
