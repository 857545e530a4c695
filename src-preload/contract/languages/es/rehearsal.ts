import type { Dictionary } from '../dictionary.ts';

export const REHEARSAL_TEXTS = {
  'Would be written': 'Se escribiría',
  Now: 'Ahora',
  'Would become': 'Pasaría a ser',
  'The ticket': 'La comanda',
  'It would stand on the till, and print once in the kitchen.':
    'Quedaría en la caja y se imprimiría una vez en la cocina.',
  'It would stand on the till; nothing would print.': 'Quedaría en la caja; no se imprimiría nada.',
  Tip: 'Propina',
  'Reading what was held back…': 'Leyendo lo que se retuvo…',
  'Nothing that was held back is like this.': 'Nada de lo retenido es así.',
  'Show everything': 'Mostrar todo',
  'Nothing would be written so far': 'Hasta ahora no se escribiría nada',
  'Both sides were looked at and agree. Change a price on the till, and it appears here.':
    'Se revisaron ambos lados y coinciden. Cambie un precio en la caja y aparecerá aquí.',
  'Both sides are being looked at for the first time.': 'Se están revisando ambos lados por primera vez.',
  'Held back': 'Retenido',
  New: 'Nuevo',
  Changes: 'Cambios',
  'Order status': 'Estado del pedido',
  'Stopped by the brake': 'Detenido por el freno',
  'Big price change': 'Gran cambio de precio',
  'Comes to zero': 'Llega a cero',
  'To the till': 'A la caja',
  'To the store': 'A la tienda',
  '{{field}}: till {{till}}, store {{store}}': '{{field}}: caja {{till}}, tienda {{store}}',
  '{{count}} lines, {{total}}_one': '{{count}} línea, {{total}}',
  '{{count}} lines, {{total}}_other': '{{count}} líneas, {{total}}',
  'in words, since it cannot be mapped': 'en palabras, ya que no se puede asignar',
  'a ticket prints': 'se imprime una comanda',
  'Makes the order type “{{name}}”': 'Crea el tipo de pedido «{{name}}»',
  'Makes the tender “{{name}}”': 'Crea la forma de pago «{{name}}»',
  'Writes on it: {{text}}': 'Anota en él: {{text}}',
  'Removes an order that was begun and never shown': 'Elimina un pedido iniciado que nunca se mostró',
  'Records the payment of {{amount}}': 'Registra el pago de {{amount}}',
  'Prints the ticket': 'Imprime la comanda',
  'Sets the status: {{status}}': 'Cambia el estado: {{status}}',
  'Adds the note: {{text}}': 'Añade la nota: {{text}}',
  'Records the refund of {{amount}}': 'Registra el reembolso de {{amount}}',
  'Rehearsal: nothing is written.': 'Ensayo: no se escribe nada.',
  'See what would have happened': 'Ver qué habría pasado',
  Rehearsal: 'Ensayo',
  'Runs against the real till and the real store with every write held back, and lists what would have happened.':
    'Funciona con la caja y la tienda reales, retiene toda escritura y enumera lo que habría pasado.',
  'Open the rehearsal': 'Abrir el ensayo',
  'Since {{moment}}.': 'Desde {{moment}}.',
  'Last look <when/>.': 'Última revisión <when/>.',
  'The brake would have stopped this:': 'El freno habría detenido esto:',
  'Tillbridge runs against your till and your store, and writes to neither. You read what it would have done.':
    'Tillbridge funciona con su caja y su tienda, y no escribe en ninguna. Usted lee lo que habría hecho.',
  'A rehearsal reads a till and a store.': 'Un ensayo lee una caja y una tienda.',
  'Begin a rehearsal': 'Empezar un ensayo',
  'See it all happen before anything does': 'Véalo todo antes de que ocurra nada',
  'Both sides are read as ever: imports, changes, sales and web orders.':
    'Ambos lados se leen como siempre: importaciones, cambios, ventas y pedidos web.',
  'Each write is noted with what, where, from, to and why, and then held back.':
    'Cada escritura se anota con qué, dónde, de qué valor a cuál y por qué, y luego se retiene.',
  'While it is on, nothing else is written either: the sync and web orders wait.':
    'Mientras está activo tampoco se escribe nada más: la sincronización y los pedidos web esperan.',
  'End it whenever you like. It leaves no trace, and the sync goes on from where it was.':
    'Termínelo cuando quiera. No deja rastro y la sincronización sigue desde donde estaba.',
  'Begin the rehearsal': 'Empezar el ensayo',
  'End the rehearsal…': 'Terminar el ensayo…',
  'End the rehearsal?': '¿Terminar el ensayo?',
  'The list below is forgotten; export it first if you want to keep it. From then on Tillbridge writes again, and what waits is written now.':
    'La lista se olvida; expórtela antes si quiere conservarla. A partir de entonces Tillbridge vuelve a escribir, y lo que espera se escribe ahora.',
  'End it and write': 'Terminar y escribir',
  'Both sides': 'Ambos lados',
  'To the till: {{number}}': 'A la caja: {{number}}',
  'To the store: {{number}}': 'A la tienda: {{number}}',
  'Worth a look': 'Conviene revisar',
  'Search by name, SKU or order': 'Buscar por nombre, SKU o pedido',
  '{{count}} pairs were found on both sides and need no write._one':
    'Se encontró {{count}} par en ambos lados y no requiere escritura.',
  '{{count}} pairs were found on both sides and need no write._other':
    'Se encontraron {{count}} pares en ambos lados y no requieren escritura.',
  'Not sure yet? See for a day what it would do to both sides.':
    '¿Aún no está seguro? Vea durante un día lo que haría en ambos lados.',
  'Rehearse first': 'Ensayar primero',
  'A rehearsal is on, so nothing is written to the till or to the store.':
    'Hay un ensayo en curso, así que no se escribe nada en la caja ni en la tienda.',
  'End the rehearsal first: in the window under Rehearsal, or with "rehearse --stop".':
    'Termine antes el ensayo: en la ventana, en «Ensayo», o con "rehearse --stop".',
  'No rehearsal is on.': 'No hay ningún ensayo en curso.',
  'Begin one: in the window under Rehearsal, or with "rehearse".':
    'Empiece uno: en la ventana, en «Ensayo», o con "rehearse".',
  'This was rehearsed: it would have been written, and was held back.':
    'Esto fue un ensayo: se habría escrito y se retuvo.',
  'Nothing to do. End the rehearsal when you have seen enough; then it is written.':
    'No hay nada que hacer. Termine el ensayo cuando haya visto suficiente; entonces se escribe.',
  'Comparing both sides…': 'Comparando ambos lados…',
  'Both sides were looked at. {{count}} conflicts wait for your answer under Conflicts; everything else agrees._one':
    'Se miraron ambos lados. 1 conflicto espera su respuesta en Conflictos; todo lo demás coincide.',
  'Both sides were looked at. {{count}} conflicts wait for your answer under Conflicts; everything else agrees._other':
    'Se miraron ambos lados. {{count}} conflictos esperan su respuesta en Conflictos; todo lo demás coincide.',
  'Web orders wait while it runs.': 'Los pedidos web esperan mientras dure.',
  'No web order reaches the till or the kitchen before you end it. Begin in a quiet hour, or look into the store’s orders meanwhile.':
    'Ningún pedido web llega a la caja ni a la cocina hasta que lo termine. Empiece en una hora tranquila o mire entretanto los pedidos de la tienda.',
  'Web orders wait.': 'Los pedidos web esperan.',
} as const satisfies Dictionary;
