import { describe, expect, it } from 'vitest';
import type { Transport, WireAnswer, WireRequest } from '../../../src-main/engine/ports.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

/** Longer than a look may be old. */
const LONG_MS = 5_000;

const TOLD_TO_WAIT = { status: 429, headers: { 'retry-after': '5' }, body: '{}' };

interface Delay {
  readonly meets: (request: WireRequest) => boolean;
  /** How many requests meet it. */
  readonly times: number;
  /** `answer`: it is worked on, and its answer is long on the way. `refusal`: it is told to come again later. */
  readonly kind: 'answer' | 'refusal';
  readonly act: () => void;
}

/** A small world in which some requests take long, and somebody works meanwhile. */
async function startSlowWorld(): Promise<SmallWorld & { delay(next: Delay): void; countLeft(): number }> {
  let due: Delay | null = null;
  let left = 0;
  let pass = (_delayMs: number): void => undefined;
  const wrap = (real: Transport): Transport => ({
    send: async (request) => {
      const delay = left > 0 && due?.meets(request) ? due : null;
      if (!delay) return real.send(request);
      left -= 1;
      const answer: WireAnswer =
        delay.kind === 'answer' ? await real.send(request) : { ...TOLD_TO_WAIT, url: request.url };
      delay.act();
      pass(LONG_MS);
      return answer;
    },
  });
  const world = await startSmallWorld({ wrap });
  pass = world.time.pass;
  return {
    ...world,
    delay: (next) => {
      due = next;
      left = next.times;
    },
    countLeft: () => left,
  };
}

const isPost = ({ method, url }: WireRequest, path: RegExp): boolean =>
  method === 'POST' && path.test(new URL(url).pathname);

const isReadOf =
  (productId: number) =>
  ({ method, url }: WireRequest): boolean =>
    method === 'GET' && new URL(url).searchParams.get('include') === `${productId}`;

const listConflicts = ({ engine }: SmallWorld): string[] =>
  engine.conflicts.list({ limit: 9, offset: 0 }).conflicts.map(({ field }) => field);

describe('M2: what a person writes after our look and before our write', () => {
  it('in the store, while the look’s answer is long on its way, is not written over', async () => {
    const world = await startSlowWorld();
    const { till, store } = world.sides;
    const { item, product } = world.pick(0);
    till.staff.editItem(item.id, { name: 'Renamed on the till' });
    let renamed = 0;
    world.delay({
      meets: isReadOf(product.id),
      // The plan may read the product too: then the look right before the write is the second.
      times: 2,
      kind: 'answer',
      act: () => {
        renamed += 1;
        store.staff.editProduct(product.id, { name: `Renamed in the store ${renamed}` });
      },
    });
    await syncToQuiet(world);
    expect(world.countLeft()).toBe(0);
    expect(world.product(product.id).name).toBe('Renamed in the store 2');
    expect(world.item(item.id).name).toBe('Renamed on the till');
    expect(listConflicts(world)).toEqual(['name']);
  });

  it('in the store, while it lets our write wait, is not written over; other rows of the batch go', async () => {
    const world = await startSlowWorld();
    const { till, store } = world.sides;
    const [one, other] = [world.pick(0), world.pick(1)];
    for (const { item } of [one, other]) till.staff.editItem(item.id, { name: `New ${item.name}` });
    world.delay({
      meets: (request) => isPost(request, /\/products\/batch$/),
      times: 1,
      kind: 'refusal',
      act: () => store.staff.editProduct(one.product.id, { name: 'Renamed in the store' }),
    });
    await syncToQuiet(world);
    expect(world.countLeft()).toBe(0);
    expect(world.product(one.product.id).name).toBe('Renamed in the store');
    expect(world.product(other.product.id).name).toBe(`New ${other.item.name}`);
    expect(listConflicts(world)).toEqual(['name']);
  });

  it('on the till, while it lets our write wait, is not written over; other rows of the portion go', async () => {
    const world = await startSlowWorld();
    const { till, store } = world.sides;
    const [one, other] = [world.pick(0), world.pick(1)];
    for (const { product } of [one, other])
      store.staff.editProduct(product.id, { name: `New ${product.name}` });
    world.delay({
      meets: (request) => isPost(request, /\/items\/\w+$/),
      times: 1,
      kind: 'refusal',
      act: () => till.staff.editItem(one.item.id, { name: 'Renamed on the till' }),
    });
    await syncToQuiet(world);
    expect(world.countLeft()).toBe(0);
    expect(world.item(one.item.id).name).toBe('Renamed on the till');
    expect(world.item(other.item.id).name).toBe(`New ${other.product.name}`);
    expect(listConflicts(world)).toEqual(['name']);
  });
});
