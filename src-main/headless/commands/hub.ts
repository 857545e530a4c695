import type { Attempt, Engine, HubFacts } from '../../engine/face.ts';
import { obtainApproval } from '../approval.ts';
import { type Answer, answer, type Command } from '../command.ts';
import { YES_FLAG } from '../command-rules.ts';
import type { CommandContext } from '../context.ts';
import { readSecrets } from '../secret-input.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatIso, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';

export const CONNECT_HUB: Command = {
  name: 'connect hub',
  summary: 'Pairs this PC with a relay, which then tells it of changes at once.',
  isWriter: true,
  flags: {
    url: { takes: 'URL', meaning: 'the address of the relay; http: only to this computer', isRequired: true },
    pairing: {
      takes: 'CODE',
      meaning: 'the code of whoever runs it, valid for ten minutes',
      isRequired: true,
    },
    name: { takes: 'NAME', meaning: 'what other PCs of this shop call this one' },
  },
  run: async (context) => {
    const { input, surroundings } = context;
    const core = await context.openCore();
    if (!core.ok) return core;
    const connected = await core.value.engine.hub.connect({
      url: input.text('url') ?? '',
      code: input.text('pairing') ?? '',
      deviceName: (input.text('name') ?? surroundings.hostName).slice(0, 80),
    });
    if (!connected.ok) return connected;
    const { url, shopName, deviceName, wooHookUrl, cloverHookUrl, bounceUrl } = connected.value;
    return answer({
      document: { hub: { url, shop: shopName, device: deviceName, wooHookUrl, cloverHookUrl, bounceUrl } },
      lines: (paint) => [
        `${paint.green('Paired')} with ${url} for ${paint.bold(cleanText(shopName))}, as "${cleanText(deviceName)}".`,
        'The store’s webhooks are made with the next "run"; for the till, its developer page needs:',
        `  webhook address  ${cloverHookUrl}`,
        `  Site URL         ${bounceUrl}`,
      ],
    });
  },
};

export const HUB: Command = {
  name: 'hub',
  summary: 'Asks the relay which PCs are paired and when webhooks last came.',
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const facts = await core.value.engine.hub.test();
    if (!facts.ok) return facts;
    const { devices, merchantId, lastHookMs, hasStoreSecret, hasCloverCode } = facts.value;
    return answer({
      document: {
        devices: devices.map(({ id, name, lastSeenMs, isThis }) => ({
          id,
          name,
          lastSeenAt: formatIso(lastSeenMs),
          isThis,
        })),
        merchant: merchantId,
        lastHookAt: { till: formatIso(lastHookMs.till), store: formatIso(lastHookMs.store) },
        hasStoreSecret,
        hasCloverCode,
      },
      lines: (paint) => describeFacts(facts.value, paint),
    });
  },
};

function describeFacts({ devices, lastHookMs, hasCloverCode }: HubFacts, paint: Palette): string[] {
  const say = (atMs: number | null): string => (atMs === null ? 'none yet' : formatTime(atMs));
  return [
    ...devices.map(({ id, name, isThis, lastSeenMs }) => {
      const seen = isThis ? 'this PC' : `last seen ${lastSeenMs === null ? 'never' : formatTime(lastSeenMs)}`;
      return `${paint.bold(cleanText(name))}  ${seen}  ${paint.dim(id)}`;
    }),
    `Last webhook of the till: ${say(lastHookMs.till)}; of the store: ${say(lastHookMs.store)}.`,
    ...(hasCloverCode ? [] : ['The till’s auth code is not known to the relay: "hub code" sets it.']),
  ];
}

export const HUB_INVITE: Command = {
  name: 'hub invite',
  summary: 'Gets a code for one more PC of this shop.',
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const invited = await core.value.engine.hub.invite();
    if (!invited.ok) return invited;
    const { code, untilMs } = invited.value;
    return answer({
      document: { code, until: formatIso(untilMs) },
      lines: (paint) => [`${paint.bold(code)}  valid until ${formatTime(untilMs)}, once`],
    });
  },
};

export const HUB_REVOKE: Command = {
  name: 'hub revoke',
  summary: 'Ends the pairing of another PC.',
  arguments: [{ name: 'DEVICE' }],
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const device = context.input.argument('DEVICE') ?? '';
    const revoked = await core.value.engine.hub.revoke(device);
    return revoked.ok
      ? answer({ document: { revoked: device }, lines: () => ['Its pairing is ended.'] })
      : revoked;
  },
};

export const HUB_CODE: Command = {
  name: 'hub code',
  summary:
    'Shows the verification code that Clover sent; with --app sets the auth code of your own Clover app.',
  flags: {
    app: { takes: 'APP_ID', meaning: 'the app id; the auth code comes from TILLBRIDGE_CLOVER_AUTH_CODE' },
  },
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const { hub } = core.value.engine;
    const appId = context.input.text('app');
    if (appId !== null) return setCode(context, appId, hub);
    const code = await hub.readCloverCode();
    if (!code.ok) return code;
    const { verificationCode, receivedMs, hasAuthCode } = code.value;
    return answer({
      document: { verificationCode, receivedAt: formatIso(receivedMs), hasAuthCode },
      lines: (paint) =>
        verificationCode === null
          ? ['No code has come yet. Press "Send Verification Code" on Clover’s developer page.']
          : [`${paint.bold(verificationCode)}  came ${receivedMs === null ? '' : formatTime(receivedMs)}`],
    });
  },
};

async function setCode(context: CommandContext, appId: string, hub: Engine['hub']): Promise<Attempt<Answer>> {
  const secrets = await readSecrets(
    [{ variable: 'TILLBRIDGE_CLOVER_AUTH_CODE', title: 'the Clover auth code of the app' }],
    context,
  );
  if (!secrets.ok) return secrets;
  const told = await hub.tellCloverCode(appId, secrets.value[0] ?? '');
  return told.ok
    ? answer({ document: { set: appId }, lines: () => ['The relay knows the auth code now.'] })
    : told;
}

export const HUB_HELD: Command = {
  name: 'hub held',
  summary: 'Prints all that the relay holds on this shop.',
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const held = await core.value.engine.hub.readHeld();
    return held.ok
      ? answer({ document: JSON.parse(held.value) as object, lines: () => held.value.split('\n') })
      : held;
  },
};

export const HUB_ERASE: Command = {
  name: 'hub erase',
  summary: 'Erases all that the relay holds on this shop, and ends the pairing of every PC.',
  isWriter: true,
  flags: YES_FLAG,
  run: async (context) => {
    const core = await context.openCore();
    if (!core.ok) return core;
    const approved = await obtainApproval(
      'Erase all that the relay holds on this shop? Every PC has to be paired anew then.',
      'If you mean it, say "hub erase --yes".',
      context,
    );
    if (!approved.ok) return approved;
    const erased = await core.value.engine.hub.erase();
    return erased.ok
      ? answer({
          document: { erased: true },
          lines: () => ['The relay holds nothing on this shop any more.'],
        })
      : erased;
  },
};
