import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PLANTED_BUGS, type PlantedBug } from './planted-bugs.ts';

/**
 * `planted-child.ts --bug NAME`: plants one bug in this process alone, by changing the text of a module as it is
 * loaded, and lives through worlds until one notices. Says which, as JSON. Without `--bug` nothing is planted.
 */
const ROOT = new URL('../../', import.meta.url);
const MOST_SHORT_SEEDS = 60;
const MOST_HOURS = 6;
const SOME_MINUTES = { minutes: 10, edits: 1_500, stretches: 4 };

const { values: flags } = parseArgs({ options: { bug: { type: 'string', default: '' } } });
const bug = PLANTED_BUGS.find(({ name }) => name === flags.bug);
if (bug) plant(bug);
else if (flags.bug !== '') throw new Error(`There is no bug "${flags.bug}".`);
console.log(JSON.stringify(await findNotice()));
// A world that a bug has broken may never come to rest, and would keep the process.
process.exit(0);

function plant({ file, find, put }: PlantedBug): void {
  const target = new URL(file, ROOT).href;
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      if (url !== target) return loaded;
      const source = Buffer.from(loaded.source as Uint8Array).toString();
      if (source.split(find).length !== 2)
        throw new Error(`${fileURLToPath(target)} does not have "${find}" exactly once`);
      return { ...loaded, source: source.replace(find, () => put) };
    },
  });
}

async function findNotice(): Promise<{ readonly world: string; readonly broken: string } | null> {
  const { simulate } = await import('../world/simulate.ts');
  const { liveAnHour } = await import('../world/hour.ts');
  for (let seed = 1; seed <= MOST_SHORT_SEEDS; seed += 1) {
    const [broken] = await listBroken(simulate(seed));
    if (broken) return { world: `seed ${seed}`, broken };
  }
  for (let seed = 1; seed <= MOST_HOURS; seed += 1) {
    const [broken] = await listBroken(liveAnHour(seed, SOME_MINUTES));
    if (broken) return { world: `hour ${seed}`, broken };
  }
  return null;
}

/** A crash of the app's own code is noticed too. */
async function listBroken(life: Promise<{ readonly broken: readonly string[] }>): Promise<readonly string[]> {
  try {
    return (await life).broken;
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.message : String(error)}`];
  }
}
