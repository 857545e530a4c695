import { describe, expect, it } from 'vitest';
import { asCloverId, asWooId } from '../../../src-main/domain/ids.ts';
import type { Engine, PlanSummary } from '../../../src-main/engine/face.ts';
import type { RunChange } from '../../../src-main/engine/ledger-ports.ts';
import { CONNECTED, countActions, makePlan, makeRow, serveRows, suggest } from './fake-runs.ts';
import { createFakeMachine } from './fake-surroundings.ts';

function createEngine(plan: PlanSummary, rows: readonly RunChange[]): Partial<Engine> {
  return {
    connections: CONNECTED as Engine['connections'],
    plan: async () => ({ ok: true, value: plan }),
    rows: serveRows(rows),
    links: () => [],
  };
}

const CONFLICT = makeRow(1, {
  action: 'conflict',
  reason: 'EDITED_ON_BOTH',
  name: 'Flat White',
  sku: 'FW',
  wooId: asWooId(11),
  decisions: [
    { field: 'price', wanted: 495, till: 450, store: 525, verdict: 'conflict', rule: 'both-changed' },
    { field: 'name', wanted: 'Flat White', store: 'Flat White', verdict: 'same', rule: 'same' },
  ],
});
const REVIEW = makeRow(2, {
  action: 'review',
  reason: 'SIMILAR_NAME',
  cloverId: asCloverId('LATTE00000001'),
  name: 'Latte',
  suggestions: [suggest(45, 'Caffè Latte', 87)],
});
const UPDATE = makeRow(3, {
  action: 'update_woo',
  reason: 'CHANGED_ON_TILL',
  name: 'Espresso',
  decisions: [{ field: 'price', wanted: 300, store: 275, verdict: 'write', rule: 'till-changed' }],
});

describe('plan', () => {
  it('tells people the counts, then what needs them, then some of the rest', async () => {
    const creates = Array.from({ length: 30 }, (_, at) => makeRow(100 + at));
    const category = makeRow(99, { kind: 'category', name: 'Drinks' });
    const plan = makePlan({
      counts: countActions({ create_woo: 1230, review: 1, conflict: 1, update_woo: 1 }),
      categoriesToCreate: 1,
      itemsOnTill: 1233,
      warnings: [{ code: 'PAIR_TAX_MODE_DIFFERS', facts: { till: 'include tax', store: 'are without tax' } }],
    });
    const machine = createFakeMachine({
      engine: createEngine(plan, [category, CONFLICT, REVIEW, UPDATE, ...creates]),
    });
    expect(await machine.run('plan')).toBe(0);
    const { text } = machine.stdout;
    expect(text).toMatch(
      /^Plan 7: Corner Oven -> Corner Oven Online\n1,233 items on the till, 0 products in the store\.\n/,
    );
    expect(text).toMatch(/create in the store +1,230\n/);
    expect(text).toContain('PAIR_TAX_MODE_DIFFERS');
    expect(text).toContain('  Flat White  FW\n    price: till $4.50, store $5.25\n');
    expect(text).toContain('perhaps product 45, Caffè Latte, 87 of 100');
    expect(text).toContain('--link LATTE00000001=45 or --create LATTE00000001');
    expect(text).toContain('  Espresso  It was changed on the till.\n    price: $2.75 -> $3.00\n');
    expect(text).toContain('Item 109');
    expect(text).not.toContain('Item 110');
    expect(text).not.toContain('Drinks');
    expect(text).toContain('and 1,220 more; "plan --limit 100"');
    expect(text).toMatch(/Next: apply 7\n$/);
    const order = ['PAIR_TAX', 'Flat White', 'Latte', 'Espresso', 'Item 100'].map((word) =>
      text.indexOf(word),
    );
    expect(order).toEqual([...order].sort((left, right) => left - right));
  });

  it('says so when there is nothing to do', async () => {
    const plan = makePlan({ counts: countActions({ skip: 5 }), itemsOnTill: 5, productsInStore: 5 });
    const machine = createFakeMachine({ engine: createEngine(plan, []) });
    expect(await machine.run('plan')).toBe(0);
    expect(machine.stdout.text).toContain('Both sides are in step: there is nothing to write.');
    expect(machine.stdout.text).not.toContain('Next:');
  });

  it('gives scripts every row with reason, suggestions and changes', async () => {
    const many = Array.from({ length: 2500 }, (_, at) =>
      makeRow(100 + at, { action: 'skip', reason: 'ALREADY_IN_STEP' }),
    );
    const plan = makePlan({
      counts: countActions({ conflict: 1, review: 1, skip: 2500 }),
      variableProductsToCreate: 2,
    });
    const machine = createFakeMachine({ engine: createEngine(plan, [CONFLICT, REVIEW, ...many]) });
    expect(await machine.run('plan', '--json')).toBe(0);
    const document = JSON.parse(machine.stdout.text);
    expect(document).toMatchObject({
      plan: 7,
      counts: plan.counts,
      also: { categories: 0, variableProducts: 2 },
      warnings: [],
      brake: null,
      obstacle: null,
    });
    expect(document.rows).toHaveLength(2502);
    expect(document.rows[0]).toEqual({
      row: 1,
      kind: 'product',
      action: 'conflict',
      reason: 'It was changed on the till and in the store, each in another way.',
      reasonCode: 'EDITED_ON_BOTH',
      notes: [],
      cloverId: 'ITEM1',
      wooId: 11,
      name: 'Flat White',
      sku: 'FW',
      score: null,
      suggestions: [],
      changes: [
        { field: 'price', till: 450, store: 525, wanted: 495, rule: 'both-changed', verdict: 'conflict' },
      ],
    });
    expect(document.rows[1].suggestions).toEqual([{ wooId: 45, name: 'Caffè Latte', sku: '', score: 87 }]);
  });

  it('pages its rows for scripts', async () => {
    const rows = Array.from({ length: 10 }, (_, at) => makeRow(at));
    const machine = createFakeMachine({ engine: createEngine(makePlan(), rows) });
    await machine.run('plan', '--json', '--limit', '3', '--offset', '8');
    expect(JSON.parse(machine.stdout.text).rows.map((row: { row: number }) => row.row)).toEqual([8, 9]);
  });

  it('passes on what a person decided', async () => {
    let given: ReadonlyMap<string, unknown> = new Map();
    const engine = createEngine(makePlan(), []);
    const machine = createFakeMachine({
      engine: {
        ...engine,
        plan: async ({ choices }) => {
          given = choices;
          return { ok: true, value: makePlan() };
        },
      },
    });
    expect(
      await machine.run(
        'plan',
        '--from',
        'clover',
        '--link',
        'AAA=12',
        '--link',
        'BBB=13',
        '--create',
        'CCC',
      ),
    ).toBe(0);
    expect([...given]).toEqual([
      ['AAA', { link: 12 }],
      ['BBB', { link: 13 }],
      ['CCC', 'create'],
    ]);
  });
});
