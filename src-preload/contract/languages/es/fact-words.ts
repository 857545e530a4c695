import type { Dictionary } from '../dictionary.ts';

export const FACT_WORDS_TEXTS = {
  'the till': 'la caja',
  'the store': 'la tienda',
  'include tax': 'incluyen impuestos',
  'are without tax': 'van sin impuestos',
  'the mail server': 'el servidor de correo',
  'the address that gets it': 'la dirección que lo recibe',
  'the sender’s address': 'la dirección del remitente',
  'the address {address}': 'la dirección {address}',
  'The field': 'el campo',
  'The price': 'el precio',
  'it takes a price such as 4.50': 'admite un precio como 4.50',
  'item group': 'grupo de artículos',
  'it belongs to another program': 'es de otro programa',
  'it is the 13 letters and digits that Clover gave the app':
    'son las 13 letras y cifras que Clover dio a la aplicación',
  'in its window': 'en su ventana',
  'in its browser window': 'en su ventana del navegador',
  'Do it in that window, or quit Tillbridge there and try again.':
    'Hágalo en esa ventana, o cierre allí Tillbridge y vuelva a intentarlo.',
  'with the command "{command}"': 'con el comando «{command}»',
  'Stop that one (Ctrl-C where it runs), do this, then start it again: it goes on where it was.':
    'Detenga aquel (Ctrl-C donde se ejecuta), haga esto e inícielo de nuevo: sigue donde estaba.',
  'Wait until that one has ended, then try again.': 'Espere a que termine y vuelva a intentarlo.',
  'a change of the relay': 'un cambio del relé',
  'a change of the connections': 'un cambio de las conexiones',
  'the start of the practice servers': 'el inicio de los servidores de práctica',
  'a sync': 'una sincronización',
  'a comparison of both sides': 'una comparación de ambos lados',
  'a plan': 'un plan',
  'run {run}': 'la ejecución {run}',
  'the undo of run {run}': 'la anulación de la ejecución {run}',
  'less than a day': 'menos de un día',
  '1 day': '1 día',
  '{days} days': '{days} días',
  'Product Add-Ons and WooCommerce Food are both active and would show every choice twice: choose one in the settings. Until then modifiers are only kept with the product.':
    'Product Add-Ons y WooCommerce Food están activos a la vez y mostrarían cada elección dos veces: elija uno en los ajustes. Hasta entonces los modificadores solo se guardan con el producto.',
  'The settings say that no add-on plugin is filled, so modifiers are only kept with the product: change them on the till.':
    'Los ajustes dicen que no se llena ningún plugin de complementos, así que los modificadores solo se guardan con el producto: cámbielos en la caja.',
  'The settings choose {system}, which is not active in the store: activate it there, or choose another. Until then modifiers are only kept with the product.':
    'Los ajustes eligen {system}, que no está activo en la tienda: actívelo allí o elija otro. Hasta entonces los modificadores solo se guardan con el producto.',
  'Product Add-Ons {version} gives groups new numbers whenever a product is saved, so changes cannot be followed: update it to 6.8.3 or newer, or change modifiers on the till.':
    'Product Add-Ons {version} da números nuevos a los grupos cada vez que se guarda un producto, así que no se pueden seguir los cambios: actualícelo a 6.8.3 o posterior, o cambie los modificadores en la caja.',
  'the app was uninstalled, its access was changed, or it was not used for too long':
    'la aplicación se desinstaló, se cambió su acceso o no se usó durante demasiado tiempo',
  'an answer of Clover was lost on the way, and the token in it is good only once':
    'una respuesta de Clover se perdió por el camino, y el token que llevaba vale una sola vez',
  'Clover gave nothing to renew it with': 'Clover no dio nada con que renovarlo',
  'The store has no add-on plugin that Tillbridge can fill, so modifiers are only kept with the product: change them on the till.':
    'La tienda no tiene ningún plugin de complementos que Tillbridge pueda llenar, así que los modificadores solo se guardan con el producto: cámbielos en la caja.',
  open_state: 'abierto',
  paid_state: 'pagado',
  fulfilled_state: 'entregado',
  pending_state: 'pendiente',
  processing_state: 'procesando',
  'on-hold_state': 'en espera',
  completed_state: 'completado',
  cancelled_state: 'cancelado',
  refunded_state: 'reembolsado',
  failed_state: 'fallido',
  trash_state: 'en la papelera',
  planning_state: 'en preparación',
  planned_state: 'planificada',
  applying_state: 'en curso',
  done_state: 'terminada',
  stopped_state: 'detenida',
  superseded_state: 'anticuada',
} as const satisfies Dictionary;
