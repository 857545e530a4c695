import { describe, expect, it } from 'vitest';
import { createManualHubTime } from '../../support/hub-time.ts';
import { CLOVER_APP, readMetric, settle, startHubWorld, writeCloverBody } from '../../support/hub-world.ts';

describe('the till’s webhooks', () => {
  it('one delivery is split by merchant, and each shop is told of its own alone', async () => {
    const world = await startHubWorld();
    const [a, b] = [await world.pairShop('A'), await world.pairShop('B')];
    const [atA, atB] = [await world.connect(a), await world.connect(b)];
    const answer = await world.sendClover({
      [a.merchantId]: ['I:0ABC', 'IS:0ABC', 'I:0ABC', 'O:9XYZ'],
      [b.merchantId]: ['P:77'],
      STRANGER00001: ['I:1'],
    });
    expect(answer.status).toBe(200);
    await atA.until(() => atA.keys().length === 3);
    await atB.until(() => atB.keys().length === 1);
    expect(atA.keys()).toEqual(['I:0ABC', 'IS:0ABC', 'O:9XYZ']);
    expect(atB.keys()).toEqual(['P:77']);
    expect(atA.of('hint').every(({ side }) => side === 'till')).toBe(true);
    expect(
      await readMetric(world.hub.url, 'hub_deliveries_total{side="till",outcome="unknown merchant"}'),
    ).toBe(1);
  });

  it('a verification code is answered 200 whoever sends it, and shown to the operator', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const answer = await world.post('/v1/hooks/clover', '{"verificationCode":"c1d2-e3f4"}');
    expect(answer.status).toBe(200);
    expect(world.lines.some((line) => line.includes('c1d2-e3f4'))).toBe(true);
    const shown = await fetch(`${world.hub.url}/v1/clover/code`, {
      headers: { authorization: `Bearer ${shop.token}` },
    });
    expect(await shown.json()).toMatchObject({ verificationCode: 'c1d2-e3f4' });
  });

  it('a flood of codes is answered and noted only ten times a minute', async () => {
    const world = await startHubWorld();
    const posts = Array.from({ length: 50 }, (_, at) =>
      world.post('/v1/hooks/clover', `{"verificationCode":"flood-${at}"}`),
    );
    expect((await Promise.all(posts)).every(({ status }) => status === 200)).toBe(true);
    expect(world.lines.filter((line) => line.includes('flood-'))).toHaveLength(10);
  });

  it('V2: without the right code it is refused with 403, whatever the code’s length, and tells nothing', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const body = writeCloverBody({ [shop.merchantId]: ['I:1'] });
    const code = CLOVER_APP.authCode;
    const wrong = ['', 'x', code.slice(1), `${code}0`, code.toUpperCase(), 'y'.repeat(5000)];
    for (let at = 0; at < code.length; at += 1)
      wrong.push(code.slice(0, at) + (code[at] === 'f' ? '0' : 'f') + code.slice(at + 1));
    for (const given of wrong)
      expect((await world.post('/v1/hooks/clover', body, { 'x-clover-auth': given })).status).toBe(403);
    expect((await world.post('/v1/hooks/clover', body)).status).toBe(403);
    const other = body.replace(CLOVER_APP.appId, 'ANOTHERAPP000');
    expect((await world.post('/v1/hooks/clover', other, { 'x-clover-auth': code })).status).toBe(403);
    await world.sendClover({ [shop.merchantId]: ['I:2'] });
    await device.until(() => device.keys().length > 0);
    expect(device.keys()).toEqual(['I:2']);
  });

  it('V2: of the body only ids are believed; unknown fields and odd events are ignored', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const events = [
      { objectId: 'IS:77', type: 'UPDATE', ts: 1, quantity: 3, stockCount: 3 },
      { objectId: 'I:<script>', type: 'UPDATE' },
      { objectId: 'jane@example.com', type: 'UPDATE' },
      { objectId: 12 },
      'junk',
      null,
      { objectId: 'NEWTOPIC:1' },
      { objectId: 'ZZ:1', type: 'SOMETHING' },
    ];
    const body = JSON.stringify({
      appId: CLOVER_APP.appId,
      version: 9,
      merchants: { [shop.merchantId]: events, M2: 'junk', __proto__: [] },
    });
    const send = (text: string) =>
      world.post('/v1/hooks/clover', text, { 'x-clover-auth': CLOVER_APP.authCode });
    expect((await send(body)).status).toBe(200);
    await device.until(() => device.keys().length === 2);
    expect(device.keys()).toEqual(['IS:77', 'ZZ:1']);
    for (const junk of ['', 'not json', '[]', '"x"', 'null'])
      expect([400, 403]).toContain((await send(junk)).status);
  });

  it('more events of a merchant than are told singly become one resync of the till', async () => {
    const world = await startHubWorld();
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const keys = Array.from({ length: 2500 }, (_, at) => `I:${at}`);
    expect((await world.sendClover({ [shop.merchantId]: keys })).status).toBe(200);
    await device.until(() => device.of('resync').length > 0);
    await settle();
    expect(device.of('resync')).toMatchObject([{ side: 'till' }]);
    expect(device.of('hint')).toEqual([]);
  });
});

describe('a flood', () => {
  it('H5: beyond a shop’s rate all is answered 200 and becomes one resync; other shops are told singly', async () => {
    const time = createManualHubTime();
    const world = await startHubWorld({ shopRate: 2 }, time);
    const [a, b] = [await world.pairShop('A'), await world.pairShop('B')];
    const [atA, atB] = [await world.connect(a), await world.connect(b)];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => world.sendWoo(a, { id: at + 1 })),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await world.sendWoo(b, { id: 1 });
    await atB.until(() => atB.keys().length === 1);
    await atA.until(() => atA.of('resync').length > 0);
    atA.ack();
    await atA.heard();
    expect(atA.of('hint').length).toBeLessThanOrEqual(20); // ten seconds of its rate
    expect(atA.of('resync')).toHaveLength(1);
    time.pass(12_000);
    await atA.until(() => atA.of('resync').length === 2); // what came after the first
    await world.sendWoo(a, { id: 999 });
    await atA.until(() => atA.keys().includes('product:999'));
    expect(atB.of('resync')).toEqual([]);
  });

  it('H5: a sender beyond its rate is answered 200, and the shops that it speaks of are told to read anew', async () => {
    const world = await startHubWorld({ sourceRate: 1, shopRate: 1000 });
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const statuses = new Set<number>();
    for (let at = 0; at < 40; at += 1)
      statuses.add((await world.sendClover({ [shop.merchantId]: [`I:${at}`] })).status);
    expect([...statuses]).toEqual([200]);
    await device.until(() => device.of('resync').length > 0);
  });
});
