import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { retell } from '../world/stories.ts';
import type { WorldKind } from '../world/world-job.ts';
import { clusterProof } from './proofs/cluster.ts';
import { constantTimeProof } from './proofs/constant-time.ts';
import { damageProof } from './proofs/damage.ts';
import { freezeProof } from './proofs/freeze.ts';
import { fuzzProof } from './proofs/fuzz-window.ts';
import { hourProof } from './proofs/hour.ts';
import { hubKillProof } from './proofs/kill-hub.ts';
import { killProof } from './proofs/kill-import.ts';
import { orderKillProof } from './proofs/kill-orders.ts';
import { syncKillProof } from './proofs/kill-sync.ts';
import { migrationProof } from './proofs/migrations.ts';
import { plantedProof } from './proofs/planted-bugs.ts';
import { orderProof, worldProof } from './proofs/worlds.ts';
import { runProofs } from './runner.ts';

/**
 * `npm run prove [-- NAME] [--minutes N] [--restart]`: the long proofs, or one of them; goes on where it was stopped.
 * `npm run prove -- worlds --seed N` (or `order-worlds`) tells the story of one world, made short where it is broken.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    restart: { type: 'boolean', default: false },
  },
});
const KINDS: Readonly<Record<string, WorldKind>> = {
  worlds: 'shop',
  'order-worlds': 'orders',
  'few-order-worlds': 'few orders',
  'whole-worlds': 'whole',
  'hint-worlds': 'hints',
};
const MINUTE_MS = 60_000;

const only = positionals[0] ?? flags.only;
process.exitCode = (await (flags.seed === undefined ? proveAll() : tellOne(Number(flags.seed)))) ? 0 : 1;

async function tellOne(seed: number): Promise<boolean> {
  const kind = KINDS[only ?? 'worlds'];
  if (kind === undefined || !Number.isSafeInteger(seed)) {
    console.log(`A seed belongs to ${Object.keys(KINDS).join(' or ')}, and is a whole number.`);
    return false;
  }
  return retell({ kind, seed }, (line) => console.log(line));
}

function proveAll(): Promise<boolean> {
  const proofs = [
    killProof,
    hubKillProof,
    clusterProof,
    constantTimeProof,
    syncKillProof,
    orderKillProof,
    damageProof,
    migrationProof,
    freezeProof,
    fuzzProof,
    hourProof,
    plantedProof,
  ];
  return runProofs([...proofs, orderProof, worldProof], {
    stateFile: fileURLToPath(new URL('../../.tillbridge/prove.json', import.meta.url)),
    say: (line) => console.log(line),
    restart: flags.restart,
    ...(flags.minutes === undefined ? {} : { untilMs: Date.now() + Number(flags.minutes) * MINUTE_MS }),
    ...(only === undefined ? {} : { only }),
  });
}
