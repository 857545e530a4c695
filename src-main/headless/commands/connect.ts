import type { CloverEnvironment, StoreConnection, TillConnection } from '../../engine/face.ts';
import { type Answer, answer, type Command } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { readSecrets } from '../secret-input.ts';
import { cleanText } from '../terminal/display-width.ts';
import type { Palette } from '../terminal/palette.ts';
import { describeWarnings, listWarnings } from '../views/warning-view.ts';

const ENVIRONMENTS: readonly CloverEnvironment[] = ['sandbox', 'na', 'eu', 'la'];

export const CONNECT_CLOVER: Command = {
  name: 'connect clover',
  summary: 'Connects the till with an API token of the merchant.',
  isWriter: true,
  flags: {
    environment: {
      takes: 'ENVIRONMENT',
      meaning: 'the test world, North America, Europe or Latin America',
      choices: ENVIRONMENTS,
      isRequired: true,
    },
    merchant: { takes: 'ID', meaning: 'the merchant id, 13 letters and digits', isRequired: true },
    'api-url': { takes: 'URL', meaning: 'another address; http: only to this computer' },
  },
  notes: ['The token comes from TILLBRIDGE_CLOVER_TOKEN, or is asked for.'],
  run: connectClover,
};

async function connectClover(context: CommandContext) {
  const { input } = context;
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
  summary: 'Connects the store with a consumer key and secret.',
  isWriter: true,
  flags: {
    url: { takes: 'URL', meaning: 'the address of the store; http: only to this computer', isRequired: true },
  },
  notes: ['The keys come from TILLBRIDGE_WOO_KEY and TILLBRIDGE_WOO_SECRET, or are asked for in this order.'],
  run: connectWoo,
};

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
  arguments: [{ name: 'SIDE', choices: ['clover', 'woo'] }],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const side = context.input.argument('SIDE') === 'woo' ? 'store' : 'till';
    const wasConnected = await core.value.engine.connections.disconnect(side);
    const said = wasConnected
      ? `The ${side} is disconnected; links and history stay.`
      : `No ${side} was connected.`;
    return answer({ document: { disconnected: wasConnected }, lines: () => [said] });
  },
};
