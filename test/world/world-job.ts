import { NOTHING_LEFT_OUT } from './script.ts';
import type { SimResult } from './simulate.ts';

/** One world that is to be lived, in this process or another one. */
export interface WorldJob {
  readonly kind: WorldKind;
  readonly seed: number;
  /** Names of what is not to happen in it; worlds of orders have none. */
  readonly without?: readonly string[];
  /** Its story is wanted, broken or not. */
  readonly isTold?: boolean;
}

export type WorldKind = keyof typeof KINDS;

/** What came of a world, in a shape that goes from process to process. */
export interface WorldReport {
  readonly kind: WorldKind;
  readonly seed: number;
  readonly broken: readonly string[];
  readonly notes: readonly (readonly [note: string, times: number])[];
  readonly hash: string;
  /** How long it was in its own time. */
  readonly virtualMs: number;
  readonly cpuMs: number;
  /** What its process has taken until now, with its start. */
  readonly processCpuMs: number;
  /** The whole story, of a broken world or where it was asked for. */
  readonly story: readonly string[];
  readonly happened: readonly string[];
}

type Lived = Pick<SimResult, 'broken' | 'notes' | 'hash' | 'story' | 'virtualMs'> & {
  readonly happened?: readonly string[];
};

const FEW_ORDERS = 25;

/** Each loads what it needs when the first of its kind is lived: nobody pays for the others. */
const KINDS = {
  shop: async (seed: number, without: ReadonlySet<string>): Promise<Lived> =>
    (await import('./simulate.ts')).simulate(seed, without),
  orders: async (seed: number): Promise<Lived> => {
    const { ORDERS_A_WORLD, simulateOrders } = await import('./orders/simulate-orders.ts');
    return simulateOrders(seed, ORDERS_A_WORLD);
  },
  /** The same with few of them: enough for what breaks every one. */
  'few orders': async (seed: number): Promise<Lived> => {
    const { simulateOrders } = await import('./orders/simulate-orders.ts');
    return simulateOrders(seed, FEW_ORDERS);
  },
  /** A shop with its web orders. */
  whole: async (seed: number, without: ReadonlySet<string>): Promise<Lived> =>
    (await import('./whole/simulate-whole.ts')).simulateWhole(seed, without),
  hints: async (seed: number): Promise<Lived> => {
    const { tellHintStory } = await import('./hints/hint-world.ts');
    const { lost } = await tellHintStory(seed);
    const broken = lost.map((hint) => `an acknowledged hint is kept: ${hint}`);
    return { broken, notes: new Map(), hash: '', story: [], virtualMs: 0 };
  },
} as const;

/** Lives one world to its end. A crash of the app's own code breaks it as well. */
export async function liveWorld({ kind, seed, without, isTold }: WorldJob): Promise<WorldReport> {
  const startedCpuMs = readCpuMs();
  const readCost = () => {
    const processCpuMs = readCpuMs();
    return { processCpuMs, cpuMs: processCpuMs - startedCpuMs };
  };
  try {
    const lived = await KINDS[kind](seed, without === undefined ? NOTHING_LEFT_OUT : new Set(without));
    const { broken, hash, virtualMs, notes, story, happened = [] } = lived;
    return {
      ...{ kind, seed, broken, hash, virtualMs, happened, ...readCost() },
      notes: [...notes],
      story: isTold || broken.length > 0 ? story : [],
    };
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...describeNothing({ kind, seed }, `thrown: ${said}`), ...readCost() };
  }
}

function readCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** A world that did not come to its end. */
export const describeNothing = ({ kind, seed }: WorldJob, why: string): WorldReport => ({
  ...{ kind, seed, broken: [why], notes: [], hash: '', virtualMs: 0, story: [], happened: [] },
  ...{ cpuMs: 0, processCpuMs: 0 },
});

/** Which promise a complaint is about: what stands before its first colon. */
export const namePromise = (complaint: string): string => complaint.split(':')[0] ?? complaint;
