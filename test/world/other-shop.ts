import type { WireRequest } from '../../src-main/engine/ports.ts';
import { createRandom } from '../../src-practice/random.ts';
import { createPracticeStore, MEASURED_WORK, type PracticeStore } from '../../src-practice/store/store.ts';
import type { TillCatalog } from '../../src-practice/till/catalog.ts';
import { ALL_PERMISSIONS, createPracticeTill, type PracticeTill } from '../../src-practice/till/till.ts';
import type { VirtualTime } from '../support/virtual-time.ts';
import { isProbe } from './oracles/prior-intent.ts';

export const OTHER_TILL = 'http://127.0.0.1:3';
export const OTHER_STORE = 'http://127.0.0.1:4';

/** Another merchant and another store, which sell things of the same names. */
export interface OtherShop {
  readonly till: PracticeTill;
  readonly store: PracticeStore;
  readonly keys: { readonly till: string; readonly store: { readonly key: string; readonly secret: string } };
}

/** Same names and SKUs, and in the store the same ids: each is counted up from the same number. */
export function openOtherShop(time: VirtualTime, seed: number, catalog: TillCatalog): OtherShop {
  const clock = time.practiceClock;
  const till = createPracticeTill({
    clock,
    random: createRandom(seed),
    merchant: {
      name: 'World two',
      currency: 'USD',
      timezone: 'America/New_York',
      country: 'US',
      vat: false,
      trackStock: true,
      updateStock: true,
    },
    holdMs: 60,
    writeLagMs: 0,
  });
  till.load(catalog);
  const store = createPracticeStore({
    clock,
    random: createRandom(seed + 1),
    name: 'World two',
    currency: 'USD',
    work: MEASURED_WORK,
  });
  store.load(
    catalog.items.map(({ name, sku, stock }, at) => ({
      name: name === '' ? `Thing ${at}` : name,
      regular_price: '1.00',
      ...(sku === undefined ? {} : { sku }),
      ...(stock === undefined ? {} : { manage_stock: true, stock_quantity: stock }),
    })),
  );
  const { consumerKey: key, consumerSecret: secret } = store.keys.add({ permission: 'read_write' });
  return { till, store, keys: { till: till.tokens.add(ALL_PERMISSIONS), store: { key, secret } } };
}

/** Listens to each write: to the other shop, and to any while the wrong one is connected. */
export function createShopCheck(): {
  mark(isMixedUp: boolean): void;
  /** What is wrong with a write that is about to leave, or null. */
  check(request: WireRequest): string | null;
} {
  let isMixedUp = false;
  return {
    mark: (now) => {
      isMixedUp = now;
    },
    check: (request) => {
      const { method, url, body } = request;
      const isOther = url.startsWith(OTHER_TILL) || url.startsWith(OTHER_STORE);
      if ((!isOther && !isMixedUp) || isProbe(request)) return null;
      return `${method} ${url} ${body ?? ''}, ${isOther ? 'in another shop' : 'while another shop is connected'}`;
    },
  };
}
