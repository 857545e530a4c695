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
  readonly listShopIds: () => readonly string[];
  readonly tellOperator: (what: string, shopId: string) => void;
}

export interface OutageWatch {
  note(shopId: string, heartbeat: Pick<Heartbeat, 'till' | 'store' | 'isLast'>, atMs: number): void;
  /** Looks at every shop and sends what is due; called every minute. Resolves when the mail is out. */
  check(nowMs: number): Promise<void>;
}

/** @param startedMs since when this hub hears at all: silence before is its own */
export function createOutageWatch(deps: OutageWatchDeps, startedMs: number): OutageWatch {
  const pulses = new Map<string, Pulse>();
  const noteIn = (shopId: string, beat: Parameters<OutageWatch['note']>[1], atMs: number): void => {
    const before = pulses.get(shopId);
    // Several heartbeats within minutes are no longer failure than one.
    const isSoon = before !== undefined && atMs - before.atMs < HEARTBEAT_SLOT_MS;
    const countFor = (side: 'till' | 'store'): number =>
      beat[side] === 'failing' ? Math.max(1, (before?.failing[side] ?? 0) + (isSoon ? 0 : 1)) : 0;
    const failing = { till: countFor('till'), store: countFor('store') };
    pulses.set(shopId, { atMs, isLast: beat.isLast, failing });
  };
  for (const shopId of deps.listShopIds()) {
    const last = deps.heartbeats.list(shopId, FAILING_HEARTBEATS);
    for (const beat of [...last].reverse()) noteIn(shopId, beat, beat.atMs);
  }

  const isOut = (kind: OutageKind, { atMs, isLast, failing }: Pulse, nowMs: number): boolean =>
    kind === 'silent'
      ? !isLast && nowMs - Math.max(atMs, startedMs) > SILENCE_MS
      : failing[kind] >= FAILING_HEARTBEATS;
  const look = (shopId: string, pulse: Pulse, nowMs: number): void => {
    for (const kind of KINDS) {
      const open = deps.outages.findOpen(shopId, kind);
      const isOutNow = isOut(kind, pulse, nowMs);
      if (isOutNow && !open) begin(deps, shopId, kind, nowMs);
      if (!isOutNow && open) end(deps, open, nowMs);
    }
  };
  let isSending = false;

  return {
    note: noteIn,
    check: async (nowMs) => {
      // While mail is under way nothing changes: what is noted of it afterwards must still be so.
      if (isSending) return;
      for (const [shopId, pulse] of pulses) {
        if (deps.book.findShop(shopId)) look(shopId, pulse, nowMs);
        else pulses.delete(shopId);
      }
      isSending = true;
      try {
        for (const outage of deps.outages.listDue(MOST_MAILS_A_ROUND)) await sendFor(deps, outage);
      } finally {
        isSending = false;
      }
    },
  };
}

function begin(
  { book, outages, mailer, tellOperator }: OutageWatchDeps,
  shopId: string,
  kind: OutageKind,
  nowMs: number,
): void {
  const hasAddress = (book.findShop(shopId)?.email ?? '') !== '';
  const isOften = outages.countMailed(shopId, nowMs - DAY_MS) >= MOST_MAILED_A_DAY;
  const mail: MailState = !mailer
    ? 'no mail server'
    : !hasAddress
      ? 'no address'
      : isOften
        ? 'too many'
        : 'due';
  outages.begin(shopId, kind, nowMs, mail);
  tellOperator(`outage began: ${kind}`, shopId);
}

/** The end is mailed only to whom the beginning was. */
function end({ outages, tellOperator }: OutageWatchDeps, outage: Outage, nowMs: number): void {
  const { shopId, kind, mail } = outage;
  outages.end(outage, nowMs, mail === 'due' ? 'none' : mail, mail === 'sent' ? 'due' : 'none');
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
  outages.noteMail(outage.id, isEnd ? outage.mail : state, isEnd ? state : outage.endMail, tries);
}
