import type { Statements } from '../database/sql.ts';
import { createRequestLimit } from './request-limit.ts';
import type { Device, ShopBook } from './shop-book.ts';
import type { TenantContext } from './tenant-context.ts';

const VERIFICATION = 'verification code';

/** The newest code of Clover's handshake. */
export interface VerificationCode {
  readonly code: string;
  readonly atMs: number;
}

export interface KeptShopBook extends ShopBook {
  /** Counts a request of the device; false where it makes too many. */
  mayAsk(deviceId: string): boolean;
  readVerificationCode(): Promise<VerificationCode | null>;
  readSeenMs(deviceId: string): number | null;
  readHookMs(shopId: string): { readonly till: number | null; readonly store: number | null };
  /** Writes down when devices and webhooks were last seen: at most so many of each at a time, all at the end. */
  flush(most?: number): Promise<void>;
}

/** Answers from memory; what is seen many times a second goes to the disk in `flush`. */
export function createKeptShopBook(context: TenantContext, takeUpChanges: () => Promise<void>): KeptShopBook {
  const { memory, nowMs, operatorApp } = context;
  const seen = createSeenTimes(context);
  const findDevice = (token: string): Device | null => {
    const device = memory.findDevice(token);
    return device && { id: device.id, shopId: device.shopId, name: device.name };
  };
  const verification = createVerificationCodes(context);
  return {
    ...seen,
    ...verification,
    mayAsk: createRequestLimit(nowMs),
    findDevice,
    seekDevice: async (token) => {
      const known = findDevice(token);
      if (known !== null) return known;
      await takeUpChanges();
      return findDevice(token);
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

function createSeenTimes({ sql, memory }: TenantContext) {
  const noted = {
    seen: createNotes('UPDATE device SET seen_ms = ? WHERE id = ?'),
    till: createNotes('UPDATE shop SET till_hook_ms = ? WHERE id = ?'),
    store: createNotes('UPDATE shop SET store_hook_ms = ? WHERE id = ?'),
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
    flush: async (most = Number.POSITIVE_INFINITY): Promise<void> => {
      // Each by itself: rows of devices and of shops are never locked together, as others lock them in turn.
      for (const notes of Object.values(noted)) {
        const due = notes.listDue(most);
        if (due.length > 0) await sql.transaction('seen', (inside) => notes.write(inside, due));
        notes.settle(due);
      }
    },
  };
}

/** Times by name; the newest is in memory, and what has not been written is known. @param text writes one of them */
function createNotes(text: string) {
  const newestMs = new Map<string, number>();
  const unwritten = new Set<string>();
  return {
    note: (name: string, atMs: number): void => {
      newestMs.set(name, atMs);
      unwritten.add(name);
    },
    read: (name: string): number | null => newestMs.get(name) ?? null,
    /** In the order of names: nodes that write the same ones never wait for each other for ever. */
    listDue: (most: number): Note[] =>
      [...unwritten]
        .slice(0, most)
        .sort()
        .map((name) => ({ name, atMs: newestMs.get(name) ?? 0 })),
    write: async (sql: Statements, due: readonly Note[]): Promise<void> => {
      for (const { name, atMs } of due) await sql.run(text, atMs, name);
    },
    /** One that was noted again meanwhile is due again, after the others. */
    settle: (due: readonly Note[]): void => {
      for (const { name, atMs } of due) {
        unwritten.delete(name);
        if (newestMs.get(name) !== atMs) unwritten.add(name);
      }
    },
  };
}

interface Note {
  readonly name: string;
  readonly atMs: number;
}

function createVerificationCodes({ sql }: TenantContext) {
  return {
    noteVerificationCode: async (code: string, atMs: number): Promise<void> =>
      void (await sql.run(
        'INSERT INTO hub_fact (name, value, at_ms) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms',
        ...[VERIFICATION, Buffer.from(code), atMs],
      )),
    readVerificationCode: async (): Promise<VerificationCode | null> => {
      const [row] = await sql.all<{ value: Buffer; at_ms: number }>(
        'SELECT value, at_ms FROM hub_fact WHERE name = ?',
        VERIFICATION,
      );
      return row ? { code: row.value.toString('utf8'), atMs: row.at_ms } : null;
    },
  };
}
