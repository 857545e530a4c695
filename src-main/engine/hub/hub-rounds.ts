import { splitAddresses } from '../../domain/alert-settings.ts';
import type { Failure } from '../../domain/failure.ts';
import { completeSettings, type Settings } from '../../domain/settings.ts';
import type { Attempt } from '../attempt.ts';
import type { Heartbeat, HubPort, ShopFacts } from '../hub-ports.ts';
import { createNap } from '../live/nap.ts';
import { readShop } from '../shop.ts';
import { HEARTBEAT_EVERY_MS, sendHeartbeat } from './heartbeat.ts';
import { isForPerson, keepHooks } from './hook-keeper.ts';
import { HOOK_SECRET, type HubDeskParts, openHub } from './hub-desk.ts';

/** The store's webhooks are looked after this often (promise V8). */
const HEALTH_EVERY_MS = 5 * 60_000;
/** After a failure a round comes again sooner. */
const RETRY_MS = 60_000;

export interface HubRoundParts extends HubDeskParts {
  readonly random: { hex(length: number): string };
  readonly readHeartbeat: () => Heartbeat;
  /** The socket is open. */
  readonly isUp: () => boolean;
  /** What a person has to mend about webhooks; null: nothing. */
  readonly onTrouble: (failure: Failure | null) => void;
}

/** What is done beside the socket while the engine runs: webhooks are kept alive, the relay hears that this PC is. */
export function createHubRounds(parts: HubRoundParts) {
  const { core, clock, timers } = parts;
  const nap = createNap(timers);
  let told = '';
  let nextBeatMs = Number.NEGATIVE_INFINITY;
  const round = async (): Promise<boolean> => {
    const hub = await openHub(parts);
    if (!hub.ok) return false;
    const facts = await tellShop(parts, hub.value, told);
    if (!facts.ok) {
      parts.onTrouble(isForPerson(facts.failure) ? facts.failure : null);
      return false;
    }
    told = facts.value;
    const hooks = await lookAfterHooks(parts, hub.value);
    parts.onTrouble(hooks.ok || !isForPerson(hooks.failure) ? null : hooks.failure);
    if (clock.monotonicMs() >= nextBeatMs) {
      nextBeatMs = clock.monotonicMs() + HEARTBEAT_EVERY_MS;
      await beat(parts, hub.value, false);
    }
    return hooks.ok;
  };
  return {
    wake: (): void => {
      told = '';
      nap.end();
    },
    run: async (signal: AbortSignal): Promise<void> => {
      nextBeatMs = Number.NEGATIVE_INFINITY;
      while (!signal.aborted) {
        // Another PC of the shop does it as long as it writes.
        const isMine = core.isOn() && core.lease.findRefusal() === null;
        const isWell = isMine ? await round() : true;
        const waitMs = isWell ? HEALTH_EVERY_MS : RETRY_MS;
        // Whoever pairs this PC, or switches the relay on, ends the wait.
        if (!signal.aborted) await (core.isOn() ? nap.take(waitMs, signal) : nap.takeLong(signal));
      }
      // The silence that follows is no outage. A relay that is away is not waited for.
      const hub = core.isOn() && parts.isUp() ? await openHub(parts) : null;
      if (hub?.ok) await beat(parts, hub.value, true);
    },
  };
}

async function beat(parts: HubRoundParts, hub: HubPort, isLast: boolean): Promise<void> {
  const settings = completeSettings(parts.ledger.settings.all());
  const heartbeat = { ...parts.readHeartbeat(), ...(isLast ? { isLast } : {}) };
  await sendHeartbeat(hub, heartbeat, {
    ledger: parts.ledger,
    shop: readShop(parts.connections),
    hasReports: settings['hub.reports'] === 'on',
  });
}

function chooseOutageAddress(settings: Settings): string {
  const [ofAlerts = ''] = settings['alerts.mail'] === 'on' ? splitAddresses(settings['alerts.mailTo']) : [];
  return settings['hub.mailTo'] || ofAlerts;
}

/** Whose hints are whose, and where outage mail goes; said once, and again when it changes. */
async function tellShop(
  { connections, ledger }: HubRoundParts,
  hub: HubPort,
  told: string,
): Promise<Attempt<string>> {
  const settings = completeSettings(ledger.settings.all());
  const till = connections.readTill();
  const facts: ShopFacts = {
    ...(till ? { merchantId: till.merchant.merchantId } : {}),
    email: chooseOutageAddress(settings),
    keepsReports: settings['hub.reports'] === 'on',
  };
  const text = JSON.stringify(facts);
  if (text === told) return { ok: true, value: told };
  const said = await hub.tellShop(facts);
  return said.kind === 'done' ? { ok: true, value: text } : { ok: false, failure: said.failure };
}

async function lookAfterHooks(parts: HubRoundParts, hub: HubPort): Promise<Attempt<void>> {
  const { core, connections, openVault, random, ledger, clock } = parts;
  const connection = core.readConnection();
  const store = await connections.openStore();
  // It signs what this store sends.
  const vault = await openVault(connections.readStore()?.store.url);
  if (!store.ok) return store;
  if (!vault.ok) return vault;
  const known = await hub.readFacts();
  if (known.kind !== 'done') return { ok: false, failure: known.failure };
  const kept = await keepHooks({
    hooks: store.value.hooks,
    hub,
    url: connection?.wooHookUrl ?? '',
    isSecretKnown: known.value.hasStoreSecret,
    readSecret: () => vault.value.get(HOOK_SECRET),
    keepSecret: (secret) => vault.value.set(HOOK_SECRET, secret),
    makeSecret: () => random.hex(32),
  });
  if (kept.kind !== 'done') return { ok: false, failure: kept.failure };
  const { made, healed, removed } = kept.value;
  if (healed.length > 0) core.trust.noteBroken('store');
  const words = [
    ...(made > 0 ? [`${made} made`] : []),
    ...(healed.length > 0 ? [`switched on again: ${healed.join(', ')}`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  if (words.length > 0) {
    const level = healed.length > 0 ? ('warn' as const) : ('info' as const);
    const entry = { atMs: clock.nowMs(), level, action: 'webhook', side: 'store', entity: 'webhooks' };
    ledger.journal.add({ ...entry, message: `webhooks of the store: ${words.join('; ')}`, runId: null });
  }
  return { ok: true, value: undefined };
}
