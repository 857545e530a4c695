import { parseArgs } from 'node:util';
import { createGeneratedCatalog } from '../../src-practice/catalogs/generated.ts';
import { openVirtualWorld } from './live-virtual-world.ts';

/** A comparison of everything where nothing changed: what it asks, how long it takes, and that it writes nothing. */
const { values: flags } = parseArgs({ options: { items: { type: 'string', default: '5000' } } });
const items = Number(flags.items);
const world = await openVirtualWorld(createGeneratedCatalog({ items, seed: 1 }).catalog);
await world.sync(true);
world.resetTraffic();
const [cpuBefore, startedMs] = [process.cpuUsage(), world.time.clock.nowMs()];
await world.sync(true);
const cpu = process.cpuUsage(cpuBefore);
const { till, store } = world.traffic;
console.log(
  `sweep of ${items.toLocaleString('en')}, nothing changed: till ${till.reads} requests, store ${store.reads}; ` +
    `${((world.time.clock.nowMs() - startedMs) / 1000).toFixed(1)} s of waiting (virtual) + at most ` +
    `${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of computing (servers included); ` +
    `${till.writes + store.writes} writes; 429: ${world.till.counters.tooMany}`,
);
await world.close();
