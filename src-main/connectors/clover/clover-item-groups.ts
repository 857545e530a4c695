import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillAttribute, TillItemGroup, TillOption } from '../../domain/till-catalog.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { readText } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { createRow } from './clover-creates.ts';
import { type AttributesByGroup, readAttributes } from './clover-lists.ts';
import { readList } from './clover-pages.ts';
import { isLive, parseOption, readId } from './clover-rows.ts';
import { keepText } from './clover-text.ts';

/** An axis of variants that a group is to have. */
export interface WantedAttribute {
  readonly name: string;
  readonly options: readonly string[];
}

interface BegunGroup {
  readonly id: CloverId;
  readonly attributes: readonly TillAttribute[];
}

/**
 * Makes an item group, its attributes and their options, each by a call of its own (clover.md 6.6). A try
 * that ended on the way has left a group of this name without items and with nothing but wanted attributes:
 * it is gone on with.
 */
export async function createTillItemGroup(
  client: CloverClient,
  name: string,
  wanted: readonly WantedAttribute[],
): Promise<Outcome<TillItemGroup>> {
  const begun = await findBegunGroup(client, name, wanted);
  if (begun.kind !== 'done') return begun;
  let group = begun.value;
  if (!group) {
    const made = await createRow(client, '/item_groups', { name }, name);
    if (made.kind !== 'done') return made;
    group = { id: readId(made.value), attributes: [] };
  }
  const { id } = group;
  const attributes = await completeAttributes(client, group, wanted);
  return mapValue(attributes, (complete) => ({ id, name, attributes: complete }));
}

/** Gives a group options, and attributes, that it lacks: what is there is left, so that a repeated call makes nothing twice. */
export async function addGroupOptions(
  client: CloverClient,
  id: CloverId,
  wanted: readonly WantedAttribute[],
): Promise<Outcome<readonly TillAttribute[]>> {
  const attributes = await readAttributes(client);
  if (attributes.kind !== 'done') return attributes;
  return completeAttributes(client, describeGroup(id, attributes.value), wanted);
}

async function completeAttributes(
  client: CloverClient,
  group: BegunGroup,
  wanted: readonly WantedAttribute[],
): Promise<Outcome<readonly TillAttribute[]>> {
  const attributes: TillAttribute[] = [];
  for (const one of wanted) {
    const attribute = await completeAttribute(client, group, one);
    if (attribute.kind !== 'done') return attribute;
    attributes.push(attribute.value);
  }
  return succeed(attributes, '');
}

async function completeAttribute(
  client: CloverClient,
  group: BegunGroup,
  { name, options }: WantedAttribute,
): Promise<Outcome<TillAttribute>> {
  const present = findNamed(group.attributes, name);
  let id = present?.id;
  if (id === undefined) {
    const made = await createRow(client, '/attributes', { name, itemGroup: { id: group.id } }, name);
    if (made.kind !== 'done') return made;
    id = readId(made.value);
  }
  const complete: TillOption[] = [];
  for (const option of options) {
    const known = findNamed(present?.options ?? [], option);
    if (known) complete.push(known);
    else {
      const path = `/attributes/${encodeURIComponent(id)}/options`;
      const made = await createRow(client, path, { name: option }, option);
      if (made.kind !== 'done') return made;
      complete.push(parseOption(made.value));
    }
  }
  return succeed({ id, name, options: complete }, '');
}

async function findBegunGroup(
  client: CloverClient,
  name: string,
  wanted: readonly WantedAttribute[],
): Promise<Outcome<BegunGroup | null>> {
  const groups = await readList(client, '/item_groups');
  if (groups.kind !== 'done') return groups;
  const kept = keepText(name);
  const namesakes = groups.value.filter((row) => isLive(row) && keepText(readText(row.name)) === kept);
  if (namesakes.length === 0) return succeed(null, groups.requestId);
  const attributes = await readAttributes(client);
  if (attributes.kind !== 'done') return attributes;
  for (const row of namesakes) {
    const group = describeGroup(readId(row), attributes.value);
    if (!isPartOf(group.attributes, wanted)) continue;
    const items = await readList(client, '/items', { filter: `itemGroup.id=${group.id}` });
    if (items.kind !== 'done') return items;
    if (!items.value.some(isLive)) return succeed(group, items.requestId);
  }
  return mapValue(groups, () => null);
}

const describeGroup = (id: CloverId, attributes: AttributesByGroup): BegunGroup => ({
  id,
  attributes: attributes.get(id) ?? [],
});

const isPartOf = (present: readonly TillAttribute[], wanted: readonly WantedAttribute[]): boolean =>
  present.every((attribute) => {
    const asked = findNamed(wanted, attribute.name);
    const names = new Set(asked?.options.map(keepText));
    return asked !== undefined && attribute.options.every(({ name }) => names.has(keepText(name)));
  });

const findNamed = <Row extends { readonly name: string }>(
  rows: readonly Row[],
  name: string,
): Row | undefined => {
  const kept = keepText(name);
  return rows.find((row) => keepText(row.name) === kept);
};
