import { runCommandLine } from './command-line.ts';
import { createMachineSurroundings } from './machine-surroundings.ts';

// A reader that has gone away (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), createMachineSurroundings());
