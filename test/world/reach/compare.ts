import { listNeverReached } from './never-reached.ts';
import { readReached } from './reach-notes.ts';

// The end of `npm test`: what all its tests never reached, a line each; ends with 1 where there is any.
const lines = listNeverReached(readReached(process.argv[2] ?? ''));
for (const line of lines) console.log(line);
process.exitCode = lines.length === 0 ? 0 : 1;
