import { runCommandLine } from './command-line.ts';
import { createMachineSurroundings } from './machine-surroundings.ts';

// `npm start`: where things stand, and what there is to do next.
const surroundings = createMachineSurroundings();
const args = process.argv.slice(2);
const code = await runCommandLine(['status', ...args], surroundings);
if (code === 0 && !args.includes('--json')) {
  process.stdout.write('\n');
  await runCommandLine(['help'], surroundings);
}
process.exitCode = code;
