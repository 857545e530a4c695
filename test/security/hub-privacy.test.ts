import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLOVER_APP, settle, startHubWorld } from '../support/hub-world.ts';

const PLANTED = ['Jane Plantagenet', 'jane.plantagenet@example.com', '4111111111111111', 'Elm Street 17'];

describe('what the hub keeps', () => {
  it('H7: names and e-mails in bodies, queries, headers and frames are in no file and no log line', async () => {
    const world = await startHubWorld({ logLevel: 'debug' });
    const shop = await world.pairShop();
    const device = await world.connect(shop);
    const [name, email, card, street] = PLANTED;
    const person = { first_name: name, email, card, address_1: street };
    const order = { id: 4711, billing: person, shipping: person, meta_data: [{ key: email, value: name }] };
    const query = `?email=${email}&name=${encodeURIComponent(name ?? '')}`;
    await world.sendWoo(shop, order, { resource: 'order', headers: { 'x-name': name ?? '' } });
    await world.sendWoo(shop, { ...order, id: `x${name}` }, { resource: 'order' });
    await world.sendWoo(shop, order, { resource: email ?? '' });
    await world.sendWoo(shop, order, { signature: `${name}`.padEnd(44, 'x') });
    await world.post(`/v1/hooks/woo/${shop.shopId}${query}`, JSON.stringify(person));
    await world.post(`/v1/hooks/clover${query}`, `${name} <${email}>`);
    const events = [
      { objectId: `C:${card}-1`, customer: person },
      { objectId: email },
      { objectId: `O:${name}` },
    ];
    const clover = JSON.stringify({
      appId: CLOVER_APP.appId,
      merchants: { [shop.merchantId]: events, [`${name}`]: [] },
    });
    await world.post('/v1/hooks/clover', clover.replace(`C:${card}-1`, 'C:0815'), {
      'x-clover-auth': CLOVER_APP.authCode,
    });
    await world.post('/v1/hooks/clover', clover, { 'x-clover-auth': email ?? '' });
    await world.post('/v1/pair', `{"code": ${name}`, { 'content-type': 'application/json' });
    await world.post(`/v1/${email}${query}`, String(street));
    await fetch(`${world.hub.url}/${encodeURIComponent(name ?? '')}${query}`, {
      headers: { cookie: String(email) },
    });
    device.send({ type: 'note', text: name });
    device.send(`${name}`);
    await device.closed();
    await settle();
    const before = findPlanted(world.dataDir, world.lines);
    expect(scan(world.dataDir, 'order:4711')).toBeGreaterThan(0); // the scan does see what is there
    expect(world.lines.length).toBeGreaterThan(5);
    await world.hub.close();
    expect(before).toEqual([]);
    expect(findPlanted(world.dataDir, world.lines)).toEqual([]);
  });

  it('H7: neither tokens nor secrets nor the code of Clover’s app are in a log line, nor plain in a file', async () => {
    const world = await startHubWorld({ logLevel: 'debug' });
    const shop = await world.pairShop();
    await world.connect(shop);
    await world.sendWoo(shop, { id: 1 });
    await world.sendClover({ [shop.merchantId]: ['I:1'] });
    const headers = { authorization: `Bearer ${shop.token}` };
    await fetch(`${world.hub.url}/v1/device?token=${shop.token}`, { headers });
    const secrets = [shop.token, shop.secret, CLOVER_APP.authCode];
    for (const secret of secrets) {
      expect(world.lines.join('').includes(secret)).toBe(false);
      expect(scan(world.dataDir, secret)).toBe(0);
    }
  });
});

const findPlanted = (dataDir: string, lines: readonly string[]): string[] =>
  PLANTED.filter((text) => scan(dataDir, text) > 0 || lines.join('').includes(text));

/** In how many files of the folder the text is, the WAL among them. */
const scan = (dataDir: string, text: string): number =>
  readdirSync(dataDir).filter((file) => readFileSync(join(dataDir, file)).includes(text)).length;
