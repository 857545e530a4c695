import type { Alerts } from './alerts-face.ts';
import type { Connections } from './face.ts';
import type { HubDesk } from './hub-face.ts';
import type { MetaLedger } from './ledger-ports.ts';
import type { PracticeServers } from './ports.ts';
import type { PracticeDesk } from './practice-face.ts';

/** Addresses of the servers that were started last, and that they have ended since. */
const STARTED_META = 'practice.started';
const ENDED_META = 'practice.ended';
const ALERTS_READ = 1_000;

export interface PracticeDeskParts {
  readonly meta: MetaLedger;
  readonly servers: PracticeServers;
  /** Those that ask nothing of a side that is disconnected: it is gone. */
  readonly connections: Pick<Connections, 'readTill' | 'readStore' | 'disconnect'>;
  readonly hub: Pick<HubDesk, 'state' | 'disconnect'>;
  readonly alerts: Pick<Alerts, 'list' | 'settle'>;
  /** Forgets all links. */
  readonly clean: () => void;
}

/** Practice servers live as long as the program; what was connected to them is told apart from a shop that is away. */
export function createPracticeDesk(parts: PracticeDeskParts): PracticeDesk {
  const { meta, servers, connections } = parts;
  const readUrls = () => ({
    till: connections.readTill()?.apiUrl ?? null,
    store: connections.readStore()?.store.url ?? null,
  });
  const isConnected = (): boolean => connections.readTill() !== null || connections.readStore() !== null;
  const isLost = (url: string | null): boolean =>
    url !== null && !servers.has(url) && readStarted(meta).has(originOf(url));
  return {
    begin: (addresses) => {
      servers.begin(addresses);
      meta.put(STARTED_META, JSON.stringify(addresses.map(originOf)));
      meta.remove(ENDED_META);
    },
    settle: async () => {
      const { till, store } = readUrls();
      const lost = { till: isLost(till), store: isLost(store) };
      const isRelayLost = isLost(parts.hub.state().connection?.url ?? null);
      if (lost.till) await connections.disconnect('till');
      if (lost.store) await connections.disconnect('store');
      // After the store: nothing is taken away there any more.
      if (isRelayLost) await parts.hub.disconnect();
      const hasEnded = lost.till || lost.store;
      if (isConnected()) meta.remove(ENDED_META);
      else if (hasEnded) forgetPractice(parts);
      return hasEnded || isRelayLost;
    },
    read: () => ({
      isForSession: servers.holdsKeys(),
      hasEnded: meta.get(ENDED_META) !== null && !isConnected(),
    }),
  };
}

/** Nothing of it means anything to the shop that comes next. */
function forgetPractice({ meta, alerts, clean }: PracticeDeskParts): void {
  clean();
  for (const { key } of alerts.list({ limit: ALERTS_READ, offset: 0 }).alerts) alerts.settle(key);
  meta.put(ENDED_META, 'true');
}

const readStarted = (meta: MetaLedger): ReadonlySet<string> =>
  new Set(JSON.parse(meta.get(STARTED_META) ?? '[]') as string[]);

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

/** Where nobody starts practice servers. */
export const NO_SERVERS: PracticeServers = {
  begin: () => undefined,
  has: () => false,
  holdsKeys: () => false,
};
