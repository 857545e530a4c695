import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Practice } from '../../src-practice/practice.ts';
import { startApp } from './app-process.ts';
import { startAppWorld } from './app-world.ts';
import { placeDishOrder } from './dish-order.ts';
import { findOrderTroubles, takeOffForOrder } from './order-truth.ts';
import { SYNC_CHANGES } from './sync-changes.ts';
import { waitUntil } from './wait-until.ts';

const MOST_MS = 120_000;
/** Shorter than two looks are apart. */
const BURST_MS = 1_500;

export interface FreezeTrial {
  /** From the moment it goes on: until both sides have heard of it, and until all that waited is done. */
  readonly connectedMs: number;
  readonly drainedMs: number;
  /** The list that was looked through most often at once: a job that made up for what it missed would do so again and again. */
  readonly mostAsked: { readonly list: string; readonly times: number };
  readonly troubles: readonly string[];
}

interface Asked {
  readonly atMs: number;
  readonly side: 'till' | 'store';
  /** What is looked through for changes; null for every other call. */
  readonly list: string | null;
}

/** The app stands still for so long (SIGSTOP) while people order and change things, and then goes on. */
export async function runFreezeTrial(frozenMs: number): Promise<FreezeTrial> {
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-freeze-'));
  const world = await startAppWorld(join(folder, 'data'));
  const asked = listen(world.practice);
  try {
    const app = await startApp(world);
    const isDone = async (): Promise<boolean> => {
      const listed = await app.ask('orders:list', { limit: 1, offset: 0 });
      const orders = world.sides.store.state.orders.size;
      return listed.ok && listed.value.lanes.done === orders;
    };
    const beBusy = (round: number): void => {
      for (const at of [0, 4, 8]) SYNC_CHANGES[at]?.make(world.sides, world.deeds, round);
      takeOffForOrder(world.sides, world.deeds, placeDishOrder(world));
    };
    beBusy(1);
    await waitUntil('the first orders', isDone, MOST_MS);
    app.signal('SIGSTOP');
    beBusy(2);
    await new Promise((resolve) => void setTimeout(resolve, frozenMs));
    beBusy(3);
    const from = asked.length;
    const wokenMs = performance.now();
    app.signal('SIGCONT');
    const isBack = (): boolean =>
      ['till', 'store'].every((side) => asked.slice(from).some((call) => call.side === side));
    const connectedMs = await waitUntil('a call to both sides', isBack, MOST_MS);
    await waitUntil('the orders that waited', isDone, MOST_MS);
    const drainedMs = performance.now() - wokenMs;
    const mostAsked = findMost(asked.slice(from).filter(({ atMs }) => atMs - wokenMs < BURST_MS));
    await app.stop();
    const troubles = [...(await world.settle()), ...findOrderTroubles(world.sides)];
    return { connectedMs, drainedMs, mostAsked, troubles };
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every list that is asked for, as it comes. */
function listen({ tillService, storeService }: Practice): readonly Asked[] {
  const asked: Asked[] = [];
  for (const [side, service] of [
    ['till', tillService],
    ['store', storeService],
  ] as const) {
    const { handle } = service;
    const heard: typeof handle = (request) => {
      const { pathname, searchParams } = new URL(request.url, 'http://here');
      const isLook =
        searchParams.has('modified_after') || /^modifiedTime/.test(searchParams.get('filter') ?? '');
      // Two jobs that look through the same list want to know different things of it.
      const kind = ['expand', 'status', '_fields'].map((name) => searchParams.get(name) ?? '').join(' ');
      const list = isLook ? `${side} ${pathname} ${kind}` : null;
      if (request.method === 'GET') asked.push({ atMs: performance.now(), side, list });
      return handle(request);
    };
    Object.assign(service, { handle: heard });
  }
  return asked;
}

function findMost(asked: readonly Asked[]): FreezeTrial['mostAsked'] {
  const times = new Map<string, number>();
  for (const { list } of asked) if (list !== null) times.set(list, (times.get(list) ?? 0) + 1);
  const [most] = [...times].sort(([, one], [, two]) => two - one);
  return { list: most?.[0] ?? '', times: most?.[1] ?? 0 };
}
