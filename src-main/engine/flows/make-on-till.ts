import { createFailure, type Failure } from '../../domain/failure.ts';
import type { AgreedField, FieldName } from '../../domain/fields.ts';
import { asWooId, type CloverId, type RunId, type WooId } from '../../domain/ids.ts';
import { isMadeOf } from '../../domain/made-item.ts';
import { foldText } from '../../domain/name-fold.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillItem, TillItemGroup } from '../../domain/till-catalog.ts';
import { isTillForm } from '../../domain/till-form.ts';
import type {
  NewTillItem,
  NewTillMember,
  NewTillProduct,
  NewVariant,
  TillCategoryRef,
} from '../../domain/till-patch.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { OutboxRow } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import { RunStop } from '../store-writer.ts';
import type { MadePair } from '../till-recorder.ts';
import { readShelved } from './shelves-shown.ts';
import { resolveCategories, type TillContext } from './write-till.ts';

/** So long a till may go on working on a request whose line broke. */
const LATE_MS = 5_000;

/** A create as it is kept: what is to be made, and what of it the till has by now. */
interface MakeIntent {
  readonly create: NewTillProduct;
  /** The till's own time just before the first try: what a lost answer made is no older. */
  readonly sinceMs?: number;
  /** There was a try before: what it made may have no answer, and may even be on its way still. */
  readonly isTried?: boolean;
  /** The item group, once the till has it: with items in it, it would not be found again by its name. */
  readonly groupId?: CloverId;
  /** Items that were made, by the store product that they are for. */
  readonly made?: Readonly<Record<string, CloverId>>;
}

/**
 * Makes what the till is to get for new store products. The till knows no double (clover.md 6.2), so every
 * step is kept as it ends, and after a lost answer the new item is looked for before another is made.
 * @param readSince the newest change that the till has told of, by its own clock
 * @throws RunStop when the till is away or refuses our token
 */
export async function makeOnTill(
  context: TillContext,
  runId: RunId,
  readSince: () => Promise<number>,
): Promise<void> {
  const { outbox } = context.deps.ledger;
  while (!context.signal.aborted) {
    const [row] = outbox.take(runId, 'till.new', 1);
    if (!row) return;
    const failure = await makeOne(row, context, readSince);
    if (failure) context.recorder.recordFailed(row, failure);
    context.onRow(row);
  }
}

async function makeOne(
  row: OutboxRow,
  context: TillContext,
  readSince: () => Promise<number>,
): Promise<Failure | null> {
  let intent = JSON.parse(row.payload) as MakeIntent;
  if (isLinkedMeanwhile(row, intent, context)) {
    context.recorder.recordOutdated(row);
    return null;
  }
  const keep = (news: Partial<MakeIntent>): void => {
    intent = { ...intent, ...news };
    context.deps.ledger.outbox.setPayload(row.seq, JSON.stringify(intent));
  };
  if (intent.isTried) await context.deps.timers.sleep(LATE_MS);
  if (intent.sinceMs === undefined) keep({ sinceMs: await readSince(), isTried: true });
  const making = { deps: context.deps, read: () => intent, keep };
  const { create } = intent;
  const wooId = row.wooId as WooId;
  if (create.kind === 'category') return makeCategory(row, create.name, context);
  if (create.kind === 'item') {
    const { variant } = create;
    const item = variant ? await joinGroup(create.item, variant, context.deps) : create.item;
    if ('code' in item) return item;
    const made = await makeItem(item, wooId, making);
    if ('failure' in made) return made.failure;
    const [kind, parentWooId] = variant ? (['variation', asWooId(variant.parentWooId)] as const) : SINGLE;
    const pair = describePair(kind, made.item, wooId, parentWooId, item, context.deps);
    context.recorder.recordMade(row, [pair], 'made');
    return null;
  }
  const group = await makeGroup(create.name, create.attributes, making);
  if ('failure' in group) return group.failure;
  const pairs: MadePair[] = [describeGroupPair(group.group, wooId)];
  for (const member of create.members) {
    if (context.deps.ledger.links.findByWoo('variation', asWooId(member.wooId))) continue;
    const optionIds = findOptions(member, group.group);
    const item = { ...member.item, member: { groupId: group.group.id, optionIds } };
    const made = await makeItem(item, asWooId(member.wooId), making);
    if ('failure' in made) return made.failure;
    pairs.push(describePair('variation', made.item, asWooId(member.wooId), wooId, item, context.deps));
  }
  context.recorder.recordMade(row, pairs, 'made');
  return null;
}

const SINGLE = ['product', null] as const;

/** One more variant of a group: the options that make it what it is are there before it is. */
async function joinGroup(
  item: NewTillItem,
  { groupId, options }: NewVariant,
  deps: ImportDeps,
): Promise<NewTillItem | Failure> {
  const wanted = options.map(({ name, option }) => ({ name, options: [option] }));
  const outcome = await keepTrying(deps, () => deps.till.addGroupOptions(groupId, wanted));
  if (outcome.kind === 'rejected') return outcome.failure;
  if (outcome.kind !== 'done') throw new RunStop(outcome.failure);
  return { ...item, member: { groupId, optionIds: findOptions({ options }, { attributes: outcome.value }) } };
}

/** What a row is to make, and what the till is known to have of it. */
export function listMade(row: OutboxRow): { readonly create: NewTillProduct; readonly madeIds: CloverId[] } {
  const { create, groupId, made = {} } = JSON.parse(row.payload) as MakeIntent;
  return { create, madeIds: [...(groupId === undefined ? [] : [groupId]), ...Object.values(made)] };
}

/**
 * An import between two tries may have found what the first one made, or another item for the product. A group
 * that is ours is not whole yet.
 */
function isLinkedMeanwhile(row: OutboxRow, { create, groupId }: MakeIntent, { deps }: TillContext): boolean {
  const isVariant = create.kind === 'item' && create.variant !== undefined;
  const kind = create.kind === 'category' ? 'category' : isVariant ? 'variation' : 'product';
  const link = deps.ledger.links.findByWoo(kind, row.wooId as WooId);
  return link !== null && link.cloverId !== groupId;
}

/** One of the same name is adopted, so a repeated call makes no second one. */
async function makeCategory(row: OutboxRow, name: string, context: TillContext): Promise<Failure | null> {
  const { deps, recorder } = context;
  const outcome = await keepTrying(deps, () => deps.till.createCategory(name, null));
  if (outcome.kind === 'rejected') return outcome.failure;
  if (outcome.kind !== 'done') throw new RunStop(outcome.failure);
  const wooId = row.wooId as WooId;
  const pair = {
    kind: 'category',
    cloverId: outcome.value,
    wooId,
    parentWooId: null,
    groupId: null,
  } as const;
  recorder.recordMade(row, [{ ...pair, name, sku: '', shadow: {} }], outcome.requestId);
  return null;
}

type Made = { readonly item: TillItem } | { readonly failure: Failure };

/** One row on its way, with its intent as it is kept. */
interface Making {
  readonly deps: TillContext['deps'];
  readonly read: () => MakeIntent;
  readonly keep: (news: Partial<MakeIntent>) => void;
}

/** Made by a try whose answer was lost: new, without a link, and the same in every word. */
async function findMade(item: NewTillItem, { deps, read }: Making): Promise<TillItem | null> {
  const { till, ledger } = deps;
  const changed = await keepTrying(deps, () => till.readChangedItems(read().sinceMs ?? 0));
  if (changed.kind !== 'done') throw new RunStop(changed.failure);
  const taken = new Set(Object.values(read().made ?? {}));
  const isFree = ({ id }: TillItem): boolean =>
    !taken.has(id) &&
    ledger.links.findByClover('product', id) === null &&
    ledger.links.findByClover('variation', id) === null;
  return changed.value.items.find((it) => isMadeOf(it, item) && isFree(it)) ?? null;
}

async function createItem(item: NewTillItem, making: Making): Promise<Made> {
  const before = await findMade(item, making);
  if (before) return { item: before };
  const outcome = await keepTrying(making.deps, () => making.deps.till.createItem(item));
  if (outcome.kind === 'done') return { item: outcome.value };
  if (outcome.kind === 'rejected') return { failure: outcome.failure };
  // Lost or away: the next try looks for it first.
  throw new RunStop(outcome.failure);
}

async function makeItem(item: NewTillItem, wooId: WooId, making: Making): Promise<Made> {
  const { deps, read, keep } = making;
  let id = read().made?.[wooId];
  if (id === undefined) {
    const made = await createItem(item, making);
    if ('failure' in made) return made;
    id = made.item.id;
    keep({ made: { ...read().made, [wooId]: id } });
  }
  const itemId = id;
  const failure = await finishItem(itemId, item, deps);
  if (failure) return { failure };
  const readBack = async (): Promise<ReadonlyMap<CloverId, TillItem>> => {
    const present = await keepTrying(deps, () => deps.till.readItems([itemId]));
    if (present.kind !== 'done') throw new RunStop(present.failure);
    return new Map(present.value.map((it) => [it.id, it]));
  };
  const added = resolveCategories(item.categories?.add ?? [], deps);
  const found = (await readShelved(readBack, new Map([[itemId, { added, removed: [] }]]), deps.timers)).get(
    itemId,
  );
  return found ? { item: found } : { failure: createFailure('CLOVER_THING_GONE', { thing: item.name }) };
}

/** Categories and the count: absolute, so they may be said twice. */
async function finishItem(id: CloverId, item: NewTillItem, deps: Making['deps']): Promise<Failure | null> {
  const { till } = deps;
  const addCategoryIds = resolveCategories(item.categories?.add ?? [], deps);
  if (addCategoryIds.length > 0) {
    const write = { id, patch: { categories: item.categories ?? { add: [], remove: [] } }, addCategoryIds };
    const failure = readEnd(await keepTrying(deps, () => till.writeItems([write])));
    if (failure) return failure;
  }
  const { stockCount } = item;
  return stockCount === undefined
    ? null
    : readEnd(await keepTrying(deps, () => till.writeStock(id, stockCount)));
}

type MadeGroup = { readonly group: TillItemGroup } | { readonly failure: Failure };

async function makeGroup(
  name: string,
  attributes: readonly { readonly name: string; readonly options: readonly string[] }[],
  { deps, read, keep }: Making,
): Promise<MadeGroup> {
  const { groupId } = read();
  if (groupId !== undefined) return findGroup(groupId, deps);
  // Completes a group of this name that has no items yet, so a repeated call makes no second one.
  const outcome = await keepTrying(deps, () => deps.till.createItemGroup(name, attributes));
  if (outcome.kind === 'rejected') return { failure: outcome.failure };
  if (outcome.kind !== 'done') throw new RunStop(outcome.failure);
  keep({ groupId: outcome.value.id });
  return { group: outcome.value };
}

async function findGroup(id: CloverId, deps: Making['deps']): Promise<MadeGroup> {
  const lists = await keepTrying(deps, () => deps.till.readLists());
  if (lists.kind !== 'done') throw new RunStop(lists.failure);
  const group = lists.value.itemGroups.get(id);
  return group ? { group } : { failure: createFailure('CLOVER_THING_GONE', { thing: 'item group' }) };
}

function readEnd(outcome: Outcome<unknown>): Failure | null {
  if (outcome.kind === 'done') return null;
  if (outcome.kind === 'rejected') return outcome.failure;
  throw new RunStop(outcome.failure);
}

function findOptions(
  { options }: Pick<NewTillMember, 'options'>,
  group: Pick<TillItemGroup, 'attributes'>,
): CloverId[] {
  return options.flatMap(({ name, option }) => {
    const attribute = group.attributes.find((it) => foldText(it.name) === foldText(name));
    const found = attribute?.options.find((it) => foldText(it.name) === foldText(option));
    return found ? [found.id] : [];
  });
}

/**
 * Agreed from the first moment: a sale or an edit right after is then a change of one side, and not a difference
 * that the field's owner decides. The till may keep a text in a form of its own.
 */
function describePair(
  kind: 'product' | 'variation',
  item: TillItem,
  wooId: WooId,
  parentWooId: WooId | null,
  { stockCount, categories, agreed = {} }: NewTillItem,
  deps: ImportDeps,
): MadePair {
  const shadow: { [field in FieldName]?: AgreedField } = { ...agreed };
  // One that was in no category was agreed on too.
  const shelves = kind === 'product' ? listStoreCategories(categories?.add ?? [], deps) : null;
  if (shelves) shadow.categories = { till: shelves, sent: shelves, store: shelves };
  if (stockCount !== undefined) shadow.stock = { till: stockCount, sent: stockCount, store: stockCount };
  if (agreed.name && isTillForm(item.name, String(agreed.name.till)))
    shadow.name = { ...agreed.name, till: item.name, sent: item.name };
  const { id: cloverId, groupId, name, sku } = item;
  return { kind, cloverId, wooId, parentWooId, groupId, name, sku, shadow };
}

/** Store ids of the categories that the item was put into; null where the till lacks one of them. */
function listStoreCategories(refs: readonly TillCategoryRef[], { ledger }: ImportDeps): string[] | null {
  const ids = refs.map((ref) => {
    const link =
      'till' in ref
        ? ledger.links.findByClover('category', ref.till)
        : ledger.links.findByWoo('category', asWooId(ref.store));
    return link?.wooId ?? null;
  });
  return ids.includes(null) ? null : ids.map(String).sort();
}

const describeGroupPair = ({ id, name }: TillItemGroup, wooId: WooId): MadePair => ({
  kind: 'product',
  cloverId: id,
  wooId,
  parentWooId: null,
  groupId: id,
  name,
  sku: '',
  shadow: {},
});
