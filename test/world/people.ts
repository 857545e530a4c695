import { COVER_MS } from '../../src-main/engine/live/covered-sales.ts';
import type { ConflictView } from '../../src-main/engine/live-face.ts';
import type { PracticeRandom } from '../../src-practice/random.ts';
import { drawBetween, isLucky } from './chance.ts';
import { createMenuPeople } from './menu-people.ts';
import { drawShelves, readConflictShelves, writeShelves } from './shelves.ts';
import type { SimWorld } from './sim-world.ts';
import { type Field, readItem, readProduct, type Side, type Value, type Ware } from './ware.ts';
import { meanField, movePieces, readCount, readField, type Sameness, type Wares } from './wares.ts';

/** The people of both sides: each step is one thing that one of them does. */
export interface People {
  /** False where they found nothing to do. */
  act(): boolean;
  /** Somebody gives this ware another value of this field. */
  edit(ware: Ware, side: Side, field: Field): void;
  /** Something is taken away on one side, or put there: a list that is being read has other pages from then on. */
  shift(side: Side): void;
  /** The store has forgotten orders: nobody goes back to those. */
  forgetOrders(): void;
}

/** Pieces that were sold, or that somebody found more than there were. */
interface Moved {
  readonly ware: Ware;
  readonly side: Side;
  readonly pieces: number;
  readonly atMs: number;
}

interface Sold {
  readonly ware: Ware;
  readonly orderId: number;
  readonly pieces: number;
}

export interface Habits {
  /** They often touch a shelf that the other side has just touched, before that has come over. */
  readonly isContesting: boolean;
  /** Nobody buys here: the world has guests of its own. */
  readonly isGuestless?: boolean;
  /** Hears of a count that somebody is about to type in. */
  readonly onRecount?: (ware: Ware) => void;
}

export function createPeople(
  world: SimWorld,
  wares: Wares,
  random: PracticeRandom,
  isSame: Sameness,
  habits: Habits = { isContesting: false },
): People {
  const { till, store, story } = world;
  let done = 0;
  const note = (what: string): void => {
    done += 1;
    story.note(what);
  };
  const menu = createMenuPeople(world, wares, random, note);
  const orders: Sold[] = [];
  const sold = new Set<Ware>();
  const sales: Moved[] = [];
  const finds: Moved[] = [];
  const lastCounts: Partial<Record<Side, Ware>> = {};
  const lastEdits: Partial<Record<Side, { readonly ware: Ware; readonly field: Field }>> = {};
  const listRecent = (moves: readonly Moved[], ware: Ware, side: Side): number[] => {
    const sinceMs = world.time.clock.nowMs() - COVER_MS;
    return moves
      .filter((move) => move.ware === ware && move.side === side && move.atMs > sinceMs)
      .map(({ pieces }) => pieces);
  };
  let serial = 0;
  const nextText = (what: string): string => {
    serial += 1;
    return `${what} ${serial}`;
  };
  const alive = (side: Side): Ware[] =>
    wares.all.filter(
      (ware) =>
        ware.goneOn === null && (side === 'till' ? readItem(world, ware) : readProduct(world, ware)) !== null,
    );
  /** Of what the app is just about to write, while it is at work: two people often work on the same things. */
  const isDue = (ware: Ware): boolean => ware.tillId !== null && world.eye.isDue(ware.tillId);
  const isAtWork = (side: Side): boolean =>
    world.network.isBusy() && (side === 'till' || !world.network.isAskingAgain(side));
  const isShelving = (ware: Ware): boolean => isDue(ware) && world.eye.isShelving(ware.tillId ?? '');
  /** The other side has put it elsewhere, and that has not come over yet. */
  const isContested =
    (side: Side) =>
    (ware: Ware): boolean =>
      ware.meanings.get('categories')?.last[side === 'till' ? 'store' : 'till'] !== undefined &&
      readField(world, ware, 'till', 'categories') !== readField(world, ware, 'store', 'categories') &&
      (isDue(ware) || !world.eye.isOnWay(ware.tillId ?? ''));
  const pick = (side: Side): Ware | null => {
    const list = alive(side);
    const sought = isAtWork(side) && isLucky(random, 50) ? list.filter(isDue) : [];
    if (sought.length > 0) return random.pick(sought);
    return list.length === 0 ? null : random.pick(list);
  };

  const drawValue = (ware: Ware, side: Side, field: Field): Value => {
    if (field === 'name') return nextText('Renamed');
    if (field === 'sku') return isLucky(random, 10) ? '' : nextText('SKU').replace(' ', '-');
    if (field === 'availability') return random.pick(['on', 'hidden', 'off']);
    if (field === 'categories') return drawShelves(world, ware, side, random);
    // Sometimes a person takes back what they wrote.
    const before = ware.meanings.get('price')?.before[side];
    return before !== undefined && isLucky(random, 10) ? before : drawBetween(random, 400, 9_999);
  };

  /** What the other side has just been told, or both are asked about: two people often work on the same thing. */
  const pickDisputed = (side: Side): { readonly ware: Ware; readonly field: Field } | null => {
    const asked = world.eye.conflicts().flatMap(({ cloverId, field }) => {
      const ware = wares.all.find(({ tillId }) => tillId === cloverId);
      return ware && isPlain(field) ? [{ ware, field }] : [];
    });
    const { till, store } = lastEdits;
    const theirs = side === 'till' ? store : till;
    const all = theirs && isPlain(theirs.field) ? [theirs, ...asked] : asked;
    const there = new Set(alive(side));
    const known = all.filter(
      ({ ware, field }) => there.has(ware) && readField(world, ware, side, field) !== null,
    );
    return known.length === 0 ? null : random.pick(known);
  };

  const edit = (side: Side): void => {
    // Where the till hides what it was told, nobody could see the other one's word.
    const isSeen = side === 'till' && world.writeLagMs === 0;
    const shelved = isSeen && isAtWork(side) ? alive(side).filter(isShelving) : [];
    if (shelved.length > 0 && isLucky(random, 50)) {
      writeField(random.pick(shelved), side, 'categories');
      return;
    }
    const contested =
      habits.isContesting && world.writeLagMs === 0 && isLucky(random, 10)
        ? alive(side).filter(isContested(side))
        : [];
    if (contested.length > 0) {
      writeField(random.pick(contested), side, 'categories');
      return;
    }
    const disputed = habits.isContesting && isLucky(random, 15) ? pickDisputed(side) : null;
    if (disputed) {
      writeField(disputed.ware, side, disputed.field);
      return;
    }
    const ware = pick(side);
    if (!ware) return;
    const field = random.pick<Field>(
      ware.isMember ? ['price', 'sku'] : ['name', 'price', 'price', 'sku', 'availability', 'categories'],
    );
    writeField(ware, side, field);
    // Who has a product open puts it on another shelf as well.
    if (!ware.isMember && field !== 'categories' && isLucky(random, 20)) writeField(ware, side, 'categories');
  };

  const writeField = (ware: Ware, side: Side, field: Field): void => {
    if (side === 'till' && field === 'categories') till.staff.lookAround();
    const value = drawValue(ware, side, field);
    if (readField(world, ware, side, field) === value) return;
    meanField(world, ware, side, field, value, isSame);
    story.tell(`${side}: ${ware.label} ${field} = ${value}`);
    note(`edit ${side} ${field}`);
    lastEdits[side] = { ware, field };
    if (field === 'categories') writeShelves(world, ware, side, String(value).split(' ').filter(Boolean));
    else if (side === 'till') till.staff.editItem(ware.tillId ?? '', writeTill(field, value));
    else store.staff.editProduct(ware.storeId ?? 0, writeStore(field, value));
    // A word that the side does not take as it is (an empty shelf is not for sale by word) says both less and more.
    if (readField(world, ware, side, field) !== value) ware.meanings.delete(field);
  };

  /** As in `transport.ts`: between the reading of a count and its writing nothing saves a sale (clover.md 6.4). */
  const isBeingCounted = (ware: Ware): boolean =>
    world.network.isBusy() && world.eye.isCounting(ware.tillId ?? '');

  /**
   * Pieces that come back on both sides at once, and make both counts equal, cannot be told from one recount
   * typed in twice: which of the two it was, the engine does not ask yet.
   */
  const endsEqual = (ware: Ware, side: Side, pieces: number): boolean => {
    const mine = readCount(world, ware, side);
    const theirs = readCount(world, ware, side === 'till' ? 'store' : 'till');
    return mine !== null && mine !== theirs && mine + pieces === theirs;
  };

  const counted: Readonly<Record<Side, Set<Ware>>> = { till: new Set(), store: new Set() };
  /** The same of a sale that makes two different recounts equal. */
  const endsCountsEqual = (ware: Ware, side: Side, pieces: number): boolean =>
    counted.till.has(ware) && counted.store.has(ware) && endsEqual(ware, side, -pieces);

  /**
   * A person who finds as many pieces more as were sold since our own write of the count, before anybody has looked,
   * hides the sale just as that write would have (clover.md 6.4): which of the two it was, the count does not tell. So
   * nobody finds exactly that many, and nobody sells exactly what was found.
   */
  const hidesSales = (ware: Ware, side: Side, found: number): boolean =>
    sumSome(listRecent(sales, ware, side)).has(found);
  const isHidden = (ware: Ware, side: Side, pieces: number): boolean => {
    const sums = sumSome([...listRecent(sales, ware, side), pieces]);
    return listRecent(finds, ware, side).some((found) => sums.has(found));
  };

  const sell = (): void => {
    const ware = pick('till');
    if (!ware || isBeingCounted(ware)) return;
    const pieces = drawBetween(random, 1, 4);
    if (endsCountsEqual(ware, 'till', pieces) || isHidden(ware, 'till', pieces)) return;
    if (readCount(world, ware, 'till') !== null) movePieces(ware, -pieces);
    story.tell(`till: ${pieces} of ${ware.label} sold`);
    note('sale');
    till.staff.sell(ware.tillId ?? '', pieces);
    wares.recounts.end(ware, false);
    sold.add(ware);
    sales.push({ ware, side: 'till', pieces, atMs: world.time.clock.nowMs() });
  };

  const buy = (): void => {
    const ware = pick('store');
    if (!ware) return;
    const pieces = drawBetween(random, 1, 4);
    if (endsCountsEqual(ware, 'store', pieces) || isHidden(ware, 'store', pieces)) return;
    if (readCount(world, ware, 'store') !== null) movePieces(ware, -pieces);
    story.tell(`store: ${pieces} of ${ware.label} bought`);
    note('purchase');
    sales.push({ ware, side: 'store', pieces, atMs: world.time.clock.nowMs() });
    orders.push({ ware, pieces, orderId: store.staff.buy(ware.storeId ?? 0, pieces) });
    wares.recounts.end(ware, false);
  };

  const cancel = (): void => {
    const [order] = orders.splice(random.below(Math.max(1, orders.length)), 1);
    if (!order || order.ware.goneOn !== null || !readProduct(world, order.ware)) return;
    if (endsEqual(order.ware, 'store', order.pieces)) return;
    const before = readCount(world, order.ware, 'store');
    store.staff.turnOrder(order.orderId, 'cancelled');
    const after = readCount(world, order.ware, 'store');
    if (before !== null && after !== null) movePieces(order.ware, after - before);
    wares.recounts.end(order.ware, false);
    story.tell(`store: order ${order.orderId} cancelled, ${order.pieces} of ${order.ware.label} back`);
    note('cancel');
  };

  const refund = (): void => {
    const ware = random.pick([null, ...sold]);
    if (!ware || ware.goneOn !== null || !readItem(world, ware) || isBeingCounted(ware)) return;
    if (endsEqual(ware, 'till', 1)) return;
    sold.delete(ware);
    const before = readCount(world, ware, 'till');
    till.staff.refund(ware.tillId ?? '', 1);
    const after = readCount(world, ware, 'till');
    if (before !== null && after !== null) movePieces(ware, after - before);
    wares.recounts.end(ware, false);
    story.tell(`till: one of ${ware.label} taken back`);
    note('refund');
  };

  const recount = (side: Side): void => {
    const theirs =
      habits.isContesting && isLucky(random, 30) ? lastCounts[side === 'till' ? 'store' : 'till'] : undefined;
    const ware = theirs && alive(side).includes(theirs) ? theirs : pick(side);
    const now = ware ? readCount(world, ware, side) : null;
    if (!ware || now === null || (side === 'till' && isBeingCounted(ware))) return;
    let found = drawBetween(random, 0, 60);
    // Both sides counting the same is a case of its own: one count, not two.
    const shown = readCount(world, ware, side === 'till' ? 'store' : 'till');
    while (found === now || found === shown || hidesSales(ware, side, found - now)) found += 1;
    wares.recounts.begin(ware, side);
    habits.onRecount?.(ware);
    movePieces(ware, found - now);
    counted[side].add(ware);
    finds.push({ ware, side, pieces: found - now, atMs: world.time.clock.nowMs() });
    story.tell(`${side}: ${ware.label} counted, ${found} instead of ${now}`);
    note(`recount ${side}`);
    lastCounts[side] = ware;
    if (side === 'till') till.staff.recount(ware.tillId ?? '', found);
    else store.staff.editProduct(ware.storeId ?? 0, { stock_quantity: found });
    wares.recounts.end(ware, true);
  };

  const addItem = (): void => {
    const name = nextText('Till ware');
    // With a SKU the store itself refuses to have it twice.
    const sku = isLucky(random, 30) ? { sku: name.replaceAll(' ', '-') } : {};
    const id = till.staff.addItem({ name, price: drawBetween(random, 400, 9_999), ...sku });
    if (isLucky(random, 60)) till.staff.recount(id, drawBetween(random, 0, 40));
    wares.add('till', id, name);
    story.tell(`till: new item ${name} (${id})`);
    note('new item');
  };

  const addProduct = (): void => {
    const name = nextText('Store ware');
    const shelf = isLucky(random, 6) ? [{ id: store.staff.addCategory(nextText('Store shelf')) }] : [];
    const id = store.staff.addProduct({
      name,
      categories: shelf,
      regular_price: (drawBetween(random, 400, 9_999) / 100).toFixed(2),
      sku: name.replaceAll(' ', '-'),
      ...(isLucky(random, 60) ? { manage_stock: true, stock_quantity: drawBetween(random, 0, 40) } : {}),
    });
    wares.add('store', id, name);
    story.tell(`store: new product ${name} (${id})`);
    note('new product');
  };

  const addVariable = (): void => {
    const name = nextText('Store shirt');
    const options = ['Red', 'Blue'];
    const attributes = [{ name: 'Color', options, variation: true, visible: true }];
    const parent = store.staff.addProduct({ name, type: 'variable', attributes });
    for (const option of options) {
      const id = store.staff.addVariation(parent, {
        regular_price: (drawBetween(random, 400, 9_999) / 100).toFixed(2),
        sku: `${name} ${option}`.replaceAll(' ', '-'),
        attributes: [{ name: 'Color', option }],
        manage_stock: true,
        stock_quantity: drawBetween(random, 0, 40),
      });
      wares.add('store', id, `${name} ${option}`);
    }
    story.tell(`store: new variable product ${name} (${parent})`);
    note('new variable product');
  };

  const remove = (side: Side): void => {
    const ware = pick(side);
    if (!ware || ware.isMember) return;
    ware.goneOn = side;
    story.tell(`${side}: ${ware.label} deleted`);
    note(`delete ${side}`);
    if (side === 'till') till.staff.removeItem(ware.tillId ?? '');
    else store.staff.trash(ware.storeId ?? 0);
  };

  /** Cards of conflicts as somebody saw them last, by conflict. */
  const glimpsed = new Map<number, Pick<ConflictView, 'till' | 'store'>>();
  const resolve = (): void => {
    const { conflicts } = world.core().engine.conflicts.list({ limit: 100, offset: 0 });
    // Who has answered waits until it is done.
    const open = conflicts.filter(({ ruling }) => ruling === null);
    if (open.length === 0) return;
    const cards = new Map(open.map(({ id, till, store }) => [id, { till, store }]));
    if ([...cards.keys()].some((id) => !glimpsed.has(id)) && isLucky(random, 50)) {
      for (const [id, shown] of cards) glimpsed.set(id, shown);
      return;
    }
    // Who left the card open while a side moved on answers to what it says, and that is no answer to what is there now.
    const late = open.find(({ id }) => glimpsed.has(id) && !isSameCard(glimpsed.get(id), cards.get(id)));
    const conflict = late ?? random.pick(open);
    const card = glimpsed.get(conflict.id) ?? { till: conflict.till, store: conflict.store };
    for (const [id, shown] of cards) glimpsed.set(id, shown);
    const take = random.pick(['till', 'store'] as const);
    const answer = world.core().engine.conflicts.resolve({ id: conflict.id, take, seen: card });
    const ware = wares.all.find(({ tillId }) => tillId === conflict.cloverId);
    if (late) {
      story.tell(`person: ${ware?.label} ${conflict.field}, as it was, takes the ${take}'s (${answer.ok})`);
      story.note('resolve late');
      if (answer.ok) wares.lateAnswers.push(`${ware?.label} ${conflict.field}`);
      return;
    }
    story.tell(`person: ${ware?.label} ${conflict.field} takes the ${take}'s (${answer.ok})`);
    story.note('resolve');
    if (!ware) return;
    if (conflict.field === 'stock') ware.isCountOpen = true;
    if (conflict.field === 'modifiers') wares.words.delete(`groups ${ware.tillId}`);
    const meaning = ware.meanings.get(conflict.field as Field);
    const value = readField(world, ware, take, conflict.field as Field);
    // They took what an empty shelf says by itself: nobody's word stands any more.
    if (meaning && value === null && answer.ok) ware.meanings.delete(conflict.field as Field);
    // Their word holds if neither side moves until it is carried out; else both values still stand.
    const seen = conflict[take];
    const taken = Array.isArray(seen) ? readConflictShelves(world, seen as readonly string[]) : seen;
    if (meaning && value !== null && taken === value)
      ware.meanings.set(conflict.field as Field, {
        ...meaning,
        last: { [take]: value },
        overruled: meaning.last,
      });
  };

  const changeModifiers = (): void => {
    const ware = pick('till');
    if (ware) menu.changeModifiers(ware);
  };

  const deeds: readonly (readonly [number, () => void])[] = [
    [14, () => edit('till')],
    [14, () => edit('store')],
    [12, sell],
    [habits.isGuestless ? 0 : 12, buy],
    [habits.isGuestless ? 0 : 5, cancel],
    [4, refund],
    [5, () => recount('till')],
    [5, () => recount('store')],
    [7, addItem],
    [4, addProduct],
    [2, addVariable],
    [2, () => remove('till')],
    [2, () => remove('store')],
    [5, resolve],
    [1, () => menu.renameCategory('till')],
    [1, () => menu.renameCategory('store')],
    [2, menu.editModifier],
    [2, () => changeModifiers()],
  ];
  const sum = deeds.reduce((total, [weight]) => total + weight, 0);
  return {
    edit: writeField,
    shift: (side) => {
      wares.refresh();
      if (isLucky(random, 70)) remove(side);
      else if (side === 'till') addItem();
      else addProduct();
    },
    forgetOrders: () => void orders.splice(0),
    act: () => {
      wares.refresh();
      const before = done;
      // What both sides ask about lies on somebody's desk.
      if (habits.isContesting && world.eye.conflicts().length > 0 && isLucky(random, 20)) {
        resolve();
        return true;
      }
      let drawn = random.below(sum);
      for (const [weight, deed] of deeds) {
        drawn -= weight;
        if (drawn >= 0) continue;
        deed();
        break;
      }
      return done > before;
    },
  };
}

const PLAIN: ReadonlySet<string> = new Set<Field>(['name', 'price', 'sku']);
const isPlain = (field: string): field is Field => PLAIN.has(field);

const isSameCard = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Every sum of some of these. */
function sumSome(parts: readonly number[]): ReadonlySet<number> {
  let sums = new Set<number>();
  for (const part of parts) sums = new Set([...sums, part, ...[...sums].map((sum) => sum + part)]);
  return sums;
}

function writeTill(field: Field, value: Value) {
  if (field === 'name') return { name: String(value) };
  if (field === 'price') return { price: Number(value) };
  if (field === 'sku') return { sku: String(value) };
  return { available: value !== 'off', hidden: value === 'hidden' };
}

function writeStore(field: Field, value: Value) {
  if (field === 'name') return { name: value };
  if (field === 'price') return { regular_price: (Number(value) / 100).toFixed(2) };
  if (field === 'sku') return { sku: value };
  return {
    status: value === 'off' ? 'private' : 'publish',
    catalog_visibility: value === 'hidden' ? 'hidden' : 'visible',
    // Where nobody counts, a product that was switched off is out of stock by word.
    ...(value === 'off' ? {} : { stock_status: 'instock' }),
  };
}
