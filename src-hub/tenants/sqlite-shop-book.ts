import { createRequestLimit } from './request-limit.ts';
import type { ShopBook } from './shop-book.ts';
import type { TenantContext } from './tenant-context.ts';

const VERIFICATION = 'verification code';

/** The newest code of Clover's handshake. */
export interface VerificationCode {
  readonly code: string;
  readonly atMs: number;
}

export interface SqliteShopBook extends ShopBook {
  /** Counts a request of the device; false where it makes too many. */
  mayAsk(deviceId: string): boolean;
  readVerificationCode(): VerificationCode | null;
  readSeenMs(deviceId: string): number | null;
  readHookMs(shopId: string): { readonly till: number | null; readonly store: number | null };
  /** Writes down when devices and webhooks were last seen: at most so many of each at a time, all at the end. */
  flush(most?: number): void;
}

/** Answers from memory; what is seen many times a second goes to the disk in `flush`. */
export function createSqliteShopBook(context: TenantContext): SqliteShopBook {
  const { memory, nowMs, operatorApp } = context;
  const seen = createSeenTimes(context);
  const verification = createVerificationCodes(context);
  return {
    ...seen,
    ...verification,
    mayAsk: createRequestLimit(nowMs),
    findDevice: (token) => {
      const device = memory.findDevice(token);
      return device && { id: device.id, shopId: device.shopId, name: device.name };
    },
    findShop: (id) => memory.find(id)?.shop ?? null,
    findByMerchant: (merchantId) => memory.findByMerchant(merchantId)?.shop ?? null,
    readWooSecrets: (shopId) =>
      (memory.find(shopId)?.wooSecrets ?? [])
        .filter(({ untilMs }) => untilMs === null || untilMs > nowMs())
        .map(({ secret }) => secret),
    readCloverCodes: (appId) => {
      const own = memory.findByApp(appId).flatMap(({ cloverCode }) => cloverCode?.code ?? []);
      const shared =
        operatorApp?.appId === appId && operatorApp.authCode !== null ? [operatorApp.authCode] : [];
      return [...new Set([...shared, ...own])];
    },
    listDevices: (shopId) =>
      (memory.find(shopId)?.devices ?? []).map(({ id, name }) => ({ id, shopId, name })),
    onRevoked: memory.onRevoked,
  };
}

function createSeenTimes({ db, memory }: TenantContext) {
  const writeSeen = db.prepare('UPDATE device SET seen_ms = ? WHERE id = ?');
  const writeHook = {
    till: db.prepare('UPDATE shop SET till_hook_ms = ? WHERE id = ?'),
    store: db.prepare('UPDATE shop SET store_hook_ms = ? WHERE id = ?'),
  };
  const noted = {
    seen: createNotes((deviceId, atMs) => writeSeen.run(atMs, deviceId)),
    till: createNotes((shopId, atMs) => writeHook.till.run(atMs, shopId)),
    store: createNotes((shopId, atMs) => writeHook.store.run(atMs, shopId)),
  };
  return {
    noteSeen: noted.seen.note,
    noteHook: (shopId: string, side: 'till' | 'store', atMs: number): void => noted[side].note(shopId, atMs),
    readSeenMs: (deviceId: string): number | null =>
      noted.seen.read(deviceId) ?? memory.findDeviceById(deviceId)?.seenMs ?? null,
    readHookMs: (shopId: string) => {
      const entry = memory.find(shopId);
      return {
        till: noted.till.read(shopId) ?? entry?.tillHookMs ?? null,
        store: noted.store.read(shopId) ?? entry?.storeHookMs ?? null,
      };
    },
    flush: db.transaction((most = Number.POSITIVE_INFINITY): void => {
      for (const notes of Object.values(noted)) notes.write(most);
    }),
  };
}

/** Times by name; the newest is in memory, and what has not been written is known. */
function createNotes(writeOne: (name: string, atMs: number) => void) {
  const newestMs = new Map<string, number>();
  const unwritten = new Set<string>();
  return {
    note: (name: string, atMs: number): void => {
      newestMs.set(name, atMs);
      unwritten.add(name);
    },
    read: (name: string): number | null => newestMs.get(name) ?? null,
    write: (most: number): void => {
      let left = most;
      for (const name of unwritten) {
        if (left <= 0) return;
        left -= 1;
        writeOne(name, newestMs.get(name) ?? 0);
        unwritten.delete(name);
      }
    },
  };
}

function createVerificationCodes({ db }: TenantContext) {
  const write = db.prepare(
    'INSERT INTO hub_fact (name, value, at_ms) VALUES (?, ?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms',
  );
  const read = db.prepare<[string], { value: Buffer; at_ms: number }>(
    'SELECT value, at_ms FROM hub_fact WHERE name = ?',
  );
  return {
    noteVerificationCode: (code: string, atMs: number): void =>
      void write.run(VERIFICATION, Buffer.from(code), atMs),
    readVerificationCode: (): VerificationCode | null => {
      const row = read.get(VERIFICATION);
      return row ? { code: row.value.toString('utf8'), atMs: row.at_ms } : null;
    },
  };
}
