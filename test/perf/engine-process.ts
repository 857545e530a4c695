import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openCore } from '../../src-main/boot/core.ts';

/** One step of a bench, done in a process of its own so that its memory is its own. */
interface Order {
  readonly dataDir: string;
  readonly secretKey: string;
  readonly till: { readonly url: string; readonly merchant: string; readonly token: string };
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
}

/** What the step cost; times in milliseconds, memory in MiB. */
export interface Report {
  readonly ms: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: number;
  readonly rssMiB: number;
  /** 99th percentile of the event loop's delay. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
}

const RESOLUTION_MS = 5;

process.once('message', (order: Order) => {
  void runImport(order).then((report) => process.send?.(report));
});

async function runImport(order: Order): Promise<Report> {
  const core = await openCore({
    dataDir: order.dataDir,
    secretKey: order.secretKey,
    nativeBinding: null,
    isWriter: true,
  });
  if (!core.ok) throw new Error(core.failure.code);
  const { engine } = core.value;
  if (!engine.connections.readTill()) {
    const { url: apiUrl, merchant: merchantId, token } = order.till;
    const till = await engine.connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token });
    const store = await engine.connections.connectStore(order.store);
    if (!till.ok || !store.ok) throw new Error('the practice servers refused the connection');
  }
  process.send?.('connected');
  await new Promise<void>((resolve) => process.once('message', () => resolve()));
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const started = performance.now();
  const silent = { onProgress: () => undefined };
  const plan = await engine.plan({ choices: new Map(), ...silent });
  if (!plan.ok) throw new Error(plan.failure.code);
  const result = await engine.apply(plan.value.runId, { signal: new AbortController().signal, ...silent });
  if (!result.ok) throw new Error(result.failure.code);
  const ms = performance.now() - started;
  delay.disable();
  await core.value.close();
  return {
    ms,
    counts: { ...result.value.counts },
    failures: result.value.failures.length,
    rssMiB: process.resourceUsage().maxRSS / 1024,
    loopP99Ms: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS),
    loopMaxMs: delay.max / 1e6,
  };
}
