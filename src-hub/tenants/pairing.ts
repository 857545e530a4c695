import { timingSafeEqual } from 'node:crypto';
import { hashToken, makeDeviceToken } from './device-token.ts';
import { createGuessLimit } from './guess-limit.ts';
import { makePairingCode, type PairingCode, readPairingCode, writePairingCode } from './pairing-code.ts';
import { makeId, type TenantContext } from './tenant-context.ts';

export const INVITATION_MS = 10 * 60_000;
export const TRIES_PER_CODE = 5;
export const MOST_INVITATIONS = 3;
export const MOST_DEVICES = 10;
/** A label that is taken by another open invitation is drawn again. */
const MOST_DRAWS = 20;

export interface Invitation {
  readonly code: string;
  readonly untilMs: number;
}

/** What came of a code: the device with its token, which nobody is shown again, or why not. */
export type PairingOutcome =
  | { readonly kind: 'paired'; readonly token: string; readonly deviceId: string; readonly shopId: string }
  | { readonly kind: 'CODE_WRONG' | 'TOO_MANY_GUESSES' | 'TOO_MANY_DEVICES' };

export interface Pairing {
  /** A one-time code for one more device of the shop; null while several are open. The shop is known to exist. */
  invite(shopId: string): Invitation | null;
  redeem(typed: string, deviceName: string, address: string): PairingOutcome;
  /** False where the shop has no such device. Its sockets close at once. */
  revoke(shopId: string, deviceId: string): boolean;
  /** Forgets codes that have run out. */
  prune(): void;
}

interface InvitationRow {
  readonly shop_id: string;
  readonly secret_hash: Buffer;
}

export function createPairing(context: TenantContext): Pairing {
  const { db, seal, memory, nowMs, makeBytes } = context;
  const guesses = createGuessLimit();
  const rows = prepareInvitations(context);
  const insertDevice = db.prepare(
    'INSERT INTO device (id, shop_id, name, token_hash, paired_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const deleteDevice = db.prepare('DELETE FROM device WHERE id = ? AND shop_id = ?');

  const pair = (shopId: string, deviceName: string): PairingOutcome => {
    const token = makeDeviceToken(makeBytes);
    const deviceId = makeId('d_', makeBytes);
    insertDevice.run(deviceId, shopId, deviceName, hashToken(token), nowMs());
    return { kind: 'paired', token, deviceId, shopId };
  };
  const redeem = db.transaction((code: PairingCode, deviceName: string): PairingOutcome => {
    const row = rows.takeTry(code.label);
    if (!row || !timingSafeEqual(row.secret_hash, hashCode(seal, code))) return { kind: 'CODE_WRONG' };
    // Read from the database: another process may have changed what is in memory.
    if (rows.countDevices(row.shop_id) >= MOST_DEVICES) return { kind: 'TOO_MANY_DEVICES' };
    rows.drop(code.label);
    return pair(row.shop_id, deviceName);
  }).immediate;

  return {
    invite: db.transaction((shopId: string): Invitation | null => {
      rows.prune();
      if (rows.countOpen(shopId) >= MOST_INVITATIONS) return null;
      const code = drawCode(makeBytes, rows.isTaken);
      const untilMs = nowMs() + INVITATION_MS;
      rows.add(code.label, shopId, hashCode(seal, code), untilMs);
      return { code: writePairingCode(code), untilMs };
    }).immediate,
    redeem: (typed, deviceName, address) => {
      if (!guesses.hasRoom(address, nowMs())) return { kind: 'TOO_MANY_GUESSES' };
      const code = readPairingCode(typed);
      const outcome: PairingOutcome = code ? redeem(code, deviceName) : { kind: 'CODE_WRONG' };
      if (outcome.kind === 'CODE_WRONG') guesses.noteWrong(address, nowMs());
      if (outcome.kind === 'paired') memory.refresh(outcome.shopId);
      return outcome;
    },
    revoke: (shopId, deviceId) => {
      const isGone = deleteDevice.run(deviceId, shopId).changes > 0;
      memory.refresh(shopId);
      return isGone;
    },
    prune: rows.prune,
  };
}

const hashCode = (seal: TenantContext['seal'], { label, secret }: PairingCode): Buffer =>
  seal.hash('pairing code', `${label}${secret}`);

function drawCode(makeBytes: TenantContext['makeBytes'], isTaken: (label: string) => boolean): PairingCode {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const code = makePairingCode(makeBytes);
    if (!isTaken(code.label)) return code;
  }
  throw new Error('No free pairing code was found: too many invitations are open.');
}

function prepareInvitations({ db, nowMs }: TenantContext) {
  const insert = db.prepare(
    'INSERT INTO invitation (label, shop_id, secret_hash, until_ms, tries_left) VALUES (?, ?, ?, ?, ?)',
  );
  const take = db.prepare<[string, number], InvitationRow>(
    'UPDATE invitation SET tries_left = tries_left - 1 WHERE label = ? AND tries_left > 0 AND until_ms > ? RETURNING shop_id, secret_hash',
  );
  const remove = db.prepare('DELETE FROM invitation WHERE label = ?');
  const prune = db.prepare('DELETE FROM invitation WHERE until_ms <= ? OR tries_left = 0');
  const open = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM invitation WHERE shop_id = ?');
  const devices = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM device WHERE shop_id = ?');
  const taken = db.prepare<[string], { label: string }>('SELECT label FROM invitation WHERE label = ?');
  return {
    add: (label: string, shopId: string, hash: Buffer, untilMs: number): void =>
      void insert.run(label, shopId, hash, untilMs, TRIES_PER_CODE),
    /** The invitation while it may still be tried, with one try fewer. */
    takeTry: (label: string) => take.get(label, nowMs()),
    drop: (label: string): void => void remove.run(label),
    prune: (): void => void prune.run(nowMs()),
    countOpen: (shopId: string): number => open.get(shopId)?.n ?? 0,
    countDevices: (shopId: string): number => devices.get(shopId)?.n ?? 0,
    isTaken: (label: string): boolean => taken.get(label) !== undefined,
  };
}
