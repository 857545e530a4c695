import { createFailure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { Connections } from '../face.ts';
import type { HubDesk } from '../hub-face.ts';
import type { HubConnector, HubPort } from '../hub-ports.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Clock, OpenVault, StorePort, Timers } from '../ports.ts';
import { removeHooks } from './hook-keeper.ts';
import type { HubCore } from './hub-core.ts';
import { APPROVAL_WAIT_MS, awaitStoreKeys, writeApprovalUrl } from './store-approval.ts';

const TOKEN = 'hub.token';
/** Signs the store's webhooks; this PC knows it only where it made it. */
export const HOOK_SECRET = 'hub.hooks';
/** Whoever disconnects does not wait longer for a store that does not answer. */
const LONGEST_REMOVAL_MS = 10_000;

export interface HubDeskParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly core: HubCore;
  readonly connector: HubConnector;
  readonly connections: Connections & { openStore(signal?: AbortSignal): Promise<Attempt<StorePort>> };
  readonly openVault: OpenVault;
  /** The pairing is another one. */
  onChange(): void;
}

/** Opens the relay for the device that this PC is. */
export async function openHub({
  core,
  connector,
  openVault,
}: Pick<HubDeskParts, 'core' | 'connector' | 'openVault'>): Promise<Attempt<HubPort>> {
  const connection = core.readConnection();
  if (connection === null) return fail(createFailure('HUB_NOT_CONNECTED'));
  const vault = await openVault();
  if (!vault.ok) return vault;
  const token = await vault.value.get(TOKEN);
  return token === null
    ? fail(createFailure('SECRET_MISSING', { name: TOKEN }))
    : succeed(connector.open(connection, token));
}

const attempt = <T>(outcome: Outcome<T>): Attempt<T> =>
  outcome.kind === 'done' ? succeed(outcome.value) : fail(outcome.failure);

/** What people ask of the relay. */
export function createHubDesk(parts: HubDeskParts): Omit<HubDesk, 'state' | 'retry' | 'noteSleep'> {
  const ask = async <T>(work: (hub: HubPort) => Promise<Outcome<T>>): Promise<Attempt<T>> => {
    const hub = await openHub(parts);
    return hub.ok ? attempt(await work(hub.value)) : hub;
  };
  const forget = async (): Promise<void> => {
    const vault = await parts.openVault();
    if (vault.ok) for (const name of [TOKEN, HOOK_SECRET]) await vault.value.remove(name);
    parts.core.keepConnection(null);
    parts.core.lease.forget();
    note(parts, 'disconnected');
    parts.onChange();
  };
  return {
    connect: (pairing) => connect(parts, pairing),
    disconnect: async () => {
      const connection = parts.core.readConnection();
      if (connection === null) return false;
      await takeHooksAway(parts, connection.wooHookUrl);
      // A relay that is away keeps a pairing that nobody uses; its operator can revoke it.
      await ask((hub) => hub.revoke(null));
      await forget();
      return true;
    },
    test: () => ask((hub) => hub.readFacts()),
    invite: () => ask((hub) => hub.invite()),
    revoke: (deviceId) => ask((hub) => hub.revoke(deviceId)),
    readCloverCode: () => ask((hub) => hub.readCloverCode()),
    tellCloverCode: (appId, authCode) => ask((hub) => hub.tellCloverCode(appId, authCode)),
    readHeld: () => ask((hub) => hub.readHeld()),
    erase: async () => {
      const connection = parts.core.readConnection();
      const erased = await ask((hub) => hub.erase());
      if (!erased.ok) return erased;
      if (connection) await takeHooksAway(parts, connection.wooHookUrl);
      await forget();
      return erased;
    },
    beginStoreApproval: async (storeUrl) => {
      const begun = await ask((hub) => hub.beginApproval(storeUrl));
      if (!begun.ok) return begun;
      const bounceUrl = parts.core.readConnection()?.bounceUrl ?? storeUrl;
      return succeed({
        pageUrl: writeApprovalUrl(begun.value, begun.value.returnUrl ?? bounceUrl),
        untilMs: parts.clock.nowMs() + APPROVAL_WAIT_MS,
        finish: (signal, alone = (work) => work()) =>
          awaitStoreKeys(
            begun.value,
            (keys) => alone(() => parts.connections.connectStore(keys)),
            parts,
            signal,
          ),
      });
    },
  };
}

async function connect(
  parts: HubDeskParts,
  { url, code, deviceName }: Parameters<HubDesk['connect']>[0],
): ReturnType<HubDesk['connect']> {
  if (code.trim() === '') return fail(createFailure('HUB_NO_CODE'));
  // Before the code is used up: without a vault the token would be lost.
  const vault = await parts.openVault(url);
  if (!vault.ok) return vault;
  const paired = await parts.connector.pair(url, code.trim(), deviceName);
  if (paired.kind !== 'done') return fail(paired.failure);
  const { token, connection } = paired.value;
  await vault.value.set(TOKEN, token);
  await vault.value.remove(HOOK_SECRET);
  parts.core.lease.forget();
  parts.core.keepConnection(connection);
  const facts = await parts.connector.open(connection, token).readFacts();
  if (facts.kind === 'done' && facts.value.devices.length > 1) parts.core.lease.expectOthers();
  note(parts, `connected to ${connection.url} as ${connection.deviceName}`);
  parts.onChange();
  return succeed(connection);
}

/** A store that is disconnected tells the relay nothing more: its webhooks go while its keys are still there. */
export function addHookRemoval<C extends HubDeskParts['connections']>(
  connections: C,
  { core, timers }: Pick<HubDeskParts, 'core' | 'timers'>,
): C {
  return {
    ...connections,
    disconnect: async (side) => {
      const relay = core.readConnection();
      if (side === 'store' && relay) await takeHooksAway({ connections, timers }, relay.wooHookUrl);
      return connections.disconnect(side);
    },
  };
}

/** Where the store is away its webhooks stay, and are switched off by their failures (woocommerce.md 5). */
async function takeHooksAway(
  { connections, timers }: Pick<HubDeskParts, 'connections' | 'timers'>,
  url: string,
): Promise<void> {
  const late = new AbortController();
  const alarm = timers.after(LONGEST_REMOVAL_MS, () => late.abort());
  const store = await connections.openStore(late.signal);
  if (store.ok) await removeHooks(store.value.hooks, url);
  alarm.cancel();
}

function note({ ledger, clock }: HubDeskParts, message: string): void {
  const entry = {
    atMs: clock.nowMs(),
    level: 'info' as const,
    action: 'connection',
    side: 'app',
    entity: 'relay',
  };
  ledger.journal.add({ ...entry, message, runId: null });
}
