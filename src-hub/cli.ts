import process from 'node:process';
import { checkShared, readConfig } from './config.ts';
import { HubFailure } from './hub-failure.ts';
import { completeEnvironment } from './operator/env-file.ts';
import { checkHealth } from './operator/health-check.ts';
import { writeHelp, writeOptions } from './operator/help.ts';
import { UsageError } from './operator/usage-error.ts';

const FAILED = 1;
const MISUSED = 2;

process.exitCode = await run(process.argv.slice(2));

/** The exit code: 0, 1 where it failed, 2 where the command line was not understood. */
async function run(words: readonly string[]): Promise<number> {
  try {
    const lines = await obey(words);
    for (const line of lines) console.log(line);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${writeHelp()}`);
      return MISUSED;
    }
    // Failures of the data file say what to do themselves; of anything else the words are all there is.
    console.error(error instanceof Error ? error.message : String(error));
    if (!(error instanceof HubFailure))
      console.error('This was not expected; the words above help whoever looks into it.');
    return FAILED;
  }
}

async function obey(words: readonly string[]): Promise<readonly string[]> {
  const [command] = words;
  if (command === 'help' || words.includes('--help')) return [writeHelp()];
  if (command === 'options') return [writeOptions()];
  const config = readConfig(completeEnvironment(process.env));
  if (command === 'health') return checkHealth(config);
  if (command === 'migrate') return (await import('./operator/migrate.ts')).migrateToCluster(config);
  checkShared(config);
  // What only one of them needs is loaded for that one.
  if (command !== undefined)
    return (await import('./operator/commands.ts')).runOperatorCommand(config, words);
  const { startHub } = await import('./hub.ts');
  const hub = await startHub({ config });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await hub.close();
  return [];
}
