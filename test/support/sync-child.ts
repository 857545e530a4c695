import { openCore } from '../../src-main/boot/core.ts';

/** An engine in a process of its own that syncs until it is killed, or until nothing is left to do. */
interface Order {
  readonly dataDir: string;
  readonly secretKey: string;
}

const { dataDir, secretKey } = JSON.parse(process.argv[2] ?? '') as Order;
const core = await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true });
if (!core.ok) throw new Error(core.failure.code);
process.stdout.write('running\n');
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await core.value.engine.sync.run({
  signal: stop.signal,
  onEvent: (event) => process.stdout.write(`${event.kind}\n`),
});
await core.value.close();
