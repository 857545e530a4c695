import type { Dictionary } from '../dictionary.ts';

export const SHELF_TEXTS = {
  'on back-order': 'im Rückstand bestellbar',
  'Its count is used up, and your settings say what customers then see.':
    'Der Bestand ist aufgebraucht, und Ihre Einstellungen sagen, was Kunden dann sehen.',
  'There are pieces again, so it is shown as before.':
    'Es sind wieder Stück da, deshalb wird er wie zuvor gezeigt.',
  'its count is used up, and your settings say so':
    'der Bestand ist aufgebraucht, und Ihre Einstellungen sagen es so',
  'there are pieces again, so it is as before': 'es sind wieder Stück da, deshalb ist es wie zuvor',
} as const satisfies Dictionary;
