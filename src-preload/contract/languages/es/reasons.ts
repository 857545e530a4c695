import type { Dictionary } from '../dictionary.ts';

export const REASONS_TEXTS = {
  link: 'enlazar',
  'create in the store': 'crear en la tienda',
  'create on the till': 'crear en la caja',
  'update in the store': 'actualizar en la tienda',
  'update on the till': 'actualizar en la caja',
  'look at': 'revisar',
  conflict: 'conflicto',
  'leave as it is': 'dejar como está',
  'It is on the till and not in the store.': 'Está en la caja y no en la tienda.',
  'The store has no category of this name.': 'La tienda no tiene ninguna categoría con este nombre.',
  'The sync has begun to make it, and goes on with it.':
    'La sincronización empezó a crearlo y sigue con ello.',
  'It is in the store’s trash and comes back from there.':
    'Está en la papelera de la tienda y vuelve de allí.',
  'Both have the same SKU.': 'Ambos tienen el mismo SKU.',
  'Both have the same barcode.': 'Ambos tienen el mismo código de barras.',
  'Both have the same name, and only these two have it.':
    'Ambos tienen el mismo nombre, y solo estos dos lo tienen.',
  'Both are the same variant of the same product.': 'Ambos son la misma variante del mismo producto.',
  'It was made from this item by an earlier import.':
    'Lo creó una importación anterior a partir de este artículo.',
  'It was changed on the till.': 'Se cambió en la caja.',
  'Your settings, such as the markup, make another value of the till’s.':
    'Sus ajustes, como el recargo, hacen otro valor a partir del de la caja.',
  'Both sides are the same.': 'Ambos lados son iguales.',
  'The two differ as they were left, for instance by an undo; neither has changed since.':
    'Los dos difieren tal como se dejaron, por ejemplo al deshacer; desde entonces no cambió ninguno.',
  'It was changed in the store, and that stays.': 'Se cambió en la tienda, y así se queda.',
  'It was changed after that run, and that stays.': 'Se cambió después de esa ejecución, y así se queda.',
  'It was changed on the till and in the store, each in another way.':
    'Se cambió en la caja y en la tienda, de manera distinta en cada una.',
  'It is no longer on the till.': 'Ya no está en la caja.',
  'It was deleted in the store, and that stays.': 'Se borró en la tienda, y así se queda.',
  'It was put into the store’s trash, and stays there.':
    'Se puso en la papelera de la tienda, y allí se queda.',
  'It is in the store only.': 'Está solo en la tienda.',
  'A product in the store has nearly the same name.': 'Un producto de la tienda tiene casi el mismo nombre.',
  'A product in the store has the same name, but not the same SKU.':
    'Un producto de la tienda tiene el mismo nombre, pero no el mismo SKU.',
  'Several items of the till fit the same product of the store.':
    'Varios artículos de la caja encajan con el mismo producto de la tienda.',
  'Several products of the store fit this item.': 'Varios productos de la tienda encajan con este artículo.',
  'It has variants on one side and not on the other, or other ones.':
    'Tiene variantes en un lado y en el otro no, o son otras.',
  'A product in the store’s trash still holds its SKU.':
    'Un producto en la papelera de la tienda todavía tiene su SKU.',
  'The till gives this variant no options of its own, such as a size.':
    'La caja no da a esta variante opciones propias, como un tamaño.',
  'Its product has to be looked at first.': 'Antes hay que revisar su producto.',
  'It is no longer on the till, and the settings leave such products alone.':
    'Ya no está en la caja, y los ajustes dejan tranquilos esos productos.',
  'It is a kind of product that a till does not have, such as a bundle.':
    'Es un tipo de producto que una caja no tiene, como un paquete.',
  'A person said that these two belong together.': 'Una persona dijo que estos dos van juntos.',
  'It was changed in the store.': 'Se cambió en la tienda.',
  'The count moved on one side.': 'El recuento se movió en un lado.',
  'A person decided so.': 'Una persona lo decidió así.',
  'It is in the store and not on the till.': 'Está en la tienda y no en la caja.',
  'It was moved to another place on the till.': 'Se movió a otro lugar en la caja.',
  'It was moved to another place in the store.': 'Se movió a otro lugar en la tienda.',
  'It was moved on both sides, and your settings say whose categories win.':
    'Se movió en ambos lados, y sus ajustes dicen qué categorías ganan.',
  'It was moved below a category that the other side does not have.':
    'Se movió debajo de una categoría que el otro lado no tiene.',
  'It was moved to where the till cannot have it: that has one level of subcategories, or none.':
    'Se movió a donde la caja no puede tenerlo: tiene un solo nivel de subcategorías, o ninguno.',
  'An import made it from the till’s item.': 'Una importación lo creó a partir del artículo de la caja.',
  'An import made it from the till’s category.':
    'Una importación lo creó a partir de la categoría de la caja.',
  'It came back from the store’s trash.': 'Volvió de la papelera de la tienda.',
  'Several items of the till have this SKU, so the store gets none.':
    'Varios artículos de la caja tienen este SKU, así que la tienda no recibe ninguno.',
  'The item has no SKU; it is found again by its mark.':
    'El artículo no tiene SKU; se reconoce de nuevo por su marca.',
  'Several items of the till have this barcode, so the store gets none.':
    'Varios artículos de la caja tienen este código de barras, así que la tienda no recibe ninguno.',
  'The barcode is not a number, and the store takes no other.':
    'El código de barras no es un número, y la tienda no acepta otro.',
  'The cashier types the price, so the store gets none.':
    'El cajero escribe el precio, así que la tienda no recibe ninguno.',
  'The price is for one unit, such as a pound.': 'El precio es por una unidad, como un kilo.',
  'The store does not count this product, so its stock stays as it is.':
    'La tienda no cuenta este producto, así que sus existencias se quedan como están.',
  'The store counts whole pieces, so the stock is rounded down.':
    'La tienda cuenta piezas enteras, así que las existencias se redondean hacia abajo.',
  'The till’s count is below zero.': 'El recuento de la caja está por debajo de cero.',
  'Not all variants have the same modifier groups; the product gets all of them.':
    'No todas las variantes tienen los mismos grupos de modificadores; el producto los recibe todos.',
  'Several items of the till have this name.': 'Varios artículos de la caja tienen este nombre.',
  'the store had nothing here': 'la tienda no tenía nada aquí',
  'both sides were the same': 'ambos lados eran iguales',
  'nothing has changed since the two agreed': 'nada cambió desde que los dos coincidieron',
  'the till wins for this field': 'en este campo gana la caja',
  'the store wins for this field': 'en este campo gana la tienda',
  'it was changed on the till': 'se cambió en la caja',
  'your settings make another value of it': 'sus ajustes hacen de él otro valor',
  'it was changed in the store': 'se cambió en la tienda',
  'it was changed on both sides': 'se cambió en ambos lados',
  'it is pinned': 'está fijado',
  'this field is not kept in step': 'este campo no se sincroniza',
  'the item is gone from the till': 'el artículo ya no está en la caja',
  'the count moved there by as many pieces': 'el recuento se movió allí en las mismas piezas',
  'changes go the other way only': 'los cambios van solo en el otro sentido',
  'the till cannot have the store’s value': 'la caja no puede tener el valor de la tienda',
  'the till’s alternate name is used for something else':
    'el nombre alternativo de la caja se usa para otra cosa',
  'a person decided so': 'una persona lo decidió así',
  'a rule of yours decides this field': 'una regla suya decide este campo',
  'the add-on plugin had lost it or had an older one':
    'el plugin de complementos lo había perdido o tenía uno anterior',
  'the till had nothing here': 'la caja no tenía nada aquí',
  'a person gave both sides a value of their own': 'una persona dio a ambos lados un valor propio',
  'a person’s stock file says so': 'lo dice el archivo de existencias de una persona',
  'a person said that it is sold out': 'una persona dijo que está agotado',
  'it was put back on sale': 'se puso de nuevo a la venta',
  'the till did not have it, so it was made there': 'la caja no lo tenía, así que se creó allí',
  'it was made as a draft, as your settings say': 'se creó como borrador, como dicen sus ajustes',
  'the product is gone from the store': 'el producto ya no está en la tienda',
  'an undo put it back': 'al deshacer se volvió a poner',
} as const satisfies Dictionary;
