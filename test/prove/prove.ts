import { fileURLToPath } from 'node:url';
import { clusterProof } from './proofs/cluster.ts';
import { constantTimeProof } from './proofs/constant-time.ts';
import { fuzzProof } from './proofs/fuzz-window.ts';
import { hourProof } from './proofs/hour.ts';
import { hubKillProof } from './proofs/kill-hub.ts';
import { killProof } from './proofs/kill-import.ts';
import { syncKillProof } from './proofs/kill-sync.ts';
import { orderProof } from './proofs/order-worlds.ts';
import { plantedProof } from './proofs/planted-bugs.ts';
import { runProofs } from './runner.ts';

/** `npm run prove [-- --only NAME] [--restart]`: the long proofs; goes on where it was stopped. */
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const outcome = await runProofs(
  [
    killProof,
    hubKillProof,
    clusterProof,
    constantTimeProof,
    syncKillProof,
    fuzzProof,
    hourProof,
    plantedProof,
    orderProof,
  ],
  {
    stateFile: fileURLToPath(new URL('../../.tillbridge/prove.json', import.meta.url)),
    say: (line) => console.log(line),
    restart: args.includes('--restart'),
    ...(only === undefined ? {} : { only }),
  },
);
process.exitCode = outcome ? 0 : 1;
