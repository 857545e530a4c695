import { describe, expect, it } from 'vitest';
import { createMailer } from '../../../src-hub/ops/mailer.ts';
import { type HubRooms, startHubRooms } from '../../support/hub-rooms.ts';
import { startSmtpServer } from '../../support/start-smtp-server.ts';

const MINUTE_MS = 60_000;
const WELL = { appVersion: '1.0.0', till: 'ok', store: 'ok', waiting: 0, needsYou: 0 };

async function startWatched() {
  const smtp = await startSmtpServer();
  const mail = { smtpUrl: `smtp://127.0.0.1:${smtp.port}`, from: 'hub@example.com' };
  const hub = await startHubRooms({ mail });
  const paired = await hub.pairShop('Harbour Pizza');
  await hub.call('PUT', '/v1/shop', { token: paired.token, body: { email: 'owner@example.com' } });
  return { smtp, hub, ...paired };
}

const beat = (hub: HubRooms, token: string, more: object = {}) =>
  hub.call('POST', '/v1/heartbeat', { token, body: { ...WELL, ...more } });

async function pass(hub: HubRooms, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    hub.time.nowMs += MINUTE_MS;
    await hub.rooms.watchOnce();
  }
}

describe('an outage', () => {
  it('of silence is mailed once after 35 minutes, and once more when it is over', async () => {
    const { smtp, hub, token } = await startWatched();
    await beat(hub, token);
    await pass(hub, 35);
    expect(smtp.mails).toHaveLength(0);
    await pass(hub, 90);
    expect(smtp.mails.map(({ to, subject }) => [to, subject])).toEqual([
      [['owner@example.com'], 'Harbour Pizza: Tillbridge has not been heard of'],
    ]);
    await beat(hub, token);
    await pass(hub, 30);
    expect(smtp.mails.map(({ subject }) => subject)).toEqual([
      'Harbour Pizza: Tillbridge has not been heard of',
      'Harbour Pizza: Tillbridge is back',
    ]);
  });

  it('is not called so where the app was closed on purpose, or never ran', async () => {
    const { smtp, hub, token } = await startWatched();
    await pass(hub, 40);
    await beat(hub, token, { isLast: true });
    await pass(hub, 60);
    expect(smtp.mails).toHaveLength(0);
  });

  it('is not called so because the hub itself was away', async () => {
    const { smtp, hub, token } = await startWatched();
    await beat(hub, token);
    await hub.close();
    const mail = { smtpUrl: `smtp://127.0.0.1:${smtp.port}`, from: 'hub@example.com' };
    const again = await startHubRooms({
      ...{ file: hub.file, key: hub.key, mail },
      nowMs: hub.time.nowMs + 60 * MINUTE_MS,
    });
    expect(again.rooms.desk.list()).toHaveLength(1);
    await pass(again, 34);
    expect(smtp.mails).toHaveLength(0);
    await pass(again, 2);
    expect(smtp.mails).toHaveLength(1);
  });

  it('of the till or the store is mailed after three heartbeats that say so, not after two', async () => {
    const { smtp, hub, token } = await startWatched();
    for (const expected of [0, 0, 1, 1]) {
      await beat(hub, token, { store: 'failing' });
      await beat(hub, token, { store: 'failing' });
      await pass(hub, 15);
      expect(smtp.mails).toHaveLength(expected);
    }
    expect(smtp.mails[0]?.text).toContain('cannot reach the web store');
    await beat(hub, token);
    await pass(hub, 1);
    expect(smtp.mails.map(({ subject }) => subject)).toContain(
      'Harbour Pizza: Tillbridge reaches the web store again',
    );
  });

  it('whose mail is refused is tried again, five times in all, and noted', async () => {
    const { smtp, hub, token } = await startWatched();
    smtp.replies.RCPT = '450 4.2.1 try later';
    await beat(hub, token);
    await pass(hub, 38);
    expect(smtp.mails).toHaveLength(0);
    delete smtp.replies.RCPT;
    await pass(hub, 1);
    expect(smtp.mails).toHaveLength(1);
    smtp.replies.RCPT = '450 4.2.1 try later';
    await beat(hub, token);
    await pass(hub, 20);
    const { body } = await hub.call('GET', '/v1/held', { token });
    expect(body.outages).toMatchObject([{ kind: 'silent', mail: 'sent', endMail: 'failed' }]);
    expect(smtp.commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(3 + 1 + 5);
  });

  it('without a mail server or an address is logged and shown', async () => {
    const hub = await startHubRooms();
    const { token, shopId } = await hub.pairShop('Harbour Pizza');
    await beat(hub, token);
    await pass(hub, 36);
    expect(hub.told).toEqual([`outage began: silent ${shopId}`]);
    const { body } = await hub.call('GET', '/v1/held', { token });
    expect(body.outages).toMatchObject([{ kind: 'silent', endedMs: null, mail: 'no mail server' }]);
  });

  it('that comes and goes all day is mailed six times, then only noted', async () => {
    const { smtp, hub, token } = await startWatched();
    for (let turn = 0; turn < 9; turn += 1) {
      await beat(hub, token);
      await pass(hub, 37);
    }
    expect(smtp.mails.filter(({ subject }) => subject.includes('not been heard'))).toHaveLength(6);
  });
});

describe('a disk that fails', () => {
  it('is mailed to the operator, once an hour', async () => {
    const smtp = await startSmtpServer();
    const address = { from: 'hub@example.com', operator: 'operator@example.com' };
    const hub = await startHubRooms({ mail: { smtpUrl: `smtp://127.0.0.1:${smtp.port}`, ...address } });
    for (let minute = 0; minute < 61; minute += 1) {
      await hub.rooms.tellDiskFails();
      hub.time.nowMs += MINUTE_MS;
    }
    expect(smtp.mails.map(({ to, subject }) => [to, subject])).toEqual(
      Array(2).fill([['operator@example.com'], 'The disk of your Tillbridge hub fails']),
    );
  });
});

describe('the hub’s mailer', () => {
  it('sends nothing unencrypted off this machine, and tells neither address nor text when it fails', async () => {
    const smtp = await startSmtpServer();
    const failure = await createMailer(`smtp://127.1:${smtp.port}`, 'hub@example.com').send(
      'a@b.example',
      's',
      't',
    );
    // 127.1 leads to the same server, but is none of the names that are taken for this machine.
    expect(smtp.commands.some((line) => line.startsWith('EHLO'))).toBe(true);
    expect(failure).not.toBeNull();
    expect(failure).not.toContain('@');
    expect(smtp.mails).toHaveLength(0);
  });
});
