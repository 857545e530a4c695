import type { ProductRecord } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import { replaceOption } from './option-names.ts';
import type { AttributeRecord, Taxonomy } from './term.ts';
import type { TermShelf } from './term-desk.ts';

const MEMBER_FIELDS = { category: 'categoryIds', tag: 'tagIds', brand: 'brandIds' } as const;

/** The shelf of categories, tags or brands. */
export function openTaxonomy(shop: Shop, taxonomy: Taxonomy): TermShelf {
  const { categories, tags, brands } = shop.state;
  const field = MEMBER_FIELDS[taxonomy];
  return {
    terms: { category: categories, tag: tags, brand: brands }[taxonomy],
    isHierarchical: taxonomy !== 'tag',
    countProducts: (id) => shop.catalog.listMembers(taxonomy, id).filter(isPublished).length,
    release: (before, after) => {
      if (after) return;
      // Neither date_modified nor a webhook tells of it (woocommerce.md 3.3).
      for (const record of shop.catalog.listMembers(taxonomy, before.id)) {
        shop.catalog.save({ ...record, [field]: record[field].filter((id) => id !== before.id) });
      }
    },
  };
}

/** The shelf of one global attribute's terms. */
export function openAttribute(shop: Shop, attribute: AttributeRecord): TermShelf {
  return {
    terms: attribute.terms,
    isHierarchical: false,
    countProducts: (id) => {
      const name = attribute.terms.get(id)?.name ?? '';
      let count = 0;
      for (const record of shop.state.products.values()) {
        if (isPublished(record) && hasOption(record, attribute.id, name)) count += 1;
      }
      return count;
    },
    release: (before, after) => replaceOption(shop, attribute, before.name, after?.name),
  };
}

function isPublished(record: ProductRecord): boolean {
  return record.status === 'publish';
}

function hasOption(record: ProductRecord, attributeId: number, name: string): boolean {
  return record.attributes.some(({ id, options }) => id === attributeId && options.includes(name));
}
