import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Core, openCore } from '../../../src-main/boot/core.ts';
import { createSmtpMail } from '../../../src-main/connectors/mail/smtp-mail.ts';
import type { Alert } from '../../../src-main/domain/alert.ts';
import { createManualTime, type ManualTime } from '../../support/manual-time.ts';
import { unwrap } from '../../support/practice-world.ts';
import type { SmtpOptions, SmtpServer } from '../../support/smtp-server.ts';
import { startSmtpServer } from '../../support/start-smtp-server.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { SELF_SIGNED } from '../../unit/connectors/fixtures/self-signed.ts';

const MINUTE_MS = 60_000;
const LOGIN = { user: 'shop@example.com', password: 'open-sesame-4711' };
const PAGE = { limit: 100, offset: 0 };

interface World {
  readonly time: ManualTime;
  readonly core: Core;
  readonly server: SmtpServer;
  readonly dataDir: string;
  /** What the desktop was told. */
  readonly shown: string[];
  /** Ends the program and starts it anew on the same data. */
  restart(): Promise<World>;
  raise(kind: Alert['kind'], key: string): void;
  /** Waits for the network until so many mails were taken. */
  subjects(count: number): Promise<string[]>;
}

async function open(
  server: SmtpServer,
  kept = {
    dataDir: makeTemporaryFolder(),
    secretKey: randomBytes(32).toString('base64'),
    time: createManualTime(),
  },
): Promise<World> {
  const { dataDir, secretKey, time } = kept;
  const core = unwrap(
    await openCore({
      dataDir,
      secretKey,
      nativeBinding: null,
      isWriter: true,
      ports: {
        clock: time.clock,
        timers: time.timers,
        mail: createSmtpMail({ trusted: [SELF_SIGNED.cert] }),
        readDayMinute: (atMs) => Math.floor(atMs / MINUTE_MS) % (24 * 60),
      },
    }),
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await core.close();
    isOpen = false;
  };
  onTestFinished(close);
  const shown: string[] = [];
  const { alerts } = core.engine;
  alerts.attachDesktop({ tell: ({ title }) => void shown.push(title), withdraw: () => undefined });
  alerts.start();
  return {
    time,
    core,
    server,
    dataDir,
    shown,
    restart: async () => {
      await close();
      return open(server, kept);
    },
    raise: (kind, key) =>
      alerts.raise({ kind, key, title: `${kind} ${key}.`, body: 'Look at it.', opens: '#/home' }),
    subjects: async (count) => {
      await vi.waitFor(() => expect(server.mails.length).toBeGreaterThanOrEqual(count), { timeout: 5000 });
      await settle(core);
      return server.mails.map(({ subject }) => subject);
    },
  };
}

/** Until nothing more is written into the log: every mail leaves a line there. */
const settle = async (core: Core): Promise<void> => {
  let before = -1;
  await vi.waitFor(
    () => {
      const now = core.engine.log({ limit: 1000, offset: 0 }).length;
      const isStill = now === before;
      before = now;
      expect(isStill).toBe(true);
    },
    { interval: 200 },
  );
};

/** A shop with e-mail set up. */
async function openWithMail(options: SmtpOptions = { security: 'starttls', login: LOGIN }): Promise<World> {
  const server = await startSmtpServer(options);
  const world = await open(server);
  unwrap(
    world.core.engine.settings.set({
      'alerts.mail': 'on',
      'alerts.mailTo': 'boss@example.com, second@example.com',
      'alerts.smtpHost': '127.0.0.1',
      'alerts.smtpPort': String(server.port),
      'alerts.smtpSecurity': options.security ?? 'none',
      'alerts.smtpUser': options.login?.user ?? '',
    }),
  );
  if (options.login) unwrap(await world.core.engine.alerts.setMailPassword(options.login.password));
  return world;
}

describe('alerts by e-mail', () => {
  it('go to every receiver, a burst as one, and no sooner than ten minutes after the last of their kind', async () => {
    const { raise, time, subjects, server } = await openWithMail();
    for (const key of ['a', 'b', 'c']) raise('sync-error', key);
    time.pass(MINUTE_MS);
    expect(await subjects(1)).toEqual(['3 things could not be brought in step (Tillbridge)']);
    expect(server.mails[0]).toMatchObject({ to: ['boss@example.com', 'second@example.com'], isSecure: true });
    expect(server.mails[0]?.text).toContain('sync-error b.');
    raise('sync-error', 'd');
    time.pass(5 * MINUTE_MS);
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(server.mails).toHaveLength(1);
    time.pass(5 * MINUTE_MS);
    expect(await subjects(2)).toHaveLength(2);
  });

  it('an urgent one waits for nothing, is marked so, and comes again after an hour until it is seen', async () => {
    const { core, raise, time, subjects, server } = await openWithMail();
    raise('lost-order', '1');
    time.pass(MINUTE_MS);
    await subjects(1);
    raise('lost-order', '2');
    time.pass(MINUTE_MS);
    await subjects(2);
    expect(server.mails[0]?.text).toMatch(/^(X-Priority: 1|Importance: high)/im);
    time.pass(30 * MINUTE_MS);
    await settle(core);
    expect(server.mails).toHaveLength(2);
    time.pass(31 * MINUTE_MS);
    expect((await subjects(3))[2]).toMatch(/^Still not seen: 2 web orders/);
    const { alerts } = core.engine.alerts.list(PAGE);
    expect(core.engine.alerts.seen(alerts.map(({ id }) => id))).toBe(2);
    time.pass(180 * MINUTE_MS);
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(server.mails).toHaveLength(3);
  });

  it('that cannot be sent are kept, said on the desktop, and sent once the server is right again', async () => {
    const { core, raise, time, shown, subjects, server } = await openWithMail();
    server.replies.AUTH = '535 wrong';
    raise('sync-error', 'a');
    time.pass(MINUTE_MS);
    await vi.waitFor(() => expect(core.engine.alerts.list(PAGE).unseen).toBe(2));
    time.pass(3000);
    expect(shown).toEqual(['sync-error a.', 'Alerts cannot be sent by e-mail.']);
    const trouble = core.engine.alerts.list(PAGE).alerts.find(({ key }) => key === 'alerts.mail');
    expect(trouble).toMatchObject({ opens: '#/settings/alerts' });
    expect(trouble?.body).toContain('refused the account’s name or its password');
    expect(server.mails).toHaveLength(0);
    delete server.replies.AUTH;
    time.pass(10 * MINUTE_MS);
    expect(await subjects(1)).toEqual(['sync-error a. (Tillbridge)']);
    await vi.waitFor(() => expect(core.engine.alerts.list(PAGE).alerts.map(({ key }) => key)).toEqual(['a']));
    await settle(core);
    expect(server.mails).toHaveLength(1);
  });

  it('that meet a dead network are tried again before anybody is told', async () => {
    const { core, raise, time, server } = await openWithMail();
    await server.close();
    raise('sync-error', 'a');
    const countTries = (): number =>
      core.engine
        .log({ limit: 1000, offset: 0 })
        .filter(({ message }) => message === 'not sent: MAIL_UNREACHABLE').length;
    const unseen: number[] = [];
    for (const [tries, minutes] of [
      [1, 1],
      [2, 1],
      [3, 5],
    ] as const) {
      time.pass(minutes * MINUTE_MS);
      await vi.waitFor(() => expect(countTries()).toBe(tries));
      await settle(core);
      unseen.push(core.engine.alerts.list(PAGE).unseen);
    }
    expect(unseen).toEqual([1, 1, 2]);
  });

  it('what is being sent is not sent a second time meanwhile', async () => {
    const { raise, time, subjects } = await openWithMail();
    raise('lost-order', '1');
    time.pass(MINUTE_MS);
    raise('sync-error', 'x');
    raise('sync-error', 'y');
    expect(await subjects(1)).toEqual(['lost-order 1. (Tillbridge)']);
  });

  it('are patient with a server that fails: four tries in an hour and a half, not ninety', async () => {
    const { raise, time, server, core } = await openWithMail();
    server.replies.AUTH = '535 wrong';
    raise('sync-error', 'a');
    for (let minute = 0; minute < 90; minute += 1) {
      time.pass(MINUTE_MS);
      await new Promise((resolve) => void setTimeout(resolve, 15));
    }
    await settle(core);
    const tries = server.commands.filter((line) => line.startsWith('AUTH')).length;
    expect(tries).toBeGreaterThanOrEqual(4);
    expect(tries).toBeLessThanOrEqual(5);
  });
});

describe('a test mail', () => {
  it('goes to each receiver, also while e-mail is off', async () => {
    const { core, server } = await openWithMail();
    unwrap(core.engine.settings.set({ 'alerts.mail': 'off' }));
    expect(unwrap(await core.engine.alerts.testMail())).toEqual({
      to: 'boss@example.com, second@example.com',
    });
    expect(server.mails.map(({ to }) => to)).toEqual([['boss@example.com'], ['second@example.com']]);
  });

  it.each([
    ['no server', { 'alerts.smtpHost': '' }, 'MAIL_NOT_SET_UP'],
    ['nobody to send to', { 'alerts.mail': 'off', 'alerts.mailTo': '' }, 'MAIL_NOT_SET_UP'],
    [
      'no TLS to another computer',
      { 'alerts.smtpHost': 'mail.example.com', 'alerts.smtpSecurity': 'none' },
      'MAIL_NOT_SAFE',
    ],
  ])('says what is wrong: %s', async (_what, settings, code) => {
    const { core } = await openWithMail();
    unwrap(core.engine.settings.set(settings));
    expect(await core.engine.alerts.testMail()).toMatchObject({ ok: false, failure: { code } });
  });

  it('says that the password is missing, and that one of two addresses is wrong', async () => {
    const { core, server } = await openWithMail();
    server.replies['RCPT TO:<second@'] = '550 no such person';
    expect(await core.engine.alerts.testMail()).toMatchObject({
      failure: { code: 'MAIL_ADDRESS_REFUSED', facts: { whose: 'the address second@example.com' } },
    });
    unwrap(await core.engine.alerts.setMailPassword(''));
    expect(core.engine.alerts.list(PAGE).hasMailPassword).toBe(false);
    expect(await core.engine.alerts.testMail()).toMatchObject({ failure: { code: 'MAIL_NO_PASSWORD' } });
  });
});

it('neither password nor addresses are in the log, and the password is in no file', async () => {
  const world = await openWithMail();
  world.server.replies.AUTH = `535 {line} ${LOGIN.password}`;
  await world.core.engine.alerts.testMail();
  delete world.server.replies.AUTH;
  world.raise('sync-error', 'a');
  world.time.pass(MINUTE_MS);
  await world.subjects(1);
  const log = JSON.stringify(world.core.engine.log({ limit: 1000, offset: 0 }));
  expect(log).toContain('sent: sync-error a.');
  expect(log).not.toContain('@example.com');
  const encoded = Buffer.from(`\0${LOGIN.user}\0${LOGIN.password}`).toString('base64');
  const again = await world.restart();
  expect(again.core.engine.alerts.list(PAGE).hasMailPassword).toBe(true);
  const files = readdirSync(world.dataDir, { recursive: true, withFileTypes: true }).filter((it) =>
    it.isFile(),
  );
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['tillbridge.sqlite', 'secrets.sealed']),
  );
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    expect([name, bytes.includes(LOGIN.password), bytes.includes(encoded)]).toEqual([name, false, false]);
  }
  expect(log).not.toContain(LOGIN.password);
});

describe('a restart', () => {
  it('keeps what nobody has seen, tells it no second time, and goes on repeating what is urgent', async () => {
    const first = await open(await startSmtpServer());
    first.raise('sync-error', 'a');
    first.raise('sync-error', 'gone');
    first.raise('lost-order', '4711');
    first.time.pass(3000);
    expect(first.shown).toEqual(['lost-order 4711.', '2 things could not be brought in step']);
    const gone = first.core.engine.alerts.list(PAGE).alerts.find(({ key }) => key === 'gone');
    first.core.engine.alerts.seen([gone?.id ?? 0]);
    first.raise('low-stock', 'late');
    const second = await first.restart();
    expect(second.core.engine.alerts.list(PAGE)).toMatchObject({ unseen: 3 });
    second.time.pass(3000);
    expect(second.shown).toEqual(['low-stock late.']);
    second.time.pass(10 * MINUTE_MS);
    expect(second.shown).toEqual(['low-stock late.', 'lost-order 4711.']);
  });
});

it('what is over is forgotten, and would be told again at once if it came again', async () => {
  const { core, raise, time, shown } = await open(await startSmtpServer());
  raise('sync-error', 'side.till');
  time.pass(3 * MINUTE_MS);
  core.engine.alerts.settle('side.till');
  expect(core.engine.alerts.list(PAGE)).toMatchObject({ alerts: [], unseen: 0 });
  raise('sync-error', 'side.till');
  time.pass(3000);
  expect(shown).toHaveLength(2);
});

it('quiet hours and switches count as soon as they are set', async () => {
  const { core, raise, time, shown } = await open(await startSmtpServer());
  unwrap(core.engine.settings.set({ 'alerts.desktop': 'off' }));
  raise('import-ended', 'early');
  time.pass(MINUTE_MS);
  expect(shown).toEqual([]);
  unwrap(core.engine.settings.set({ 'alerts.desktop': 'on' }));
  expect(shown.splice(0)).toEqual(['import-ended early.']);
  unwrap(core.engine.settings.set({ 'alerts.quietFrom': '11:00', 'alerts.quietTo': '13:00' }));
  raise('low-stock', 'a');
  raise('sync-error', 'b');
  time.pass(58 * MINUTE_MS);
  expect(shown).toEqual([]);
  time.pass(2 * MINUTE_MS);
  expect(shown).toEqual(['2 things happened while it was quiet']);
  unwrap(core.engine.settings.set({ 'alerts.kind.low-stock': 'mail' }));
  raise('low-stock', 'c');
  time.pass(MINUTE_MS);
  expect(shown).toHaveLength(1);
});
