import { answer, type Command, refuse } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { formatPieces } from '../terminal/figures.ts';

const MENUS = ['pizza', 'empty'] as const;
const WORK = ['none', 'measured'] as const;
const CURRENCY = /^[A-Z]{3}$/;
const HIGHEST_PORT = 65_533;

export const PRACTICE: Command = {
  name: 'practice',
  summary: 'Starts a practice till, a practice store and their relay on this computer, until it is stopped.',
  flags: {
    items: { takes: 'N', meaning: 'a made-up menu of so many items; 0 is an empty till', least: 0 },
    menu: {
      takes: 'MENU',
      meaning: 'the menu of a pizzeria (which is the default), or an empty till',
      choices: MENUS,
    },
    seed: { takes: 'S', meaning: 'another made-up menu; the same seed gives the same', least: 0 },
    latency: { takes: 'MS', meaning: 'milliseconds added to every answer', least: 0 },
    port: { takes: 'P', meaning: 'port of the till; store and relay have the next two', least: 1 },
    work: { takes: 'WORK', meaning: 'whether the store is as slow as a real one', choices: WORK },
    currency: { takes: 'CUR', meaning: 'currency of both sides, such as EUR' },
  },
  notes: [
    'The first line of standard output is {"till":{"url","merchant","token"},"store":{"url","key","secret"},"hub":{"url","pairing"},"app":{"id"}}. The store starts empty.',
    'The pairing code is good for ten minutes. To connect through the till’s own page: connect clover --oauth --environment sandbox --api-url URL --web-url URL --app-id ID.',
  ],
  run: practise,
};

async function practise(context: CommandContext) {
  const { input, surroundings } = context;
  const refusal = checkFlags(context);
  if (refusal) return refusal;
  const { stdout } = surroundings;
  const practice = await surroundings
    .startPractice(readOptions(context))
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return null;
      throw error;
    });
  if (practice === null) {
    const why = `another program has port ${input.text('port')} or one of the next two, or you may not use it`;
    return refuse('USE_BAD_VALUE', { name: '--port', why, how: 'Give another port, or none.' });
  }
  // Heard from now on: whoever reads the line may stop us at once.
  const stopped = new Promise<void>((resolve) => {
    surroundings.onStop(resolve);
  });
  const { till, store, facts, app } = practice;
  const hub = { url: practice.hub.url, pairing: await practice.hub.invite() };
  stdout.write(`${JSON.stringify({ till, store, hub, app: { id: app.id } })}\n`);
  context.note(
    `Practice till with ${formatPieces(facts.items, 'item')} at ${till.url}, empty store at ${store.url}, relay at ${hub.url}. Ctrl-C ends them.`,
  );
  await stopped;
  await practice.close();
  return answer({ document: undefined, lines: () => [] });
}

function checkFlags({ input }: CommandContext) {
  if (input.has('items') && input.has('menu')) {
    return refuse('USE_BAD_VALUE', {
      name: '--menu',
      why: '--items makes a menu of its own',
      how: 'Give only one of them.',
    });
  }
  const currency = input.text('currency');
  if (currency !== null && !CURRENCY.test(currency)) {
    return refuse('USE_BAD_VALUE', {
      name: '--currency',
      why: `it takes three letters such as USD, not "${currency}"`,
    });
  }
  const port = input.count('port');
  if (port !== null && port > HIGHEST_PORT) {
    return refuse('USE_BAD_VALUE', {
      name: '--port',
      why: `it takes a number up to ${HIGHEST_PORT}, not ${port}`,
    });
  }
  return null;
}

function readOptions({ input }: CommandContext) {
  const items = input.count('items');
  const seed = input.count('seed');
  const currency = input.text('currency');
  const menu: 'empty' | 'pizza' = input.text('menu') === 'empty' ? 'empty' : 'pizza';
  return {
    ...(items === null ? { menu } : { menu: 'generated' as const, items }),
    ...(seed === null ? {} : { seed }),
    ...(currency === null ? {} : { currency }),
    latencyMs: input.count('latency') ?? 0,
    port: input.count('port') ?? 0,
    work: input.text('work') === 'measured' ? ('measured' as const) : ('none' as const),
  };
}
