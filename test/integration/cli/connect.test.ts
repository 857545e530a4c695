import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Practice } from '../../../src-practice/practice.ts';
import {
  connectStore,
  connectTill,
  exportKeys,
  type Outcome,
  openPractice,
  openShell,
  type Shell,
} from './command-runner.ts';

describe('connect', () => {
  it('clover says who the merchant is and keeps the token out of sight', async () => {
    const practice = await openPractice();
    const shell = openShell();
    exportKeys(shell, practice);
    const { exitCode, json, stdout, stderr } = await connectTill(shell, practice);
    expect(exitCode).toBe(0);
    expect(json).toEqual({
      merchant: {
        id: practice.till.merchant,
        name: 'Corner Oven Pizzeria',
        currency: 'USD',
        timezone: 'America/New_York',
        region: 'sandbox',
      },
      permissions: expect.objectContaining({ inventory: 'rw' }),
      warnings: [],
    });
    expect(stdout + stderr).not.toContain(practice.till.token);
  });

  it('woo says which store it is', async () => {
    const practice = await openPractice();
    const shell = openShell();
    exportKeys(shell, practice);
    const { exitCode, json } = await connectStore(shell, practice);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      store: { name: 'Corner Oven Online', url: practice.store.url, currency: 'USD', version: '9.9.5' },
      warnings: [],
    });
  });

  it('takes a token from standard input', async () => {
    const { till } = await openPractice();
    const shell = openShell();
    const argv = [
      'connect',
      'clover',
      '--environment',
      'sandbox',
      '--api-url',
      till.url,
      '--merchant',
      till.merchant,
    ];
    const running = shell.start(argv, { input: `${till.token}\n` });
    expect((await running.ended).exitCode).toBe(0);
    // A pipe that stays open does not keep the program.
    const open = shell.start(argv, { input: null });
    open.process.stdin?.write(`${till.token}\n`);
    expect((await open.ended).exitCode).toBe(0);
  });

  it('without a keychain and without a key refuses, and keeps nothing', async () => {
    const practice = await openPractice();
    const shell = openShell();
    exportKeys(shell, practice);
    shell.env.TILLBRIDGE_SECRET_KEY = 'too short';
    const { exitCode, json } = await connectTill(shell, practice);
    expect(exitCode).toBe(1);
    expect(json.error?.code).toBe('SECRET_KEY_WRONG');
    expect((await shell.run('status', '--json')).json).toMatchObject({ till: { state: 'not-connected' } });
  });

  it('disconnect forgets the secret and the state says so', async () => {
    const practice = await openPractice();
    const shell = openShell();
    exportKeys(shell, practice);
    await connectTill(shell, practice);
    expect((await shell.run('disconnect', 'clover', '--json')).json).toEqual({ disconnected: true });
    expect((await shell.run('disconnect', 'clover', '--json')).json).toEqual({ disconnected: false });
    const tested = await shell.run('test', '--json');
    expect(tested.exitCode).toBe(4);
    expect(tested.json).toMatchObject({ clover: { ok: false, error: { code: 'CLOVER_NOT_CONNECTED' } } });
  });

  it('test makes one real call to each side', async () => {
    const practice = await openPractice();
    const shell = openShell();
    exportKeys(shell, practice);
    await connectTill(shell, practice);
    await connectStore(shell, practice);
    const fine = await shell.run('test', '--json');
    expect(fine.exitCode).toBe(0);
    expect(fine.json).toMatchObject({ clover: { ok: true }, woo: { ok: true } });
    practice.tillService.tokens.revoke(practice.till.token);
    const revoked = await shell.run('test', '--json');
    expect(revoked.exitCode).toBe(1);
    expect(revoked.json).toMatchObject({
      clover: { ok: false, error: { code: 'CLOVER_TOKEN_REFUSED' } },
      woo: { ok: true },
    });
  });
});

/** Ways to get a connection wrong, each with the failure that has to be told apart. */
type Mistake = readonly [
  what: string,
  code: string,
  exitCode: number,
  make: (shell: Shell, practice: Practice) => Promise<Outcome>,
];

const connectTillAt = (shell: Shell, url: string, merchant: string): Promise<Outcome> =>
  shell.run('connect', 'clover', '--environment', 'na', '--api-url', url, '--merchant', merchant, '--json');
const connectStoreAt = (shell: Shell, url: string): Promise<Outcome> =>
  shell.run('connect', 'woo', '--url', url, '--json');

const MISTAKES: readonly Mistake[] = [
  ['an address that is none', 'NET_BAD_URL', 2, (shell) => connectStoreAt(shell, 'ftp://shop.example')],
  [
    'plain http to another computer',
    'NET_PLAIN_HTTP',
    2,
    (shell) => connectStoreAt(shell, 'http://192.0.2.1'),
  ],
  [
    'a wrong token',
    'CLOVER_TOKEN_REFUSED',
    1,
    (shell, { till }) => {
      shell.env.TILLBRIDGE_CLOVER_TOKEN = '11111111-2222-3333-4444-555555555555';
      return connectTillAt(shell, till.url, till.merchant);
    },
  ],
  [
    'a token without Inventory',
    'CLOVER_PERMISSION_MISSING',
    1,
    (shell, { till, tillService }) => {
      shell.env.TILLBRIDGE_CLOVER_TOKEN = tillService.tokens.add({ merchant: 'r', orders: 'rw' });
      return connectTillAt(shell, till.url, till.merchant);
    },
  ],
  [
    'a till that is none',
    'CLOVER_NOT_CLOVER',
    1,
    (shell, { store, till }) => connectTillAt(shell, store.url, till.merchant),
  ],
  [
    'a store without REST',
    'WOO_NO_REST',
    1,
    (shell, { store, storeService }) => {
      storeService.switches.rest = false;
      return connectStoreAt(shell, store.url);
    },
  ],
  [
    'a store with plain permalinks',
    'WOO_PLAIN_PERMALINKS',
    1,
    (shell, { store, storeService }) => {
      storeService.switches.permalinks = 'plain';
      return connectStoreAt(shell, store.url);
    },
  ],
  [
    'WordPress without WooCommerce',
    'WOO_NOT_INSTALLED',
    1,
    (shell, { store, storeService }) => {
      storeService.switches.woo = false;
      return connectStoreAt(shell, store.url);
    },
  ],
  [
    'a wrong key',
    'WOO_KEYS_REFUSED',
    1,
    (shell, { store }) => {
      shell.env.TILLBRIDGE_WOO_KEY = `ck_${'0'.repeat(40)}`;
      return connectStoreAt(shell, store.url);
    },
  ],
  [
    'a wrong secret',
    'WOO_SECRET_WRONG',
    1,
    (shell, { store }) => {
      shell.env.TILLBRIDGE_WOO_SECRET = `cs_${'0'.repeat(40)}`;
      return connectStoreAt(shell, store.url);
    },
  ],
  [
    'a key that only reads',
    'WOO_READ_ONLY',
    1,
    (shell, { store, storeService }) => {
      const { consumerKey, consumerSecret } = storeService.keys.add({ permission: 'read' });
      Object.assign(shell.env, { TILLBRIDGE_WOO_KEY: consumerKey, TILLBRIDGE_WOO_SECRET: consumerSecret });
      return connectStoreAt(shell, store.url);
    },
  ],
  [
    'a key of a customer',
    'WOO_ROLE_TOO_LOW',
    1,
    (shell, { store, storeService }) => {
      const { consumerKey, consumerSecret } = storeService.keys.add({ role: 'customer' });
      Object.assign(shell.env, { TILLBRIDGE_WOO_KEY: consumerKey, TILLBRIDGE_WOO_SECRET: consumerSecret });
      return connectStoreAt(shell, store.url);
    },
  ],
  [
    'a host that does not answer',
    'NET_UNREACHABLE',
    1,
    async (shell) => connectStoreAt(shell, await findDeadUrl()),
  ],
  [
    'a name that no host has',
    'NET_UNKNOWN_HOST',
    1,
    (shell) => connectStoreAt(shell, 'https://no-such-shop.invalid'),
  ],
  [
    'https where there is none',
    'NET_TLS_FAILED',
    1,
    (shell, { store }) => connectStoreAt(shell, store.url.replace('http:', 'https:')),
  ],
  [
    'two currencies',
    'PAIR_CURRENCY_DIFFERS',
    1,
    async (shell, practice) => {
      const other = await openPractice({ currency: 'EUR' });
      await connectTill(shell, practice);
      exportKeys(shell, other);
      return connectStore(shell, other);
    },
  ],
  [
    'a merchant id left out',
    'USE_MISSING_ARGUMENT',
    2,
    (shell) => shell.run('connect', 'clover', '--environment', 'na', '--json'),
  ],
  [
    'a flag that is none',
    'USE_UNKNOWN_FLAG',
    2,
    (shell) => shell.run('connect', 'clover', '--region', 'na', '--json'),
  ],
];

describe('a connection that cannot be', () => {
  it.each(MISTAKES)('%s is %s', async (_what, code, exitCode, make) => {
    const practice = await openPractice({ menu: 'empty' });
    const shell = openShell();
    exportKeys(shell, practice);
    const outcome = await make(shell, practice);
    expect(outcome.json.error?.code).toBe(code);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.json.error?.message).not.toMatch(/[{}]/);
    expect(outcome.json.error?.hint).not.toBe('');
    for (const name of ['TILLBRIDGE_CLOVER_TOKEN', 'TILLBRIDGE_WOO_KEY', 'TILLBRIDGE_WOO_SECRET']) {
      expect(outcome.stdout + outcome.stderr).not.toContain(shell.env[name]);
    }
  });

  it('each has a code of its own', () => {
    const codes = MISTAKES.map(([, code]) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

/** An address on this computer where nobody listens. */
async function findDeadUrl(): Promise<string> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
