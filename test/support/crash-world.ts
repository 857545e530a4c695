import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import type { Transport } from '../../src-main/engine/ports.ts';
import { createRandom } from '../../src-practice/random.ts';
import { createPracticeStore } from '../../src-practice/store/store.ts';
import { ALL_PERMISSIONS, createPracticeTill } from '../../src-practice/till/till.ts';
import type { WireService } from '../../src-practice/wire.ts';
import { createInProcessTransport } from './in-process-transport.ts';
import { createLeapingTime, type LeapingTime } from './leaping-time.ts';
import { unwrap } from './practice-world.ts';
import { SMALL_MENU } from './small-menu.ts';
import { createDeeds, type Deeds, type Sides } from './sync-changes.ts';

const TILL = 'http://127.0.0.1:1';
const STORE = 'http://127.0.0.1:2';
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** The small menu on both sides, in step, without a network: its app can be ended and opened again. */
export interface CrashWorld {
  readonly sides: Sides;
  readonly deeds: Deeds;
  readonly time: LeapingTime;
  readonly engine: Core['engine'];
  readonly dataDir: string;
  /** A new app on the same data folder; the one before must be closed. */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Writes to both sides since the last call. */
  countWrites(): number;
  remove(): void;
}

/** @param wrap put around the network of each life */
export async function startCrashWorld(wrap: (real: Transport) => Transport): Promise<CrashWorld> {
  const time = createLeapingTime();
  const till = createPracticeTill({
    clock: time.practiceClock,
    random: createRandom(1),
    merchant: {
      name: 'Small',
      currency: 'USD',
      timezone: 'America/New_York',
      country: 'US',
      vat: false,
      trackStock: true,
      updateStock: true,
    },
    limits: { enabled: false },
  });
  till.load(SMALL_MENU);
  const store = createPracticeStore({
    clock: time.practiceClock,
    random: createRandom(2),
    name: 'Small',
    currency: 'USD',
    timezoneName: 'America/New_York',
  });
  const { consumerKey: key, consumerSecret: secret } = store.keys.add({ permission: 'read_write' });
  const services = new Map<string, WireService>([
    [TILL, till],
    [STORE, store],
  ]);
  const inProcess = time.watch(createInProcessTransport(services));
  let writes = 0;
  const carrier: Transport = {
    send: (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') writes += 1;
      return inProcess.send(request);
    },
  };
  const dataDir = makeDataFolder(time.clock.nowMs());
  const open = async (): Promise<Core> =>
    unwrap(
      await openCore({
        dataDir,
        secretKey: SECRET_KEY,
        nativeBinding: null,
        isWriter: true,
        ports: { clock: time.clock, timers: time.timers, transport: wrap(carrier) },
      }),
    );
  let core = await open();
  const { connections, settings } = core.engine;
  const token = till.tokens.add(ALL_PERMISSIONS);
  const { id: merchantId } = till.merchant;
  unwrap(await connections.connectTill({ environment: 'sandbox', apiUrl: TILL, merchantId, token }));
  unwrap(await connections.connectStore({ url: STORE, key, secret }));
  unwrap(settings.set({ 'import.status': 'publish' }));
  const listen = { signal: new AbortController().signal, onProgress: () => undefined };
  const plan = unwrap(await core.engine.plan({ choices: new Map(), onProgress: () => undefined }));
  unwrap(await core.engine.apply(plan.runId, listen));
  unwrap(await core.engine.sync.once({ full: false, signal: listen.signal }));
  const sides: Sides = { till, store, engine: () => core.engine };
  return {
    sides,
    deeds: createDeeds(sides),
    time,
    get engine() {
      return core.engine;
    },
    dataDir,
    open: async () => {
      core = await open();
    },
    close: () => core.close(),
    countWrites: () => {
      const counted = writes;
      writes = 0;
      return counted;
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** In memory where the system has such a folder; the day's copy counts as made. */
function makeDataFolder(nowMs: number): string {
  const dataDir = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tillbridge-crash-'));
  const backups = join(dataDir, 'backups');
  mkdirSync(backups, { recursive: true });
  writeFileSync(join(backups, `${new Date(nowMs).toISOString().slice(0, 10)}.sqlite`), '');
  return dataDir;
}
