import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type {
  TillAttribute,
  TillCatalog,
  TillItemGroup,
  TillModifierGroup,
} from '../../domain/till-catalog.ts';
import { gatherValues, mapValue, succeed } from '../outcomes.ts';
import { isRow, readText, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { readList } from './clover-pages.ts';
import {
  isCut,
  isLive,
  parseCategory,
  parseModifierGroup,
  parseOption,
  parseTag,
  parseTaxRate,
  readElements,
  readId,
} from './clover-rows.ts';

export type TillLists = Pick<TillCatalog, 'categories' | 'modifierGroups' | 'itemGroups' | 'taxRates'>;

/** Reads everything but the items: five short lists side by side. */
export async function readTillLists(client: CloverClient): Promise<Outcome<TillLists>> {
  const [categories, modifierGroups, groups, attributes, taxRates] = await Promise.all([
    readList(client, '/categories'),
    readModifierGroups(client),
    readList(client, '/item_groups'),
    readAttributes(client),
    readTaxRates(client),
  ]);
  if (categories.kind !== 'done') return categories;
  if (modifierGroups.kind !== 'done') return modifierGroups;
  if (groups.kind !== 'done') return groups;
  if (attributes.kind !== 'done') return attributes;
  if (taxRates.kind !== 'done') return taxRates;
  return succeed(
    {
      categories: indexById(categories.value.filter(isLive).map(parseCategory)),
      modifierGroups: indexById(modifierGroups.value),
      itemGroups: indexById(groups.value.filter(isLive).map((row) => buildGroup(row, attributes.value))),
      taxRates: indexById(taxRates.value.filter(isLive).map(parseTaxRate)),
    },
    categories.requestId,
  );
}

async function readModifierGroups(client: CloverClient): Promise<Outcome<TillModifierGroup[]>> {
  const groups = await readList(client, '/modifier_groups', { expand: 'modifiers' });
  if (groups.kind !== 'done') return groups;
  const outcomes = groups.value.filter(isLive).map(async (row): Promise<Outcome<TillModifierGroup>> => {
    const modifiers = await readWhole(client, row.modifiers, `/modifier_groups/${readId(row)}/modifiers`);
    return mapValue(modifiers, (rows) => parseModifierGroup(row, rows));
  });
  return gatherValues(await Promise.all(outcomes));
}

export type AttributesByGroup = ReadonlyMap<string, readonly TillAttribute[]>;

/** The attributes of all item groups with their options, by group. */
export async function readAttributes(client: CloverClient): Promise<Outcome<AttributesByGroup>> {
  const attributes = await readList(client, '/attributes', { expand: 'options' });
  if (attributes.kind !== 'done') return attributes;
  const live = attributes.value.filter(isLive);
  const outcomes = live.map((row) => readWhole(client, row.options, `/attributes/${readId(row)}/options`));
  const options = gatherValues(await Promise.all(outcomes));
  return mapValue(options, (lists) => {
    const byGroup = new Map<string, TillAttribute[]>();
    live.forEach((row, at) => {
      const groupId = isRow(row.itemGroup) ? readText(row.itemGroup.id) : '';
      const attribute = {
        id: readId(row),
        name: readText(row.name),
        options: (lists[at] ?? []).filter(isLive).map(parseOption),
      };
      byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), attribute]);
    });
    return byGroup;
  });
}

/** Everything but the items, for who has read those before: there the tags came with the items. */
export async function readAllLists(client: CloverClient): Promise<Outcome<Omit<TillCatalog, 'items'>>> {
  const [lists, tags] = await Promise.all([readTillLists(client), readList(client, '/tags')]);
  if (tags.kind !== 'done') return tags;
  return mapValue(lists, (found) => ({ ...found, tags: indexById(tags.value.filter(isLive).map(parseTag)) }));
}

/** Taxes are the store's business: an import goes on without the rates if the token may not see them. */
async function readTaxRates(client: CloverClient): Promise<Outcome<WireRow[]>> {
  const rates = await readList(client, '/tax_rates');
  return rates.kind === 'rejected' && rates.status === 403 ? succeed([], '') : rates;
}

/** An expanded relation, or the list itself where the expanded one was cut at a hundred. */
export async function readWhole(
  client: CloverClient,
  relation: unknown,
  path: string,
): Promise<Outcome<readonly WireRow[]>> {
  return isCut(relation) ? readList(client, path) : succeed(readElements(relation), '');
}

const buildGroup = (row: WireRow, attributes: AttributesByGroup): TillItemGroup => ({
  id: readId(row),
  name: readText(row.name),
  attributes: attributes.get(readText(row.id)) ?? [],
});

const indexById = <Row extends { readonly id: CloverId }>(rows: readonly Row[]): Map<CloverId, Row> =>
  new Map(rows.map((row) => [row.id, row]));
