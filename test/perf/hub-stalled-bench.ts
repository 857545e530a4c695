import { readFileSync } from 'node:fs';
import type { MadeShop } from '../support/make-shops.ts';
import { type Bench, withHub } from './hub-bench-world.ts';
import { type BenchDevice, connectAll, sayQuantile, sendSteadily, sleep } from './hub-load.ts';

const PER_SECOND = 500;
/** So long that what is repeated (30 s) and what is let go (45 s) are in it. */
const WINDOW_MS = 50_000;
const ROUNDS = 3;
const KEYS_EACH = 400;
const KEYS_AT_ONCE = 40;
const MIB = 1024 * 1024;

/** What the well ones feel, and what it takes. */
interface Look {
  readonly p99Ms: number;
  /** Of the hub's process, microseconds of processor for a hint that was told. */
  readonly cpuUs: number;
  readonly commits: number;
  /** Of files, for a commit. */
  readonly writtenBytes: number;
  /** Of the hub's process at its end. */
  readonly residentBytes: number;
}

/**
 * H3: as many PCs that read nothing as PCs that are well; what these feel of them, turn by turn, as medians. The turn
 * before has the same hints waiting for the same PCs, which are absent: what waits costs the same in both.
 */
export async function runStalledBench(scale: number): Promise<void> {
  const count = Math.round(1_000 * scale);
  await withHub({ shops: 2 * count }, async (bench) => {
    const [well, ill] = [bench.shops.slice(0, count), bench.shops.slice(count)];
    const measure = await openMeasure(bench, well);
    await takeAll(bench, ill);
    await measure(5_000); // warms up
    const looks: Record<'idle' | 'absent' | 'stalled', Look[]> = { idle: [], absent: [], stalled: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      looks.idle.push(await measure(WINDOW_MS));
      await tellAll(bench, ill, KEYS_EACH, String(round));
      looks.absent.push(await measure(WINDOW_MS));
      const stuck = await connectAll(bench.hub.said, ill, () => undefined);
      for (const { socket } of stuck) socket.pause();
      // Those that it was quick enough to take.
      await tellAll(bench, ill, KEYS_EACH, String(round));
      looks.stalled.push(await measure(WINDOW_MS));
      for (const { socket } of stuck) socket.terminate();
      await takeAll(bench, ill);
    }
    console.log(
      `${count} PCs with ${KEYS_EACH} hints waiting for each beside ${count} well ones, ${PER_SECOND}/s; what the well ones feel (medians of ${ROUNDS}):`,
    );
    console.log(`  nothing waits:     ${sayLooks(looks.idle)}`);
    console.log(`  absent:            ${sayLooks(looks.absent)}`);
    console.log(
      `  stalled (H3):      ${sayLooks(looks.stalled)} (aim: p99 within 10 % of absent, RSS within 50 MiB)`,
    );
  });
}

/** Connects the well ones; returns what sends them hints for so long. */
async function openMeasure({ hub, senders, readMetric }: Bench, well: readonly MadeShop[]) {
  let timesMs: number[] = [];
  const sentMs = new Map<string, number>();
  await connectAll(hub.said, well, (_shop, frame) => {
    const atMs = frame.type === 'hint' ? sentMs.get(frame.key) : undefined;
    if (atMs !== undefined) timesMs.push(performance.now() - atMs);
  });
  const read = async () => ({
    ...readProcess(hub.child.pid ?? 0),
    commits: await readMetric('hub_log_commits'),
  });
  let id = 1;
  return async (forMs: number): Promise<Look> => {
    timesMs = [];
    sentMs.clear();
    const before = await read();
    await sendSteadily(PER_SECOND, forMs, () => {
      const shop = well[id % well.length];
      id += 1;
      sentMs.set(`product:${id}`, performance.now());
      if (shop) void senders.sendWoo(shop, id);
    });
    await senders.idle();
    await sleep(300);
    const after = await read();
    const commits = after.commits - before.commits;
    return {
      p99Ms: Number(sayQuantile(timesMs, 0.99)),
      cpuUs: Math.round((after.cpuUs - before.cpuUs) / timesMs.length),
      commits,
      writtenBytes: Math.round((after.writtenBytes - before.writtenBytes) / commits),
      residentBytes: await readMetric('hub_memory_bytes'),
    };
  };
}

/** Processor time and bytes written to files since the start (Linux). */
function readProcess(pid: number): { cpuUs: number; writtenBytes: number } {
  const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const written = /^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1];
  // Fields 14 and 15 of proc_pid_stat(5), in hundredths of a second.
  return { cpuUs: (Number(ticks[11]) + Number(ticks[12])) * 10_000, writtenBytes: Number(written) };
}

/** Tells so many changes to each of the shops. */
export async function tellAll(
  { senders }: Bench,
  shops: readonly MadeShop[],
  keysEach: number,
  wave: string,
): Promise<void> {
  for (let round = 0; round < keysEach / KEYS_AT_ONCE; round += 1) {
    for (let at = 0; at < shops.length; at += 50) {
      const keys = Array.from({ length: KEYS_AT_ONCE }, (_, number) => `I:${wave}-${round}-${number}`);
      const some = shops.slice(at, at + 50).map((shop) => [shop.merchantId, keys] as const);
      await senders.sendClover(Object.fromEntries(some));
    }
  }
}

/** They come, take what waits for them, and go. */
async function takeAll({ hub }: Bench, shops: readonly MadeShop[]): Promise<void> {
  const back: readonly BenchDevice[] = await connectAll(hub.said, shops, () => undefined);
  await sleep(5_000);
  for (const { socket } of back) socket.terminate();
  await sleep(1_000);
}

function sayLooks(looks: readonly Look[]): string {
  const median = (pick: (look: Look) => number): string => sayQuantile(looks.map(pick), 0.5);
  const p99s = looks.map(({ p99Ms }) => p99Ms.toFixed(1)).join(', ');
  return `p99 ${median((look) => look.p99Ms)} ms (${p99s}), ${median((look) => look.cpuUs)} µs of processor a hint, ${median((look) => look.commits)} commits of ${median((look) => look.writtenBytes / 1024)} KiB, RSS ${median((look) => look.residentBytes / MIB)} MiB`;
}
