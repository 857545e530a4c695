import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import Fastify from 'fastify';
import { onTestFinished } from 'vitest';
import { openHubDatabase } from '../../src-hub/database/database.ts';
import { createLocalStorage } from '../../src-hub/database/local-storage.ts';
import type { EventLog } from '../../src-hub/log/event-log.ts';
import { openRooms, type Rooms } from '../../src-hub/rooms.ts';
import { createMachineTime } from '../../src-hub/runtime/machine.ts';
import type { HubTime } from '../../src-hub/runtime/time.ts';
import type { Storage } from '../../src-hub/storage.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface HubRoomsOptions {
  readonly operatorApp?: { readonly appId: string; readonly authCode: string | null };
  readonly mail?: { readonly smtpUrl: string; readonly from: string; readonly operator?: string };
  readonly key?: Buffer;
  readonly file?: string;
  readonly nowMs?: number;
}

export interface HubAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The hub without ingest and relay: real HTTP on loopback, a real data file, a clock that the test sets. */
export interface RoomsUnderTest {
  readonly url: string;
  readonly rooms: Rooms;
  readonly log: EventLog;
  readonly key: Buffer;
  /** What the operator's log was told. */
  readonly told: readonly string[];
  readonly time: { nowMs: number; monotonicMs: number };
  call(method: string, path: string, more?: { token?: string; body?: unknown }): Promise<HubAnswer>;
  /** A new shop with one paired device. */
  pairShop(name: string): Promise<{ shopId: string; deviceId: string; token: string }>;
  close(): Promise<void>;
}

/** On a data file. */
export interface HubRooms extends RoomsUnderTest {
  readonly db: Database;
  readonly file: string;
}

/** On a data file of its own. */
export async function startHubRooms(options: HubRoomsOptions = {}): Promise<HubRooms> {
  const file = options.file ?? join(makeTemporaryFolder(), 'hub.db');
  const clock = createClock(options);
  const db = openHubDatabase(file);
  const storage = createLocalStorage(db, clock.hubTime, randomBytes, async () => void db.close());
  return { ...(await startRoomsOn(storage, clock, options)), db, file };
}

/** The same on whatever storage there is. @param open is given the time that the test sets */
export async function startHubRoomsOn(
  open: (time: HubTime) => Promise<Storage>,
  options: HubRoomsOptions = {},
): Promise<RoomsUnderTest> {
  const clock = createClock(options);
  return startRoomsOn(await open(clock.hubTime), clock, options);
}

function createClock(options: HubRoomsOptions) {
  const time = { nowMs: options.nowMs ?? Date.UTC(2026, 0, 5, 12), monotonicMs: 0 };
  const hubTime: HubTime = {
    ...createMachineTime(),
    nowMs: () => time.nowMs,
    monotonicMs: () => time.monotonicMs,
  };
  return { time, hubTime };
}

async function startRoomsOn(
  storage: Storage,
  { time, hubTime }: ReturnType<typeof createClock>,
  options: HubRoomsOptions,
): Promise<RoomsUnderTest> {
  const key = options.key ?? randomBytes(32);
  const told: string[] = [];
  const rooms = await openRooms({
    ...storage,
    key,
    operatorApp: options.operatorApp ?? null,
    mail: options.mail ?? null,
    publicUrl: 'https://hub.example.com',
    ...{ nowMs: hubTime.nowMs, monotonicMs: hubTime.monotonicMs, after: hubTime.after },
    makeBytes: randomBytes,
    tellOperator: (what, shopId) => void told.push(`${what} ${shopId ?? ''}`),
  });
  const app = Fastify({ trustProxy: true });
  rooms.register(app);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const call = createCaller(url);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await app.close();
    await rooms.stop();
    await storage.close();
  };
  onTestFinished(close);
  return {
    ...{ url, rooms, log: storage.log, key, told, time, call, close },
    pairShop: async (name) => {
      const shopId = await rooms.desk.add(name);
      const code = (await rooms.pairing.invite(shopId))?.code ?? '';
      const { body } = await call('POST', '/v1/pair', { body: { code, deviceName: `${name} PC` } });
      return { shopId, deviceId: String(body.deviceId), token: String(body.token) };
    },
  };
}

const createCaller =
  (url: string): HubRooms['call'] =>
  async (method, path, { token, body } = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
  };
