import { it } from 'vitest';
import { createFaultyTransport } from '../../support/faulty-transport.ts';
import { startSmallWorld } from '../../support/small-world.ts';
import { SYNC_CHANGES } from '../../support/sync-changes.ts';

it('debug', async () => {
  const change = SYNC_CHANGES.find((it) => it.name === 'new categories on the till');
  let left = 1;
  let on = false;
  const world = await startSmallWorld({
    wrap: (real) => {
      const faulty = createFaultyTransport(real, ({ method, url }) => {
        if (left === 0 || !change?.isWrite(method, new URL(url).pathname)) return 'none';
        left -= 1;
        return 'lose-answer';
      });
      return {
        send: async (r) => {
          const t = performance.now();
          try {
            return await faulty.send(r);
          } finally {
            if (on)
              console.log(
                Math.round(performance.now() - t),
                r.method,
                new URL(r.url).pathname.slice(-50),
                new URL(r.url).search.slice(0, 80),
                r.body?.slice(0, 200),
              );
          }
        },
      };
    },
  });
  change?.make(world.sides, world.deeds, 0);
  left = 1;
  on = true;
  for (let i = 0; i < 4; i++) {
    const t = performance.now();
    const r = await world.engine.sync.once({ full: false, signal: new AbortController().signal });
    console.log('PASS', Math.round(performance.now() - t), JSON.stringify(r));
    for (const p of world.practice.storeService.state.products.values())
      if (p.type === 'variable') console.log(p.id, p.name);
    for (const p of world.practice.tillService.state.itemGroups.values()) console.log(p.id, p.name);
  }
}, 60000);
