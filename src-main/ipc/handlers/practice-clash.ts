import { createFailure } from '../../domain/failure.ts';
import { formatDecimal, readMinorDigits } from '../../domain/money.ts';
import { type Attempt, fail, succeed } from '../../engine/face.ts';
import type { HandlerDeps } from '../handler-deps.ts';

const CLASH = { name: 'a conflict made for practice', runId: null };
/** How far the two new prices are from the old one: enough to be seen, and no leap. */
const TILL_RISE_CENTS = 50;
const STORE_RISE_CENTS = 100;
const MOST_READ = 1000;

interface Priced {
  readonly cloverId: string;
  /** As the practice store's staff take it. */
  readonly wooId: string;
  readonly name: string;
  readonly sku: string;
  /** Whole minor units. */
  readonly onTill: number;
  readonly inStore: number;
}

/**
 * Changes one product's price on both practice sides to different values, while nothing looks, so that the next look
 * finds a conflict.
 * @param wanted a product's name, SKU or id; '' takes one that is in step
 */
export async function makeClash(
  deps: Pick<HandlerDeps, 'engine' | 'session' | 'actAsStaff'>,
  wanted: string,
): Promise<Attempt<{ readonly what: string }>> {
  const product = findProduct(deps, wanted);
  if (!product) return fail(createFailure('USE_UNKNOWN_PRODUCT', { product: wanted }));
  const { cloverId, wooId, name } = product;
  const currency = deps.engine.connections.readTill()?.merchant.currency ?? 'USD';
  const write = (cents: number): string => formatDecimal(cents, readMinorDigits(currency));
  const onTill = product.onTill + TILL_RISE_CENTS;
  const inStore = product.inStore + STORE_RISE_CENTS;
  return deps.session.work(CLASH, async () => {
    const atTill = await deps.actAsStaff('till', { verb: 'edit', item: cloverId, price: onTill });
    if (!atTill.ok) return atTill;
    const order = { verb: 'edit', product: wooId, price: write(inStore) };
    const there = await deps.actAsStaff('store', order);
    if (!there.ok) return there;
    return succeed({ what: `${name}: ${write(onTill)} on the till, ${write(inStore)} in the store` });
  });
}

/** One with a price on both sides; where none is named, one that is in step. */
function findProduct({ engine }: Pick<HandlerDeps, 'engine'>, wanted: string): Priced | undefined {
  const { products } = engine.records.products({
    ...(wanted === '' ? { status: 'synced' as const } : { search: wanted }),
    ...{ sort: 'name', isDescending: false, limit: MOST_READ, offset: 0 },
  });
  const fit = products.flatMap(({ link, tillPriceAmount, storePriceAmount }): Priced[] => {
    const { cloverId, wooId, name, sku, kind } = link;
    if (wooId === null || tillPriceAmount === null || storePriceAmount === null) return [];
    if (wanted === '' && kind !== 'product') return [];
    return [
      { cloverId, wooId: String(wooId), name, sku, onTill: tillPriceAmount, inStore: storePriceAmount },
    ];
  });
  if (wanted === '') return fit[Math.floor(fit.length / 2)];
  const exact = fit.find(({ cloverId, wooId, name, sku }) => [cloverId, wooId, name, sku].includes(wanted));
  return exact ?? (fit.length === 1 ? fit[0] : undefined);
}
