import { describe, expect, it, onTestFinished } from 'vitest';
import { startPractice } from '../../../src-practice/practice.ts';
import { approveStore, denyStore } from '../../support/approve-store.ts';
import { startHubWorld } from '../../support/hub-world.ts';
import { openShell } from '../cli/command-runner.ts';

/** A practice store, a relay, and a command line that is paired with it. */
async function openPaired() {
  const practice = await startPractice({ menu: 'empty', limits: false });
  onTestFinished(() => practice.close());
  const { hub } = await startHubWorld();
  const code = (await hub.rooms.pairing.invite(await hub.rooms.desk.add('Corner Oven')))?.code ?? '';
  const shell = openShell();
  const paired = await shell.run('connect', 'hub', '--url', hub.url, '--pairing', code, '--json');
  expect(paired.exitCode, paired.stderr).toBe(0);
  return { practice, shell };
}

const PAGE = /http:\S+\/wc-auth\/v1\/authorize\?\S+/;

describe('connect woo --approve', () => {
  it('connects the store by one approval on its own page, and no key is seen', async () => {
    const { practice, shell } = await openPaired();
    const argv = ['connect', 'woo', '--url', `${practice.store.url}/wp-admin/`, '--approve', '--json'];
    const running = shell.start(argv, { input: null });
    const stderr = await readPage(running);
    expect(await approveStore(stderr)).toMatch(/\/v1\/wc-auth\/return\?success=1&user_id=/);
    const { exitCode, json, stdout, stderr: said } = await running.ended;
    expect(exitCode, said).toBe(0);
    expect(json).toMatchObject({ store: { name: 'Corner Oven Online', url: practice.store.url } });
    expect(stdout + said).not.toMatch(/c[ks]_[0-9a-f]{8}/);
  });

  it('is over at once when the owner presses Deny, in words', async () => {
    const { practice, shell } = await openPaired();
    const argv = ['connect', 'woo', '--url', practice.store.url, '--approve', '--json'];
    const running = shell.start(argv, { input: null });
    expect(await denyStore(await readPage(running))).toContain('Nothing was handed over');
    const { exitCode, json } = await running.ended;
    expect(exitCode).not.toBe(0);
    expect(json.error?.code).toBe('HUB_APPROVAL_DENIED');
  });

  it('without a relay says why, and asks for no key', async () => {
    const shell = openShell();
    const { exitCode, json } = await shell.run(
      'connect',
      'woo',
      '--url',
      'http://127.0.0.1:9',
      '--approve',
      '--json',
    );
    expect(exitCode).not.toBe(0);
    expect(json.error?.code).toBe('HUB_NOT_CONNECTED');
  });

  it('a store whose address is not safe is refused before anything is asked of it', async () => {
    const { shell } = await openPaired();
    const { json } = await shell.run(
      'connect',
      'woo',
      '--url',
      'http://shop.example.com',
      '--approve',
      '--json',
    );
    expect(json.error?.code).toBe('NET_PLAIN_HTTP');
  });
});

/** The address that the command prints. */
async function readPage(running: ReturnType<ReturnType<typeof openShell>['start']>): Promise<string> {
  let said = '';
  running.process.stderr?.on('data', (chunk) => (said += chunk));
  await running.waitFor(PAGE);
  return PAGE.exec(said)?.[0] ?? '';
}
