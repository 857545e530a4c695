import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Practice } from '../../../src-practice/practice.ts';
import { type Outcome, openConnectedShell, openPractice } from './command-runner.ts';

interface Row {
  readonly action: string;
  readonly reasonCode: string;
  readonly name: string;
  readonly cloverId: string;
  readonly suggestions: readonly { readonly wooId: number }[];
}

const rowsOf = ({ json }: Outcome): readonly Row[] => json.rows as readonly Row[];

function findProduct({ storeService }: Practice, sku: string) {
  const found = [...storeService.state.products.values()].find((product) => product.sku === sku);
  if (!found) throw new Error(`the store has no ${sku}`);
  return found;
}

describe('from till to store by the command line', () => {
  it('plan, apply, plan again: everything arrives once, with its links and its reasons', async () => {
    const practice = await openPractice();
    const shell = await openConnectedShell(practice);
    const { items } = practice.facts;

    const plan = await shell.run('plan', '--json');
    expect(plan.exitCode).toBe(0);
    expect(plan.json).toMatchObject({
      plan: 1,
      counts: { create_woo: items, review: 0 },
      brake: null,
      obstacle: null,
    });
    expect(practice.storeService.state.products.size, 'a plan writes nothing').toBe(0);

    const waits = await shell.run('apply', '1', '--json');
    expect(waits.exitCode).toBe(3);
    expect(waits.json.error?.code).toBe('USE_APPROVAL_NEEDED');
    expect(practice.storeService.state.products.size, 'nor does asking').toBe(0);

    const applied = await shell.run('apply', '1', '--yes', '--json', '--progress');
    expect(applied.exitCode).toBe(0);
    expect(applied.json).toMatchObject({
      run: 1,
      state: 'done',
      counts: { created: items, linked: 0, updated: 0, skipped: 0, failed: 0 },
      failures: [],
      ms: expect.any(Number),
    });
    expect(applied.stderr).toMatch(/of 165 · 100%/);

    const again = await shell.run('plan', '--json');
    expect(again.json).toMatchObject({
      plan: 2,
      counts: { create_woo: 0, update_woo: 0, link: 0, skip: items },
    });

    const { json } = await shell.run('links', '--json');
    const links = json.links as readonly Record<string, unknown>[];
    expect(links.filter(({ kind }) => kind !== 'category')).toHaveLength(items + 32);
    const variation = links.find(({ sku }) => sku === 'hawaiian_m');
    const parent = links.find(({ cloverId }) => cloverId === variation?.groupId);
    expect(variation).toEqual({
      kind: 'variation',
      wooId: findProduct(practice, 'hawaiian_m').id,
      cloverId: expect.any(String),
      parentWooId: parent?.wooId,
      groupId: parent?.groupId,
      name: 'The Hawaiian Pizza Medium',
      sku: 'hawaiian_m',
      status: 'synced',
      pinned: [],
      lastSyncedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(parent).toMatchObject({ kind: 'product', name: 'The Hawaiian Pizza' });
    const paged = (await shell.run('links', '--json', '--limit', '2', '--offset', '3')).json.links;
    expect(paged).toEqual(links.slice(3, 5));

    const why = await shell.run('why', 'hawaiian_m', 'price', '--json');
    expect(why.json).toMatchObject({
      product: { sku: 'hawaiian_m' },
      fields: [
        {
          field: 'price',
          till: 1325,
          store: 1325,
          history: [{ run: 1, side: 'till', rule: 'new', after: 1325 }],
        },
      ],
    });
    expect((await shell.run('status', '--json')).json).toEqual({
      till: {
        state: 'ready',
        name: 'Corner Oven Pizzeria',
        merchant: practice.till.merchant,
        region: 'sandbox',
        sandbox: true,
        login: null,
      },
      store: { state: 'ready', name: 'Corner Oven Online', url: practice.store.url },
      hub: { state: 'not-connected', url: null, device: null, hinted: false, writer: null, error: null },
      queue: { waiting: 0, running: 0, unknown: 0, parked: 0, oldestSeconds: null },
      products: { synced: items + 32, waiting: 0, error: 0, conflict: 0, deleted: 0 },
      lastSyncAt: expect.any(String),
      lastLookAt: expect.any(String),
      isLooking: false,
      quota: { perSecond: 0, usedPercent: 0, everySeconds: null, pace: null },
      addOns: expect.objectContaining({ setting: 'auto' }),
      conflicts: 0,
      conflictsDecided: 0,
      data: { isWritable: true, error: null },
      orders: { needPerson: 0, toLookAt: 0, waiting: 0, oldestSeconds: null },
      unfinishedRun: null,
      warnings: [],
    });
  });

  it('a price changed at the till arrives, one changed on both sides waits, and undo puts back', async () => {
    const practice = await openPractice();
    const shell = await openConnectedShell(practice);
    await shell.run('import', '--yes', '--json');
    const staff = await shell.run('staff', 'till', 'edit', 'hawaiian_m', '--price', '14.25', '--json');
    expect(staff.json).toMatchObject({ what: expect.stringContaining('14.25'), id: expect.any(String) });
    const updated = await shell.run('import', '--yes', '--json');
    expect(updated.exitCode).toBe(0);
    expect(updated.json).toMatchObject({ counts: { updated: 1, created: 0 } });
    expect(findProduct(practice, 'hawaiian_m').regularPrice).toBe('14.25');

    await shell.run('staff', 'till', 'edit', 'hawaiian_l', '--price', '20');
    await shell.run('staff', 'store', 'edit', 'hawaiian_l', '--price', '19.99');
    const clash = await shell.run('import', '--yes', '--json');
    expect(clash.exitCode, 'a conflict needs a person').toBe(3);
    expect(findProduct(practice, 'hawaiian_l').regularPrice).toBe('19.99');

    const undone = await shell.run('undo', String(updated.json.run), '--json');
    expect(undone.exitCode).toBe(0);
    expect(undone.json).toMatchObject({ undoes: updated.json.run, undone: 1, kept: [] });
    expect(findProduct(practice, 'hawaiian_m').regularPrice).toBe('13.25');
    expect((await shell.run('undo', '99', '--json')).json.error?.code).toBe('USE_UNKNOWN_RUN');
  });

  it('a person decides what a plan could not', async () => {
    const practice = await openPractice({ menu: 'empty' });
    for (const name of ['Garlic Bread', 'Lemon Cake'])
      practice.tillService.staff.addItem({ name, price: 500 });
    const [bread] = practice.storeService.load([
      { name: 'Garlic Bread', type: 'simple', sku: 'GB-1', regular_price: '5.00' },
      { name: 'Lemon Cakes', type: 'simple', regular_price: '5.00' },
    ]);
    const shell = await openConnectedShell(practice);
    const plan = await shell.run('plan', '--json');
    expect(plan.exitCode, 'rows to look at are no failure').toBe(0);
    const [forBread, forCake] = ['Garlic Bread', 'Lemon Cake'].map((name) =>
      rowsOf(plan).find((row) => row.name === name),
    );
    expect(forBread).toMatchObject({ action: 'review', suggestions: [{ wooId: bread }] });
    expect(forCake).toMatchObject({ action: 'review' });
    const decided = await shell.run(
      'import',
      '--yes',
      '--json',
      '--link',
      `${forBread?.cloverId}=${bread}`,
      '--create',
      `${forCake?.cloverId}`,
    );
    expect(decided.json).toMatchObject({ counts: { linked: 1, created: 1, failed: 0 } });
    expect(practice.storeService.state.products.size).toBe(3);
  });

  it('a row that the store refuses is named, the rest arrives, and the exit code says so', async () => {
    const practice = await openPractice({ menu: 'empty' });
    for (const sku of ['AAA', 'BBB', 'CCC'])
      practice.tillService.staff.addItem({ name: `Item ${sku}`, price: 500, sku });
    const shell = await openConnectedShell(practice);
    await shell.run('plan');
    practice.storeService.load([
      { name: 'Came in between', type: 'simple', sku: 'BBB', regular_price: '1.00' },
    ]);
    const applied = await shell.run('apply', '1', '--yes', '--json');
    expect(applied.exitCode).toBe(1);
    expect(applied.json).toMatchObject({
      counts: { created: 2, failed: 1 },
      failures: [{ name: 'Item BBB', code: 'WOO_SKU_TAKEN', reason: expect.stringContaining('BBB') }],
    });
  });

  it('a run that would change much at once waits for approve', async () => {
    const practice = await openPractice({ menu: 'generated', items: 40 });
    const shell = await openConnectedShell(practice);
    await shell.run('import', '--yes', '--json');
    await shell.run('settings', 'set', 'brake.priceCount', '5');
    await shell.run('settings', 'set', 'price.mode', 'markup');
    await shell.run('settings', 'set', 'price.markupValue', '100');
    const plan = await shell.run('plan', '--json');
    expect(plan.json).toMatchObject({ brake: { code: 'RUN_BRAKED' } });
    const run = String(plan.json.plan);
    const braked = await shell.run('apply', run, '--yes', '--json');
    expect(braked.exitCode).toBe(3);
    expect(braked.json.error).toMatchObject({
      code: 'RUN_BRAKED',
      hint: expect.stringContaining(`approve ${run}`),
    });
    expect((await shell.run('approve', run, '--json')).json).toEqual({ run: Number(run), approved: true });
    const applied = await shell.run('apply', run, '--yes', '--json');
    expect(applied.exitCode).toBe(0);
    expect(applied.json).toMatchObject({ counts: { failed: 0 } });
  });

  it('prices that mean two things are asked about before anything is written', async () => {
    const practice = await openPractice();
    const { staff, state } = practice.storeService;
    staff.setting('tax', 'woocommerce_prices_include_tax', 'yes');
    staff.setting('general', 'woocommerce_calc_taxes', 'yes');
    const shell = await openConnectedShell(practice);
    const refused = await shell.run('import', '--yes', '--json');
    expect(refused.exitCode).toBe(3);
    expect(refused.json.error?.code).toBe('PAIR_TAX_MODE_DIFFERS');
    expect(state.products.size).toBe(0);
    await shell.run('settings', 'set', 'price.tax', 'same');
    expect((await shell.run('import', '--yes', '--json')).exitCode).toBe(0);
  });

  it('settings are listed, set and loaded, all or none', async () => {
    const shell = await openConnectedShell(await openPractice({ menu: 'empty' }));
    const list = async () => {
      const { json } = await shell.run('settings', '--json');
      const settings = json.settings as readonly {
        key: string;
        value: string;
        default: string;
        meaning: string;
      }[];
      return new Map(settings.map((setting) => [setting.key, setting]));
    };
    expect((await list()).get('price.mode')).toMatchObject({ value: 'direct', default: 'direct' });
    const file = join(shell.dataDir, 'rules.json');
    writeFileSync(
      file,
      JSON.stringify({ 'price.mode': 'markup', 'price.markupValue': 12.5, 'sync.field.stock': false }),
    );
    expect((await shell.run('settings', 'load', file, '--json')).json).toEqual({
      changed: ['price.mode', 'price.markupValue', 'sync.field.stock'],
    });
    expect((await list()).get('sync.field.stock')?.value).toBe('off');
    writeFileSync(file, JSON.stringify({ 'price.mode': 'direct', 'price.mod': 'direct' }));
    const refused = await shell.run('settings', 'load', file, '--json');
    expect(refused.exitCode).toBe(2);
    expect(refused.json.error).toMatchObject({
      code: 'SETTING_UNKNOWN',
      hint: expect.stringContaining('"price.mode"'),
    });
    expect((await list()).get('price.mode')?.value).toBe('markup');
    writeFileSync(file, (await shell.run('settings', '--json')).stdout);
    expect(
      (await shell.run('settings', 'load', file, '--json')).exitCode,
      'what was printed can be loaded',
    ).toBe(0);
    const mail = await shell.run('settings', 'set', 'alerts.mail', 'on', '--json');
    expect(mail.exitCode).toBe(2);
    expect(mail.json.error?.code).toBe('SETTING_MAIL_WITHOUT_ADDRESS');
    expect((await shell.run('settings', 'set', 'orders.tender', '', '--json')).json.error).toMatchObject({
      code: 'SETTING_REFUSED',
      hint: expect.stringContaining('a name of 1 to 127 characters'),
    });
    expect((await list()).get('alerts.mail')?.value).toBe('off');
    writeFileSync(file, 'price.mode = direct');
    expect((await shell.run('settings', 'load', file, '--json')).json.error?.code).toBe(
      'SETTING_FILE_UNREADABLE',
    );
  });

  it('clean forgets the links, deletes nothing, and the next import doubles nothing', async () => {
    const practice = await openPractice();
    const shell = await openConnectedShell(practice);
    await shell.run('import', '--yes', '--json');
    const before = practice.storeService.state.products.size;
    expect((await shell.run('clean', '--json')).exitCode).toBe(3);
    const cleaned = await shell.run('clean', '--yes', '--json');
    expect(cleaned.json.forgotten).toBeGreaterThan(practice.facts.items);
    expect((await shell.run('links', '--json')).json).toEqual({ links: [] });
    expect((await shell.run('import', '--yes', '--json')).json).toMatchObject({
      counts: { created: 0, linked: practice.facts.items },
    });
    expect(practice.storeService.state.products.size).toBe(before);
    const log = await shell.run('log', '--json', '--level', 'warn', '--since', '1h');
    expect(log.json.entries).toEqual([
      expect.objectContaining({ action: 'clean', level: 'warn', at: expect.any(String) }),
    ]);
  });
});
