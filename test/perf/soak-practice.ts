import { startPractice } from '../../src-practice/practice.ts';

// A practice shop of its own process whose people work at a multiple of a shop's pace, until its parent goes.

/** Milliseconds between two deeds of each kind in a busy pizzeria. */
const PACE_MS = { order: 180_000, sale: 60_000, edit: 600_000, recount: 600_000 } as const;

process.once('message', (order: { readonly speed: number }) => {
  void startPractice({ menu: 'pizza', limits: true }).then(({ till, store, facts, ...practice }) => {
    process.send?.({ till, store, facts });
    process.once('message', () => putToWork(practice, order.speed));
  });
});
process.once('disconnect', () => process.exit(0));

function putToWork(
  {
    tillService,
    storeService,
  }: Pick<Awaited<ReturnType<typeof startPractice>>, 'tillService' | 'storeService'>,
  speed: number,
): void {
  let seed = 0;
  const items = [...tillService.state.items.keys()];
  const products = [...storeService.state.products.values()].filter(({ type }) => type === 'simple');
  const done = { order: 0, sale: 0, edit: 0, recount: 0 };
  const pick = <T>(from: readonly T[]): T | undefined => from[seed % from.length];
  const deeds: Readonly<Record<keyof typeof PACE_MS, () => unknown>> = {
    order: () => storeService.staff.placeRandomOrder(seed),
    sale: () => tillService.staff.sell(pick(items) ?? '', 1),
    edit: () =>
      storeService.staff.editProduct(pick(products)?.id ?? 0, { regular_price: `${9 + (seed % 7)}.50` }),
    recount: () => tillService.staff.recount(pick(items) ?? '', 40 + (seed % 20)),
  };
  for (const [kind, deed] of Object.entries(deeds) as [keyof typeof PACE_MS, () => unknown][]) {
    setInterval(() => {
      seed += 1;
      deed();
      done[kind] += 1;
      process.send?.(done);
    }, PACE_MS[kind] / speed);
  }
}
