import { liveAnHour } from '../../world/hour.ts';
import type { Proof } from '../runner.ts';

/** Two people at both ends for an hour, 10,000 edits, the network failing and the app dying; 20 such hours. */
export const hourProof: Proof = {
  name: 'hour',
  total: 20,
  runPart: async (number) => {
    const startedMs = performance.now();
    const { broken, notes, hash } = await liveAnHour(number);
    const count = (prefix: string): number =>
      [...notes].reduce((sum, [note, times]) => sum + (note.startsWith(prefix) ? times : 0), 0);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
    console.log(
      `hour, seed ${number}: ${count('fault ')} faults, ${count('crash')} crashes, ${count('pass made way')} made way, ` +
        `${count('outage ')} outages, ${count('conflict ')} conflicts left, ${broken.length} broken; ${seconds} s, trace ${hash.slice(0, 12)}`,
    );
    return broken.length === 0 ? null : broken.slice(0, 3).join('; ');
  },
};
