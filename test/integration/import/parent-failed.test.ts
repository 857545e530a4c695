import { expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { startWorld } from '../../support/practice-world.ts';

interface Batch {
  readonly create?: readonly { readonly type?: string }[];
}

const REFUSED = { error: { code: 'rest_invalid_param', message: 'no', data: { status: 400 } }, id: 0 };

/** A store that refuses every variable product, and takes the rest. */
const refuseParents = (real: Transport): Transport => ({
  send: async (request) => {
    const batch = request.url.includes('/wc/v3/products/batch')
      ? (JSON.parse(request.body ?? '{}') as Batch)
      : {};
    const create = batch.create ?? [];
    const isParent = (row: { readonly type?: string }): boolean => row.type === 'variable';
    if (!create.some(isParent)) return real.send(request);
    const taken = create.filter((row) => !isParent(row));
    const { body: _, ...rest } = request;
    const answer = await real.send({ ...rest, body: JSON.stringify({ ...batch, create: taken }) });
    const made = ((JSON.parse(answer.body) as { create?: unknown[] }).create ?? [])[Symbol.iterator]();
    const rows = create.map((row) => (isParent(row) ? REFUSED : made.next().value));
    return { ...answer, body: JSON.stringify({ ...JSON.parse(answer.body), create: rows }) };
  },
});

it('a variant whose product was refused says that it is that, and everything else arrives', async () => {
  const world = await startWorld({ wrap: refuseParents });
  const { counts } = await world.import();
  expect(counts.failed).toBeGreaterThan(2);
  const codes = world.engine.parked.list(500, 0).rows.map(({ failure }) => failure.code);
  expect(new Set(codes)).toEqual(new Set(['WOO_REFUSED', 'RUN_PARENT_FAILED']));
  expect(world.practice.storeService.state.products.size).toBeGreaterThan(10);
});
