import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import { openWebWindow } from '../../src-main/headless/web.ts';
import type { StartPractice } from '../../src-main/ipc/session.ts';
import {
  createMachineClock,
  createMachineRandom,
  createMachineTimers,
} from '../../src-main/runtime/machine.ts';
import { type Practice, startPractice } from '../../src-practice/practice.ts';
import { type BridgeClient, openBridge } from './bridge-client.ts';
import { unwrap } from './practice-world.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface WindowWorld {
  readonly core: Core;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly token: string;
  /** The practice servers that `practice:start` has started, newest last. */
  readonly practices: readonly Practice[];
  /** A window that has presented the token. */
  openPage(): Promise<BridgeClient>;
}

/** A small page as the builder would leave it. */
export function makePageFolder(): string {
  const folder = makeTemporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head><meta name="style-nonce" content=""><meta name="language" content=""><script type="module" src="/assets/app.js"></script></head><body></body></html>',
  );
  writeFileSync(join(folder, 'assets', 'app.js'), 'document.title = "Tillbridge";');
  writeFileSync(join(folder, 'notes.txt'), 'not a page file');
  return folder;
}

/** The window served to browsers over an engine on an empty data folder; all gone when the test is over. */
export async function startWindowWorld(): Promise<WindowWorld> {
  const core = unwrap(
    await openCore({
      dataDir: makeTemporaryFolder(),
      secretKey: randomBytes(32).toString('base64'),
      nativeBinding: null,
      isWriter: true,
    }),
  );
  onTestFinished(() => core.close());
  const practices: Practice[] = [];
  const start: StartPractice = async () => {
    const practice = await startPractice({ menu: 'pizza', limits: false });
    practices.push(practice);
    return practice;
  };
  const window = await openWebWindow({
    core,
    startPractice: start,
    pageDir: makePageFolder(),
    version: '0.0.0',
    clock: createMachineClock(),
    timers: createMachineTimers(),
    random: createMachineRandom(),
    fetch,
  });
  onTestFinished(() => window.close());
  const [origin = '', token = ''] = window.url.split('/#token=');
  return {
    core,
    origin,
    token,
    practices,
    openPage: async () => {
      const client = await openBridge(origin, { origin, protocol: `tillbridge.${token}` });
      onTestFinished(() => client.close());
      return client;
    },
  };
}
