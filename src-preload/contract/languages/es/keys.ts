import type { Dictionary } from '../dictionary.ts';

export const KEYS_TEXTS = {
  Keys: 'Teclas',
  Everywhere: 'En todas partes',
  'Find a screen, a command, a setting or a product':
    'Buscar una pantalla, un comando, un ajuste o un producto',
  'Show these keys': 'Mostrar estas teclas',
  'Go on to the next thing; the first leads past the navigation':
    'Pasar al elemento siguiente; el primero salta la navegación',
  'Close what is open, or give up what was typed': 'Cerrar lo que está abierto o descartar lo escrito',
  Lists: 'Listas',
  'Next row': 'Fila siguiente',
  'Row before': 'Fila anterior',
  'Ten rows on or back': 'Diez filas adelante o atrás',
  'First or last row': 'Primera o última fila',
  'Open the row': 'Abrir la fila',
  'Choose the row, where several can be chosen': 'Elegir la fila, donde se pueden elegir varias',
  'Next conflict, or the one before': 'Conflicto siguiente o anterior',
  'Take the till’s value': 'Tomar el valor de la caja',
  'Take the store’s value': 'Tomar el valor de la tienda',
  'Do what the order needs, such as trying it again': 'Hacer lo que el pedido necesita, como reintentarlo',
} as const satisfies Dictionary;
