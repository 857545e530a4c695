import { join } from 'node:path';
import { createConnectorPort } from '../../../src-main/boot/connector-port.ts';
import type { Alert } from '../../../src-main/domain/alert.ts';
import { createAlerts } from '../../../src-main/engine/alerts.ts';
import { bindTimers } from '../../../src-main/engine/bound-timers.ts';
import { createConnections } from '../../../src-main/engine/connections.ts';
import { createEngine } from '../../../src-main/engine/engine.ts';
import { type Alerts, type Engine, succeed } from '../../../src-main/engine/face.ts';
import { createHubCore } from '../../../src-main/engine/hub/hub-core.ts';
import type { HubConnector } from '../../../src-main/engine/hub-ports.ts';
import type { RehearsalCopy } from '../../../src-main/engine/ledger-ports.ts';
import type { LiveFace } from '../../../src-main/engine/live-face.ts';
import { addOrders } from '../../../src-main/engine/orders/add-orders.ts';
import type {
  Clock,
  MailPort,
  Random,
  SecretPort,
  Timers,
  Transport,
} from '../../../src-main/engine/ports.ts';
import { createRehearsal } from '../../../src-main/engine/rehearsal/rehearsal-desk.ts';
import { readShop } from '../../../src-main/engine/shop.ts';
import { ENGLISH } from '../../../src-main/ipc/words.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';

export interface OrderAppParts {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly transport: Transport;
  readonly secrets: SecretPort;
  /** Hears of every alert when it is raised. */
  readonly onAlert: (alert: Alert) => void;
}

/** The app with its orders alone: no catalog is synced beside them. */
export interface OrderApp {
  readonly engine: Engine;
  readonly orders: ReturnType<typeof addOrders>['orders'];
  /** As the app does it by itself, until the signal. */
  run(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Nobody rehearses here. */
const NO_COPY: RehearsalCopy = {
  exists: () => false,
  make: async () => undefined,
  open: () => {
    throw new Error('no rehearsal here');
  },
  discard: () => undefined,
};

/** Puts the app together on what an earlier life has committed. */
export function openOrderApp(parts: OrderAppParts): OrderApp {
  const { clock, timers, secrets } = parts;
  const db = openDatabase({ file: join(parts.dataDir, 'tillbridge.sqlite'), nativeBinding: null });
  const ledger = createLedger(db);
  const openVault = async () => succeed(secrets);
  const hub = createHubCore(ledger, clock, timers);
  const connections = createConnections({
    ledger,
    clock,
    connectors: createConnectorPort(parts, '0.0.0', hub),
    openVault,
  });
  const kept = createAlerts({
    clock,
    timers,
    ledger,
    openVault,
    words: ENGLISH,
    logWords: ENGLISH,
    mail: NO_MAIL,
    readDayMinute: () => 720 as ReturnType<Parameters<typeof createAlerts>[0]['readDayMinute']>,
    describeTime: (atMs) => String(atMs),
    readShop: () => null,
  });
  const alerts: Alerts = {
    ...kept,
    raise: (alert) => {
      parts.onAlert(typeof alert === 'function' ? alert(ENGLISH) : alert);
      kept.raise(alert);
    },
  };
  const say = (failure: Parameters<typeof describeFailure>[0]) => describeFailure(failure).message;
  const engine = createEngine({
    ...{ ledger, connections, alerts, say, logWords: ENGLISH, clock, timers, random: parts.random },
    describeTime: (atMs) => new Date(atMs).toISOString(),
    rehearsal: createRehearsal({
      ...{ connections, clock, timers, random: parts.random, say, logWords: ENGLISH, copy: NO_COPY },
      settings: ledger.settings,
      describeTime: String,
      openAlerts: () => kept,
    }),
    ...{ hub, hubConnector: NO_HUB, openVault, appVersion: '0.0.0' },
  });
  const openDeps = async (signal?: AbortSignal) => {
    const till = await connections.openTill(signal);
    if (!till.ok) return till;
    const store = await connections.openStore(signal);
    if (!store.ok) return store;
    const shop = readShop(connections) ?? '';
    const deps = { shop, currency: 'USD', till: till.value, store: store.value, ledger, clock };
    return succeed({ ...deps, timers: bindTimers(timers, signal) });
  };
  const live = addOrders(restCatalog(engine), {
    ledger,
    connections,
    alerts,
    clock,
    timers,
    openDeps,
    say,
    logWords: ENGLISH,
    isHinted: () => false,
    findRefusal: () => null,
  });
  return {
    engine,
    orders: live.orders,
    run: (signal) => live.sync.run({ signal, onEvent: () => undefined }),
    close: async () => {
      await alerts.close();
      db.close();
    },
  };
}

const NO_MAIL: MailPort = { send: () => Promise.reject(new Error('no mail is sent in these worlds')) };

const NO_HUB: HubConnector = {
  pair: () => Promise.reject(new Error('no relay in these worlds')),
  open: () => {
    throw new Error('no relay in these worlds');
  },
};

/** The sync beside the orders does nothing. */
function restCatalog({ sync, conflicts, stock, parked }: Engine): LiveFace {
  return { sync: { ...sync, run: () => Promise.resolve() }, conflicts, stock, parked };
}
