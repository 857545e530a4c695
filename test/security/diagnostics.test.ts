import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passSetting } from '../../src-main/boot/support/diagnostics.ts';
import { createFailure } from '../../src-main/domain/failure.ts';
import { maskAddress, maskId } from '../../src-main/domain/mask.ts';
import { openCrashFile } from '../../src-main/log/crash-file.ts';
import { recordCrash } from '../../src-main/log/crash-record.ts';
import { packZip } from '../../src-main/log/zip.ts';
import { GUESTS } from '../../src-practice/store/store.ts';
import { startOrderShop } from '../support/order-shop.ts';
import { unwrap } from '../support/practice-world.ts';
import { readZip } from '../support/read-zip.ts';
import { startRelayWorld } from '../support/relay-world.ts';

const PLANTED = {
  person: 'Zenobia Quillfeather',
  email: 'zenobia@quillfeather.example',
  phone: '+1 646 555 0177',
  street: '77 Marmalade Terrace',
  dish: 'Grandmother’s Secret Calzone',
  password: 'hunter2-correct-horse',
  mailHost: 'smtp.quillfeather.example',
  card: '4242424242424242',
};

/** A shop that has sold, with something private in every place that takes a text. */
async function startPlanted() {
  const guest = {
    ...(GUESTS[0] as NonNullable<(typeof GUESTS)[number]>),
  };
  const shop = await startOrderShop();
  const { engine, practice, core, dataDir } = shop;
  const id = shop.order({ note: `${PLANTED.street}, ask for ${PLANTED.person}` });
  practice.tillService.staff.editItem([...practice.tillService.state.items.keys()][0] ?? '', {
    name: PLANTED.dish,
  });
  await shop.settle();
  unwrap(
    engine.settings.set({
      'alerts.mailTo': PLANTED.email,
      'alerts.smtpHost': PLANTED.mailHost,
      'alerts.smtpUser': PLANTED.person,
      'orders.typeName': `${PLANTED.person} orders`,
    }),
  );
  unwrap(await engine.alerts.setMailPassword(PLANTED.password));
  const note = {
    level: 'error' as const,
    action: PLANTED.phone,
    entity: PLANTED.dish,
    message: PLANTED.email,
  };
  engine.records.note(note);
  engine.records.note({ ...note, action: 'crash', entity: PLANTED.person, message: PLANTED.card });
  engine.alerts.raise({
    kind: 'sync-error',
    key: PLANTED.person,
    title: PLANTED.dish,
    body: PLANTED.card,
    opens: `#/${PLANTED.street}`,
  });
  openCrashFile(dataDir).add(
    recordCrash(
      Object.assign(new Error(Object.values(PLANTED).join('\n    at ')), { code: PLANTED.person }),
      {
        where: 'engine',
        atMs: 1,
        version: '1.0.0',
      },
    ),
  );
  const names = [...practice.tillService.state.items.values()].map(({ name }) => name);
  const secrets = [
    ...Object.values(PLANTED),
    ...Object.values(guest).filter((value): value is string => typeof value === 'string' && value.length > 3),
    ...names.filter((name) => name.length > 4),
    ...[practice.till.token, practice.store.key, practice.store.secret, practice.till.merchant],
    ...[practice.store.url, practice.till.url, dataDir],
    practice.tillService.merchant.name,
    shop.secretKey,
  ];
  return { shop, core, id, secrets };
}

describe('X19: the diagnostics', () => {
  it('hold no token, no customer and no item, wherever they were planted: each file of the zip is read', async () => {
    const { core, secrets } = await startPlanted();
    // What is looked for is there to be found.
    const everything = core.support
      .exportData()
      .map(({ text }) => text)
      .join('');
    for (const planted of [PLANTED.dish, PLANTED.email, PLANTED.card, PLANTED.person, PLANTED.street])
      expect(everything).toContain(planted);
    const written = core.support.writeDiagnostics();
    const files = await readZip(await packZip(written, 0));
    expect([...files.keys()]).toEqual(written.map(({ name }) => name));
    const found = [...files].flatMap(([name, text]) =>
      secrets
        .filter((secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)))
        .map((secret) => `${name}: ${secret}`),
    );
    expect(found).toEqual([]);
  });

  it('say what support needs: versions, region, counts, steps in trouble, codes, health, crashes', async () => {
    const { core } = await startPlanted();
    const files = new Map(core.support.writeDiagnostics().map(({ name, text }) => [name, text]));
    const read = (name: string) => JSON.parse(files.get(`${name}.json`) ?? 'null');
    expect(read('program')).toMatchObject({ isSafeMode: false, system: { platform: process.platform } });
    expect(read('settings')).toMatchObject({
      'import.status': 'publish',
      'alerts.mailTo': '(own words)',
      'orders.typeName': '(own words)',
      'alerts.smtpPort': '587',
    });
    expect(read('counts').link).toBeGreaterThan(0);
    expect(read('health')).toMatchObject({ quickCheck: 'ok', journalMode: 'wal', synchronous: 2 });
    expect(read('connections')).toMatchObject({
      till: { environment: 'sandbox', currency: 'USD', account: expect.stringMatching(/^••••\w{4}$/) },
      store: { address: 'localhost' },
      relay: { word: 'not-connected' },
    });
    expect(read('log').length).toBeGreaterThan(3);
    expect(read('crashes')[0]).toMatchObject({ error: 'Error', code: '', where: 'engine' });
  });

  it.each([
    ['publish', 'draft', 'draft | publish', 'publish'],
    ['7', '5', 'a whole number from 1 to 90', '7'],
    ['Ada Lovelace', '', 'a text of at most 100 characters', '(own words)'],
    ['12', '', 'a name of 1 to 127 characters', '(own words)'],
    ['Online Order', 'Online Order', 'a name of 1 to 127 characters', 'Online Order'],
  ])('a setting %s (at first %s, takes %s) leaves as %s', (value, initial, takes, told) => {
    expect(passSetting({ value, initial, takes })).toBe(told);
  });

  it.each([
    ['ABCDEFGH1234X', '••••234X'],
    ['SHORT', '••••'],
    ['', '••••'],
  ])('an id %s is shown as %s', (id, masked) => expect(maskId(id)).toBe(masked));

  it.each([
    ['https://corner-oven.example/shop', 'c••••.example'],
    ['http://127.0.0.1:8080', 'localhost'],
    ['https://192.168.1.20', '••••'],
    ['no address', '••••'],
  ])('an address %s is shown as %s', (address, masked) => expect(maskAddress(address)).toBe(masked));
});

describe('H20: all data', () => {
  it('leaves as JSON, table by table, and no secret with it', async () => {
    const { core, shop, id } = await startPlanted();
    const files = await readZip(await packZip(core.support.exportData(), 0));
    const { practice } = shop;
    const read = (name: string) =>
      JSON.parse(files.get(`data/${name}.json`) ?? 'null') as Record<string, unknown>[];
    expect(read('link').length).toBeGreaterThan(0);
    expect(read('order_flow').map(({ woo_id: wooId }) => wooId)).toContain(id);
    expect(read('shadow')[0]?.fields).toBeTypeOf('object');
    for (const name of ['conflict', 'run', 'run_change', 'journal', 'setting', 'stock_move'])
      expect(Array.isArray(read(name))).toBe(true);
    expect(files.get('README.txt')).toContain('data/link.json');
    const text = [...files.values()].join('');
    const { store, till } = practice;
    for (const secret of [till.token, store.key, store.secret, PLANTED.password, shop.secretKey])
      expect(text).not.toContain(secret);
  });
});

describe('H20: erasing', () => {
  it('disconnects all, takes the webhooks away, and leaves nothing in the folder but what is not ours', async () => {
    const world = await startRelayWorld();
    const { core, engine, practice, dataDir, hub, shopId } = world;
    engine.records.note({ level: 'info', action: 'x', entity: PLANTED.dish, message: PLANTED.email });
    unwrap(await engine.alerts.setMailPassword(PLANTED.password));
    const hooks = () => [...practice.storeService.state.webhooks.values()].length;
    const { stop } = world.run();
    await expect.poll(hooks, { timeout: 15_000 }).toBeGreaterThan(0);
    await stop();
    unwrap(await engine.rehearsal.start());
    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['backups', 'rehearsal', 'secrets.sealed']));
    writeFileSync(join(dataDir, 'holiday.jpg'), 'mine');
    const products = practice.storeService.state.products.size;
    expect(await core.support.erase()).toEqual([]);
    expect(readdirSync(dataDir)).toEqual(['holiday.jpg']);
    expect(hooks()).toBe(0);
    // The only PC of the shop: the relay holds nothing of it either.
    expect(hub.rooms.desk.list().find((shop) => shop.id === shopId)).toBeUndefined();
    expect(practice.storeService.state.products.size).toBe(products);
    expect(scan(dataDir, [PLANTED.dish, PLANTED.email, practice.till.merchant, practice.store.url])).toEqual(
      [],
    );
  });

  it('says what it could not reach, and erases what is here all the same', async () => {
    const world = await startRelayWorld();
    await world.hub.close();
    await world.practice.close();
    const left = await world.core.support.erase();
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(({ code }) => code !== createFailure('BUG').code)).toBe(true);
    expect(() => readdirSync(world.dataDir)).toThrow('ENOENT');
  }, 90_000);
});

/** Files in which one of these stands. */
const scan = (folder: string, wanted: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => wanted.some((text) => readFileSync(join(folder, name)).includes(text)));
