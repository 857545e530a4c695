import { createInterface } from 'node:readline';
import type { Core } from '../boot/core.ts';
import type { Attempt, CloverEnvironment, TillConnection } from '../engine/face.ts';
import type { FlagRule } from './command-rules.ts';
import type { CommandContext } from './context.ts';

/** Flags of `connect clover` that go with --oauth. */
export const LOGIN_FLAGS: Readonly<Record<string, FlagRule>> = {
  oauth: { takes: null, meaning: 'through Clover’s own page in the browser, without an API token' },
  'app-id': { takes: 'ID', meaning: 'the App ID of your own developer app at Clover' },
  'web-url': {
    takes: 'URL',
    meaning: 'another address of Clover’s page; only Clover’s own or this computer',
  },
  bounce: { takes: 'URL', meaning: 'the page on the web that sends the browser back here; else the relay’s' },
  paste: { takes: null, meaning: 'open no browser: go to the address yourself and paste what comes back' },
};

export const LOGIN_NOTES: readonly string[] = [
  'With --oauth the address of Clover’s page is printed on standard error and opened in the browser. It waits five minutes; the code, or the whole address of the page that shows it, may be pasted meanwhile.',
  'The App Secret of your own app comes from TILLBRIDGE_CLOVER_APP_SECRET. Without one PKCE is used.',
];

/** One log-in through Clover's page, from the flags to the kept connection. */
export async function runLogin(context: CommandContext): Promise<Attempt<TillConnection>> {
  const { input, surroundings } = context;
  const core = await context.openCore();
  if (!core.ok) return core;
  const begun = await core.value.tillLogin.begin(readRequest(context), (work) => work());
  if (!begun.ok) return begun;
  const { address, redirectUri, ended } = begun.value;
  const isShown = !input.has('paste') && (await surroundings.openBrowser(address));
  // Needed to go on, so it is said with --quiet too.
  surroundings.stderr.write(`${address}\n`);
  context.note(
    isShown
      ? 'The browser opens this address: log in at Clover and choose Allow. Or paste the code here.'
      : `Open this address in a browser, log in at Clover and choose Allow. It comes back to ${redirectUri}; the code, or the address of that page, may be pasted here.`,
  );
  const reader = readPastes(context, begun.value);
  const stop = surroundings.onStop(begun.value.cancel);
  try {
    return await ended;
  } finally {
    stop.release();
    reader.close();
  }
}

type Begun = Parameters<Core['tillLogin']['begin']>[0];

function readRequest({ input, surroundings }: CommandContext): Begun {
  const { env } = surroundings;
  const secret = env.TILLBRIDGE_CLOVER_APP_SECRET?.trim() || null;
  const id = input.text('app-id') ?? (secret === null ? null : env.TILLBRIDGE_CLOVER_APP_ID || null);
  return {
    environment: (input.text('environment') ?? 'na') as CloverEnvironment,
    apiUrl: input.text('api-url'),
    webUrl: input.text('web-url'),
    bounceUrl: input.text('bounce'),
    app: id === null ? null : { id, secret },
  };
}

/** Each line may be the code; one that is not is told, and waited on. */
function readPastes(
  { input, surroundings, note }: CommandContext,
  flow: { paste(text: string, merchantId: string | null): Attempt<void> },
): { close(): void } {
  const { stdin } = surroundings;
  const reader = createInterface({ input: stdin, terminal: false });
  reader.on('line', (line) => {
    if (line.trim() === '') return;
    const taken = flow.paste(line, input.text('merchant'));
    if (taken.ok) return;
    note(
      taken.failure.code === 'CLOVER_LOGIN_NO_MERCHANT'
        ? 'The code alone does not say which merchant it is for: paste the merchant id behind it, after a blank, or the whole address.'
        : 'That is no code of this log-in. Paste the code, or the whole address of the page that shows it.',
    );
  });
  return {
    close: () => {
      reader.close();
      // A pipe that its writer keeps open would keep this program too.
      stdin.destroy();
    },
  };
}
