import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { askAboutLeap } from '../../domain/price-leap.ts';
import type { Attempt, LiveState, OddPrice, OrderResult, SyncEvent, SyncResult } from '../../engine/face.ts';
import { PLACE_OF_SIDE } from '../side-words.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatCount, formatDuration, formatIso, formatPieces, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';

/** What one look did, as scripts get it. */
export const createSyncDocument = (result: SyncResult) => ({
  applied: { till: result.applied.till, store: result.applied.store },
  failed: result.failed,
  waiting: result.waiting,
  parked: result.parked,
  conflicts: result.conflicts,
  ...(result.lapsed ? { lapsedAnswers: result.lapsed } : {}),
  braked: result.braked,
  ...(result.orders ? { orders: result.orders } : {}),
  ...(result.oddPrices ? { oddPrices: result.oddPrices } : {}),
  ms: Math.round(result.ms),
});

/** The sides that are not asked for now, as scripts get them. */
export const createAwayDocument = ({ till, store }: LiveState['away']) => ({
  till: till === null ? null : describeFailure(till),
  store: store === null ? null : describeFailure(store),
});

/** What one look did, in one line; what is zero is left out. */
export function summarizeSync(result: SyncResult): string {
  const { applied, failed, waiting, parked, orders } = result;
  const flowed = orders ? listFlowed(orders) : [];
  const written = (['till', 'store'] as const)
    .filter((side) => applied[side] > 0)
    .map((side) => `${formatCount(applied[side])} written ${PLACE_OF_SIDE[side]}`);
  const rest = [
    [failed, 'failed'],
    [waiting, 'waiting'],
    [parked, 'set aside'],
  ] as const;
  const counts = rest.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  const done = [...flowed, ...written];
  return [...(done.length > 0 ? done : ['nothing to write']), ...counts].join(', ');
}

type Money = (amount: number) => string;

/** Prices that a person sees at once. */
const ODD_SHOWN = 10;

/** It was written: only a person can say whether it is meant so. */
function describeOdd({ name, side, before, after }: OddPrice, money: Money): string {
  const now = after === null ? 'none' : money(after);
  return `${cleanText(name)}: ${askAboutLeap(PLACE_OF_SIDE[side], money(before), now)}`;
}

/** What of it needs a person, and the command that shows or settles it. */
export function describeOpen(
  { conflicts, lapsed = 0, parked, braked, orders, oddPrices = [] }: SyncResult,
  money: Money,
  paint: Palette,
): string[] {
  const held = orders?.needsPerson ?? 0;
  return [
    ...oddPrices.slice(0, ODD_SHOWN).map((odd) => paint.yellow(describeOdd(odd, money))),
    ...(oddPrices.length > ODD_SHOWN
      ? [paint.yellow(`and ${formatCount(oddPrices.length - ODD_SHOWN)} more odd prices: log --level warn`)]
      : []),
    ...(braked === null
      ? []
      : [paint.yellow(`Run ${braked} would change much at once and waits: approve ${braked}`)]),
    ...(conflicts > 0
      ? [paint.violet(`${formatPieces(conflicts, 'conflict waits', 'conflicts wait')} for you: conflicts`)]
      : []),
    ...(lapsed > 0
      ? [
          paint.violet(
            `${formatPieces(lapsed, 'answer no longer holds', 'answers no longer hold')}: the value changed since`,
          ),
        ]
      : []),
    ...(held > 0
      ? [paint.yellow(`${formatPieces(held, 'web order needs', 'web orders need')} you: orders`)]
      : []),
    ...(parked > 0 ? [paint.yellow(`${formatPieces(parked, 'row is', 'rows are')} set aside: parked`)] : []),
  ];
}

/** Which sides were not asked, and why. */
export const describeAway = (away: LiveState['away'], paint: Palette): string[] =>
  (['till', 'store'] as const).flatMap((side) => {
    const failure = away[side];
    if (failure === null) return [];
    const { message, hint, code } = describeFailure(failure);
    return [
      `${paint.yellow(side === 'till' ? 'Till ' : 'Store')}  ${cleanText(message)} ${cleanText(hint)} ${paint.dim(code)}`,
    ];
  });

/** One look for people. */
export const describeSync = (
  result: SyncResult,
  away: LiveState['away'],
  money: Money,
  paint: Palette,
): string[] => [
  `${paint.green('Looked')} in ${formatDuration(result.ms)}: ${summarizeSync(result)}.`,
  ...describeAway(away, paint),
  ...describeOpen(result, money, paint),
];

/** One line of what the engine does while it runs, as scripts get it. */
export function createEventDocument(event: SyncEvent, atMs: number): object {
  const head = { event: event.kind, at: formatIso(atMs) };
  switch (event.kind) {
    case 'synced':
      return { ...head, ...createSyncDocument(event.result) };
    case 'side':
      return {
        ...head,
        side: event.side,
        error: event.failure === null ? null : describeFailure(event.failure),
      };
    case 'paused':
      return { ...head, until: formatIso(event.untilMs) };
    case 'orders':
      return event.result.ok
        ? { ...head, ...event.result.value }
        : { ...head, error: describeFailure(event.result.failure) };
    case 'relay':
      return { ...head, error: event.failure === null ? null : describeFailure(event.failure) };
    default:
      return head;
  }
}

/** The same for people; null where there is nothing worth a line. */
export function describeEvent(
  event: SyncEvent,
  before: SyncResult | null,
  money: Money,
  paint: Palette,
): string | null {
  switch (event.kind) {
    case 'started':
      return 'Keeping till and store in step. Ctrl-C ends it.';
    case 'synced':
      return isNews(event.result, before)
        ? [
            summarizeSync(event.result),
            ...describeOpen(event.result, money, paint),
            ...askToEnd(event.result),
          ].join('; ')
        : null;
    case 'side':
      return event.failure === null
        ? paint.green(`the ${event.side} answers again`)
        : describeAway({ till: null, store: null, [event.side]: event.failure }, paint).join('');
    case 'paused':
      return event.untilMs === null ? 'going on' : `paused until ${formatTime(event.untilMs)}`;
    case 'orders':
      return describeOrders(event.result);
    case 'relay':
      return event.failure === null
        ? 'the relay is connected'
        : `${paint.yellow(describeFailure(event.failure).message)}`;
    case 'stopped':
      return 'stopped';
  }
}

/** One process writes a data folder, and this one goes on until it is ended. */
const END_FIRST = 'to settle it, end this first (Ctrl-C)';

const askToEnd = ({ conflicts, parked, braked }: SyncResult): string[] =>
  conflicts + parked > 0 || braked !== null ? [END_FIRST] : [];

/** Of orders that a side keeps from moving, the event of that side tells. */
function describeOrders(result: Attempt<OrderResult>): string | null {
  if (!result.ok) return null;
  const { needsPerson } = result.value;
  const parts = [
    ...listFlowed(result.value),
    ...(needsPerson > 0
      ? [`${formatPieces(needsPerson, 'order needs you', 'orders need you')}: orders; ${END_FIRST}`]
      : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** What orders did; what is zero is left out. */
function listFlowed({ placed, printed, statusesToStore, statusesToTill }: OrderResult): string[] {
  const status = (count: number): string => formatPieces(count, 'order status', 'order statuses');
  const parts = [
    [placed, `${formatPieces(placed, 'web order')} put on the till`],
    [printed, `${formatPieces(printed, 'ticket')} printed`],
    [statusesToStore, `${status(statusesToStore)} carried to the store`],
    [statusesToTill, `${status(statusesToTill)} carried to the till`],
  ] as const;
  return parts.filter(([count]) => count > 0).map(([, words]) => words);
}

/** A look that wrote nothing is news only when something waits that did not before. */
function isNews(result: SyncResult, before: SyncResult | null): boolean {
  if (result.applied.till + result.applied.store + result.failed > 0) return true;
  return (
    result.conflicts !== (before?.conflicts ?? 0) ||
    (result.lapsed ?? 0) !== (before?.lapsed ?? 0) ||
    result.parked !== (before?.parked ?? 0) ||
    result.braked !== (before?.braked ?? null)
  );
}
