import { readMark } from '../../support/compare-sides.ts';
import type { Oracle } from './evidence.ts';

/** Nothing was made twice: one product for an item, and every item that nobody else made has its product. */
export const findDoubles: Oracle = ({ world, wares }) => {
  const doubles: string[] = [];
  const byMark = new Map<string, number[]>();
  for (const product of world.store.state.products.values()) {
    const mark = readMark(product);
    if (mark !== null && product.status !== 'trash')
      byMark.set(mark, [...(byMark.get(mark) ?? []), product.id]);
  }
  for (const [mark, ids] of byMark)
    if (ids.length > 1) doubles.push(`item ${mark} has the products ${ids.join(', ')}`);
  // Of what the store deleted, an older data file may not know the item: it stays hidden on the till.
  const ownTill = new Set(
    wares.all
      .filter(({ bornOn, goneOn }) => bornOn === 'till' || goneOn === 'store')
      .map(({ tillId }) => tillId),
  );
  const linked = new Set(world.eye.links().map(({ cloverId }) => cloverId));
  for (const item of world.till.state.items.values())
    if (item.deletedTime === undefined && !ownTill.has(item.id) && !linked.has(item.id))
      doubles.push(`item ${item.name} (${item.id}) was made and belongs to no product`);
  return doubles;
};
