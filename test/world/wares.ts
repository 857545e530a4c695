import type { ProductRecord } from '../../src-practice/store/store.ts';
import { readMark } from '../support/compare-sides.ts';
import { Recounts } from './recounts.ts';
import { nameShelves, readModifiers, readShelves } from './shelves.ts';
import type { SimWorld } from './sim-world.ts';
import { type Field, MEANT_FIELDS, readItem, readProduct, type Side, type Value, type Ware } from './ware.ts';

/** All wares of one world, and where each is on both sides by now. */
export class Wares {
  readonly #world: SimWorld;
  readonly all: Ware[] = [];
  /** The last word on things that many wares share (a category's name, a modifier), by what it is. */
  readonly words = new Map<string, string>();
  /** Fields that a new rule of the shop moved too, so that what people said of them is not all. */
  readonly ruled = new Set<Field>();
  readonly recounts: Recounts;
  /** Answers to conflicts that were taken although a side had moved since they were looked at. */
  readonly lateAnswers: string[] = [];
  /** What undos changed that was not theirs to change. */
  readonly wrongUndos: string[] = [];

  #isStoreOlder = false;

  constructor(world: SimWorld) {
    this.#world = world;
    this.recounts = new Recounts(world);
  }

  add(bornOn: Side, id: string | number, label: string): Ware {
    const { till } = this.#world;
    const item = typeof id === 'string' ? till.state.items.get(id) : undefined;
    const ware: Ware = {
      label,
      bornOn,
      tillId: typeof id === 'string' ? id : null,
      storeId: typeof id === 'number' ? id : null,
      isMember:
        item?.itemGroupId !== undefined ||
        this.#world.store.state.products.get(Number(id))?.type === 'variation',
      meanings: new Map(),
      pieces: this.#countAtFirst(id),
      isCountOpen: false,
      goneOn: null,
      leftDifferent: new Set(),
      neverAgreed: new Set(),
    };
    for (const field of MEANT_FIELDS) {
      const value = readField(this.#world, ware, bornOn, field);
      if (value !== null) ware.meanings.set(field, { last: { [bornOn]: value }, before: {} });
    }
    this.all.push(ware);
    return ware;
  }

  /** The store was put back: what it does not have any more is found again where it was made anew. */
  forgetStore(): void {
    this.#isStoreOlder = true;
    this.recounts.forget();
  }

  /** Neither side's list of changes tells that: what is older was changed long ago, and what is gone leaves no trace. */
  get isStoreOlder(): boolean {
    return this.#isStoreOlder;
  }

  #countAtFirst(id: string | number): number | null {
    const { till, store } = this.#world;
    if (typeof id === 'string') return till.state.itemStocks.get(id)?.quantity ?? null;
    const product = store.state.products.get(id);
    return product?.manageStock ? (product.stockQuantity ?? 0) : null;
  }

  /** Finds what the sync has made since: a product by its mark, an item by the link. */
  refresh(): void {
    const { till, store, eye, shelves } = this.#world;
    // Ids of categories come again too.
    if (this.#isStoreOlder) shelves.clear();
    for (const wooId of shelves.keys()) if (!store.state.categories.has(wooId)) shelves.delete(wooId);
    for (const { cloverId, wooId } of eye.categories()) shelves.set(wooId, cloverId);
    const byMark = new Map<string, number>();
    for (const product of store.state.products.values()) {
      const mark = readMark(product);
      if (mark !== null && product.status !== 'trash' && !byMark.has(mark)) byMark.set(mark, product.id);
    }
    const byWoo = new Map(eye.links().map((link) => [link.wooId, link.cloverId]));
    const owned = new Set(this.all.map(({ tillId }) => tillId));
    for (const ware of this.all) {
      if (ware.bornOn === 'till' || this.#isStoreOlder)
        ware.storeId ??= byMark.get(ware.tillId ?? '') ?? null;
      // The app may take it for what had its id before, for a while: for another ware, or for a group of sizes.
      const itemId = byWoo.get(ware.storeId) ?? null;
      const isOther = owned.has(itemId) || !till.state.items.has(itemId ?? '');
      if (ware.bornOn === 'store' && !(this.#isStoreOlder && isOther)) ware.tillId ??= itemId;
      const meant = ware.meanings.get('categories');
      if (meant) ware.meanings.set('categories', nameShelves(this.#world, meant));
    }
    this.recounts.settle(false);
  }
}

/** A field as a person sees it on one side; null where it is not there or says nothing. */
export function readField(world: SimWorld, ware: Ware, side: Side, field: Field): Value | null {
  if (ware.isMember && field !== 'price' && field !== 'sku') return null;
  if (field === 'categories') return readShelves(world, ware, side);
  if (field === 'modifiers') return readModifiers(world, ware, side);
  if (side === 'till') {
    const item = readItem(world, ware);
    if (!item) return null;
    if (field === 'name') return item.name;
    if (field === 'price') return item.price;
    if (field === 'sku') return item.sku ?? '';
    return item.available ? (item.hidden ? 'hidden' : 'on') : 'off';
  }
  const product = readProduct(world, ware);
  if (!product) return null;
  if (field === 'name') return product.name;
  if (field === 'price')
    return product.regularPrice === '' ? null : Math.round(Number(product.regularPrice) * 100);
  if (field === 'sku') return product.sku;
  return readShown(product);
}

function readShown(product: ProductRecord): Value | null {
  if (product.status === 'private') return 'off';
  if (product.catalogVisibility === 'hidden') return 'hidden';
  // Out of stock or not published: it says nothing about what the till should say.
  if (product.status !== 'publish' || (product.manageStock && (product.stockQuantity ?? 0) <= 0)) return null;
  return product.stockStatus === 'outofstock' ? 'off' : 'on';
}

export function readCount(world: SimWorld, ware: Ware, side: Side): number | null {
  if (side === 'till')
    return ware.tillId === null ? null : (world.till.state.itemStocks.get(ware.tillId)?.quantity ?? null);
  const product = readProduct(world, ware);
  return product?.manageStock ? (product.stockQuantity ?? 0) : null;
}

/** Whether a till value and a store value mean the same under the world's rules, within their rounding. */
export type Sameness = (field: Field, till: Value, store: Value) => boolean;

export function createSameness(settings: Readonly<Record<string, string>>): Sameness {
  // Read anew each time: somebody may change the rules.
  const readRule = () => {
    const rounding = settings['price.rounding'] ?? 'none';
    return {
      slack: rounding === '0.99' ? 100 : rounding === '0.05' ? 3 : 0,
      isMarked: settings['price.mode'] === 'markup',
      mark: Number(settings['price.markupValue'] ?? 0),
      isFixed: settings['price.markupType'] === 'fixed',
    };
  };
  const isSamePrice = (till: number, store: number): boolean => {
    const { slack, isMarked, mark, isFixed } = readRule();
    const marked = isFixed ? till + mark * 100 : till * (1 + mark / 100);
    const wanted = !isMarked || till === 0 ? till : Math.round(marked);
    return Math.abs(wanted - store) <= slack + (isMarked ? 2 : 0);
  };
  return (field, till, store) => {
    // Off on the till and hidden in the store is not sold on either; which of the two words it is stays open.
    if (field === 'availability' && till === 'off' && store === 'hidden') return true;
    return field === 'price' ? isSamePrice(Number(till), Number(store)) : till === store;
  };
}

/** Takes down what a person is about to write on one side. */
export function meanField(
  world: SimWorld,
  ware: Ware,
  side: Side,
  field: Field,
  value: Value,
  isSame: Sameness,
): void {
  const other: Side = side === 'till' ? 'store' : 'till';
  ware.leftDifferent.delete(field);
  if (ware.neverAgreed.has(field)) {
    if (!world.eye.hasAgreed(ware.tillId ?? '', field)) {
      ware.meanings.delete(field);
      return;
    }
    ware.neverAgreed.delete(field);
  }
  const mine = readField(world, ware, side, field);
  const theirs = readField(world, ware, other, field);
  const isInStep =
    mine === null ||
    theirs === null ||
    (side === 'till' ? isSame(field, mine, theirs) : isSame(field, theirs, mine));
  const known = ware.meanings.get(field);
  const said = known?.last[other];
  // Who sees the other side's word before them and writes another one has the last word, whatever the other side
  // shows by now: an item that ran out says "off", and nobody said so.
  const hasSeen =
    mine !== null &&
    said !== undefined &&
    known?.last[side] === undefined &&
    (showsShelves(field, mine, said) ||
      (side === 'till' ? isSame(field, mine, said) : isSame(field, said, mine)));
  // Both wrote the same, and one of them now takes it back: only who looked in between can tell that from no edit.
  if (
    isInStep &&
    known?.last.till !== undefined &&
    known.last.store !== undefined &&
    known.before[side] === value
  ) {
    ware.meanings.delete(field);
    return;
  }
  if (isInStep || hasSeen || !known) {
    const before = mine === null ? {} : { [side]: mine, ...(theirs === null ? {} : { [other]: theirs }) };
    ware.meanings.set(field, { last: { [side]: value }, before });
    return;
  }
  // A decision that nobody has begun to carry out when a side moves again holds no longer: both words stand again.
  // One that is on its way may arrive, and then what it was against is lost as the person wanted it.
  const isOnWay = world.network.isBusy() || world.eye.isOnWay(ware.tillId ?? '');
  const last = { ...(isOnWay ? {} : known.overruled), ...known.last, [side]: value };
  // Back at the very value that was decided against: only who looked in between knows that it was said once more.
  if (known.overruled?.[side] === value) delete last[side];
  const { before, overruled } = known;
  ware.meanings.set(field, { last, before, ...(overruled ? { overruled } : {}) });
}

/** A ware on all of these shelves, and maybe on others that it is just being taken off. */
function showsShelves(field: Field, mine: Value, said: Value): boolean {
  if (field !== 'categories' || said === '') return false;
  const shown = String(mine).split(' ');
  return String(said)
    .split(' ')
    .every((id) => shown.includes(id));
}

/** Moves pieces, or a count that a person took instead of what was shown. */
export function movePieces(ware: Ware, delta: number): void {
  if (ware.pieces !== null) ware.pieces += delta;
}
