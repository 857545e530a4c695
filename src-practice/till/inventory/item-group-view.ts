import type { TillContext } from '../context.ts';
import { type Expand, type ExpandFields, showRelated } from '../rest/expand.ts';
import type { AttributeRow, OptionRow } from '../rows.ts';

export const ATTRIBUTE_EXPANDS: ExpandFields = { options: { area: 'inventory' } };

/** An attribute belongs to one group (clover.md 6.6). */
export function showAttribute(
  till: TillContext,
  attribute: AttributeRow,
  expand: Expand,
): Record<string, unknown> {
  const { options, attributeOptions } = till.state;
  return {
    id: attribute.id,
    name: attribute.name,
    itemGroup: { id: attribute.groupId },
    ...(expand.has('options') && {
      options: showRelated(options.pick(attributeOptions.rightsOf(attribute.id)), showOption),
    }),
  };
}

/** An option belongs to one attribute. */
export function showOption(option: OptionRow): Record<string, unknown> {
  return { id: option.id, name: option.name, attribute: { id: option.attributeId } };
}
