import { completeSettings } from '../../domain/settings.ts';
import type { HubConnection } from '../hub-ports.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Clock, Timers } from '../ports.ts';
import { createHintTrust, type HintTrust } from './hint-trust.ts';
import { createPermitPurse, type PermitPurse } from './permit-purse.ts';
import { createWriterLease, type WriterLease } from './writer-lease.ts';

const META = 'connection.hub';

/** What the relay's word means for everything that calls a side: made first, known to connectors and loops. */
export interface HubCore {
  readonly lease: WriterLease;
  readonly purse: PermitPurse;
  readonly trust: HintTrust;
  /** null where none is paired. */
  readConnection(): HubConnection | null;
  keepConnection(connection: HubConnection | null): void;
  /** Paired, and not switched off. */
  isOn(): boolean;
}

export function createHubCore(ledger: Ledger, clock: Clock, timers: Timers): HubCore {
  const { meta } = ledger;
  const readConnection = (): HubConnection | null =>
    JSON.parse(meta.get(META) ?? 'null') as HubConnection | null;
  const readSettings = () => completeSettings(ledger.settings.all());
  return {
    lease: createWriterLease(meta, clock, () => readSettings()['hub.onlyThisPc'] === 'on'),
    purse: createPermitPurse(clock, timers),
    trust: createHintTrust(meta, clock, () => readConnection()?.deviceId ?? null),
    readConnection,
    keepConnection: (connection) => {
      if (connection) meta.put(META, JSON.stringify(connection));
      else meta.remove(META);
    },
    isOn: () => readConnection() !== null && readSettings()['hub.webhooks'] === 'on',
  };
}
