import type { Shop } from '../shop.ts';
import type { AttributeRecord } from './term.ts';

/** Follows a term's new name, or its end, through products and variations. */
export function replaceOption(
  shop: Shop,
  attribute: AttributeRecord,
  from: string,
  to: string | undefined,
): void {
  for (const record of shop.state.products.values()) {
    const hasIt =
      record.attributes.some(({ id, options }) => id === attribute.id && options.includes(from)) ||
      record.choices.some(({ attributeId, option }) => attributeId === attribute.id && option === from);
    if (!hasIt) continue;
    shop.catalog.save({
      ...record,
      attributes: record.attributes.map((row) =>
        row.id === attribute.id ? { ...row, options: replaceName(row.options, from, to) } : row,
      ),
      choices: record.choices.map((choice) =>
        choice.attributeId === attribute.id && choice.option === from
          ? { ...choice, option: to ?? choice.option }
          : choice,
      ),
    });
  }
}

function replaceName(options: readonly string[], from: string, to: string | undefined): string[] {
  return options.flatMap((option) => {
    if (option !== from) return [option];
    return to === undefined ? [] : [to];
  });
}
