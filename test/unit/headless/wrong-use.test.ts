import { describe, expect, it } from 'vitest';
import { createFakeMachine } from './fake-surroundings.ts';

/** What a line that cannot be understood answers. */
async function refuse(...argv: readonly string[]) {
  const machine = createFakeMachine();
  const exitCode = await machine.run(...argv, '--json');
  const { error } = JSON.parse(machine.stdout.text) as {
    error: { code: string; message: string; hint: string };
  };
  expect(machine.opened, 'the data folder stays closed').toEqual([]);
  expect(machine.stderr.text).toBe('');
  return { exitCode, ...error };
}

describe('a line that is wrong', () => {
  it.each([
    [['pln'], 'USE_UNKNOWN_COMMAND', /"pln"/, /"plan"/],
    [['connect', 'clver'], 'USE_UNKNOWN_COMMAND', /"connect clver"/, /"connect clover"/],
    [['synk', '--once'], 'USE_UNKNOWN_COMMAND', /"synk"/, /"sync"/],
    [['sync'], 'USE_MISSING_ARGUMENT', /--once/, /sync --once \[--full\]/],
    [['printer'], 'USE_UNKNOWN_COMMAND', /"printer"/, /prints/],
    [['rules', 'remove'], 'USE_MISSING_ARGUMENT', /FIELD/, /rules remove FIELD/],
    [['stock', 'import'], 'USE_MISSING_ARGUMENT', /FILE\.csv/, /stock import FILE\.csv \[--yes\]/],
    [['stock', 'eksport'], 'USE_BAD_VALUE', /"eksport"/, /stock \[--status/],
    [['settings', 'load', 'rules.json'], 'SETTING_FILE_UNREADABLE', /rules\.json/, /one object/],
    [['connect', 'shopify'], 'USE_UNKNOWN_COMMAND', /"connect shopify"/, /help/],
    [['connect', 'hub'], 'USE_MISSING_ARGUMENT', /--url/, /connect hub --url URL --pairing/],
    [['connect'], 'USE_MISSING_ARGUMENT', /clover or woo/, /help connect/],
    [['plan', '--frm', 'woo'], 'USE_UNKNOWN_FLAG', /--frm/, /Did you mean --from\?/],
    [['plan', '-x'], 'USE_UNKNOWN_FLAG', /-x/, /help/],
    [['status', '--seed', '3'], 'USE_UNKNOWN_FLAG', /"status" does not take --seed/, /help/],
    [['apply'], 'USE_MISSING_ARGUMENT', /PLAN/, /apply PLAN \[--yes\]/],
    [
      ['connect', 'clover', '--environment', 'sandbox'],
      'USE_MISSING_ARGUMENT',
      /--merchant/,
      /--merchant ID/,
    ],
    [['connect', 'woo', '--url'], 'USE_MISSING_ARGUMENT', /a value after --url/, /--url URL/],
    [['connect', 'woo', '--url', '--quiet'], 'USE_MISSING_ARGUMENT', /a value after --url/, /--url URL/],
    [['apply', 'seven'], 'USE_BAD_VALUE', /PLAN .* not "seven"/, /help apply/],
    [['apply', '-3'], 'USE_BAD_VALUE', /PLAN .* not "-3"/, /help apply/],
    [['links', '--status', 'sinced'], 'USE_BAD_VALUE', /--status .* not "sinced"/, /"synced"/],
    [['links', '--limit', '1.5'], 'USE_BAD_VALUE', /--limit/, /help links/],
    [['plan', 'twice'], 'USE_BAD_VALUE', /"twice"/, /plan \[--from/],
    [['plan', '--quiet=yes'], 'USE_BAD_VALUE', /--quiet .* no value/, /help/],
    [
      ['plan', '--from', 'nobody'],
      'USE_BAD_VALUE',
      /--from .* clover, woo or both, not "nobody"/,
      /Leave it out/,
    ],
    [['plan', '--link', 'ABC'], 'USE_BAD_VALUE', /--link .* CLOVERID=WOOID/, /help/],
    [['import', '--link', 'ABC=1', '--create', 'ABC'], 'USE_BAD_VALUE', /--create/, /help/],
    [['log', '--since', 'lunch'], 'USE_BAD_VALUE', /--since .* not "lunch"/, /help/],
    [['why', 'Latte', 'prize'], 'USE_BAD_VALUE', /FIELD .* not "prize"/, /"price"/],
    [['practice', '--currency', 'dollar'], 'USE_BAD_VALUE', /--currency/, /help/],
    [['practice', '--port', '99999'], 'USE_BAD_VALUE', /--port/, /help/],
  ])('%j names what is wrong and what would be right', async (argv, code, message, hint) => {
    const refused = await refuse(...argv);
    expect(refused).toMatchObject({ exitCode: 2, code });
    expect(refused.message).toMatch(message);
    expect(refused.hint).toMatch(hint);
  });

  it.each(['token', 'key', 'secret', 'consumer-key', 'consumer-secret', 'secret-key'])(
    'a secret after --%s is refused and not repeated',
    async (flag) => {
      const refused = await refuse(
        'connect',
        'woo',
        '--url',
        'https://shop.example',
        `--${flag}`,
        'hush-hush',
      );
      expect(refused).toMatchObject({ exitCode: 2, code: 'USE_BAD_VALUE' });
      expect(refused.hint).toMatch(/TILLBRIDGE_[A-Z_]+/);
      expect(JSON.stringify(refused)).not.toContain('hush-hush');
    },
  );

  it('says the same to people, on standard error only', async () => {
    const machine = createFakeMachine();
    expect(await machine.run('pln')).toBe(2);
    expect(machine.stdout.text).toBe('');
    expect(machine.stderr.text).toMatch(
      /^There is no command "pln"\.\nDid you mean "plan"\?.*\nUSE_UNKNOWN_COMMAND\n$/,
    );
  });
});

describe('a line that is right', () => {
  it('takes flags before and after the command', async () => {
    const links: unknown[] = [];
    const machine = createFakeMachine({
      engine: {
        links: (filter) => {
          links.push(filter);
          return [];
        },
      },
    });
    expect(
      await machine.run('--limit', '3', '--data', '/srv/till', 'links', '--status=error', '--json'),
    ).toBe(0);
    expect(links).toEqual([{ status: 'error', limit: 3, offset: 0 }]);
    expect(machine.opened).toEqual([{ dataDir: '/srv/till', isWriter: false }]);
    expect(machine.closed.count).toBe(1);
  });

  it('takes a value below zero for a value', async () => {
    const set: unknown[] = [];
    const settings = {
      list: () => [],
      set: (values: Readonly<Record<string, string>>) => {
        set.push(values);
        return { ok: true as const, value: [] };
      },
    };
    const machine = createFakeMachine({ engine: { settings } });
    expect(await machine.run('settings', 'set', 'price.markupValue', '-5.5')).toBe(0);
    expect(set).toEqual([{ 'price.markupValue': '-5.5' }]);
    expect(machine.opened).toEqual([{ dataDir: '/home/shop/.local/share/tillbridge', isWriter: true }]);
  });

  it('explains itself without opening anything', async () => {
    const machine = createFakeMachine();
    for (const argv of [
      [],
      ['help'],
      ['--help'],
      ['help', 'apply'],
      ['apply', '--help'],
      ['plan', '-h'],
      ['help', 'connect'],
    ]) {
      expect(await machine.run(...argv)).toBe(0);
    }
    expect(machine.stdout.text).toContain('Ends with 0 when all is written, with 1 when rows failed');
    expect(machine.stdout.text).toContain('connect clover --environment sandbox|na|eu|la [--merchant ID]');
    expect(await machine.run('--version')).toBe(0);
    expect(machine.stdout.text).toMatch(/Tillbridge 1\.2\.3\n$/);
    expect(await machine.run('help', 'aply')).toBe(2);
    expect(machine.opened).toEqual([]);
  });

  it('a mistake of our own is one document and exit code 1', async () => {
    const machine = createFakeMachine({
      engine: {
        status: () => {
          throw new Error('boom');
        },
      },
    });
    expect(await machine.run('status', '--json')).toBe(1);
    expect(JSON.parse(machine.stdout.text)).toMatchObject({ error: { code: 'BUG' } });
    expect(machine.stderr.text).toContain('boom');
    expect(machine.closed.count).toBe(1);
  });
});
