import type { Failure } from '../../domain/failure.ts';
import type { Attempt } from '../attempt.ts';
import type { HubNews, HubPort, HubSession } from '../hub-ports.ts';
import type { Ledger } from '../ledger-ports.ts';
import { createNap } from '../live/nap.ts';
import type { Side } from '../live-ledger.ts';
import type { Clock, Random, Timers } from '../ports.ts';
import { routeHint } from './hint-route.ts';
import type { HintTrust } from './hint-trust.ts';
import type { PermitPurse } from './permit-purse.ts';
import type { WriterLease } from './writer-lease.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A person has to act: asked again seldom. */
const REFUSED_WAIT_MS = 300_000;
/** Sent on so often without a stay, it begins anew at the relay's own address. */
const MOST_MOVES = 5;
/** Connected for so long, a loss is a new one. */
const STEADY_MS = 60_000;
const FOR_A_PERSON: readonly Failure['code'][] = ['HUB_TOKEN_REFUSED', 'HUB_REPLACED', 'HUB_NOT_A_HUB'];

/** What hints ask of the loops that look. */
export interface HintCalls {
  /** Products in the inbox wait. */
  products(): void;
  orders(): void;
  lists(): void;
  /** Hints were lost on purpose: both sides are looked at. */
  everything(): void;
}

export interface HubLinkParts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  readonly lease: WriterLease;
  readonly purse: PermitPurse;
  readonly trust: HintTrust;
  readonly calls: HintCalls;
  /** null where no relay is paired, or it is switched off. */
  openHub(): Promise<Attempt<{ readonly hub: HubPort; readonly deviceId: string }> | null>;
  onHint(side: Side): void;
  /** The state is another one; `failure` where the relay is away. */
  onState(isUp: boolean, failure: Failure | null): void;
}

/** Keeps the socket to the relay open until the signal: connects again with growing waits, and never ends for a failure. */
export function createHubLink(parts: HubLinkParts) {
  const { clock, random } = parts;
  const nap = createNap(parts.timers);
  let leave: (() => void) | null = null;
  return {
    /** The pairing is another one, or switched off: the connection of before ends, and it is looked at now. */
    wake: (): void => {
      nap.end();
      leave?.();
    },
    run: async (signal: AbortSignal): Promise<void> => {
      let losses = 0;
      let at: string | null = null;
      let moves = 0;
      while (!signal.aborted) {
        const opened = await parts.openHub();
        if (opened === null || !opened.ok) {
          parts.onState(false, opened === null ? null : opened.failure);
          // Whoever pairs this PC, or switches the relay on, ends the wait.
          await (opened === null ? nap.takeLong(signal) : nap.take(LONGEST_WAIT_MS, signal));
          continue;
        }
        const startedMs = clock.monotonicMs();
        const end = await holdLink({ ...opened.value, at }, parts, signal, (next) => {
          leave = next;
        });
        const isSteady = clock.monotonicMs() - startedMs > STEADY_MS;
        if (isSteady) moves = 0;
        at = end?.movedTo ?? null;
        if (signal.aborted || end === null) continue;
        if (at !== null && moves < MOST_MOVES) {
          moves += 1;
          await nap.take(end.retryAfterMs ?? 0, signal);
          continue;
        }
        at = null;
        moves = 0;
        parts.onState(false, end.failure);
        losses = isSteady ? 1 : losses + 1;
        // What was said for a move is no time for one that is not made.
        const told = end.movedTo === null ? end.retryAfterMs : null;
        const waitMs = FOR_A_PERSON.includes(end.failure.code)
          ? REFUSED_WAIT_MS
          : (told ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (losses - 1)));
        // Many PCs lose one relay at once, and must not come back as one.
        await nap.take(waitMs * (0.5 + random.fraction() / 2), signal);
      }
    },
  };
}

type Ended = Extract<HubNews, { kind: 'ended' }>;

/** One connection, from its welcome to its end; null where it was ended from here. */
async function holdLink(
  { hub, deviceId, at }: { readonly hub: HubPort; readonly deviceId: string; readonly at: string | null },
  parts: HubLinkParts,
  signal: AbortSignal,
  onLeave: (leave: (() => void) | null) => void,
): Promise<Ended | null> {
  const { ledger, lease, purse, trust } = parts;
  const cursorKey = `hub.cursor ${deviceId}`;
  const kept = ledger.meta.get(cursorKey);
  return new Promise((resolve, reject) => {
    const finish = (end: Ended | null): void => {
      signal.removeEventListener('abort', leave);
      onLeave(null);
      purse.link(null);
      trust.noteLink(false);
      resolve(end);
    };
    const leave = (): void => {
      session.close();
      finish(null);
    };
    const inbox = createHintInbox(
      parts,
      cursorKey,
      (upTo) => session.acknowledge(upTo),
      (error) => {
        session.close();
        finish(null);
        reject(error);
      },
    );
    const session: HubSession = hub.link(
      { cursor: kept === null ? null : Number(kept), wantsLease: true, at },
      (news) => {
        switch (news.kind) {
          case 'welcome':
            lease.renew(news.sent);
            lease.note(news.lease);
            trust.noteLink(true);
            purse.link(news.needsPermits ? session.want : null);
            parts.onState(true, null);
            return;
          case 'lease':
            lease.note(news.lease);
            parts.onState(true, null);
            return;
          case 'pulse':
            return lease.renew(news.sent);
          case 'permit':
            return purse.put(news.calls, news.forMs);
          case 'ended':
            return finish(news);
          default:
            return inbox.add(news);
        }
      },
    );
    signal.addEventListener('abort', leave, { once: true });
    onLeave(leave);
  });
}

type HintNews = Extract<HubNews, { kind: 'hint' | 'resync' }>;

/** Hints that came together are one commit, and only then acknowledged: what the relay forgets is on this disk. */
function createHintInbox(
  { ledger, clock, timers, trust, calls, onHint }: HubLinkParts,
  cursorKey: string,
  acknowledge: (upTo: number) => void,
  onError: (error: unknown) => void,
) {
  let gathered: HintNews[] = [];
  const commit = (): void => {
    const all = gathered;
    gathered = [];
    const routes = all.flatMap((it) => (it.kind === 'hint' ? [routeHint(it.side, it.key)] : []));
    const products = routes.filter((route) => route.kind === 'product');
    const upTo = Math.max(...all.map(({ seq }) => seq));
    ledger.transaction(() => {
      ledger.inbox.add(products, clock.nowMs());
      ledger.meta.put(cursorKey, String(upTo));
    });
    acknowledge(upTo);
    for (const it of all)
      if (it.kind === 'hint') {
        const route = routeHint(it.side, it.key);
        onHint(it.side);
        trust.noteHint(it.side, route.kind === 'product' ? route.key : null);
      }
    if (products.length > 0) calls.products();
    if (routes.some(({ kind }) => kind === 'orders')) calls.orders();
    if (routes.some(({ kind }) => kind === 'lists')) calls.lists();
    if (all.some(({ kind }) => kind === 'resync')) calls.everything();
  };
  return {
    add: (news: HintNews): void => {
      gathered.push(news);
      if (gathered.length > 1) return;
      timers.breathe().then(commit).catch(onError);
    },
  };
}
