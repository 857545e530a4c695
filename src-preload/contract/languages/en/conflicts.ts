import type { Dictionary } from '../dictionary.ts';

export const CONFLICTS_TEXTS = {
  'Take the till’s {{fields}} for {{count, number}} products?_one':
    'Take the till’s {{fields}} for 1 product?',
  'Take the store’s {{fields}} for {{count, number}} products?_one':
    'Take the store’s {{fields}} for 1 product?',
  '{{count, number}} products get the till’s value in the store too; the store’s own is replaced._one':
    '1 product gets the till’s value in the store too; the store’s own is replaced.',
  '{{count, number}} products get the store’s value on the till too; the till’s own is replaced._one':
    '1 product gets the store’s value on the till too; the till’s own is replaced.',
  '{{count, number}} conflicts are decided; the next sync writes what you chose. It can be undone under Import, Earlier._one':
    '1 conflict is decided; the next sync writes what you chose. It can be undone under Import, Earlier.',
} as const satisfies Dictionary;
