import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Practice, startPractice } from '../../../src-main/boot/practice.ts';
import { openRooms } from '../../../src-main/headless/room.ts';
import { openLastingEngine } from '../../../src-main/ipc/recovery/lasting-engine.ts';
import { openCrashFile } from '../../../src-main/log/crash-file.ts';
import { createMachineClock, createMachineTimers } from '../../../src-main/runtime/machine.ts';
import type { Answer } from '../../../src-preload/contract/bridge.ts';
import type { ChannelName, InputOf, OutputOf } from '../../../src-preload/contract/channels.ts';
import { unwrap } from '../../support/practice-world.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

interface Desk {
  /** The servers of `practice:start`, newest last. */
  readonly practices: readonly Practice[];
  ask<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<Answer<OutputOf<C>>>;
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  crash(): void;
  close(): Promise<void>;
}

/** The program on a computer without a keychain, or with a key that seals. */
async function open(dataDir: string, secretKey: string | null = null): Promise<Desk> {
  const [clock, timers, crashes] = [createMachineClock(), createMachineTimers(), openCrashFile(dataDir)];
  const loadKeytar = () => Promise.reject(new Error('Cannot autolaunch D-Bus'));
  const core = { dataDir, secretKey, nativeBinding: null, crashes, ports: { loadKeytar } };
  const practices: Practice[] = [];
  const lasting = unwrap(
    await openLastingEngine({
      openRoom: openRooms(core, () => ({
        ...{ clock, timers, info: { version: '1.2.3', platform: 'test', isDesktop: false } },
        actAsStaff: async () => ({ ok: true, value: { what: 'Nothing' } }),
      })),
      startPractice: async () => {
        const practice = await startPractice({ menu: 'pizza', limits: false });
        practices.push(practice);
        return practice;
      },
      ...{ crashes, clock, timers, version: '1.2.3', isSafe: false },
    }),
  );
  onTestFinished(() => lasting.close());
  const caller = lasting.desk.admit('test');
  const ask: Desk['ask'] = (channel, input) => lasting.desk.answer(caller, channel, input) as Promise<never>;
  const call: Desk['call'] = async (channel, input) => {
    const answer = await ask(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code} ${answer.failure.message}`);
    return answer.value;
  };
  const crash = (): void => lasting.crash(new TypeError('a defect'));
  return { practices, ask, call, crash, close: lasting.close };
}

async function importMenu({ call }: Desk): Promise<void> {
  const { runId, brake } = await call('plan:make', { choices: [] });
  if (brake) await call('run:approve', { runId });
  expect(await call('run:apply', { runId })).toMatchObject({ state: 'done', counts: { failed: 0 } });
}

function findInFiles(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => texts.some((text) => readFileSync(file).includes(text)));
}

const NOBODY = { till: null, store: null, mode: 'setup' } as const;
const SANDBOX = { environment: 'sandbox' } as const;

describe('practice on a computer without a keychain', () => {
  it('starts, imports and keeps its keys in no file; it says that they end with the program', async () => {
    const dataDir = makeTemporaryFolder();
    const desk = await open(dataDir);
    expect(await desk.call('practice:start', { menu: 'pizza' })).toMatchObject({
      mode: 'practice',
      practice: { isForSession: true, hasEnded: false },
    });
    await importMenu(desk);
    expect(await desk.call('connection:test', {})).toMatchObject({ reach: { till: null, store: null } });
    expect((await desk.call('hub:get', {})).word).not.toBe('not-connected');
    const { till, store } = desk.practices[0] as Practice;
    expect(findInFiles(dataDir, [till.token, store.key, store.secret])).toEqual([]);
    await desk.close();
    expect(findInFiles(dataDir, [till.token, store.key, store.secret])).toEqual([]);
  });

  it('goes on with its keys when the engine is started anew after a defect', async () => {
    const desk = await open(makeTemporaryFolder());
    await desk.call('practice:start', { menu: 'pizza' });
    await importMenu(desk);
    desk.crash();
    expect(await desk.call('connection:test', {})).toMatchObject({
      mode: 'practice',
      reach: { till: null, store: null },
      practice: { isForSession: true, hasEnded: false },
    });
  });

  it('after a restart it says that it has ended, and begins again', async () => {
    const dataDir = makeTemporaryFolder();
    const first = await open(dataDir);
    await first.call('practice:start', { menu: 'pizza' });
    await importMenu(first);
    await first.close();
    const second = await open(dataDir);
    const status = await second.call('status:get', {});
    expect(status).toMatchObject({ ...NOBODY, practice: { isForSession: false, hasEnded: true } });
    expect(Object.values(status.products).reduce((sum, count) => sum + count, 0)).toBe(0);
    expect(await second.call('hub:get', {})).toMatchObject({ word: 'not-connected' });
    expect((await second.call('alerts:list', { limit: 50, offset: 0 })).alerts).toEqual([]);
    expect(await second.call('practice:start', { menu: 'pizza' })).toMatchObject({
      mode: 'practice',
      practice: { isForSession: true, hasEnded: false },
    });
  });

  it('keeps nothing but practice: a mail password and any other till or store are refused', async () => {
    const desk = await open(makeTemporaryFolder());
    await desk.call('practice:start', { menu: 'pizza' });
    expect(await desk.ask('alerts:set-mail-password', { password: 'planted-0001' })).toMatchObject({
      ok: false,
      failure: { code: 'SECRET_NO_KEYCHAIN' },
    });
    expect(await desk.call('status:get', {})).toMatchObject({ mode: 'practice' });
    const shop = await startPractice({ menu: 'pizza', limits: false });
    onTestFinished(() => shop.close());
    expect(await desk.ask('store:connect', shop.store)).toMatchObject({
      ok: false,
      failure: { code: 'SECRET_NO_KEYCHAIN' },
    });
    // Nothing of practice is left beside it.
    expect(await desk.call('status:get', {})).toMatchObject({ ...NOBODY, practice: { hasEnded: true } });
    const { url: apiUrl, merchant: merchantId, token } = shop.till;
    expect(await desk.ask('till:connect', { ...SANDBOX, apiUrl, merchantId, token })).toMatchObject({
      ok: false,
      failure: { code: 'SECRET_NO_KEYCHAIN' },
    });
  });

  it('a till or store is refused there as ever, before practice and after it, and its key is in no file', async () => {
    const dataDir = makeTemporaryFolder();
    const shop = await startPractice({ menu: 'pizza', limits: false });
    onTestFinished(() => shop.close());
    const desk = await open(dataDir);
    const { url: apiUrl, merchant: merchantId, token } = shop.till;
    const connect = () => desk.ask('till:connect', { ...SANDBOX, apiUrl, merchantId, token });
    const refused = { ok: false, failure: { code: 'SECRET_NO_KEYCHAIN' } };
    expect(await connect()).toMatchObject(refused);
    expect(await desk.call('status:get', {})).toMatchObject(NOBODY);
    await desk.call('practice:start', { menu: 'pizza' });
    expect(await connect()).toMatchObject(refused);
    expect(await connect()).toMatchObject(refused);
    expect(await desk.call('status:get', {})).toMatchObject(NOBODY);
    expect(findInFiles(dataDir, [token])).toEqual([]);
  });
});

describe('practice where secrets can be kept', () => {
  it('ends with the program all the same, and says so once nothing is connected', async () => {
    const dataDir = makeTemporaryFolder();
    const key = randomBytes(32).toString('base64');
    const first = await open(dataDir, key);
    const started = await first.call('practice:start', { menu: 'pizza' });
    expect(started.practice).toBeUndefined();
    await first.close();
    const second = await open(dataDir, key);
    expect(await second.call('status:get', {})).toMatchObject({ ...NOBODY, practice: { hasEnded: true } });
    // A shop that was connected by its address is not practice of this program, and stays.
    const shop = await startPractice({ menu: 'pizza', limits: false });
    onTestFinished(() => shop.close());
    await second.call('store:connect', shop.store);
    await second.close();
    const third = await open(dataDir, key);
    const status = await third.call('status:get', {});
    expect(status.store?.url).toBe(shop.store.url);
    expect(status.practice).toBeUndefined();
  });
});
