import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HubOrder } from '../support/hub-child.ts';
import { type HubProcess, startHubProcess } from '../support/hub-process.ts';
import type { MadeShop } from '../support/make-shops.ts';
import { ROOT } from '../support/source-files.ts';
import { createSenders, type Senders } from './hub-load.ts';

/** Senders that a bench has at once. */
export const CONNECTIONS = 64;

export interface Bench {
  readonly hub: HubProcess;
  readonly senders: Senders;
  readonly shops: readonly MadeShop[];
  readMetric(name: string): Promise<number>;
}

/**
 * Runs a bench against a hub in a process of its own, with a data folder that goes with it.
 * @param order.wrapper a program that runs the process
 */
export async function withHub(
  { wrapper = [], ...order }: Omit<HubOrder, 'dataDir'> & { readonly wrapper?: readonly string[] },
  run: (bench: Bench) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-hub-bench-'));
  const hub = await startHubProcess({ dataDir, ...order }, [
    ...wrapper,
    'env',
    `NODE_OPTIONS=${readUnitFlags()}`,
  ]);
  const senders = createSenders(hub.said, CONNECTIONS);
  const readMetric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${hub.said.url}/metrics`)).text();
    const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
    return Number(line?.slice(name.length) ?? 0);
  };
  try {
    await run({ hub, senders, shops: hub.said.shops, readMetric });
  } finally {
    senders.end();
    await hub.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What the unit of a server starts Node with. */
function readUnitFlags(): string {
  const unit = readFileSync(join(ROOT, 'resources/hub/tillbridge-hub.service'), 'utf8');
  const flags = /^ExecStart=\/usr\/bin\/env node (.*)src-hub\/cli\.ts$/m.exec(unit)?.[1];
  if (flags === undefined) throw new Error('the unit starts something else');
  return flags.trim();
}
