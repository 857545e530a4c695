import type { Dictionary } from '../dictionary.ts';

export const PRODUCTS_TEXTS = {
  '{{count, number}} chosen_one': '1 chosen',
  'Unlink {{count, number}}_one': 'Unlink 1',
  'Unlink {{count, number}} products?_one': 'Unlink 1 product?',
  'Unlink {{count, number}} products_one': 'Unlink 1 product',
  '{{count, number}} products are looked at again on both sides now._one':
    'It is looked at again on both sides now.',
  '{{count, number}} products are drafts in the store: customers do not see them._one':
    '1 product is a draft in the store: customers do not see it.',
  '{{count, number}} changes were set aside_one': '1 change was set aside',
  '{{count, number}} fields differ._one': 'One field differs.',
  '{{found}} of {{count, number}} products and variants_one': '{{found}} of 1 product',
  '{{count, number}} products and variants_one': '1 product',
} as const satisfies Dictionary;
