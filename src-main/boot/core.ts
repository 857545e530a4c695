import { describeFailure } from '../../src-preload/contract/failures.ts';
import { writeLoginAddress } from '../connectors/clover/clover-login-page.ts';
import { createHubConnector } from '../connectors/hub/hub-connector.ts';
import { createSmtpMail } from '../connectors/mail/smtp-mail.ts';
import { createFailure, type Failure, FailureError } from '../domain/failure.ts';
import type { DayMinute } from '../domain/quiet-hours.ts';
import { createAlerts } from '../engine/alerts.ts';
import {
  type ConnectorPort,
  createConnections,
  type OpenConnections,
  type TillLogin,
} from '../engine/connections.ts';
import { createEngine } from '../engine/engine.ts';
import { type Attempt, type Engine, fail, succeed } from '../engine/face.ts';
import { createHubCore, type HubCore } from '../engine/hub/hub-core.ts';
import { alertLogin } from '../engine/login-alert.ts';
import type { Clock, MailPort, OpenVault, Random, Timers, Transport } from '../engine/ports.ts';
import type { Rehearsal } from '../engine/rehearsal-face.ts';
import { SPOKEN } from '../ipc/speech.ts';
import type { SupportDesk } from '../ipc/support-desk.ts';
import { ENGLISH } from '../ipc/words.ts';
import type { CrashFile } from '../log/crash-file.ts';
import { createTillLogin } from '../oauth/authorization.ts';
import {
  createFetchTransport,
  createMachineClock,
  createMachineRandom,
  createMachineTimers,
  describeMachineTime,
  readMachineDayMinute,
} from '../runtime/machine.ts';
import { createPracticeVault, type PracticeVault } from '../secrets/practice-vault.ts';
import type { VaultOptions } from '../secrets/vault.ts';
import { createLedger } from '../store/ledger.ts';
import { acquireWriterLock, type WriterLock } from '../store/writer-lock.ts';
import { readAppVersion } from './app-version.ts';
import { createConnectorPort } from './connector-port.ts';
import { type DataFile, openDataFile } from './data-keeper.ts';
import { openRehearsal } from './rehearsal.ts';
import { shutWrites } from './shut-writes.ts';
import { openSupportDesk, type SupportDeskParts } from './support/support-desk.ts';
import { keepData } from './tell-data.ts';
import { createVaultDoor, loadSystemKeytar } from './vault-door.ts';

/** The machine's ports; a simulation or a test brings its own. */
export interface CorePorts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly transport: Transport;
  readonly mail: MailPort;
  /** The time of day at a moment in Unix milliseconds, where this computer is. */
  readonly readDayMinute: (atMs: number) => DayMinute;
  readonly loadKeytar: VaultOptions['loadKeytar'];
}

export interface CoreOptions {
  readonly dataDir: string;
  /** 32 bytes in base64 for the sealed secret file; null uses the system's keychain. */
  readonly secretKey: string | null;
  /** A better-sqlite3 binary for a runtime with an older Node-API. */
  readonly nativeBinding: string | null;
  /** False opens for reading what another writer is at. */
  readonly isWriter: boolean;
  /** Of a writer: who it is, told to others that want to write meanwhile. `window`, or a command's name. */
  readonly holder?: string;
  readonly ports?: Partial<CorePorts>;
  /** The App ID that this copy has at Clover; absent or null: only the person's own or the relay's. */
  readonly cloverAppId?: string | null;
  /** Safe mode: everything can be read, and no request that writes leaves. */
  readonly isSafe?: boolean;
  /** Where the program keeps its crashes while it runs; absent: read from the data folder. */
  readonly crashes?: CrashFile;
  /** Rows of one page of a list, where fewer are wanted than each service gives at most. */
  readonly pageRows?: number;
  /** Practice servers and their keys outlast an engine that is started anew; absent: its own. */
  readonly practice?: PracticeVault;
}

/** For engines that follow one another: practice servers outlast them, and so do the keys. */
export const openPracticeKeys = (): PracticeVault => createPracticeVault();

export interface Core {
  readonly engine: Engine;
  /** Connects the till through Clover's own page. */
  readonly tillLogin: TillLogin;
  /** Keys with which the practice servers' staff desk lets this connection in. */
  practiceKeys(): Promise<{
    readonly till: { readonly url: string; readonly key: string } | null;
    readonly store: { readonly url: string; readonly key: string } | null;
  }>;
  readonly support: SupportDesk;
  close(): Promise<void>;
  /** Closes the data file and frees the folder now, whatever is under way: after a defect nobody knows what is. */
  drop(): void;
}

/**
 * Puts the engine together on one data folder: lock, data file, vault, connectors. Free of Electron: the
 * desktop shell and the command line both start from here.
 */
export async function openCore(options: CoreOptions): Promise<Attempt<Core>> {
  let lock: WriterLock | null = null;
  let data: DataFile | null = null;
  try {
    lock = options.isWriter
      ? acquireWriterLock(options.dataDir, options.nativeBinding, options.holder ?? null)
      : null;
    data = openDataFile({ ...options, readNowMs: (options.ports?.clock ?? createMachineClock()).nowMs });
    return succeed(await assemble(options, lock, data));
  } catch (error) {
    data?.close();
    lock?.release();
    if (error instanceof FailureError) return fail(error.failure);
    throw error;
  }
}

async function assemble(options: CoreOptions, lock: WriterLock | null, data: DataFile): Promise<Core> {
  const ports = createPorts(options);
  const { db } = data;
  const ledger = createLedger(db);
  const practice = options.practice ?? createPracticeVault();
  const openVault = createVaultDoor({ ...options, loadKeytar: ports.loadKeytar }, practice);
  let isOpen = true;
  // What is still under way when the engine is dropped must not write beside the next one.
  const hub = shutWrites(createHubCore(ledger, ports.clock, ports.timers), () =>
    isOpen && options.isSafe !== true ? null : createFailure('SAFE_MODE'),
  );
  const connectors = createConnectorPort(ports, readAppVersion(), hub, () => rehearsal.findRefusal());
  const connections = createConnections({
    ledger,
    clock: ports.clock,
    connectors,
    openVault,
    renewal: {
      ...ports,
      workAlone: (work) => workAlone(options, lock, work),
      onLost: (failure) => alertLogin(alerts, failure),
    },
  });
  const alertDeps = describeAlerts(ports, openVault, connections);
  const alerts = createAlerts({ ...alertDeps, ledger });
  const rehearsal: Rehearsal = openRehearsal(db, options, {
    ...ports,
    connections,
    settings: ledger.settings,
    ...SAYING,
    openAlerts: (copied) => createAlerts({ ...alertDeps, ledger: copied }),
  });
  const tillLogin = openTillLogin(options, ports, { connectors, connections, hub });
  const isAtWork = lock !== null && options.isSafe !== true;
  if (isAtWork) connections.startRenewal();
  if (isAtWork) await keepData(data, { ledger, alerts, clock: ports.clock });
  const drop = (): void => {
    isOpen = false;
    data.close();
    lock?.release();
  };
  const engine = createEngine({
    ...ports,
    ledger,
    connections,
    alerts,
    rehearsal,
    ...SAYING,
    hub: shutWrites(hub, rehearsal.findRefusal),
    hubConnector: createHubConnector(ports),
    openVault,
    practice,
    appVersion: readAppVersion(),
  });
  const close = async (): Promise<void> => {
    await tillLogin.close();
    await rehearsal.close();
    await connections.close();
    await alerts.close();
    drop();
  };
  return {
    engine,
    tillLogin,
    support: openCoreSupport(options, { db, engine, clock: ports.clock, close }),
    practiceKeys: () => readPracticeKeys(connections),
    close,
    drop,
  };
}

/** What the notifier tells with, whichever data file its alerts are in. */
const describeAlerts = (
  ports: CorePorts,
  openVault: OpenVault,
  connections: Pick<OpenConnections, 'readTill'>,
): Omit<Parameters<typeof createAlerts>[0], 'ledger'> => ({
  ...ports,
  openVault,
  words: SPOKEN,
  logWords: ENGLISH,
  describeTime: (atMs) => describeMachineTime(atMs, SPOKEN.language === 'en' ? undefined : SPOKEN.language),
  readShop: () => connections.readTill()?.merchant.name ?? null,
});

const openCoreSupport = (
  { dataDir, isSafe = false, crashes }: CoreOptions,
  parts: Pick<SupportDeskParts, 'db' | 'engine' | 'clock' | 'close'>,
): SupportDesk =>
  openSupportDesk({ ...parts, dataDir, isSafe, version: readAppVersion(), ...(crashes ? { crashes } : {}) });

/** The way through Clover's own page. */
function openTillLogin(
  { cloverAppId = null }: CoreOptions,
  ports: CorePorts,
  {
    connectors,
    connections,
    hub,
  }: { readonly connectors: ConnectorPort; readonly connections: OpenConnections; readonly hub: HubCore },
): ReturnType<typeof createTillLogin> {
  return createTillLogin({
    ...ports,
    grants: connectors.grants,
    connections,
    appId: cloverAppId,
    readRelay: () => {
      const relay = hub.readConnection();
      return { bounceUrl: relay?.bounceUrl ?? null, appId: relay?.cloverAppId ?? null };
    },
    writeAddress: writeLoginAddress,
    words: SPOKEN,
  });
}

/** A reader of what another program writes leaves the renewing to that program; null then. */
async function workAlone<T>(
  { dataDir, nativeBinding }: CoreOptions,
  lock: WriterLock | null,
  work: () => Promise<T>,
): Promise<T | null> {
  if (lock) return work();
  let own: WriterLock;
  try {
    own = acquireWriterLock(dataDir, nativeBinding);
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'DATA_IN_USE') return null;
    throw error;
  }
  try {
    return await work();
  } finally {
    own.release();
  }
}

const createPorts = ({ ports, pageRows }: CoreOptions): CorePorts & Pick<CoreOptions, 'pageRows'> => ({
  ...(pageRows === undefined ? {} : { pageRows }),
  clock: ports?.clock ?? createMachineClock(),
  timers: ports?.timers ?? createMachineTimers(),
  random: ports?.random ?? createMachineRandom(),
  transport: ports?.transport ?? createFetchTransport(),
  mail: ports?.mail ?? createSmtpMail(),
  readDayMinute: ports?.readDayMinute ?? readMachineDayMinute,
  loadKeytar: ports?.loadKeytar ?? loadSystemKeytar,
});

async function readPracticeKeys(connections: OpenConnections): ReturnType<Core['practiceKeys']> {
  const keys = await connections.readKeys();
  const tillUrl = connections.readTill()?.apiUrl;
  const storeUrl = connections.readStore()?.store.url;
  return {
    till: keys.till !== null && tillUrl ? { url: tillUrl, key: keys.till } : null,
    store: keys.store !== null && storeUrl ? { url: storeUrl, key: keys.store } : null,
  };
}

/** A failure as one line of a note that staff read in the store or on the till. */
function sayFailure(failure: Failure): string {
  return describeFailure(failure).message;
}

const SAYING = { say: sayFailure, logWords: ENGLISH, describeTime: describeMachineTime };
