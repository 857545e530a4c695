import type { Dictionary } from '../dictionary.ts';

export const IMPORT_TEXTS = {
  '{{count, number}} to create_one': '1 to create',
  '{{count, number}} to update_one': '1 to update',
  '{{count, number}} to link_one': '1 to link',
  '{{count, number}} for you to look at_one': '1 for you to look at',
  '{{count, number}} conflicts_one': '1 conflict',
  '{{count, number}} products were refused._one': '1 product was refused.',
  'Stopped by you after {{count, number}} products._one': 'Stopped by you after 1 product.',
  'Stopped half-way, after {{count, number}} products._one': 'Stopped half-way, after 1 product.',
  'Done, but {{count, number}} products were refused._one': 'Done, but 1 product was refused.',
  'Done. {{count, number}} products differed between the two and were left as they were._one':
    'Done. 1 product differed between the two and was left as it was.',
  'Nothing was put back: {{count, number}} products were left alone._one':
    'Nothing was put back: 1 product was left alone.',
  '{{count, number}} products were put back._one': '1 product was put back.',
  '{{count, number}} products were left alone._one': '1 product was left alone.',
  '{{count, number}} changes, {{name}} first_one': '1 change, {{name}} first',
  'Plan again with my {{count, number}} decisions_one': 'Plan again with my decision',
  '{{count, number}} refused_one': '1 refused',
  'Done, {{count, number}} refused_one': 'Done, 1 refused',
  '{{count, number}} products were changed since and are left alone._one':
    '1 product was changed since and is left alone.',
  '{{count, number}} products are no longer shown in the store._one':
    '1 product is no longer shown in the store.',
  '{{count, number}} items are hidden on the till._one': '1 item is hidden on the till.',
  '{{count, number}} products get their old values back._one': '1 product gets its old values back.',
  '{{count, number}} products are no longer kept in step._one': '1 product is no longer kept in step.',
  '{{count, number}} products go to the store’s trash._one': '1 product goes to the store’s trash.',
  '{{count, number}} products with {{variants}} go to the store’s trash._one':
    '1 product with {{variants}} goes to the store’s trash.',
  '{{count, number}} variants_one': '1 variant',
  '{{count, number}} conflicts are then open again, for you to decide._one':
    '1 conflict is then open again, for you to decide.',
  '{{count, number}} products and variants were moved to the store’s trash._one':
    '1 product was moved to the store’s trash.',
  '{{count, number}} conflicts are open again, for you to decide._one':
    '1 conflict is open again, for you to decide.',
  '“{{created}}” counts as the till does: each size is an item. In the store sizes are variants of one product, so {{count}} products with variants come on top: {{all}} under Products._one':
    '“{{created}}” counts as the till does: each size is an item. In the store sizes are variants of one product, so 1 product with variants comes on top: {{all}} under Products.',
} as const satisfies Dictionary;
