import type { Dictionary } from '../dictionary.ts';

export const STAFF_SHEET_TEXTS = {
  Price: 'Precio',
  'Short description': 'Descripción corta',
  Print: 'Imprimir',
  'One page for the wall beside the till: what to change where, made from these settings.':
    'Una hoja para la pared junto a la caja: qué se cambia y dónde, hecha con estos ajustes.',
  'Open the staff sheet': 'Abrir la hoja',
  'Staff sheet': 'Hoja para el personal',
  'Where to change what, by your own settings. Print it again after you have changed them.':
    'Dónde se cambia cada cosa, según sus propios ajustes. Imprímala de nuevo cuando los cambie.',
  'What to change where': 'Qué se cambia y dónde',
  'What to change where: {{shop}}': 'Qué se cambia y dónde: {{shop}}',
  'As the settings are on {{day}}': 'Según los ajustes del {{day}}',
  'To change': 'Para cambiar',
  'What happens then': 'Qué pasa después',
  'Good habits': 'Buenas costumbres',
  'Hidden or for sale': 'Oculto o a la venta',
  'SKU and barcode': 'SKU y código de barras',
  'Stock count': 'Existencias',
  'Modifier groups (such as sizes and extras)': 'Grupos de modificadores (como tamaños y extras)',
  'On the till': 'En la caja',
  'In the store': 'En la tienda',
  'On the till or in the store': 'En la caja o en la tienda',
  'On each side by itself': 'En cada lado por separado',
  'Sold out today': 'Agotado hoy',
  'In Tillbridge, under Stock': 'En Tillbridge, en Existencias',
  'Off on both sides with one switch, and back by itself at the time you choose.':
    'Se quita en ambos lados con un interruptor y vuelve solo a la hora que elija.',
  'Pictures and long texts': 'Imágenes y textos largos',
  'A till has none; nothing of them is carried over.': 'La caja no los tiene; no se traspasa nada de ellos.',
  'It is not kept in step.': 'No se sincroniza.',
  'It goes from the store to the till only, and that way is off.':
    'Solo va de la tienda a la caja, y ese sentido está desactivado.',
  'The till shows its first 127 letters. What is typed there stays there.':
    'La caja muestra sus primeras 127 letras. Lo que se escribe allí se queda allí.',
  'A change made in the store stays there.': 'Un cambio hecho en la tienda se queda allí.',
  'A change made on the till stays there.': 'Un cambio hecho en la caja se queda allí.',
  'Sales and deliveries on both sides add up. Count a product on one side only: two counts at once are asked about.':
    'Las ventas y entregas de ambos lados se suman. Cuente un producto en un solo lado: si hay dos recuentos a la vez, se le pregunta.',
  'The other side follows within seconds. Two different changes at once are asked about under Conflicts.':
    'El otro lado sigue en segundos. Si hay dos cambios distintos a la vez, se le pregunta en Conflictos.',
  'The store’s price is the till’s plus {{markup}}.':
    'El precio de la tienda es el de la caja más {{markup}}.',
  'A new product': 'Un producto nuevo',
  'Nothing is made on the other side by itself.': 'En el otro lado no se crea nada por sí solo.',
  'In the store it begins as a draft: look at it there and publish it.':
    'En la tienda empieza como borrador: revíselo allí y publíquelo.',
  'In the store it is for sale at once.': 'En la tienda queda a la venta de inmediato.',
  'Give it an SKU of its own.': 'Déle un SKU propio.',
  'A product you no longer sell': 'Un producto que ya no vende',
  'Its product in the store stays as it is: take it off there too.':
    'En la tienda se queda como está: quítelo también allí.',
  'Its product in the store goes to the trash.': 'En la tienda va a la papelera.',
  'Its product in the store is no longer shown.': 'En la tienda deja de mostrarse.',
  'A web order to cancel or refund': 'Un pedido web que cancelar o reembolsar',
  'The till’s order says so; one that is paid there is never deleted. Its stock comes back once.':
    'El pedido de la caja lo indica; uno pagado allí nunca se borra. Sus existencias vuelven una vez.',
  'A kitchen ticket that did not come': 'Una comanda que no salió',
  'In Tillbridge, under Orders': 'En Tillbridge, en Pedidos',
  'Print it from there. Never type the order in again: it is on the till already.':
    'Imprímala desde allí. Nunca vuelva a teclear el pedido: ya está en la caja.',
  'The same SKU on both sides, and none twice.': 'El mismo SKU en ambos lados, y ninguno repetido.',
  'Look at Home once a day. Red needs a person; yellow waits by itself.':
    'Mire el Inicio una vez al día. El rojo necesita a una persona; el amarillo espera solo.',
  'Read the weekly report: it compares both sides afresh.':
    'Lea el informe semanal: compara ambos lados de nuevo.',
  'Once a week press “Compare both sides” under Stock.':
    'Una vez por semana pulse «Comparar ambos lados» en Existencias.',
  'After an update of the till, the store or Tillbridge press “Start the self-test” under Settings, This app. It takes half a minute.':
    'Después de actualizar la caja, la tienda o Tillbridge pulse «Iniciar la autoprueba» en Ajustes, Esta aplicación. Tarda medio minuto.',
  'Change each thing where this sheet says so. Where it says either side, agree on one of them in your shop.':
    'Cambie cada cosa donde lo dice esta hoja. Donde dice cualquiera de los dos lados, acuerden uno en su negocio.',
} as const satisfies Dictionary;
