import { openCore } from '../../src-main/boot/core.ts';

/** An engine in a process of its own that imports, taking up what an earlier one left; made to be killed. */
interface Order {
  readonly dataDir: string;
  readonly secretKey: string;
  readonly till: { readonly url: string; readonly merchant: string; readonly token: string };
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
}

const { dataDir, secretKey, till, store } = JSON.parse(process.argv[2] ?? '') as Order;
const core = await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true });
if (!core.ok) throw new Error(core.failure.code);
const { engine } = core.value;
if (!engine.connections.readTill()) {
  const { url: apiUrl, merchant: merchantId, token } = till;
  await engine.connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token });
}
if (!engine.connections.readStore()) await engine.connections.connectStore(store);
process.stdout.write('importing\n');

const silent = { onProgress: () => undefined };
// A run that was killed must reach the end by itself: a new plan would mend what it lost.
const unfinished = engine.findUnfinished();
const plan = unfinished ? null : await engine.plan({ choices: new Map(), ...silent });
if (plan && !plan.ok) throw new Error(plan.failure.code);
const runId = unfinished?.id ?? (plan?.ok ? plan.value.runId : null);
if (runId === null) throw new Error('there is nothing to apply');
process.stdout.write('applying\n');
const result = await engine.apply(runId, { ...silent, signal: new AbortController().signal });
if (!result.ok) throw new Error(result.failure.code);
await core.value.close();
process.stdout.write('finished\n');
