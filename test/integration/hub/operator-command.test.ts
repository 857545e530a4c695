import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../support/source-files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const CLI = join(ROOT, 'src-hub/cli.ts');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function startCommand(folder: string, port: number, words: readonly string[]) {
  const env = {
    ...process.env,
    TILLBRIDGE_HUB_PORT: String(port),
    TILLBRIDGE_HUB_DATA: join(folder, 'data'),
  };
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => {
    texts.out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    texts.err += part.toString();
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const done = once(child, 'close').then(([code]): Ran => ({ code: code as number | null, ...texts }));
  return { child, texts, done };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

const findCode = (text: string): string => /Pairing code: (\S+)/.exec(text)?.[1] ?? '';

describe('the operator’s command', () => {
  it('makes a shop while the hub runs, pairs with the code, puts the PC out and stops in good order', async () => {
    const folder = makeTemporaryFolder();
    const port = await findFreePort();
    const run = (...words: string[]): Promise<Ran> => startCommand(folder, port, words).done;
    const hub = startCommand(folder, port, []);
    await expect.poll(() => hub.texts.out, { timeout: 15_000 }).toContain('listens');
    const [made, health] = await Promise.all([run('shop', 'add', 'Harbour Pizza'), run('health')]);
    expect([made.code, health.code]).toEqual([0, 0]);
    const call = (method: string, path: string, headers: object, body?: object) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const paired = await call('POST', '/v1/pair', {}, { code: findCode(made.out), deviceName: 'Office' });
    const { token, deviceId } = (await paired.json()) as { token: string; deviceId: string };
    const headers = { authorization: `Bearer ${token}` };
    expect((await call('GET', '/v1/device', headers)).status).toBe(200);
    const [listed, revoked] = await Promise.all([run('shops'), run('revoke', deviceId)]);
    expect(listed.out).toContain('Harbour Pizza');
    expect(revoked.code).toBe(0);
    await expect
      .poll(async () => (await call('GET', '/v1/device', headers)).status, { timeout: 5000 })
      .toBe(401);
    hub.child.kill('SIGTERM');
    const ended = await hub.done;
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(ended.out).not.toContain(token);
    for (const file of ['hub.db', 'hub.key'])
      expect(statSync(join(folder, 'data', file)).mode & 0o777).toBe(0o600);
  });

  it('says what is wrong and what to do, with 1 for a failure and 2 for a command it does not know', async () => {
    const folder = makeTemporaryFolder();
    const run = (...words: string[]): Promise<Ran> => startCommand(folder, 9, words).done;
    const [lost, unknown, dead, help] = await Promise.all([
      run('shops'),
      run('shpos'),
      run('health'),
      run('help'),
    ]);
    expect([lost.code, unknown.code, dead.code, help.code]).toEqual([1, 2, 1, 0]);
    expect(lost.err).toContain('TILLBRIDGE_HUB_DATA');
    expect(unknown.err).toContain('shop add "NAME"');
    expect(dead.err).toContain('No hub answers at http://127.0.0.1:9/health');
    const made = await run('shop', 'add', 'Harbour Pizza');
    expect(findCode(made.out)).not.toBe('');
    const [unsure, nobody] = await Promise.all([run('erase', 'Harbour Pizza'), run('pair', 'Hill Bakery')]);
    const erased = await run('erase', 'harbour pizza', '--yes');
    expect([unsure.code, nobody.code, erased.code]).toEqual([1, 1, 0]);
    expect(unsure.err).toContain('--yes');
    expect(erased.out).toContain('"Harbour Pizza" is erased');
  });
});
