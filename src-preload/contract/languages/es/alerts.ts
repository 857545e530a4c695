import type { Dictionary } from '../dictionary.ts';

export const ALERTS_TEXTS = {
  'Still not seen: {{title}}': 'Aún sin ver: {{title}}',
  'Open Tillbridge on the shop’s computer: Home lists everything that needs you.':
    'Abra Tillbridge en el equipo de la tienda: «Inicio» muestra todo lo que requiere su atención.',
  'And {{others}} more.': 'Y {{others}} más.',
  'A test mail ({{app}})': 'Un correo de prueba ({{app}})',
  'This is a test. E-mail from Tillbridge reaches you.':
    'Esto es una prueba. El correo de Tillbridge le llega.',
  'Which alerts are sent here is chosen in Tillbridge under Settings, Alerts.':
    'Qué avisos se envían aquí se elige en Tillbridge, en Ajustes, Avisos.',
  '{{times}} times, last {{time}}': '{{times}} veces, la última {{time}}',
  '{{count}} things happened while it was quiet_one': '{{count}} cosa ocurrió durante las horas de silencio',
  '{{count}} things happened while it was quiet_other':
    '{{count}} cosas ocurrieron durante las horas de silencio',
  '{{count}} web orders did not reach the till_one': '{{count}} pedido web no llegó a la caja',
  '{{count}} web orders did not reach the till_other': '{{count}} pedidos web no llegaron a la caja',
  '{{count}} tickets were not printed_one': '{{count}} comanda no se imprimió',
  '{{count}} tickets were not printed_other': '{{count}} comandas no se imprimieron',
  '{{count}} things could not be brought in step_one': '{{count}} cosa no se pudo sincronizar',
  '{{count}} things could not be brought in step_other': '{{count}} cosas no se pudieron sincronizar',
  '{{count}} things are missing for the sync_one': 'Falta {{count}} cosa para la sincronización',
  '{{count}} things are missing for the sync_other': 'Faltan {{count}} cosas para la sincronización',
  '{{count}} alerts of odd prices_one': '{{count}} aviso de precios extraños',
  '{{count}} alerts of odd prices_other': '{{count}} avisos de precios extraños',
  '{{count}} imports need you_one': '{{count}} importación requiere su atención',
  '{{count}} imports need you_other': '{{count}} importaciones requieren su atención',
  '{{count}} weekly reports are ready_one': '{{count}} informe semanal está listo',
  '{{count}} weekly reports are ready_other': '{{count}} informes semanales están listos',
  '{{titles}}; and {{others}} more.': '{{titles}}; y {{others}} más.',
  'Alerts cannot be sent by e-mail.': 'No se pueden enviar avisos por correo.',
  '{{name}}: an odd price.': '{{name}}: un precio extraño.',
  '{{number}} odd prices.': '{{number}} precios extraños.',
  'It was carried over; if it is wrong, change it back on either side.':
    'Se llevó al otro lado; si es incorrecto, cámbielo de nuevo en cualquiera de los lados.',
  '{{name}}: the till cannot have the store’s price.':
    '{{name}}: la caja no puede tener el precio de la tienda.',
  '{{number}} prices of the store that the till cannot have.':
    '{{number}} precios de la tienda que la caja no puede tener.',
  'Your price rules make them of no till price, as below a fixed markup. Change them in the store, or the rules.':
    'Sus reglas de precios no los sacan de ningún precio de caja, como por debajo de un recargo fijo. Cámbielos en la tienda, o las reglas.',
  '{{name}} {{store}}, {{till}} on the till': '{{name}} {{store}}, en la caja {{till}}',
  '{{name}} {{before}} to {{after}}': '{{name}} de {{before}} a {{after}}',
  '{{names}} and {{others}} more.': '{{names}} y {{others}} más.',
  '{{names}}: sold below zero.': '{{names}}: vendido por debajo de cero.',
  'More was sold than there was. Cancel one of the orders, buy in, or let it wait.':
    'Se vendió más de lo que había. Cancele uno de los pedidos, compre más o déjelo esperar.',
  '{{names}}: low or out of stock.': '{{names}}: bajo mínimos o agotado.',
  'Open Stock to see how many are left on both sides.':
    'Abra Existencias para ver cuántos quedan en ambos lados.',
  '{{count}} conflicts wait for you._one': '{{count}} conflicto le espera.',
  '{{count}} conflicts wait for you._other': '{{count}} conflictos le esperan.',
  'The same field was changed on both sides. Choose which one holds.':
    'El mismo campo se cambió en ambos lados. Elija cuál vale.',
  '{{names}} and {{others}} more': '{{names}} y {{others}} más',
  'The week’s check: till and store are in step, {{products}} products compared.':
    'La revisión de la semana: la caja y la tienda coinciden, {{products}} productos comparados.',
  'The week’s check: {{count}} values differ among {{products}} products, and will be put right now._one':
    'La revisión de la semana: difiere {{count}} valor entre {{products}} productos y se corrige ahora.',
  'The week’s check: {{count}} values differ among {{products}} products, and will be put right now._other':
    'La revisión de la semana: difieren {{count}} valores entre {{products}} productos y se corrigen ahora.',
  '{{count}} conflicts wait for you_one': '{{count}} conflicto le espera',
  '{{count}} conflicts wait for you_other': '{{count}} conflictos le esperan',
  '{{count}} changes were refused_one': '{{count}} cambio se rechazó',
  '{{count}} changes were refused_other': '{{count}} cambios se rechazaron',
  '{{count}} differences stay as you wanted them_one': '{{count}} diferencia se queda como usted quiso',
  '{{count}} differences stay as you wanted them_other': '{{count}} diferencias se quedan como usted quiso',
  'Nothing waits for you.': 'Nada le espera.',
  'The till has to be connected again.': 'Hay que conectar la caja de nuevo.',
  'Web order {{number}} was paid, and has been removed on the till.':
    'El pedido web {{number}} estaba pagado y se quitó en la caja.',
  'The money is still with the shop: refund it in the store, or send it to the till again.':
    'El dinero sigue en el negocio: reembólselo en la tienda o envíelo otra vez a la caja.',
  'Web order {{number}} is not on the till.': 'El pedido web {{number}} no está en la caja.',
  'Web order {{number}} needs you.': 'El pedido web {{number}} requiere su atención.',
  'Its full text is under Orders & kitchen.': 'Su texto completo está en Pedidos y cocina.',
  'The ticket of web order {{number}} may not have been printed.':
    'La comanda del pedido web {{number}} puede no haberse impreso.',
  'It is not printed again by itself: look at the kitchen printer, and reprint it where it is missing.':
    'No se imprime de nuevo por sí sola: mire la impresora de cocina y reimprímala si falta.',
  'Web order {{number}} needs a look.': 'Conviene mirar el pedido web {{number}}.',
  'It goes to the kitchen, but something about its choices or its money is not as the till knows it.':
    'Va a la cocina, pero algo de sus elecciones o de su importe no es como lo conoce la caja.',
  'Web orders wait: the till lacks something they need.':
    'Los pedidos web esperan: a la caja le falta algo que necesitan.',
  'They go on by themselves once it is there.': 'Siguen por sí mismos en cuanto esté.',
  'The undo stopped half-way.': 'La anulación se detuvo a medio camino.',
  'The import stopped half-way.': 'La importación se detuvo a medio camino.',
  'What was written stays. Open Tillbridge to go on from there; nothing is done twice.':
    'Lo escrito se queda. Abra Tillbridge para seguir desde ahí; nada se hace dos veces.',
  '{{count}} products were refused in the undo._one': '{{count}} producto se rechazó al deshacer.',
  '{{count}} products were refused in the undo._other': '{{count}} productos se rechazaron al deshacer.',
  '{{count}} products were refused in the import._one': '{{count}} producto se rechazó en la importación.',
  '{{count}} products were refused in the import._other':
    '{{count}} productos se rechazaron en la importación.',
  'Open Tillbridge to see which and why; everything else was done.':
    'Abra Tillbridge para ver cuáles y por qué; todo lo demás se hizo.',
  'The till refuses Tillbridge, so nothing is kept in step.':
    'La caja rechaza a Tillbridge, así que no se sincroniza nada.',
  'The store refuses Tillbridge, so nothing is kept in step.':
    'La tienda rechaza a Tillbridge, así que no se sincroniza nada.',
  'The till is connected, but something is missing.': 'La caja está conectada, pero falta algo.',
  'The store is connected, but something is missing.': 'La tienda está conectada, pero falta algo.',
  'The store was put back to an earlier copy of its own.':
    'La tienda se restauró desde una copia anterior suya.',
  'Nothing older is taken over by itself: where its values or counts are not as agreed, you are asked under Conflicts. What it no longer has is made again from the till. Orders of since then are on the till only: look through Orders, and count what was sold.':
    'Nada anterior se toma por sí solo: donde sus valores o existencias no son los acordados, se le pregunta en Conflictos. Lo que ya no tiene se vuelve a crear desde la caja. Los pedidos posteriores a la copia están solo en la caja: revise los pedidos y cuente lo vendido.',
} as const satisfies Dictionary;
