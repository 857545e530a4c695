import { createFailure, type Failure } from '../../domain/failure.ts';
import { asCloverId, type CloverId } from '../../domain/ids.ts';
import type { ModifierGroupMeta } from '../../domain/modifier-meta.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillModifierGroup } from '../../domain/till-catalog.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { readWhole } from './clover-lists.ts';
import { PAIR_KINDS, readRelatedIds, writePairs } from './clover-pairs.ts';
import { isRefusal, refuseThing } from './clover-refusal.ts';
import { parseModifierGroup } from './clover-rows.ts';

/** An item with the modifier groups that it is to have, in every word as it is to have them. */
export interface ModifierRow {
  readonly itemId: CloverId;
  readonly groups: readonly ModifierGroupMeta[];
}

/**
 * Brings modifier groups to what they are to be: first the groups themselves, which other items may share,
 * then who has them. Only what differs is written. Groups and modifiers are never made here: what is to be
 * changed has a Clover id.
 * @returns why a row could not be written
 */
export async function writeModifierGroups<Row extends ModifierRow>(
  client: CloverClient,
  rows: readonly Row[],
): Promise<Outcome<ReadonlyMap<Row, Failure>>> {
  const refused = new Map<Row, Failure>();
  const known = createGroupShelf(client);
  let requestId = '';
  for (const row of rows) {
    const outcome = await writeRow(client, known, row);
    if (outcome.kind !== 'done') return outcome;
    requestId = outcome.requestId || requestId;
    if (outcome.value) refused.set(row, outcome.value);
  }
  return succeed(refused, requestId);
}

async function writeRow(
  client: CloverClient,
  known: GroupShelf,
  { itemId, groups }: ModifierRow,
): Promise<Outcome<Failure | null>> {
  for (const group of groups) {
    const outcome = await writeGroup(client, known, group);
    if (outcome.kind !== 'done' || outcome.value) return outcome;
  }
  const related = await readRelatedIds(client, PAIR_KINDS.modifierGroup, itemId);
  if (related.kind !== 'done') return related;
  if (related.value === null) return succeed(createFailure('CLOVER_THING_GONE', { thing: itemId }), '');
  const present = related.value;
  const wanted = groups.map(({ id }) => asCloverId(id));
  const pair = (otherId: CloverId) => ({ itemId, otherId });
  const added = wanted.filter((id) => !present.includes(id)).map(pair);
  const removed = present.filter((id) => !wanted.includes(id)).map(pair);
  let requestId = related.requestId;
  for (const [pairs, isRemoval] of [
    [added, false],
    [removed, true],
  ] as const) {
    const outcome = await writePairs(client, PAIR_KINDS.modifierGroup, pairs, isRemoval);
    if (outcome.kind !== 'done') return outcome;
    requestId = outcome.requestId || requestId;
    for (const failure of outcome.value.values()) return succeed(failure, requestId);
  }
  return succeed(null, requestId);
}

async function writeGroup(
  client: CloverClient,
  known: GroupShelf,
  wanted: ModifierGroupMeta,
): Promise<Outcome<Failure | null>> {
  const read = await known.find(wanted.id);
  if (read.kind !== 'done') return read;
  const present = read.value;
  const lost = present
    ? wanted.mods.find(({ id }) => !present.modifiers.some((modifier) => modifier.id === id))
    : wanted;
  if (!present || lost) {
    return succeed(createFailure('CLOVER_THING_GONE', { thing: (lost ?? wanted).name }), '');
  }
  known.forget(wanted.id);
  const path = `/modifier_groups/${encodeURIComponent(wanted.id)}`;
  for (const change of listChanges(path, present, wanted)) {
    const outcome = await client.post(change.path, change.body);
    if (isRefusal(outcome)) return succeed(refuseThing(outcome, change.thing).failure, '');
    if (outcome.kind !== 'done') return outcome;
  }
  known.keep(wanted.id, applyGroup(present, wanted));
  return succeed(null, read.requestId);
}

interface Change {
  readonly path: string;
  readonly body: WireRow;
  readonly thing: string;
}

function listChanges(path: string, present: TillModifierGroup, wanted: ModifierGroupMeta): Change[] {
  const own = {
    ...(present.name === wanted.name ? {} : { name: wanted.name }),
    ...(present.minRequired === wanted.min ? {} : { minRequired: wanted.min }),
    ...((present.maxAllowed ?? 0) === wanted.max ? {} : { maxAllowed: wanted.max }),
  };
  const changes: Change[] = [{ path, body: own, thing: wanted.name }];
  const byId = new Map(present.modifiers.map((modifier) => [String(modifier.id), modifier]));
  for (const { id, name, price, available } of wanted.mods) {
    const modifier = byId.get(id);
    const body = {
      ...(modifier?.name === name ? {} : { name }),
      ...(modifier?.priceAmount === price ? {} : { price }),
      ...(modifier?.isAvailable === available ? {} : { available }),
    };
    changes.push({ path: `${path}/modifiers/${encodeURIComponent(id)}`, body, thing: name });
  }
  return changes.filter(({ body }) => Object.keys(body).length > 0);
}

/** The group after the changes; modifiers that nothing was said about stay. */
function applyGroup(present: TillModifierGroup, wanted: ModifierGroupMeta): TillModifierGroup {
  const byId = new Map(wanted.mods.map((modifier) => [modifier.id, modifier]));
  return {
    ...present,
    name: wanted.name,
    minRequired: wanted.min,
    maxAllowed: wanted.max > 0 ? wanted.max : null,
    modifiers: present.modifiers.map((modifier) => {
      const said = byId.get(modifier.id);
      return said
        ? { ...modifier, name: said.name, priceAmount: said.price, isAvailable: said.available }
        : modifier;
    }),
  };
}

/** Groups as the till has them, each read once: many items share one. */
interface GroupShelf {
  /** null where the till has no such group. */
  find(id: string): Promise<Outcome<TillModifierGroup | null>>;
  keep(id: string, group: TillModifierGroup): void;
  forget(id: string): void;
}

function createGroupShelf(client: CloverClient): GroupShelf {
  const groups = new Map<string, TillModifierGroup>();
  return {
    find: async (id) => {
      const kept = groups.get(id);
      if (kept) return succeed(kept, '');
      const read = id === '' ? succeed(null, '') : await readGroup(client, id);
      if (read.kind === 'done' && read.value) groups.set(id, read.value);
      return read;
    },
    keep: (id, group) => void groups.set(id, group),
    forget: (id) => void groups.delete(id),
  };
}

async function readGroup(client: CloverClient, id: string): Promise<Outcome<TillModifierGroup | null>> {
  const path = `/modifier_groups/${encodeURIComponent(id)}`;
  const read = await client.get(path, { expand: 'modifiers' });
  if (read.kind === 'rejected' && read.status === 404) return succeed(null, '');
  if (read.kind !== 'done') return read;
  const row = read.value.json;
  if (!isRow(row)) return succeed(null, read.requestId);
  const modifiers = await readWhole(client, row.modifiers, `${path}/modifiers`);
  return mapValue(modifiers, (list) => parseModifierGroup(row, list));
}
