import { describe, expect, it } from 'vitest';
import {
  connectStore,
  connectTill,
  exportKeys,
  openConnectedShell,
  openPractice,
  openShell,
  type Shell,
} from './command-runner.ts';

interface FirstLine {
  readonly till: { readonly url: string; readonly merchant: string; readonly token: string };
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
}

async function startPractice(shell: Shell, ...flags: readonly string[]) {
  const running = shell.start(['practice', ...flags]);
  let first = '';
  running.process.stdout?.on('data', (chunk) => {
    first += chunk;
  });
  await running.waitFor(/^\{.*\}\n/);
  return { running, line: JSON.parse(first.split('\n')[0] ?? '') as FirstLine };
}

describe('practice', () => {
  it('says in its first line how to connect, serves a menu, and ends with SIGTERM', async () => {
    const shell = openShell();
    const { running, line } = await startPractice(shell, '--items', '30', '--seed', '3', '--currency', 'EUR');
    expect(line).toEqual({
      till: {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        merchant: expect.any(String),
        token: expect.any(String),
      },
      store: {
        url: expect.any(String),
        key: expect.stringMatching(/^ck_/),
        secret: expect.stringMatching(/^cs_/),
      },
      hub: {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        pairing: expect.stringMatching(/^[A-Z0-9-]{10,}$/),
      },
      app: { id: expect.any(String) },
    });
    exportKeys(shell, line);
    expect((await connectTill(shell, line)).json).toMatchObject({ merchant: { currency: 'EUR' } });
    await connectStore(shell, line);
    expect((await shell.run('import', '--yes', '--json')).json).toMatchObject({ counts: { failed: 0 } });
    running.process.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['--items', '0'],
    ['--menu', 'empty'],
  ])('%s %s is an empty till', async (...flags) => {
    const shell = openShell();
    const { running, line } = await startPractice(shell, ...flags);
    exportKeys(shell, line);
    await connectTill(shell, line);
    await connectStore(shell, line);
    const { json } = await shell.run('plan', '--json');
    expect(json).toMatchObject({ rows: [], till: { items: 0 }, store: { products: 0 } });
    running.process.kill('SIGINT');
    expect(await running.ended).toMatchObject({ exitCode: 0 });
  });

  it('names a port that is taken', async () => {
    const practice = await openPractice();
    const { exitCode, json } = await openShell().run(
      'practice',
      '--port',
      new URL(practice.till.url).port,
      '--json',
    );
    expect(exitCode).toBe(2);
    expect(json.error).toMatchObject({ code: 'USE_BAD_VALUE', message: expect.stringContaining('--port') });
  });
});

describe('staff', () => {
  it('sells, counts and changes at the till, buys and trashes in the store', async () => {
    const practice = await openPractice();
    const shell = await openConnectedShell(practice);
    await shell.run('import', '--yes', '--json');
    const done = async (...argv: readonly string[]): Promise<unknown> => {
      const { exitCode, json } = await shell.run('staff', ...argv, '--json');
      expect(exitCode).toBe(0);
      return json.what;
    };
    expect(await done('till', 'recount', 'hawaiian_s', '10')).toMatch(/10/);
    expect(await done('till', 'sell', 'hawaiian_s', '--quantity', '3')).toMatch(/10 -> 7/);
    expect(await done('till', 'recount', 'hawaiian_s', '-2')).toMatch(/-> -2/);
    expect(await done('till', 'edit', 'hawaiian_s', '--price', '9.5', '--available', 'off')).toMatch(
      /9[.]50/,
    );
    expect(await done('till', 'add', 'Daily Special', '--price', '12')).toMatch(/Daily Special/);
    expect(await done('till', 'remove', 'Daily Special')).toMatch(/Daily Special/);
    expect(await done('store', 'recount', 'hawaiian_l', '5')).toMatch(/5/);
    expect(await done('store', 'buy', 'hawaiian_l')).toMatch(/5 -> 4/);
    expect(await done('store', 'edit', 'Espresso', '--price', '2.75', '--status', 'publish')).toMatch(
      /2\.75/,
    );
    expect(await done('store', 'trash', 'Espresso')).toMatch(/trash/);
  });

  it('are asked for something that is there', async () => {
    const shell = await openConnectedShell(await openPractice());
    for (const argv of [
      ['till', 'sell'],
      ['store', 'buy'],
    ]) {
      const refused = await shell.run('staff', ...argv, 'Nothing', '--json');
      expect(refused).toMatchObject({ exitCode: 2, json: { error: { code: 'USE_UNKNOWN_PRODUCT' } } });
      expect(refused.json.error?.message).toContain('"Nothing"');
    }
  });

  it('act on practice servers only', async () => {
    const nobody = await openShell().run('staff', 'till', 'sell', 'x', '--json');
    expect(nobody).toMatchObject({ exitCode: 4, json: { error: { code: 'CLOVER_NOT_CONNECTED' } } });
  });
});
