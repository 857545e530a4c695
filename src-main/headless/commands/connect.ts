import type { CloverEnvironment, Engine, StoreConnection, TillConnection } from '../../engine/face.ts';
import { type Answer, answer, type Command, refuse } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { LOGIN_FLAGS, LOGIN_NOTES, runLogin } from '../login-command.ts';
import { missArgument } from '../parse-input.ts';
import { readSecrets } from '../secret-input.ts';
import { APPROVE_FLAG, APPROVE_NOTE, runApproval } from '../store-approval.ts';
import { cleanText } from '../terminal/display-width.ts';
import type { Palette } from '../terminal/palette.ts';
import { describeWarnings, listWarnings } from '../views/warning-view.ts';

const ENVIRONMENTS: readonly CloverEnvironment[] = ['sandbox', 'na', 'eu', 'la'];

export const CONNECT_CLOVER: Command = {
  name: 'connect clover',
  summary: 'Connects the till with an API token of the merchant, or through Clover’s own page (--oauth).',
  isWriter: true,
  flags: {
    environment: {
      takes: 'ENVIRONMENT',
      meaning: 'the test world, North America, Europe or Latin America',
      choices: ENVIRONMENTS,
      isRequired: true,
    },
    merchant: {
      takes: 'ID',
      meaning: 'the merchant id, 13 letters and digits; with --oauth only for a pasted code',
    },
    'api-url': { takes: 'URL', meaning: 'another address; http: only to this computer' },
    ...LOGIN_FLAGS,
  },
  notes: ['The token comes from TILLBRIDGE_CLOVER_TOKEN, or is asked for.', ...LOGIN_NOTES],
  run: (context) => (context.input.has('oauth') ? connectByLogin(context) : connectClover(context)),
};

async function connectClover(context: CommandContext) {
  const { input } = context;
  if (input.text('merchant') === null) return missArgument(input.command, '--merchant');
  const misplaced = Object.keys(LOGIN_FLAGS).find((flag) => input.has(flag));
  if (misplaced)
    return refuse('USE_BAD_VALUE', { name: `--${misplaced}`, why: 'it means nothing without --oauth' });
  const secrets = await readSecrets(
    [{ variable: 'TILLBRIDGE_CLOVER_TOKEN', title: 'the Clover API token' }],
    context,
  );
  if (!secrets.ok) return secrets;
  const core = await context.openCore();
  if (!core.ok) return core;
  const connected = await core.value.engine.connections.connectTill({
    environment: (input.text('environment') ?? 'na') as CloverEnvironment,
    apiUrl: input.text('api-url'),
    merchantId: (input.text('merchant') ?? '').trim(),
    token: secrets.value[0] ?? '',
  });
  return connected.ok ? answer(describeTill(connected.value)) : connected;
}

async function connectByLogin(context: CommandContext) {
  const connected = await runLogin(context);
  return connected.ok ? answer(describeTill(connected.value)) : connected;
}

function describeTill({ merchant, environment, permissions, warnings }: TillConnection): Answer {
  const { merchantId: id, name, currency, timezone } = merchant;
  const document = {
    merchant: { id, name, currency, timezone, region: environment },
    permissions,
    warnings: listWarnings(warnings),
  };
  const facts = [id, currency, timezone, environment].join(', ');
  const lines = (paint: Palette): string[] => [
    `${paint.green('Connected')} to ${paint.bold(cleanText(name))} (${facts}).`,
    ...describeWarnings(warnings, paint),
  ];
  return { document, lines };
}

export const CONNECT_WOO: Command = {
  name: 'connect woo',
  summary: 'Connects the store with a consumer key and secret, or by an approval in the store (--approve).',
  isWriter: true,
  flags: {
    url: { takes: 'URL', meaning: 'the address of the store; http: only to this computer', isRequired: true },
    ...APPROVE_FLAG,
  },
  notes: [
    'The keys come from TILLBRIDGE_WOO_KEY and TILLBRIDGE_WOO_SECRET, or are asked for in this order.',
    APPROVE_NOTE,
  ],
  run: (context) => (context.input.has('approve') ? approveStore(context) : connectWoo(context)),
};

async function approveStore(context: CommandContext) {
  const connected = await runApproval(context);
  return connected.ok ? answer(describeStore(connected.value)) : connected;
}

async function connectWoo(context: CommandContext) {
  const secrets = await readSecrets(
    [
      { variable: 'TILLBRIDGE_WOO_KEY', title: 'the consumer key' },
      { variable: 'TILLBRIDGE_WOO_SECRET', title: 'the consumer secret' },
    ],
    context,
  );
  if (!secrets.ok) return secrets;
  const core = await context.openCore();
  if (!core.ok) return core;
  const [key = '', secret = ''] = secrets.value;
  const url = context.input.text('url') ?? '';
  const connected = await core.value.engine.connections.connectStore({ url, key, secret });
  return connected.ok ? answer(describeStore(connected.value)) : connected;
}

function describeStore({ store, warnings }: StoreConnection): Answer {
  const { name, url, currency, version } = store;
  const document = { store: { name, url, currency, version }, warnings: listWarnings(warnings) };
  const lines = (paint: Palette): string[] => [
    `${paint.green('Connected')} to ${paint.bold(cleanText(name))} (${url}, ${currency}, WooCommerce ${version}).`,
    ...describeWarnings(warnings, paint),
  ];
  return { document, lines };
}

export const DISCONNECT: Command = {
  name: 'disconnect',
  summary: 'Forgets the token or the keys; links and history stay.',
  isWriter: true,
  arguments: [{ name: 'SIDE', choices: ['clover', 'woo', 'hub'] }],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    if (context.input.argument('SIDE') === 'hub') return disconnectHub(core.value.engine);
    const side = context.input.argument('SIDE') === 'woo' ? 'store' : 'till';
    const wasConnected = await core.value.engine.connections.disconnect(side);
    const said = wasConnected
      ? `The ${side} is disconnected; links and history stay.`
      : `No ${side} was connected.`;
    return answer({ document: { disconnected: wasConnected }, lines: () => [said] });
  },
};

async function disconnectHub({ hub }: Engine) {
  const wasConnected = await hub.disconnect();
  const said = wasConnected
    ? 'The relay is disconnected; both sides are looked at directly from now on.'
    : 'No relay was connected.';
  return answer({ document: { disconnected: wasConnected }, lines: () => [said] });
}
