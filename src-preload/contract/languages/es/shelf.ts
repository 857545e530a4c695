import type { Dictionary } from '../dictionary.ts';

export const SHELF_TEXTS = {
  'on back-order': 'a la venta bajo pedido',
  'Its count is used up, and your settings say what customers then see.':
    'Se agotaron las existencias, y sus ajustes dicen lo que ven entonces los clientes.',
  'There are pieces again, so it is shown as before.':
    'Vuelve a haber piezas, así que se muestra como antes.',
  'its count is used up, and your settings say so': 'se agotaron las existencias, y así lo dicen sus ajustes',
  'there are pieces again, so it is as before': 'vuelve a haber piezas, así que queda como antes',
} as const satisfies Dictionary;
