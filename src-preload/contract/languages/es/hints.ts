import type { Dictionary } from '../dictionary.ts';

export const HINTS_TEXTS = {
  Hint: 'Consejo',
  'No more hints': 'No mostrar más consejos',
  'Close this hint': 'Cerrar este consejo',
  'Closing the window does not stop Tillbridge: it goes on beside the clock, and tells you when something needs you.':
    'Cerrar la ventana no detiene Tillbridge: sigue junto al reloj y le avisa cuando algo requiere su atención.',
  'Look through the plan in peace: nothing is written before you approve it, and a run can be undone afterwards.':
    'Revise el plan con calma: no se escribe nada antes de que lo apruebe, y una ejecución se puede deshacer después.',
  'Open a row to see each value on both sides, and why it is what it is.':
    'Abra una fila para ver cada valor en ambos lados y por qué es el que es.',
  'The same kind of conflict again and again? “Always do this” makes a rule that answers it.':
    '¿Siempre el mismo conflicto? «Hacer siempre esto» crea una regla que lo resuelve.',
  'Open a product to take it off on both sides with one switch. It comes back by itself at the time you choose.':
    'Abra un producto para quitarlo de ambos lados con un interruptor. Vuelve solo a la hora que elija.',
  '“Printed” stands here only when the till says that its lines were printed. A ticket is never printed twice by itself.':
    '«Impreso» aparece aquí solo cuando la caja dice que sus líneas se imprimieron. Una comanda nunca se imprime dos veces por sí sola.',
  'Open a line to see everything that happened to that product or order, in its order.':
    'Abra una línea para ver en orden todo lo que pasó con ese producto o pedido.',
  'This computer has no keychain, so the keys of practice are kept only until Tillbridge is closed: practice ends then. Your own shop will need a keychain.':
    'Este equipo no tiene llavero, así que las claves de práctica se guardan solo hasta que se cierre Tillbridge: entonces termina la práctica. Su propia tienda necesitará un llavero.',
} as const satisfies Dictionary;
