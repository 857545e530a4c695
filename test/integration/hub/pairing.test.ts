import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deviceAnswer, pairAnswer } from '../../../src-hub/protocol/http-shapes.ts';
import { startHubRooms } from '../../support/hub-rooms.ts';

const TEN_MINUTES_MS = 10 * 60_000;
const wrongFor = (code: string): string => code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');

describe('a pairing code', () => {
  it('pairs one device, once, and is no good afterwards', async () => {
    const hub = await startHubRooms();
    const shopId = await hub.rooms.desk.add('Harbour Pizza');
    const code = (await hub.rooms.pairing.invite(shopId))?.code ?? '';
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
    const body = { code: ` ${code.toLowerCase().replaceAll('-', '')} `, deviceName: 'Office' };
    const first = await hub.call('POST', '/v1/pair', { body });
    expect(first.status).toBe(200);
    const answer = pairAnswer.parse(first.body);
    expect(answer.wooHookUrl).toBe(`https://hub.example.com/v1/hooks/woo/${shopId}`);
    expect(answer.token).toMatch(/^tbd_[A-Za-z0-9_-]{43}$/);
    const second = await hub.call('POST', '/v1/pair', { body });
    expect(second.status).toBe(403);
    expect(second.body).toMatchObject({ error: { code: 'CODE_WRONG' } });
  });

  it('is worth ten minutes, not a second more', async () => {
    const hub = await startHubRooms();
    const shopId = await hub.rooms.desk.add('Harbour Pizza');
    const late = (await hub.rooms.pairing.invite(shopId))?.code;
    hub.time.nowMs += TEN_MINUTES_MS - 1;
    const early = (await hub.rooms.pairing.invite(shopId))?.code;
    hub.time.nowMs += 1;
    expect((await hub.call('POST', '/v1/pair', { body: { code: late, deviceName: 'A' } })).status).toBe(403);
    expect((await hub.call('POST', '/v1/pair', { body: { code: early, deviceName: 'A' } })).status).toBe(200);
  });

  it('bears five tries: the sixth fails even when it is right', async () => {
    const hub = await startHubRooms();
    const code = (await hub.rooms.pairing.invite(await hub.rooms.desk.add('Harbour Pizza')))?.code ?? '';
    for (let turn = 0; turn < 5; turn += 1) {
      const body = { code: wrongFor(code), deviceName: 'A' };
      expect((await hub.call('POST', '/v1/pair', { body })).status).toBe(403);
    }
    expect((await hub.call('POST', '/v1/pair', { body: { code, deviceName: 'A' } })).status).toBe(403);
  });

  it('cannot be guessed by many tries: after ten of one address even a right one has to wait', async () => {
    const hub = await startHubRooms();
    const shopId = await hub.rooms.desk.add('Harbour Pizza');
    for (let turn = 0; turn < 10; turn += 1)
      await hub.call('POST', '/v1/pair', { body: { code: `0000-0000-0${turn}`, deviceName: 'A' } });
    const code = (await hub.rooms.pairing.invite(shopId))?.code;
    const shut = await hub.call('POST', '/v1/pair', { body: { code, deviceName: 'A' } });
    expect(shut).toMatchObject({ status: 429, body: { error: { code: 'TOO_MANY_GUESSES' } } });
    hub.time.nowMs += TEN_MINUTES_MS;
    const again = (await hub.rooms.pairing.invite(shopId))?.code;
    expect((await hub.call('POST', '/v1/pair', { body: { code: again, deviceName: 'A' } })).status).toBe(200);
  });

  it('cannot be guessed from many addresses either', async () => {
    const hub = await startHubRooms();
    const { pairing, desk } = hub.rooms;
    for (let turn = 0; turn < 300; turn += 1)
      expect(await pairing.redeem('0000-0000-00', 'A', `2001:db8:${turn.toString(16)}::1`)).toMatchObject({
        kind: 'CODE_WRONG',
      });
    const code = (await pairing.invite(await desk.add('Harbour Pizza')))?.code ?? '';
    expect(await pairing.redeem(code, 'A', '192.0.2.1')).toMatchObject({ kind: 'TOO_MANY_GUESSES' });
  });

  it('has at most three open at once, and a device may invite another one', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    const invited = await hub.call('POST', '/v1/invitations', { token });
    expect(invited.body).toEqual({ code: expect.any(String), untilMs: hub.time.nowMs + TEN_MINUTES_MS });
    const body = { code: invited.body.code, deviceName: 'Kitchen' };
    expect((await hub.call('POST', '/v1/pair', { body })).status).toBe(200);
    const device = deviceAnswer.parse((await hub.call('GET', '/v1/device', { token })).body);
    expect(device.devices.map(({ name, isThis }) => [name, isThis])).toEqual(
      expect.arrayContaining([
        ['Harbour Pizza PC', true],
        ['Kitchen', false],
      ]),
    );
    for (let turn = 0; turn < 3; turn += 1)
      expect((await hub.call('POST', '/v1/invitations', { token })).status).toBe(200);
    expect((await hub.call('POST', '/v1/invitations', { token })).status).toBe(409);
  });
});

describe('a device token', () => {
  it('and a code are nowhere in the files', async () => {
    const hub = await startHubRooms();
    const { token, shopId } = await hub.pairShop('Harbour Pizza');
    const code = (await hub.rooms.pairing.invite(shopId))?.code ?? '';
    const files = [hub.file, `${hub.file}-wal`].map((file) => readFileSync(file).toString('latin1')).join('');
    expect(files).toContain('Harbour Pizza');
    for (const secret of [token, token.slice(4), code, code.replaceAll('-', '').slice(4)])
      expect(files).not.toContain(secret);
  });

  it('of one shop never reads or touches another shop', async () => {
    const hub = await startHubRooms();
    const ours = await hub.pairShop('Harbour Pizza');
    const theirs = await hub.pairShop('Hill Bakery');
    const held = await hub.call('GET', '/v1/held', { token: ours.token });
    expect(JSON.stringify(held.body)).not.toContain('Hill Bakery');
    const answer = await hub.call('DELETE', `/v1/device/${theirs.deviceId}`, { token: ours.token });
    expect(answer.status).toBe(404);
    expect((await hub.call('GET', '/v1/device', { token: theirs.token })).status).toBe(200);
  });

  it('that is wrong, cut, empty or very long is refused in words', async () => {
    const hub = await startHubRooms();
    const { token } = await hub.pairShop('Harbour Pizza');
    for (const wrong of [token.slice(0, -1), `${token}A`, token.toLowerCase(), 'x', 'A'.repeat(5000)]) {
      const answer = await hub.call('GET', '/v1/device', { token: wrong });
      expect(answer).toMatchObject({ status: 401, body: { error: { code: 'UNPAIRED' } } });
    }
    for (const [method, path] of [
      ['GET', '/v1/device'],
      ['DELETE', '/v1/device'],
      ['POST', '/v1/invitations'],
      ['PUT', '/v1/shop'],
      ['GET', '/v1/clover/code'],
      ['PUT', '/v1/clover/code'],
      ['POST', '/v1/wc-auth'],
      ['POST', '/v1/heartbeat'],
      ['POST', '/v1/reports'],
      ['GET', '/v1/held'],
      ['DELETE', '/v1/held'],
    ] as const)
      expect((await hub.call(method, path, method === 'GET' ? {} : { body: {} })).status, path).toBe(401);
  });

  it('that is revoked, by another device or by the operator, is out at once', async () => {
    const hub = await startHubRooms();
    const { token, shopId } = await hub.pairShop('Harbour Pizza');
    const code = (await hub.rooms.pairing.invite(shopId))?.code;
    const second = (await hub.call('POST', '/v1/pair', { body: { code, deviceName: 'Stolen' } })).body;
    const gone: string[] = [];
    hub.rooms.book.onRevoked((deviceId) => gone.push(deviceId));
    await hub.call('DELETE', `/v1/device/${second.deviceId}`, { token });
    expect(gone).toEqual([second.deviceId]);
    expect((await hub.call('GET', '/v1/device', { token: String(second.token) })).status).toBe(401);
    expect((await hub.call('DELETE', '/v1/device', { token })).body).toEqual({ revoked: true });
    expect((await hub.call('GET', '/v1/device', { token })).status).toBe(401);
  });

  it('of a device that asks without end is held up for the minute; the others are not', async () => {
    const hub = await startHubRooms();
    const busy = await hub.pairShop('Harbour Pizza');
    const other = await hub.pairShop('Hill Bakery');
    const ask = (token: string) => hub.call('GET', '/v1/device', { token });
    const statuses = await Promise.all(Array.from({ length: 121 }, () => ask(busy.token)));
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(120);
    expect(await ask(busy.token)).toMatchObject({ status: 429, body: { error: { code: 'TOO_OFTEN' } } });
    expect((await ask(other.token)).status).toBe(200);
    hub.time.nowMs += 60_000;
    expect((await ask(busy.token)).status).toBe(200);
  });
});
