import type { Dictionary } from '../dictionary.ts';

export const ORDERS_TEXTS = {
  '{{count}} web orders need you._one': '1 web order needs you.',
  '{{count}} web orders went to the kitchen with something to look at._one':
    '1 web order went to the kitchen with something to look at.',
  'It was reprinted {{count}} times before._one': 'It was reprinted once before.',
} as const satisfies Dictionary;
