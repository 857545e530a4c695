import type { ShopBook } from '../tenants/shop-book.ts';
import { HEARTBEAT_SLOT_MS, type Heartbeat, type HeartbeatBook } from './heartbeat-book.ts';
import type { Mailer } from './mailer.ts';
import type { MailState, Outage, OutageBook, OutageKind } from './outage-book.ts';
import { describeOutage } from './outage-words.ts';

/** Two heartbeats and a little: one may be lost. */
export const SILENCE_MS = 35 * 60_000;
export const FAILING_HEARTBEATS = 3;
const DAY_MS = 24 * 3600_000;
/** Outages of one shop that are mailed within a day; the rest is only noted. */
const MOST_MAILED_A_DAY = 6;
const MOST_TRIES = 5;
const MOST_MAILS_A_ROUND = 20;
/** Heartbeats that other nodes were told are looked for so far back: their clocks differ a little. */
const OVERLAP_MS = 3 * 60_000;
const KINDS: readonly OutageKind[] = ['silent', 'till', 'store'];

interface Pulse {
  readonly atMs: number;
  readonly isLast: boolean;
  readonly failing: { readonly till: number; readonly store: number };
}

export interface OutageWatchDeps {
  readonly book: ShopBook;
  readonly heartbeats: HeartbeatBook;
  readonly outages: OutageBook;
  /** Null where the operator has set no mail server. */
  readonly mailer: Mailer | null;
  /** Whether this node is the one that watches over the shop; every shop where there is one node. */
  readonly isOurs: (shopId: string) => boolean;
  readonly tellOperator: (what: string, shopId: string) => void;
}

export interface OutageWatch {
  note(shopId: string, heartbeat: Pick<Heartbeat, 'till' | 'store' | 'isLast'>, atMs: number): void;
  /** Looks at every shop and sends what is due; called every minute. Resolves when the mail is out. */
  check(nowMs: number): Promise<void>;
}

/** @param startedMs since when this hub hears at all: silence before is its own */
export async function createOutageWatch(deps: OutageWatchDeps, startedMs: number): Promise<OutageWatch> {
  const pulses = new Map<string, Pulse>();
  const noteIn = (shopId: string, beat: Parameters<OutageWatch['note']>[1], atMs: number): void => {
    const before = pulses.get(shopId);
    if (before !== undefined && atMs < before.atMs) return; // known, and read again
    // Several heartbeats within minutes are no longer failure than one.
    const isSoon = before !== undefined && atMs - before.atMs < HEARTBEAT_SLOT_MS;
    const countFor = (side: 'till' | 'store'): number =>
      beat[side] === 'failing' ? Math.max(1, (before?.failing[side] ?? 0) + (isSoon ? 0 : 1)) : 0;
    const failing = { till: countFor('till'), store: countFor('store') };
    pulses.set(shopId, { atMs, isLast: beat.isLast, failing });
  };
  for (const beat of await deps.heartbeats.listLast(FAILING_HEARTBEATS)) noteIn(beat.shopId, beat, beat.atMs);
  let heardMs = startedMs;
  const hearOthers = async (nowMs: number): Promise<void> => {
    for (const beat of await deps.heartbeats.listSince(heardMs - OVERLAP_MS))
      noteIn(beat.shopId, beat, beat.atMs);
    heardMs = nowMs;
  };

  const isOut = (kind: OutageKind, { atMs, isLast, failing }: Pulse, nowMs: number): boolean =>
    kind === 'silent'
      ? !isLast && nowMs - Math.max(atMs, startedMs) > SILENCE_MS
      : failing[kind] >= FAILING_HEARTBEATS;
  const look = async (shopId: string, pulse: Pulse, open: OpenOutages, nowMs: number): Promise<void> => {
    for (const kind of KINDS) {
      const outage = open.get(`${shopId} ${kind}`);
      const isOutNow = isOut(kind, pulse, nowMs);
      if (isOutNow && !outage) await begin(deps, shopId, kind, nowMs);
      if (!isOutNow && outage) await end(deps, outage, nowMs);
    }
  };
  let isChecking = false;
  const check = async (nowMs: number): Promise<void> => {
    await hearOthers(nowMs);
    const open = new Map(
      (await deps.outages.listOpen()).map((outage) => [`${outage.shopId} ${outage.kind}`, outage]),
    );
    for (const [shopId, pulse] of pulses) {
      if (!deps.book.findShop(shopId)) pulses.delete(shopId);
      else if (deps.isOurs(shopId)) await look(shopId, pulse, open, nowMs);
    }
    const due = (await deps.outages.listDue()).filter(({ shopId }) => deps.isOurs(shopId));
    for (const outage of due.slice(0, MOST_MAILS_A_ROUND)) await sendFor(deps, outage);
  };

  return {
    note: noteIn,
    check: async (nowMs) => {
      // While mail is under way nothing changes: what is noted of it afterwards must still be so.
      if (isChecking) return;
      isChecking = true;
      try {
        await check(nowMs);
      } finally {
        isChecking = false;
      }
    },
  };
}

/** By shop and kind. */
type OpenOutages = ReadonlyMap<string, Outage>;

async function begin(
  { book, outages, mailer, tellOperator }: OutageWatchDeps,
  shopId: string,
  kind: OutageKind,
  nowMs: number,
): Promise<void> {
  const hasAddress = (book.findShop(shopId)?.email ?? '') !== '';
  const isOften = (await outages.countMailed(shopId, nowMs - DAY_MS)) >= MOST_MAILED_A_DAY;
  const mail: MailState = !mailer
    ? 'no mail server'
    : !hasAddress
      ? 'no address'
      : isOften
        ? 'too many'
        : 'due';
  if (await outages.begin(shopId, kind, nowMs, mail)) tellOperator(`outage began: ${kind}`, shopId);
}

/** The end is mailed only to whom the beginning was. */
async function end({ outages, tellOperator }: OutageWatchDeps, outage: Outage, nowMs: number): Promise<void> {
  const { shopId, kind, mail } = outage;
  await outages.end(outage, nowMs, mail === 'due' ? 'none' : mail, mail === 'sent' ? 'due' : 'none');
  tellOperator(`outage ended: ${kind}`, shopId);
}

async function sendFor(
  { book, outages, mailer, tellOperator }: OutageWatchDeps,
  outage: Outage,
): Promise<void> {
  const shop = book.findShop(outage.shopId);
  const { subject, text } = describeOutage(outage, shop?.name ?? '');
  const isEnd = outage.endedMs !== null;
  const failure = mailer && shop?.email ? await mailer.send(shop.email, subject, text) : 'no address';
  const tries = failure === null ? 0 : outage.tries + 1;
  const state: MailState = failure === null ? 'sent' : tries >= MOST_TRIES ? 'failed' : 'due';
  if (failure !== null) tellOperator(`outage mail was not taken: ${failure}`, outage.shopId);
  await outages.noteMail(outage.id, isEnd ? outage.mail : state, isEnd ? state : outage.endMail, tries);
}
