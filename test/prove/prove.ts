import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PLANTED_BUGS } from '../support/planted-bugs.ts';
import { retell } from '../world/stories.ts';
import { surveyWorlds } from '../world/survey.ts';
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
import { orderProof, wholeProof, worldProof } from './proofs/worlds.ts';
import { runProofs } from './runner.ts';

/**
 * `npm run prove [-- NAME] [--minutes N] [--restart]`: the long proofs, or one of them; goes on where it was stopped.
 * `npm run prove -- worlds --seed N` (or `order-worlds`) tells the story of one world, made short where it is broken;
 * `--seeds 1-60` says of each of them what breaks it, with `--bug NAME` while that bug is planted.
 */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    seeds: { type: 'string' },
    bug: { type: 'string' },
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
process.exitCode = (await prove()) ? 0 : 1;

function prove(): Promise<boolean> {
  if (flags.seeds !== undefined) return tellMany(flags.seeds);
  return flags.seed === undefined ? proveAll() : tellOne(Number(flags.seed));
}

async function tellMany(seeds: string): Promise<boolean> {
  const kind = KINDS[only ?? 'worlds'];
  const [, from, to] = /^(\d+)-(\d+)$/.exec(seeds) ?? [];
  const { bug } = flags;
  if (kind === undefined || from === undefined || to === undefined) {
    console.log(`Seeds are two whole numbers such as 1-60, of ${Object.keys(KINDS).join(' or ')}.`);
    return false;
  }
  if (bug !== undefined && !PLANTED_BUGS.some(({ name }) => name === bug)) {
    console.log(`There is no planted bug "${bug}"; test/support/planted-bugs.ts has their names.`);
    return false;
  }
  const survey = { kind, from: Number(from), to: Number(to), ...(bug === undefined ? {} : { bug }) };
  return surveyWorlds(survey, (line) => console.log(line));
}

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
  return runProofs([...proofs, orderProof, wholeProof, worldProof], {
    stateFile: fileURLToPath(new URL('../../.tillbridge/prove.json', import.meta.url)),
    say: (line) => console.log(line),
    restart: flags.restart,
    ...(flags.minutes === undefined ? {} : { untilMs: Date.now() + Number(flags.minutes) * MINUTE_MS }),
    ...(only === undefined ? {} : { only }),
  });
}
