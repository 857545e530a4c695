import { parseArgs } from 'node:util';
import type { WorldJob } from '../world/world-job.ts';
import { plantBug } from './plant-bug.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';

/** `world-child.ts [--bug NAME]`: lives the worlds that its parent sends, one by one, with a bug planted where one is named. */
const { values: flags } = parseArgs({ options: { bug: { type: 'string' } } });
const bug = PLANTED_BUGS.find(({ name }) => name === flags.bug);
if (bug) plantBug(bug);
else if (flags.bug !== undefined) throw new Error(`There is no bug "${flags.bug}".`);
const { liveWorld } = await import('../world/world-job.ts');

process.on('message', async (job: WorldJob) => {
  const report = await liveWorld(job);
  process.send?.(report);
});
// Who started this is gone.
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
