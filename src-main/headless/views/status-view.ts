import { describeFailure, type Failure, type FailureCode } from '../../../src-preload/contract/failures.ts';
import { PACE_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { EngineStatus, HubState, HubWord, LiveState } from '../../engine/face.ts';
import type { LinkStatus } from '../../engine/ledger-ports.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatCount, formatDuration, formatIso, formatPieces, formatTime } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';
import { describeAway } from './sync-view.ts';
import { describeWarnings, listWarnings } from './warning-view.ts';

/** With one of these a connection stands but cannot do its work. */
const NOT_READY: ReadonlySet<FailureCode> = new Set([
  'CLOVER_PERMISSION_MISSING',
  'WOO_READ_ONLY',
  'WOO_ROLE_TOO_LOW',
]);

type ConnectionState = 'not-connected' | 'not-ready' | 'away' | 'ready';

const STATE_WORDS: Readonly<Record<ConnectionState, string>> = {
  'not-connected': 'Not connected',
  'not-ready': 'Connected, not ready',
  away: 'Not reached',
  ready: 'Ready',
};

const readState = (
  side: EngineStatus['till'] | EngineStatus['store'],
  away: LiveState['away']['till'],
): ConnectionState => {
  if (side === null) return 'not-connected';
  if (away !== null) return 'away';
  return side.warnings.some(({ code }) => NOT_READY.has(code)) ? 'not-ready' : 'ready';
};

/** What goes on after the import. */
export interface LiveStatus {
  readonly state: LiveState;
  readonly hub: HubState;
  /** `decided`: those that a person has answered; `productsDecided`: products without any other. */
  readonly conflicts: {
    readonly total: number;
    readonly decided: number;
    readonly productsDecided: number;
  };
  readonly parked: number;
  /** Web orders that need a person or a look, and those that are not on the till yet. */
  readonly orders: {
    readonly person: number;
    readonly attention: number;
    readonly waiting: number;
    readonly oldestMs: number | null;
  };
  /** Why the data file takes nothing now; null where it does. */
  readonly dataTrouble: Failure | null;
}

/** Calls a second that Clover lets one token make (clover.md 4). */
const CLOVER_CALLS_PER_SECOND = 16;

/** The status as scripts get it. */
export function createStatusDocument(
  status: EngineStatus,
  { state, conflicts, orders, hub, dataTrouble }: LiveStatus,
  nowMs: number,
) {
  const { till, store, queue, products, lastSyncMs, unfinishedRun, addOns, warnings } = status;
  const login = status.tillLogin ?? null;
  return {
    till: {
      state: login?.lost ? 'not-ready' : readState(till, state.away.till),
      name: till?.merchant.name ?? null,
      merchant: till?.merchant.merchantId ?? null,
      region: till?.environment ?? null,
      sandbox: till === null ? null : till.environment === 'sandbox',
      login: login && {
        accessEndsAt: formatIso(login.accessEndsMs),
        renewableUntil: formatIso(login.refreshEndsMs),
        isLost: login.lost !== null,
      },
    },
    store: {
      state: readState(store, state.away.store),
      name: store?.store.name ?? null,
      url: store?.store.url ?? null,
    },
    hub: {
      state: hub.word,
      url: hub.connection?.url ?? null,
      device: hub.connection?.deviceName ?? null,
      hinted: hub.isHinted,
      writer: hub.lease?.isBinding ? hub.lease.holder : null,
      error: hub.failure && describeFailure(hub.failure),
    },
    data: { isWritable: dataTrouble === null, error: dataTrouble && describeFailure(dataTrouble) },
    queue,
    products,
    lastSyncAt: formatIso(lastSyncMs),
    lastLookAt: formatIso(readLastLook(status, state)),
    isLooking: state.isLooking,
    quota: {
      perSecond: Math.round(state.quotaPercent * CLOVER_CALLS_PER_SECOND) / 100,
      usedPercent: state.quotaPercent,
      everySeconds: state.isLooking ? state.everySeconds : null,
      pace: state.isLooking ? state.pace : null,
    },
    conflicts: conflicts.total,
    conflictsDecided: conflicts.decided,
    orders: {
      needPerson: orders.person,
      toLookAt: orders.attention,
      waiting: orders.waiting,
      oldestSeconds:
        orders.oldestMs === null ? null : Math.max(0, Math.round((nowMs - orders.oldestMs) / 1000)),
    },
    addOns: addOns && {
      setting: addOns.wanted,
      active: addOns.found,
      filled: addOns.system,
      twoWay: addOns.reach.isTwoWay,
      reason: addOns.reach.reason,
    },
    unfinishedRun: unfinishedRun?.id ?? null,
    warnings: listWarnings(warnings),
  };
}

/** The status for people: one sentence, then the particulars. */
export function describeStatus(
  status: EngineStatus,
  live: LiveStatus,
  nowMs: number,
  paint: Palette,
): string[] {
  const { till, store, queue, products, lastSyncMs, warnings } = status;
  const queued = queue.waiting + queue.running + queue.unknown + queue.parked;
  const oldest =
    queue.oldestSeconds === null ? '' : `, the oldest for ${formatDuration(queue.oldestSeconds * 1000)}`;
  return [
    paint.bold(summarize(status, live, nowMs)),
    '',
    ...layOutTable(
      [{}, {}, {}],
      [
        ['Till', paintState(readState(till, live.state.away.till), paint), describeTill(till)],
        [
          'Store',
          paintState(readState(store, live.state.away.store), paint),
          store ? `${cleanText(store.store.name)}  ${store.store.url}` : '',
        ],
        ...describeHub(live.hub, paint),
      ],
    ),
    ...layOutTable(
      [{}, {}],
      [
        ['Products', describeProducts(products, paint)],
        ['Queue', queued === 0 ? 'empty' : `${formatPieces(queued, 'row')}${oldest}`],
        ...describeConflicts(live.conflicts, paint),
        ...describeOrders(live.orders, nowMs, paint),
        ['Last import', formatAge(lastSyncMs, nowMs)],
        ['Last look', formatAge(readLastLook(status, live.state), nowMs)],
        ['Looks', describeLooks(live.state)],
        ...describeAddOns(status.addOns),
      ],
    ),
    ...describeAway(live.state.away, paint),
    ...describeWarnings(live.dataTrouble ? [live.dataTrouble, ...warnings] : warnings, paint),
    ...describeNext(status, live).map((line) => `Next  ${paint.bold(line)}`),
  ];
}

function describeConflicts({ total, decided }: LiveStatus['conflicts'], paint: Palette): string[][] {
  if (total === 0) return [];
  const how = decided === 0 ? '' : decided === total ? ', all decided' : `, ${formatCount(decided)} decided`;
  return [['Conflicts', paint.violet(`${formatCount(total)}${how}`)]];
}

function describeOrders(
  { person, attention, waiting, oldestMs }: LiveStatus['orders'],
  nowMs: number,
  paint: Palette,
): string[][] {
  const age =
    oldestMs === null
      ? ''
      : `${waiting > 1 ? ', the oldest' : ''} for ${formatDuration(Math.max(0, nowMs - oldestMs))}`;
  const parts = [
    ...(person > 0 ? [paint.red(formatPieces(person, 'needs you', 'need you'))] : []),
    ...(attention > 0 ? [paint.yellow(`${formatCount(attention)} to look at`)] : []),
    ...(waiting > 0
      ? [paint.yellow(`${formatPieces(waiting, 'waits', 'wait')} to go to the till${age}`)]
      : []),
  ];
  return parts.length === 0 ? [] : [['Orders', parts.join(', ')]];
}

const formatAge = (atMs: number | null, nowMs: number): string =>
  atMs === null ? 'never' : `${formatTime(atMs)}, ${formatDuration(Math.max(0, nowMs - atMs))} ago`;

/** When both sides were last seen as they are: an import looks at all of both. */
const readLastLook = ({ lastSyncMs }: EngineStatus, { lastPassMs }: LiveState): number | null =>
  lastSyncMs === null && lastPassMs === null ? null : Math.max(lastSyncMs ?? 0, lastPassMs ?? 0);

const describeLooks = ({ isLooking, everySeconds, pace, quotaPercent }: LiveState): string =>
  isLooking
    ? `every ${formatDuration(everySeconds * 1000)}, ${PACE_WORDS[pace]}; ${quotaPercent} % of Clover’s limit used`
    : 'nothing looks at the moment: "run" does, or the window while it is open';

const ADD_ON_NAMES = {
  'product-add-ons': 'Product Add-Ons',
  'woocommerce-food': 'WooCommerce Food',
} as const;

/** Which plugin shows the modifier groups, and why that one; what does not travel stands with the warnings. */
function describeAddOns(addOns: EngineStatus['addOns']): string[][] {
  if (addOns === null || (addOns.system === null && addOns.found.length === 0)) return [];
  const { system, wanted, found, reach } = addOns;
  if (system === null) return [['Modifiers', reach.reason]];
  const why =
    wanted !== 'auto' ? 'chosen in the settings' : found.length === 1 ? 'the only one active' : 'active';
  const way = reach.isTwoWay ? 'both ways' : 'till to store only';
  return [['Modifiers', `${ADD_ON_NAMES[system]} (${why}), ${way}. ${reach.reason}`]];
}

const HUB_WORDS: Readonly<Record<Exclude<HubWord, 'not-connected'>, string>> = {
  off: 'Switched off',
  away: 'Not reached',
  connected: 'Ready',
  watching: 'Another PC writes',
  resting: 'Paired',
};

/** Nothing where no relay is paired: the app does without one. */
function describeHub({ word, connection, failure, isHinted }: HubState, paint: Palette): string[][] {
  if (word === 'not-connected') return [];
  const colour =
    word === 'connected' ? paint.green : word === 'off' || word === 'resting' ? paint.dim : paint.yellow;
  const why = failure ? describeFailure(failure).message : isHinted ? 'tells of changes on both sides' : '';
  return [
    ['Relay', colour(HUB_WORDS[word]), [connection?.url ?? '', why].filter((part) => part !== '').join('  ')],
  ];
}

/** The one command that a person would want now; none when all is well. */
function describeNext(
  { till, store, products, lastSyncMs, unfinishedRun }: EngineStatus,
  { state, conflicts, orders, parked }: LiveStatus,
): string[] {
  if (!till) return ['connect clover --environment sandbox|na|eu|la --merchant ID'];
  if (!store) return ['connect woo --url URL'];
  if (unfinishedRun) return [`apply ${unfinishedRun.id}`];
  if (lastSyncMs === null) return ['plan'];
  if (orders.person + orders.attention > 0) return ['orders'];
  if (conflicts.total > conflicts.decided) return ['conflicts'];
  if (parked > 0) return ['parked'];
  // What was decided or released is carried out by a look.
  return conflicts.decided + products.error > 0 && !state.isLooking ? ['sync --once'] : [];
}

function summarize(
  status: EngineStatus,
  { state, conflicts, orders, parked, dataTrouble }: LiveStatus,
  nowMs: number,
): string {
  const { till, store, products, unfinishedRun, lastSyncMs } = status;
  if (dataTrouble) return 'Nothing can be written in the data folder now.';
  if (!till && !store) return 'Nothing is connected yet.';
  if (!till || !store) return `The ${till ? 'store' : 'till'} is not connected yet.`;
  const away = (['till', 'store'] as const).filter((side) => state.away[side] !== null);
  if (away.length > 0) return describeAbsence(away, state.isLooking);
  if (unfinishedRun) return `Run ${unfinishedRun.id} stopped before its end.`;
  if (orders.person > 0) return `${formatPieces(orders.person, 'web order needs', 'web orders need')} you.`;
  // Where nothing is set aside any more, what was refused waits to be tried again.
  const waitingForPerson = countUndecided(products, conflicts) + (parked > 0 ? products.error : 0);
  if (waitingForPerson > 0) return `${formatPieces(waitingForPerson, 'product needs', 'products need')} you.`;
  if (lastSyncMs === null) return 'Till and store are connected; nothing was imported yet.';
  if (conflicts.decided > 0)
    return `${formatPieces(conflicts.decided, 'answer of yours waits', 'answers of yours wait')} for the next look.`;
  if (!state.isLooking) return describeRest(status, state, nowMs);
  return products.waiting > 0
    ? `Working: ${formatPieces(products.waiting, 'product')} to go.`
    : 'Everything is in step.';
}

/** Products that a person has to decide about; what is decided waits for the next look. */
function countUndecided({ conflict }: EngineStatus['products'], conflicts: LiveStatus['conflicts']): number {
  const open = conflicts.total - conflicts.decided;
  return open === 0 && conflicts.total > 0 ? 0 : Math.max(conflict - conflicts.productsDecided, open);
}

/** Where nothing looks, only the last look can be told of: either side may have changed since. */
function describeRest(status: EngineStatus, state: LiveState, nowMs: number): string {
  const waiting = status.products.waiting + status.products.error;
  if (waiting > 0) return `${formatPieces(waiting, 'product waits', 'products wait')} for the next look.`;
  return `In step as of ${formatAge(readLastLook(status, state), nowMs)}.`;
}

const describeAbsence = (away: readonly ('till' | 'store')[], isLooking: boolean): string =>
  isLooking
    ? `Waiting until ${nameAway(away)} can be reached again.`
    : away.length > 1
      ? 'The last look reached neither side.'
      : `The last look did not reach ${nameAway(away)}.`;

const nameAway = (away: readonly ('till' | 'store')[]): string =>
  away.length > 1 ? 'both sides' : `the ${away[0]}`;

function describeTill(till: EngineStatus['till']): string {
  if (till === null) return '';
  const { merchant, environment } = till;
  return `${cleanText(merchant.name)}  ${merchant.merchantId}  ${environment}`;
}

function paintState(state: ConnectionState, paint: Palette): string {
  const colour = {
    ready: paint.green,
    away: paint.yellow,
    'not-ready': paint.yellow,
    'not-connected': paint.dim,
  }[state];
  return colour(STATE_WORDS[state]);
}

function describeProducts(products: Readonly<Record<LinkStatus, number>>, paint: Palette): string {
  return (['synced', 'waiting', 'error', 'conflict', 'deleted'] as const)
    .map((status) =>
      paintLink(status, `${formatCount(products[status])} ${status}`, products[status] > 0, paint),
    )
    .join(', ');
}

/** The colours of the window: green, yellow, red, violet, grey; always beside the word. */
export function paintLink(status: LinkStatus, text: string, isShown: boolean, paint: Palette): string {
  if (!isShown) return paint.dim(text);
  const colours = {
    synced: paint.green,
    waiting: paint.yellow,
    error: paint.red,
    conflict: paint.violet,
    deleted: paint.dim,
  };
  return colours[status](text);
}
