import type { SyncResult } from '../../src-main/engine/face.ts';
import type { ProductRecord } from '../../src-practice/store/products/product.ts';
import type { ItemRow } from '../../src-practice/till/rows.ts';
import { startWorld, unwrap, type World, type WorldOptions } from './practice-world.ts';

/** A world whose pizzeria was imported, published and looked at once, so that what follows are changes. */
export interface LiveWorld extends World {
  sync(full?: boolean): Promise<SyncResult>;
  /** A counted item without variants, with the product it is linked to. */
  pick(at?: number): { readonly item: ItemRow; readonly product: ProductRecord };
  item(id: string): ItemRow;
  product(id: number): ProductRecord;
  stock(itemId: string): number | undefined;
  /** Writes to both sides since the last call. */
  writes(): { readonly till: number; readonly store: number };
}

export async function startLiveWorld(options: WorldOptions = {}): Promise<LiveWorld> {
  const world = await startWorld(options);
  unwrap(world.engine.settings.set({ 'import.status': 'publish', 'orders.enabled': 'off' }));
  await world.import();
  const live = extendWorld(world);
  await live.sync();
  live.writes();
  return live;
}

export function extendWorld(world: World): LiveWorld {
  const { practice, engine } = world;
  const { tillService, storeService } = practice;
  const item = (id: string): ItemRow => {
    const row = tillService.state.items.get(id);
    if (!row) throw new Error(`no item ${id}`);
    return row;
  };
  const product = (id: number): ProductRecord => {
    const record = storeService.state.products.get(id);
    if (!record) throw new Error(`no product ${id}`);
    return record;
  };
  return {
    ...world,
    item,
    product,
    stock: (itemId) => tillService.state.itemStocks.get(itemId)?.quantity,
    sync: async (full = false) =>
      unwrap(await engine.sync.once({ full, signal: new AbortController().signal })),
    pick: (at = 0) => {
      const links = engine
        .links({ limit: 1000, offset: 0 })
        .filter((link) => link.kind === 'product' && link.groupId === null);
      const counted = links.filter(
        (link) => link.wooId !== null && tillService.state.itemStocks.get(link.cloverId) !== undefined,
      );
      const link = counted[at];
      if (!link || link.wooId === null) throw new Error('no such counted product');
      return { item: item(link.cloverId), product: product(link.wooId) };
    },
    writes: () => {
      const count = (requests: ReadonlyMap<string, number>): number => {
        let writes = 0;
        for (const [route, times] of requests) if (!route.startsWith('GET ')) writes += times;
        (requests as Map<string, number>).clear();
        return writes;
      };
      return { till: count(tillService.counters.requests), store: count(storeService.counters.requests) };
    },
  };
}
