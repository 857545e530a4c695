import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openDatabase } from '../../src-main/store/database.ts';
import { createLedger } from '../../src-main/store/ledger.ts';
import { connectShop, importShop } from '../e2e/support/shop.ts';
import { startWindow, type WindowProcess } from '../e2e/support/window-process.ts';

const PRACTICE = new URL('./practice-process.ts', import.meta.url);
/** Every so manieth product is not synced, so that the filters have something to find. */
const STATUS_STEPS = { error: 40, conflict: 91, waiting: 15 } as const;

export interface SeededWindow {
  readonly server: WindowProcess;
  /** Products, with their variants. */
  readonly products: number;
  readonly importMs: number;
  close(): Promise<void>;
}

/** A window whose engine has imported a generated catalog from practice servers in a process of their own. */
export async function seedWindow(items: number): Promise<SeededWindow> {
  const practice = fork(PRACTICE);
  practice.send({ items, work: 'none', latencyMs: 0 });
  const [shop] = (await once(practice, 'message')) as [Parameters<typeof connectShop>[1]];
  const server = await startWindow();
  await connectShop(server, shop);
  const startedMs = performance.now();
  await importShop(server);
  const importMs = performance.now() - startedMs;
  await server.stop();
  const products = spreadStatuses(server.dataDir);
  await server.start();
  return { server, products, importMs, close: () => closeAll(server, practice) };
}

async function closeAll(server: WindowProcess, practice: ChildProcess): Promise<void> {
  await server.close();
  practice.disconnect();
}

function spreadStatuses(dataDir: string): number {
  const db = openDatabase({ file: join(dataDir, 'tillbridge.sqlite'), nativeBinding: null });
  const { links } = createLedger(db);
  const products = links.all().filter(({ kind }) => kind !== 'category');
  products.forEach(({ id }, index) => {
    for (const [status, step] of Object.entries(STATUS_STEPS))
      if (index % step === 1) links.setStatus(id, status as keyof typeof STATUS_STEPS);
  });
  db.close();
  return products.length;
}
