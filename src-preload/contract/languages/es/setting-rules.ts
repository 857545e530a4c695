import type { Dictionary } from '../dictionary.ts';

export const SETTING_RULES_TEXTS = {
  'Whether products made by an import are shown at once.':
    'Si los productos creados por una importación se muestran de inmediato.',
  'Store category for items that have none on the till; empty leaves it to the store.':
    'Categoría de la tienda para artículos que no tienen ninguna en la caja; vacío lo deja a la tienda.',
  'Store categories from the till’s categories, or from its labels and item-group names.':
    'Categorías de la tienda a partir de las de la caja, o de sus etiquetas y nombres de grupos de artículos.',
  'Tax class of products made by an import; none makes them untaxed.':
    'Clase de impuesto de los productos creados por una importación; «none» los deja sin impuestos.',
  'Fill an empty short description in the store from the till’s alternate name.':
    'Rellenar una descripción corta vacía de la tienda con el nombre alternativo de la caja.',
  'Store price equal to the till’s, or with a markup.':
    'Precio de la tienda igual al de la caja, o con un recargo.',
  'Markup in percent, or a fixed amount per product.':
    'Recargo en porcentaje, o un importe fijo por producto.',
  'The markup: percent, or an amount in the store’s currency.':
    'El recargo: porcentaje, o un importe en la moneda de la tienda.',
  'Rounding of store prices after the markup; 0.99 goes up to the next price that ends so.':
    'Redondeo de los precios de la tienda después del recargo; 0,99 sube al siguiente precio que acaba así.',
  'Where one side’s prices include tax and the other’s do not: copy the figure, add tax, or remove it. Empty asks first.':
    'Cuando los precios de un lado incluyen impuestos y los del otro no: copiar la cifra, sumar los impuestos o quitarlos. Vacío pregunta antes.',
  'Which way changes go.': 'En qué sentido van los cambios.',
  'Keep prices in step.': 'Sincronizar los precios.',
  'Keep names in step.': 'Sincronizar los nombres.',
  'Keep SKUs and barcodes in step.': 'Sincronizar SKU y códigos de barras.',
  'Keep categories in step.': 'Sincronizar las categorías.',
  'Keep stock in step.': 'Sincronizar las existencias.',
  'Keep hidden and sold-out in step.': 'Sincronizar lo oculto y lo agotado.',
  'Keep descriptions in step.': 'Sincronizar las descripciones.',
  'Keep modifier groups in step.': 'Sincronizar los grupos de modificadores.',
  'Whose price wins where the two differ when a pair is first linked.':
    'De quién es el precio que gana si los dos difieren al vincular un par por primera vez.',
  'Whose name wins where the two differ when a pair is first linked.':
    'De quién es el nombre que gana si los dos difieren al vincular un par por primera vez.',
  'Whose SKU wins where the two differ when a pair is first linked.':
    'De quién es el SKU que gana si los dos difieren al vincular un par por primera vez.',
  'Whose categories wins where the two differ when a pair is first linked.':
    'De quién son las categorías que ganan si los dos difieren al vincular un par por primera vez.',
  'Whose stock wins where the two differ when a pair is first linked.':
    'De quién son las existencias que ganan si los dos difieren al vincular un par por primera vez.',
  'Whose availability wins where the two differ when a pair is first linked.':
    'De quién es la disponibilidad que gana si los dos difieren al vincular un par por primera vez.',
  'Whose description wins where the two differ when a pair is first linked.':
    'De quién es la descripción que gana si los dos difieren al vincular un par por primera vez.',
  'Whose modifier groups wins where the two differ when a pair is first linked.':
    'De quién son los grupos de modificadores que ganan si los dos difieren al vincular un par por primera vez.',
  'Which add-on plugin of the store shows the modifier groups; auto takes the one that is active, none fills no plugin.':
    'Qué plugin de la tienda muestra los grupos de modificadores: el que esté activo, uno fijo o ninguno.',
  'Make a store product for every till item that has none.':
    'Crear un producto en la tienda por cada artículo de la caja que no lo tenga.',
  'Make a till item for every store product that has none.':
    'Crear un artículo en la caja por cada producto de la tienda que no lo tenga.',
  'What happens to a store product whose till item is gone.':
    'Qué pasa con un producto de la tienda cuyo artículo de la caja ya no existe.',
  'Sync stock at all.': 'Si se sincronizan las existencias.',
  'At or below this count a product is low.':
    'Con este recuento o menos, un producto tiene pocas existencias.',
  'What customers see of a product whose count is used up: as the store itself has it, hidden, as out of stock, or for sale on back-order. When there are pieces again it is put back.':
    'Qué ven los clientes de un producto cuyas existencias se acabaron: como lo tenga la propia tienda, oculto, sin existencias, o a la venta por encargo. Cuando vuelve a haber unidades, se deja como estaba.',
  'Who lowers the till’s count for a web order.': 'Quién reduce el recuento de la caja por un pedido web.',
  'A run stops and asks before it changes more than this many prices by over the percentage below.':
    'Una ejecución se detiene y pregunta antes de cambiar más precios que estos por encima del porcentaje de abajo.',
  'A price change above this many percent counts for the brake.':
    'Un cambio de precio por encima de este porcentaje cuenta para el freno.',
  'A run stops and asks before it sets more than this many stocks to zero.':
    'Una ejecución se detiene y pregunta antes de poner a cero más existencias que estas.',
  'A run stops and asks before it takes more than this many products out of the store.':
    'Una ejecución se detiene y pregunta antes de retirar de la tienda más productos que estos.',
  'Minutes between two comparisons of everything, also of what no list of changes tells.':
    'Minutos entre dos comparaciones de todo, también de lo que no dice ninguna lista de cambios.',
  'Tell once a week how both sides stand, after comparing everything.':
    'Decir una vez por semana cómo están ambos lados, después de compararlo todo.',
  'Shortest time between two looks for changes. 2 is the fastest; 15 is the default because Clover counts the calls of all shops that use this app together.':
    'Tiempo mínimo entre dos búsquedas de cambios. 2 es lo más rápido; 15 es lo habitual porque Clover cuenta juntas las llamadas de todos los negocios que usan esta aplicación.',
  'When the shop is open: looks are faster then and slower outside. From the till, always the same, or hours of your own by the till’s clock.':
    'Cuándo está abierto el negocio: entonces se consulta más a menudo, y fuera de hora menos. Según la caja, siempre igual, o un horario propio según el reloj de la caja.',
  'Send web orders to the till.': 'Enviar los pedidos web a la caja.',
  'Take a locked and fully paid till order for a fulfilled one.':
    'Dar por entregado un pedido de la caja bloqueado y pagado del todo.',
  'When a web order goes to the till.': 'Cuándo pasa un pedido web a la caja.',
  'Name of the till’s order type for web orders.':
    'Nombre del tipo de pedido de la caja para los pedidos web.',
  'Name of the till’s tender for web payments.': 'Nombre de la forma de pago de la caja para los pagos web.',
  'Who prints the kitchen ticket of a web order.': 'Quién imprime la comanda de un pedido web.',
  'How much of the customer goes to the till.': 'Cuánto del cliente pasa a la caja.',
  'Let data of customers in Europe go to the till too. Without it their orders carry none, whatever is chosen above.':
    'Permitir que también pasen a la caja los datos de clientes de Europa. Si no, sus pedidos no llevan ninguno, se elija lo que se elija arriba.',
  'Further names of fees that are tips, with commas between them. The usual words for a tip are known.':
    'Más nombres de cargos que son propinas, separados por comas. Las palabras habituales para propina ya se conocen.',
  'Let both sides tell the relay of changes, so that it wakes this app. Off: both are looked at by themselves.':
    'Permitir que ambos lados avisen al relé de los cambios, para que despierte esta aplicación. Desactivado: se consulta a ambos por turnos.',
  'Let the relay keep ids and totals of web orders that went to the till.':
    'Permitir que el relé guarde los ID y totales de los pedidos web que pasaron a la caja.',
  'Work without the relay’s word for it although another PC is paired. Only where that one is switched off for good.':
    'Trabajar sin el permiso del relé aunque haya otro PC emparejado. Solo si aquel está apagado para siempre.',
  'Show notifications on this computer.': 'Mostrar notificaciones en este equipo.',
  'Let notifications make a sound.': 'Que las notificaciones suenen.',
  'From this time of day alerts wait; only lost orders and failed prints do not.':
    'Desde esta hora los avisos esperan; solo los pedidos perdidos y las impresiones fallidas no.',
  'At this time of day what waited is told in one.': 'A esta hora, lo que esperaba se avisa de una vez.',
  'Minutes after which a lost order or a failed print is told again, until somebody has seen it.':
    'Minutos tras los que se vuelve a avisar de un pedido perdido o una impresión fallida, hasta que alguien lo haya visto.',
  'Send alerts by e-mail.': 'Enviar los avisos por correo electrónico.',
  'Who gets the e-mails.': 'Quién recibe los correos.',
  'The sender’s address; empty takes the account’s name or the first receiver.':
    'La dirección del remitente; vacío toma el nombre de la cuenta o el primer destinatario.',
  'The server that your e-mail provider names for sending (SMTP).':
    'El servidor que su proveedor de correo indica para enviar (SMTP).',
  'Its port: mostly 587 with STARTTLS, 465 with TLS.':
    'Su puerto: casi siempre 587 con STARTTLS, 465 con TLS.',
  'How the way to the server is kept secret; none is for a server on this computer only.':
    'Cómo se protege el camino al servidor; ninguna es solo para un servidor en este equipo.',
  'The name of the account there; empty sends without signing in.':
    'El nombre de la cuenta allí; vacío envía sin iniciar sesión.',
  'How you are told of a web order that did not reach the till.':
    'Cómo se le avisa de un pedido web que no llegó a la caja.',
  'How you are told of a ticket that was not printed.': 'Cómo se le avisa de una comanda que no se imprimió.',
  'How you are told of what cannot be brought in step.':
    'Cómo se le avisa de lo que no se puede sincronizar.',
  'How you are told of what is missing for the sync, such as a permission.':
    'Cómo se le avisa de lo que falta para sincronizar, como un permiso.',
  'How you are told of products that are low on stock.':
    'Cómo se le avisa de los productos con pocas existencias.',
  'How you are told of a price that came to nothing, or to ten times or a tenth of what it was.':
    'Cómo se le avisa de un precio que quedó en nada, o en diez veces o una décima parte de lo que era.',
  'How you are told of an import that stopped or left products out.':
    'Cómo se le avisa de una importación que se detuvo o dejó productos fuera.',
  'How you are told of the weekly report.': 'Cómo se le envía el informe semanal.',
  'Days that log entries are kept.': 'Días que se guardan las entradas del registro.',
  'Keep detailed log entries.': 'Guardar entradas detalladas en el registro.',
  'a text of at most 100 characters': 'un texto de 100 caracteres como máximo',
  'a text of at most 200 characters': 'un texto de 200 caracteres como máximo',
  'a text of at most 300 characters': 'un texto de 300 caracteres como máximo',
  'none | standard | the slug of a tax class': 'none | standard | el slug de una clase de impuesto',
  'a number from -100 to 100000': 'un número de -100 a 100000',
  'a whole number from 0 to 100000': 'un número entero de 0 a 100000',
  'a whole number from 1 to 100000': 'un número entero de 1 a 100000',
  'a number from 1 to 1000': 'un número de 1 a 1000',
  'a whole number from 2 to 600': 'un número entero de 2 a 600',
  'a whole number from 1 to 1440': 'un número entero de 1 a 1440',
  'a whole number from 1 to 65535': 'un número entero de 1 a 65535',
  'a whole number from 1 to 3650': 'un número entero de 1 a 3650',
  'till | always | hours such as 11:00-23:00': 'till | always | un horario como 11:00-23:00',
  'a name of 1 to 127 characters': 'un nombre de 1 a 127 caracteres',
  'a time of day such as 22:00, or nothing': 'una hora como 22:00, o nada',
  'up to 5 e-mail addresses, with commas between': 'hasta 5 direcciones de correo, separadas por comas',
  'an e-mail address, or nothing': 'una dirección de correo, o nada',
  'the name of a server, such as smtp.example.com': 'el nombre de un servidor, como smtp.example.com',
  'Whom the relay writes when this PC falls silent or a side stays away; empty takes the first address of the alerts, where those go by e-mail.':
    'A quién escribe el relé cuando este PC deja de responder o un lado sigue ausente; vacío toma la primera dirección de los avisos, si estos van por correo.',
} as const satisfies Dictionary;
