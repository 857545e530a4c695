import { timingSafeEqual } from 'node:crypto';
import type { Statements } from '../database/sql.ts';
import { hashToken, makeDeviceToken } from './device-token.ts';
import type { GuessLimit } from './guess-limit.ts';
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
  invite(shopId: string): Promise<Invitation | null>;
  redeem(typed: string, deviceName: string, address: string): Promise<PairingOutcome>;
  /** False where the shop has no such device. Its sockets close at once. */
  revoke(shopId: string, deviceId: string): Promise<boolean>;
  /** Forgets codes that have run out. */
  prune(): Promise<void>;
}

export function createPairing(context: TenantContext, guesses: GuessLimit): Pairing {
  const { sql, seal, memory, nowMs, makeBytes } = context;

  const invite = async (rows: Invitations, shopId: string): Promise<Invitation | null> => {
    await rows.prune();
    if ((await rows.countOpen(shopId)) >= MOST_INVITATIONS) return null;
    const code = await drawCode(makeBytes, rows);
    const untilMs = nowMs() + INVITATION_MS;
    await rows.add(code.label, shopId, hashCode(seal, code), untilMs);
    return { code: writePairingCode(code), untilMs };
  };
  const redeem = async (
    inside: Statements,
    code: PairingCode,
    deviceName: string,
  ): Promise<PairingOutcome> => {
    const rows = createInvitations(inside, nowMs);
    const row = await rows.takeTry(code.label);
    if (!row || !timingSafeEqual(row.secret_hash, hashCode(seal, code))) return { kind: 'CODE_WRONG' };
    const { shop_id: shopId } = row;
    // Read from the database: another process may have changed what is in memory.
    if ((await rows.countDevices(shopId)) >= MOST_DEVICES) return { kind: 'TOO_MANY_DEVICES' };
    await rows.drop(code.label);
    const token = makeDeviceToken(makeBytes);
    const deviceId = makeId('d_', makeBytes);
    await inside.run(
      'INSERT INTO device (id, shop_id, name, token_hash, paired_ms) VALUES (?, ?, ?, ?, ?)',
      ...[deviceId, shopId, deviceName, hashToken(token), nowMs()],
    );
    return { kind: 'paired', token, deviceId, shopId };
  };

  return {
    invite: (shopId) =>
      sql.transaction('invitations', (inside) => invite(createInvitations(inside, nowMs), shopId)),
    redeem: async (typed, deviceName, address) => {
      if (!(await guesses.take(address, nowMs()))) return { kind: 'TOO_MANY_GUESSES' };
      const code = readPairingCode(typed);
      const outcome: PairingOutcome = code
        ? await sql.transaction('invitations', (inside) => redeem(inside, code, deviceName))
        : { kind: 'CODE_WRONG' };
      if (outcome.kind !== 'CODE_WRONG') await guesses.forgive(address);
      if (outcome.kind === 'paired') await memory.refresh(outcome.shopId);
      return outcome;
    },
    revoke: async (shopId, deviceId) => {
      const count = await sql.run('DELETE FROM device WHERE id = ? AND shop_id = ?', deviceId, shopId);
      await memory.refresh(shopId);
      return count > 0;
    },
    prune: () => createInvitations(sql, nowMs).prune(),
  };
}

const hashCode = (seal: TenantContext['seal'], { label, secret }: PairingCode): Buffer =>
  seal.hash('pairing code', `${label}${secret}`);

async function drawCode(
  makeBytes: TenantContext['makeBytes'],
  { isTaken }: Pick<Invitations, 'isTaken'>,
): Promise<PairingCode> {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const code = makePairingCode(makeBytes);
    if (!(await isTaken(code.label))) return code;
  }
  throw new Error('No free pairing code was found: too many invitations are open.');
}

interface InvitationRow {
  readonly shop_id: string;
  readonly secret_hash: Buffer;
}

type Invitations = ReturnType<typeof createInvitations>;

function createInvitations(sql: Statements, nowMs: () => number) {
  const count = async (table: 'invitation' | 'device', shopId: string): Promise<number> => {
    const [row] = await sql.all<{ n: number }>(
      `SELECT count(*) AS n FROM ${table} WHERE shop_id = ?`,
      shopId,
    );
    return row?.n ?? 0;
  };
  return {
    add: async (label: string, shopId: string, hash: Buffer, untilMs: number): Promise<void> =>
      void (await sql.run(
        'INSERT INTO invitation (label, shop_id, secret_hash, until_ms, tries_left) VALUES (?, ?, ?, ?, ?)',
        ...[label, shopId, hash, untilMs, TRIES_PER_CODE],
      )),
    /** The invitation while it may still be tried, with one try fewer. */
    takeTry: async (label: string): Promise<InvitationRow | undefined> => {
      const rows = await sql.all<InvitationRow>(
        'UPDATE invitation SET tries_left = tries_left - 1 WHERE label = ? AND tries_left > 0 AND until_ms > ? RETURNING shop_id, secret_hash',
        ...[label, nowMs()],
      );
      return rows[0];
    },
    drop: async (label: string): Promise<void> =>
      void (await sql.run('DELETE FROM invitation WHERE label = ?', label)),
    prune: async (): Promise<void> =>
      void (await sql.run('DELETE FROM invitation WHERE until_ms <= ? OR tries_left = 0', nowMs())),
    countOpen: (shopId: string): Promise<number> => count('invitation', shopId),
    countDevices: (shopId: string): Promise<number> => count('device', shopId),
    isTaken: async (label: string): Promise<boolean> =>
      (await sql.all('SELECT label FROM invitation WHERE label = ?', label)).length > 0,
  };
}
