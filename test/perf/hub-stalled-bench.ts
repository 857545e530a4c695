import type { MadeShop } from '../support/make-shops.ts';
import { type Bench, withHub } from './hub-bench-world.ts';
import { type BenchDevice, connectAll, sayQuantile, sendSteadily, sleep } from './hub-load.ts';

const PER_SECOND = 500;
/** So long that what is repeated (30 s) and what is let go (45 s) are in it. */
const WINDOW_MS = 50_000;
const ROUNDS = 3;
const KEYS_EACH = 400;
const MIB = 1024 * 1024;

/** H3: as many PCs that read nothing as PCs that are well; what these feel of them, turn by turn, as medians. */
export async function runStalledBench(scale: number): Promise<void> {
  const count = Math.round(1_000 * scale);
  await withHub({ shops: 2 * count }, async (bench) => {
    const [well, ill] = [bench.shops.slice(0, count), bench.shops.slice(count)];
    const measure = await openMeasure(bench, well);
    await measure(5_000); // warms up
    const before = await bench.readMetric('hub_memory_bytes');
    const p99s: Record<'without' | 'beside', number[]> = { without: [], beside: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      p99s.without.push(await measure(WINDOW_MS));
      const stuck = await connectAll(bench.hub.said, ill, () => undefined);
      for (const { socket } of stuck) socket.pause();
      await tellAll(bench, ill, String(round));
      p99s.beside.push(await measure(WINDOW_MS));
      await recover(bench, stuck, ill);
    }
    const growth = ((await bench.readMetric('hub_memory_bytes')) - before) / MIB;
    const [without, beside] = [p99s.without, p99s.beside].map((times) => sayQuantile(times, 0.5));
    console.log(
      `${count} stalled sockets with ${KEYS_EACH} hints each beside ${count} well ones, ${PER_SECOND}/s: the well ones' p99 ${without} ms without, ${beside} ms with them (medians of ${ROUNDS}; ${sayAll(p99s.without)} / ${sayAll(p99s.beside)}; aim within 10 %); RSS grew ${growth.toFixed(0)} MiB (aim < 50)`,
    );
  });
}

/** Connects the well ones; returns what sends them hints for so long and answers the p99, milliseconds. */
async function openMeasure({ hub, senders }: Bench, well: readonly MadeShop[]) {
  let timesMs: number[] = [];
  const sentMs = new Map<string, number>();
  await connectAll(hub.said, well, (_shop, frame) => {
    const atMs = frame.type === 'hint' ? sentMs.get(frame.key) : undefined;
    if (atMs !== undefined) timesMs.push(performance.now() - atMs);
  });
  let id = 1;
  return async (forMs: number): Promise<number> => {
    timesMs = [];
    sentMs.clear();
    await sendSteadily(PER_SECOND, forMs, () => {
      const shop = well[id % well.length];
      id += 1;
      sentMs.set(`product:${id}`, performance.now());
      if (shop) void senders.sendWoo(shop, id);
    });
    await senders.idle();
    await sleep(300);
    return Number(sayQuantile(timesMs, 0.99));
  };
}

async function tellAll({ senders }: Bench, ill: readonly MadeShop[], wave: string): Promise<void> {
  for (let round = 0; round < KEYS_EACH / 40; round += 1) {
    for (let at = 0; at < ill.length; at += 50) {
      const keys = Array.from({ length: 40 }, (_, number) => `I:${wave}-${round}-${number}`);
      const some = ill.slice(at, at + 50).map((shop) => [shop.merchantId, keys] as const);
      await senders.sendClover(Object.fromEntries(some));
    }
  }
}

/** They come back, take what waited for them, and go. */
async function recover({ hub }: Bench, stuck: readonly BenchDevice[], ill: readonly MadeShop[]) {
  for (const { socket } of stuck) socket.terminate();
  const back = await connectAll(hub.said, ill, () => undefined);
  await sleep(5_000);
  for (const { socket } of back) socket.terminate();
  await sleep(1_000);
}

const sayAll = (times: readonly number[]): string => times.map((ms) => ms.toFixed(1)).join(', ');
