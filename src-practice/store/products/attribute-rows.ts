import type { Fields } from '../rest/failure.ts';
import { cleanText, createSlug } from '../rest/text.ts';
import { toId, toList, toRows, toSwitch, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { adoptAttributeTerm } from '../terms/attribute-desk.ts';
import type { ProductAttribute, ProductRecord, VariationChoice } from './product.ts';

/** The slug an attribute has in permalinks and variations: `pa_size`, or `milk` for a product's own. */
function readAttributeSlug(shop: Shop, attribute: { id: number; name: string }): string {
  const known = shop.state.attributes.get(attribute.id);
  return known ? `pa_${known.slug}` : createSlug(attribute.name);
}

/** Reads a product's `attributes`; options of a global attribute are created or matched as terms. */
export function readProductAttributes(shop: Shop, value: unknown): ProductAttribute[] {
  return toRows(value)
    .map((row) => readProductAttribute(shop, row))
    .filter((attribute) => attribute !== undefined);
}

function readProductAttribute(shop: Shop, row: Fields): ProductAttribute | undefined {
  const id = toId(row.id);
  const known = shop.state.attributes.get(id);
  if (id > 0 && !known) return undefined;
  const name = known?.name ?? cleanText(toText(row.name));
  const options = readOptions(row.options);
  if (name === '' || options.length === 0) return undefined;
  return {
    id,
    name,
    position: toWholeNumber(row.position),
    visible: toSwitch(row.visible),
    variation: toSwitch(row.variation),
    options: known
      ? options.map((option) => adoptAttributeTerm(shop, known, option).name).sort(compareNames)
      : options,
  };
}

/**
 * Reads a variation's `attributes` against its parent; those the parent does not vary by are dropped
 * without a word, leaving "any" (woocommerce.md 3.2).
 */
export function readChoices(shop: Shop, parent: ProductRecord, value: unknown): VariationChoice[] {
  const choices: VariationChoice[] = [];
  for (const row of toRows(value)) {
    const id = toId(row.id);
    const slug = createSlug(toText(row.name));
    const attribute = parent.attributes.find((candidate) =>
      id > 0 ? candidate.id === id : readAttributeSlug(shop, candidate) === slug,
    );
    if (!attribute?.variation) continue;
    const option = cleanText(toText(row.option));
    choices.push({
      attributeId: attribute.id,
      name: attribute.name,
      slug: readAttributeSlug(shop, attribute),
      option: matchOption(attribute, option),
    });
  }
  return choices.filter((choice) => choice.option !== '');
}

function matchOption(attribute: ProductAttribute, option: string): string {
  const wanted = option.toLowerCase();
  const known = attribute.options.find((candidate) => candidate.toLowerCase() === wanted);
  return attribute.id > 0 ? (known ?? createSlug(option)) : (known ?? option);
}

function readOptions(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split('|') : toList(value);
  return list.map((option) => cleanText(toText(option))).filter((option) => option !== '');
}

function compareNames(a: string, b: string): number {
  return a.localeCompare(b);
}
