import { describe, expect, it } from 'vitest';
import { pressButton } from '../../support/login-world.ts';
import { openPractice, openShell, type Shell } from '../cli/command-runner.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/oauth\/v2\/authorize\?\S+/;

/** Starts the command and waits for the address that it prints; there is no screen for a browser. */
async function begin(shell: Shell, ...argv: readonly string[]) {
  const running = shell.start(
    ['connect', 'clover', '--oauth', '--environment', 'sandbox', '--json', ...argv],
    {
      input: null,
    },
  );
  let said = '';
  running.process.stderr?.on('data', (chunk) => (said += chunk));
  await running.waitFor(ADDRESS);
  return { ...running, address: ADDRESS.exec(said)?.[0] ?? '' };
}

describe('connect clover --oauth', () => {
  it('prints where to go, waits for the browser and answers as with an API token', async () => {
    const practice = await openPractice();
    const shell = openShell();
    const begun = await begin(shell, '--api-url', practice.till.url, '--app-id', practice.app.id);
    await fetch(await pressButton(begun.address, 'allow'));
    const { exitCode, json, stdout, stderr } = await begun.ended;
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
    expect(stdout).not.toContain('authorize');
    expect(stderr).toContain('Open this address in a browser');
    expect((await shell.run('test', '--json')).json).toMatchObject({ clover: { ok: true } });
  });

  it('takes a pasted code with the secret of one’s own app, and neither is printed', async () => {
    const practice = await openPractice({ app: { oauth: { stateEcho: 'dropped' } } });
    const shell = openShell();
    shell.env.TILLBRIDGE_CLOVER_APP_SECRET = practice.app.secret;
    shell.env.TILLBRIDGE_CLOVER_APP_ID = practice.app.id;
    const begun = await begin(shell, '--api-url', practice.till.url, '--paste');
    const back = await pressButton(begun.address, 'allow');
    begun.process.stdin?.write(`not a code\n${back}\n`);
    const { exitCode, stdout, stderr } = await begun.ended;
    expect(exitCode).toBe(0);
    expect(stderr).toContain('That is no code of this log-in');
    expect(stdout + stderr).not.toContain(practice.app.secret);
    expect(stdout + stderr).not.toContain(new URL(back).searchParams.get('code'));
    expect(begun.address).not.toContain('code_challenge');
  });

  it('what goes with another way to connect, or is missing, is refused by name', async () => {
    const shell = openShell();
    const oauth = ['connect', 'clover', '--environment', 'na', '--json'];
    const refused = await Promise.all([
      shell.run(...oauth, '--oauth'),
      shell.run(...oauth, '--merchant', 'ABCDEFGHJKMNP', '--paste'),
      shell.run(...oauth),
      shell.run(...oauth, '--oauth', '--app-secret', 'x'),
    ]);
    expect(refused.map(({ json }) => json.error?.code)).toEqual([
      'CLOVER_LOGIN_NO_APP',
      'USE_BAD_VALUE',
      'USE_MISSING_ARGUMENT',
      'USE_BAD_VALUE',
    ]);
  });
});
