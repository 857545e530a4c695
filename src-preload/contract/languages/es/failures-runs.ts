import type { Dictionary } from '../dictionary.ts';

export const FAILURES_RUNS_TEXTS = {
  'Much would change at once[; prices that move by more than {percent} percent: {#prices}][; stocks set to zero: {#zeros}][; products taken out of the store: {#removals}]. Nothing was changed.':
    'Cambiaría mucho de una vez[; precios que se mueven más de un {percent} por ciento: {#prices}][; existencias puestas a cero: {#zeros}][; productos retirados de la tienda: {#removals}]. No se cambió nada.',
  'Look through the plan; if it is right, approve it[ ("approve {run}")] and start it.':
    'Revise el plan; si es correcto, apruébelo[ («approve {run}»)] e inícielo.',
  'Import[ {run}] belongs to another till or store than the two that are connected now. Nothing was changed.':
    'La importación[ {run}] es de otra caja o tienda que las conectadas ahora. No se cambió nada.',
  'Connect those two again, or make a new plan for these.':
    'Conecte de nuevo aquellas dos, o haga un plan nuevo para estas.',
  'The plan[ {plan}] is out of date: a newer one was made since, or it is more than a day old.':
    'El plan[ {plan}] está anticuado: después se hizo otro más nuevo, o tiene más de un día.',
  'Make a new plan.': 'Haga un plan nuevo.',
  'The product[ {product}] was changed in the store after the plan was made, so it was left as it is.':
    'El producto[ {product}] se cambió en la tienda después de hacer el plan, así que se dejó como estaba.',
  'Make a new plan; it takes the change into account.': 'Haga un plan nuevo; tiene en cuenta el cambio.',
  'The run[ {run}] cannot be applied[; it is {state}].':
    'La ejecución[ {run}] no se puede aplicar[; está: {state}].',
  'The product that this variant belongs to could not be made[ ({parent})].':
    'No se pudo crear el producto al que pertenece esta variante[ ({parent})].',
  'Mend what stopped that product, then try this one again, or import again.':
    'Corrija lo que detuvo ese producto y vuelva a intentar este, o importe de nuevo.',
  'A person stopped the run before its end.': 'Alguien detuvo la ejecución antes de que terminara.',
  'Apply the same run again to go on with it.': 'Aplique otra vez la misma ejecución para continuarla.',
  'Changes go the other way only, so nothing is brought over from this side.':
    'Los cambios van solo en el otro sentido, así que de este lado no se lleva nada.',
  'Set sync.direction to both.': 'Ponga sync.direction en both.',
  'The products here are linked to another till or store than the two that are connected now. Nothing is synced, and nothing was changed.':
    'Los productos de aquí están vinculados a otra caja u otra tienda que las dos conectadas ahora. No se sincroniza nada y no se ha cambiado nada.',
  'Connect the two from before again. If this is meant to be another shop, choose "Clean and re-sync" in the settings, then import.':
    'Vuelva a conectar las dos de antes. Si debe ser otro negocio, elija «Limpiar y volver a sincronizar» en los ajustes y después importe.',
  'Nothing is kept in step yet: the till and the store have not been brought together.':
    'Aún no se sincroniza nada: la caja y la tienda no se han reunido todavía.',
  'Import first: it shows what it would do before it does it.':
    'Importe primero: muestra lo que haría antes de hacerlo.',
  'There is nothing to undo in the run[ {run}].': 'No hay nada que deshacer en la ejecución[ {run}].',
  'Look up the number of the import in the log.': 'Busque el número de la importación en el registro.',
  'Tillbridge is still at work on {what|something else}, and one thing is done at a time.':
    'Tillbridge todavía está ocupado ({what|con otra cosa}), y hace una sola cosa a la vez.',
  'Wait until it has ended, or stop it, then try again.':
    'Espere a que termine o deténgalo, y vuelva a intentarlo.',
  'One side was changed again since you looked[ at the {field} of {product}], so your answer was not used.':
    'Un lado se cambió otra vez desde que usted miró[ ({product}: {field})], así que su respuesta no se usó.',
  'Look at the values as they are now, then decide again.':
    'Mire los valores como están ahora y decida de nuevo.',
  'A count of the file is old[: line {line}, {product}]. It was sold or counted since[ (then {written}; now {now})][, and {pieces} would be put in its place].':
    'Un recuento del archivo es antiguo[: línea {line}, {product}]. Desde entonces se vendió o se contó[ (entonces {written}; ahora {now})][, y se pondría {pieces} en su lugar].',
  'Count again, or export the stock once more; apply only what is still right.':
    'Cuente de nuevo o exporte otra vez las existencias; aplique solo lo que siga siendo correcto.',
  'More counts of the file are old[, {more} in all]: their products were sold or counted since.':
    'Más recuentos del archivo son antiguos[, {more} en total]: sus productos se vendieron o se contaron desde entonces.',
  'The file was not accepted, and nothing was changed[: {problems}].':
    'No se aceptó el archivo y no se cambió nada[: {problems}].',
  'Mend what it names in the spreadsheet, save it as CSV and import it again.':
    'Corrija en la hoja de cálculo lo que indica, guárdela como CSV e impórtela de nuevo.',
  'The customer chose {chosen|more} of "{group|a group}", and the till allows no more than {limit|that}.':
    'El cliente eligió {chosen|más} de «{group|un grupo}», y la caja no permite más de {limit|eso}.',
  'Ask the customer what is meant, or cook it as ordered; correct the limit on the till or in the store.':
    'Pregunte al cliente qué quiere, o prepárelo como se pidió; corrija el límite en la caja o en la tienda.',
  'The customer chose {chosen|too few} of "{group|a group}", and the till asks for at least {limit|more}.':
    'El cliente eligió {chosen|muy pocos} de «{group|un grupo}», y la caja pide al menos {limit|más}.',
  'Ask the customer for the missing choice; check that the store asks for it too.':
    'Pida al cliente la elección que falta; compruebe que la tienda también la pida.',
  'The store charged another price than the till has for the choice[ "{choice}"][: {charged}][ instead of {expected}]. The customer pays what the store charged.':
    'La tienda cobró por la elección[ «{choice}»] otro precio que el de la caja[: {charged}][ en vez de {expected}]. El cliente paga lo que cobró la tienda.',
  'Correct the price on the till or in the store; nothing is to be done for this order.':
    'Corrija el precio en la caja o en la tienda; para este pedido no hay que hacer nada.',
  'The price of the choice[ "{choice}"] is lower than it ever was in the store or on the till[: {charged}][ instead of {expected}]. It may have been forged.':
    'El precio de la elección[ «{choice}»] es más bajo que nunca en la tienda o en la caja[: {charged}][ en vez de {expected}]. Puede estar falsificado.',
  'Check what the customer paid before you hand the order over.':
    'Compruebe lo que pagó el cliente antes de entregar el pedido.',
  'The customer chose "{choice|something}"[ of "{group}"], and the till has it as not available.':
    'El cliente eligió «{choice|algo}»[ de «{group}»], y la caja lo tiene como no disponible.',
  'Offer the customer something else, or make it available on the till.':
    'Ofrezca otra cosa al cliente o póngalo disponible en la caja.',
  'The till has no modifier for something that the customer chose[ of "{group}"]. It stands as a note on its line.':
    'La caja no tiene modificador para algo que eligió el cliente[ de «{group}»]. Está como nota en su línea.',
  'Read the note; to have it as a modifier, add one of the same name to the item on the till.':
    'Lea la nota; para tenerlo como modificador, añada uno con el mismo nombre al artículo en la caja.',
  'The store no longer has this order.': 'La tienda ya no tiene este pedido.',
  'The store no longer has this order: it was deleted for good, or the store was put back to an earlier copy.':
    'La tienda ya no tiene este pedido: se borró definitivamente, o la tienda se restauró desde una copia anterior.',
  'It stays on the till as it is. If it was called off, remove it there; else look whether it was paid before you take money.':
    'Sigue en la caja tal como está. Si se canceló, quítelo allí; si no, compruebe si está pagado antes de cobrar.',
  'The store was put back to an earlier copy, and has given this order’s number to another one.':
    'La tienda se restauró desde una copia anterior y ha dado el número de este pedido a otro.',
  'What is on the till stays there. If it is not on the till, type it in from its text here.':
    'Lo que está en la caja se queda allí. Si no está en la caja, escríbalo a partir de su texto aquí.',
  'Nothing has to be done, unless a customer asks for it.':
    'No hay que hacer nada, salvo que un cliente pregunte por él.',
  'Somebody removed this order on the till[. It was {paid} in the store, and the money is still with the shop].':
    'Alguien quitó este pedido en la caja[. En la tienda estaba {paid}, y el dinero sigue en el negocio].',
  'Look whether it is to be made. If not, refund it in the store. If it is, [set it to Processing there, since it is {store} now, then ]choose "Try again": it goes to the till anew.':
    'Vea si hay que prepararlo. Si no, reembólselo en la tienda. Si es así, [póngalo allí en «Procesando», ya que ahora está {store}, y ]elija «Volver a intentarlo»: va otra vez a la caja.',
  'The order[ {order}] could not be put on the till.': 'El pedido[ {order}] no se pudo poner en la caja.',
  'Type it in at the till from its text here, or choose "Try again".':
    'Escríbalo en la caja a partir de su texto aquí, o elija «Volver a intentarlo».',
  'The order is on the till, but its payment could not be recorded there.':
    'El pedido está en la caja, pero su pago no se pudo registrar allí.',
  'Record the payment on the till, or choose "Try again": what is recorded already is never recorded twice.':
    'Registre el pago en la caja, o elija «Volver a intentarlo»: lo ya registrado nunca se registra dos veces.',
  'The order[ {order}] does not wait for anybody.': 'El pedido[ {order}] no espera a nadie.',
  'Nothing has to be done; it goes on by itself, or is over.':
    'No hay que hacer nada; sigue por sí mismo o ya terminó.',
  'The till has no order type[ named "{name}"], and did not let Tillbridge make it.':
    'La caja no tiene ningún tipo de pedido[ llamado «{name}»], y no dejó que Tillbridge lo creara.',
  'Make it in Clover’s dashboard under Order types, or choose another name under Settings, Orders. Waiting orders then go on.':
    'Créelo en el panel de Clover, en Order types, o elija otro nombre en Ajustes, Pedidos. Los pedidos que esperan siguen entonces.',
  'The till has no tender[ named "{name}"] for web payments, and did not let Tillbridge make it.':
    'La caja no tiene ninguna forma de pago[ llamada «{name}»] para los pagos web, y no dejó que Tillbridge la creara.',
  'Make it in Clover’s dashboard under Tenders, or choose another name under Settings, Orders. Waiting orders then go on.':
    'Créela en el panel de Clover, en Tenders, o elija otro nombre en Ajustes, Pedidos. Los pedidos que esperan siguen entonces.',
  'The till does not take this order, as lines or as text[. It says: {message}].':
    'La caja no acepta este pedido, ni como líneas ni como texto[. Dice: {message}].',
  'Type it in at the till from its text here, and choose "It is already on the till". If you have mended what the till complains of, choose "Try again" instead.':
    'Escríbalo en la caja a partir de su texto aquí y elija «Ya está en la caja». Si corrigió lo que la caja rechaza, elija en su lugar «Volver a intentarlo».',
  'Somebody typed this order in at the till. Tillbridge leaves it alone.':
    'Alguien escribió este pedido en la caja. Tillbridge lo deja tranquilo.',
  'Nothing has to be done. If that was a mistake, choose "Try again": the order then goes to the till.':
    'No hay que hacer nada. Si fue un error, elija «Volver a intentarlo»: el pedido va entonces a la caja.',
  'The order[ {order}] is on the till already, or was being put there just now.':
    'El pedido[ {order}] ya está en la caja, o se estaba poniendo allí en este momento.',
  'Look at the till’s orders; delete the one that was typed in, if both are there.':
    'Mire los pedidos de la caja; borre el que se escribió a mano, si están los dos.',
  'Tillbridge itself made a mistake with this order[ ({where})]. All other orders go on.':
    'El propio Tillbridge cometió un error con este pedido[ ({where})]. Todos los demás pedidos siguen.',
  'Look whether it is on the till. If not, type it in there or choose "Try again"; and send the log to support.':
    'Mire si está en la caja. Si no, escríbalo allí o elija «Volver a intentarlo»; y envíe el registro al soporte.',
  'Part of what Tillbridge kept of this order cannot be read any more[: {what}].':
    'Parte de lo que Tillbridge guardó de este pedido ya no se puede leer[: {what}].',
  'Look whether it is on the till and in the kitchen. If not, type it in there or choose "Try again".':
    'Mire si está en la caja y en la cocina. Si no, escríbalo allí o elija «Volver a intentarlo».',
  'Web order[ {order}] may stand on the till twice: one that was given up shows there after all.':
    'El pedido web[ {order}] puede estar dos veces en la caja: uno que se había dado por perdido aparece allí después de todo.',
  'Look at the till’s orders, and delete the one that the kitchen does not make.':
    'Mire los pedidos de la caja y borre el que la cocina no prepara.',
  'The ticket was not printed.': 'La comanda no se imprimió.',
  'Look at the kitchen printer (paper, power, network), then choose "Print".':
    'Revise la impresora de cocina (papel, corriente, red) y elija «Imprimir».',
  'Nothing says that the ticket was printed.': 'Nada indica que la comanda se imprimiera.',
  'Look in the kitchen. If it is missing, choose "Reprint"; it is never printed again by itself.':
    'Mire en la cocina. Si falta, elija «Reimprimir»; nunca se imprime de nuevo por sí sola.',
  'The order[ {order}] is on the till, but its ticket was not printed, or nothing proves it.':
    'El pedido[ {order}] está en la caja, pero su comanda no se imprimió, o nada lo demuestra.',
  'Look at the kitchen printer, then choose "Print"[ ("reprint {order}")]. If the kitchen knows of the order, choose "Seen"[ ("orders seen {order}")].':
    'Revise la impresora de cocina y elija «Imprimir»[ («reprint {order}»)]. Si la cocina conoce el pedido, elija «Visto»[ («orders seen {order}»)].',
  'There is nothing to try again about the order[ {order}]; it waits for somebody to look at it.':
    'No hay nada que reintentar en el pedido[ {order}]; espera a que alguien lo mire.',
  'Read what it says, then choose "Seen"[ ("orders seen {order}")].':
    'Lea lo que dice y elija «Visto»[ («orders seen {order}»)].',
  'The test ticket was not printed.': 'La comanda de prueba no se imprimió.',
  'Look at the kitchen printer (paper, power, network), then test again.':
    'Revise la impresora de cocina (papel, corriente, red) y pruebe de nuevo.',
  'Nothing says that the test ticket was printed.': 'Nada indica que la comanda de prueba se imprimiera.',
  'Look in the kitchen. If it is missing, look at the printer (paper, power, network), then test again.':
    'Mire en la cocina. Si falta, revise la impresora (papel, corriente, red) y pruebe de nuevo.',
  'The till is set to print orders by itself: the tickets of web orders are left to it, so that none comes twice, until you choose.':
    'La caja está configurada para imprimir los pedidos por sí misma: las comandas de los pedidos web se le dejan a ella, para que ninguna salga dos veces, hasta que usted elija.',
  'Place one order. Its ticket comes out: leave the printing to the till. It does not: let Tillbridge print.':
    'Haga un pedido. Si sale su comanda, deje la impresión a la caja. Si no sale, deje que Tillbridge imprima.',
  'The order is in {store|another currency}, the till counts in {till|its own}: its money was not put on the till.':
    'El pedido está en {store|otra moneda} y la caja cuenta en {till|la suya}: su importe no se puso en la caja.',
  'Take the payment by hand on the till, or record it there as paid in the web store.':
    'Cobre el pago a mano en la caja, o regístrelo allí como pagado en la tienda web.',
  'The amounts of this order do not come to a sum that the till could take, so it went to the kitchen as text.':
    'Los importes de este pedido no dan una suma que la caja pueda aceptar, así que fue a la cocina como texto.',
  'Compare it with the order in the store, and set its total on the till by hand.':
    'Compárelo con el pedido de la tienda y ponga su total en la caja a mano.',
  'The order has more pieces than the till takes lines[ ({lines})], so lines are put together in words.':
    'El pedido tiene más piezas que las líneas que acepta la caja[ ({lines})], así que algunas líneas se reúnen en palabras.',
  'Read the ticket with care; stock of these pieces is counted as always.':
    'Lea la comanda con atención; las existencias de estas piezas se cuentan como siempre.',
  'The store’s total has a part[ of {amount}] that none of the order’s lines explains; it stands on the ticket as a line of its own.':
    'El total de la tienda tiene una parte[ de {amount}] que ninguna línea del pedido explica; está en la comanda como línea propia.',
  'Look at the order in the store: a plugin may take money off the total, or add some.':
    'Mire el pedido en la tienda: un plugin puede restar dinero del total o añadirlo.',
  'A gift card or store credit paid for a part[ of {amount}]; it stands on the ticket as a discount.':
    'Una tarjeta regalo o saldo de la tienda pagó una parte[ de {amount}]; está en la comanda como descuento.',
  'Nothing has to be done.': 'No hay que hacer nada.',
  'The product[ {product}] is not linked to an item of the till, so its line is a free one and may not print in its kitchen.':
    'El producto[ {product}] no está enlazado con un artículo de la caja, así que su línea es libre y puede no imprimirse en su cocina.',
  'Link it under Products; later orders then have the item.':
    'Enlácelo en Productos; los pedidos posteriores tendrán entonces el artículo.',
  'The line[ {product}] has a quantity[ of {quantity}] or a price that cannot be sold on the till; it stands on the ticket in words with its money.':
    'La línea[ {product}] tiene una cantidad[ de {quantity}] o un precio que no se puede vender en la caja; está en la comanda en palabras con su importe.',
  'Look at the order in the store.': 'Mire el pedido en la tienda.',
  'The choices[ of {product}] cost more than all of the line.':
    'Las elecciones[ de {product}] cuestan más que toda la línea.',
  'Look whether the customer paid the right price.': 'Vea si el cliente pagó el precio correcto.',
  'The order’s text had signs, such as emoji, that the till cannot keep; they were left out of the ticket.':
    'El texto del pedido tenía signos, como emojis, que la caja no puede guardar; se dejaron fuera de la comanda.',
  'Nothing has to be done; the store has the text in full.':
    'No hay que hacer nada; la tienda tiene el texto completo.',
  'Not to be sent yet[: its status is {status}].': 'Aún no se envía[: su estado es {status}].',
  'Nothing has to be done; it goes when it is. When orders are sent is chosen under Settings, Orders.':
    'No hay que hacer nada; sale cuando corresponda. Cuándo se envían los pedidos se elige en Ajustes, Pedidos.',
  'The order has a status[, {status},] that Tillbridge does not know, and is not paid, so it waits.':
    'El pedido tiene un estado[, {status},] que Tillbridge no conoce, y no está pagado, así que espera.',
  'Set it to Processing in the store when it is to be made.':
    'Póngalo en «Procesando» en la tienda cuando haya que prepararlo.',
  'The order was made before Tillbridge looked after this store, and is left alone.':
    'El pedido se hizo antes de que Tillbridge atendiera esta tienda, y se deja tranquilo.',
  'Ended[ ({status})] before it went to the till, so it is not sent.':
    'Terminó[ ({status})] antes de ir a la caja, así que no se envía.',
  'The order ended in two ways: {store|one} in the store, {till|another} on the till. Both were left as they are.':
    'El pedido terminó de dos maneras: {store|una} en la tienda, {till|otra} en la caja. Ambas se dejaron como estaban.',
  'Look what happened to it, and set the one that is wrong by hand.':
    'Vea qué pasó con él y corrija a mano el lado equivocado.',
  'The order is {store|open} in the store again, but the till’s one is {till|over} and cannot be brought back.':
    'El pedido está otra vez {store|abierto} en la tienda, pero el de la caja está {till|terminado} y no se puede recuperar.',
  'If it is to be made after all, choose "Try again": it goes to the till anew.':
    'Si después de todo hay que prepararlo, elija «Volver a intentarlo»: va otra vez a la caja.',
  'The order was ended in the store[ ({status})]; on the till it is marked so, but its payment stays, since the till lets no app refund.':
    'El pedido se terminó en la tienda[ ({status})]; en la caja está marcado así, pero su pago se queda, ya que la caja no deja reembolsar a ninguna aplicación.',
  'If the till’s sums have to show it, refund it on the till by hand.':
    'Si las sumas de la caja deben reflejarlo, reembólselo a mano en la caja.',
  'The store says that the payment of this order failed, and it is on the till already.':
    'La tienda dice que el pago de este pedido falló, y ya está en la caja.',
  'Ask the customer for the payment before it is handed over.':
    'Pida el pago al cliente antes de entregarlo.',
  'The till says that the order is done, but nobody says that it was paid; in the store it stays {status|open}.':
    'La caja dice que el pedido está hecho, pero nadie dice que se pagara; en la tienda sigue {status|abierto}.',
  'Take the payment, then complete the order in the store.':
    'Cobre el pago y complete después el pedido en la tienda.',
  'The order was paid at the till.': 'El pedido se pagó en la caja.',
  'A part[ of {amount}] was refunded in the store; the till’s sums stay, since the till lets no app refund.':
    'Una parte[ de {amount}] se reembolsó en la tienda; las sumas de la caja se quedan, ya que la caja no deja reembolsar a ninguna aplicación.',
  'A part[ of {amount}] was refunded on the till.': 'Una parte[ de {amount}] se reembolsó en la caja.',
  'If the customer paid in the store, look whether the store has to refund it too.':
    'Si el cliente pagó en la tienda, mire si la tienda también tiene que reembolsarlo.',
} as const satisfies Dictionary;
