import { readFileSync } from 'node:fs';
import type { MadeShop } from '../support/make-shops.ts';
import { type Bench, withHub } from './hub-bench-world.ts';
import { type BenchDevice, connectAll, sayQuantile, sendSteadily } from './hub-load.ts';
import { tellAll } from './hub-stalled-bench.ts';
import { openMemoryGroup } from './memory-group.ts';

const MIB = 1024 * 1024;
const LIMIT_BYTES = 512 * MIB;
/** A typical thousand merchants in their busiest minute (hub.md 3.5). */
const PER_SECOND = 89;
const MERCHANTS = 1_000;
const IDLE = 1_000;
const STALLED = 50;
const KEYS_EACH = 400;
/** The relay lets go of a socket that says nothing after 45 s; its PC is back, and as silent as before. */
const BACK_EVERY_MS = 60_000;
const ROUNDS = 3;

/** H9: a thousand merchants on a machine of 512 MiB, at their peak, with idle and stalled PCs beside. Minutes are rounds. */
export async function runSmallBench(scale: number): Promise<void> {
  const group = openMemoryGroup(LIMIT_BYTES);
  const shops = MERCHANTS + IDLE + STALLED;
  await withHub({ shops, wrapper: group?.wrapper ?? [] }, async (bench) => {
    const { hub } = bench;
    const at = (from: number, count: number) => hub.said.shops.slice(from, from + count);
    const ill = at(MERCHANTS + IDLE, STALLED);
    await connectAll(hub.said, at(MERCHANTS, IDLE), () => undefined);
    const load = await openLoad(bench, at(0, MERCHANTS));
    const memory = watchMemory(hub.child.pid ?? 0);
    let stuck: readonly BenchDevice[] = [];
    for (let round = 0; round < Math.ceil(ROUNDS * scale); round += 1) {
      for (const { socket } of stuck) socket.terminate();
      stuck = await connectAll(hub.said, ill, () => undefined);
      for (const { socket } of stuck) socket.pause();
      await tellAll(bench, ill, KEYS_EACH, 'waits');
      await load.run(BACK_EVERY_MS);
    }
    const { peakMiB, thirds } = memory.end();
    const limit = group
      ? `limited to 512 MiB (${toMiB(group.readPeak())} with its files)`
      : 'not limited here';
    console.log(
      `${MERCHANTS} merchants at ${PER_SECOND}/s, ${IDLE} idle sockets, ${STALLED} stalled with ${KEYS_EACH} hints each, ${limit}: RSS at most ${peakMiB} MiB; by thirds of the time ${thirds.join(', ')} MiB; ${load.describe()}`,
    );
  });
  group?.close();
}

/** The merchants' PCs, and the changes that they are told of. */
async function openLoad({ hub, senders }: Bench, merchants: readonly MadeShop[]) {
  const sentMs = new Map<string, number>();
  const timesMs: number[] = [];
  let [sent, refused] = [0, 0];
  await connectAll(hub.said, merchants, (_shop, frame) => {
    const atMs = frame.type === 'hint' ? sentMs.get(frame.key) : undefined;
    if (frame.type !== 'hint' || atMs === undefined) return;
    timesMs.push(performance.now() - atMs);
    sentMs.delete(frame.key);
  });
  return {
    run: async (forMs: number): Promise<void> => {
      await sendSteadily(PER_SECOND, forMs, () => {
        const shop = merchants[(sent * 7919) % merchants.length];
        sent += 1;
        sentMs.set(`product:${sent}`, performance.now());
        if (shop)
          void senders.sendWoo(shop, sent).then((status) => {
            if (status !== 200) refused += 1;
          });
      });
      await senders.idle();
    },
    describe: () =>
      `${timesMs.length} of ${sent} told, ${refused} refused, p50 ${sayQuantile(timesMs, 0.5)} ms, p99 ${sayQuantile(timesMs, 0.99)} ms`,
  };
}

/** Looks at a process's own memory each second (Linux). */
function watchMemory(pid: number) {
  const read = (name: string): number => {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) * 1024;
  };
  const seen: number[] = [];
  const timer = setInterval(() => void seen.push(read('VmRSS')), 1_000);
  return {
    end: () => {
      clearInterval(timer);
      const third = Math.floor(seen.length / 3);
      const thirds = [0, 1, 2].map((at) => toMiB(average(seen.slice(at * third, (at + 1) * third))));
      return { peakMiB: toMiB(read('VmHWM')), thirds };
    },
  };
}

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

const toMiB = (bytes: number): number => Math.round(bytes / MIB);
