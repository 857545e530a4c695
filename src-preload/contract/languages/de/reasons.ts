import type { Dictionary } from '../dictionary.ts';

export const REASONS_TEXTS = {
  link: 'verknüpfen',
  'create in the store': 'im Shop anlegen',
  'create on the till': 'an der Kasse anlegen',
  'update in the store': 'im Shop aktualisieren',
  'update on the till': 'an der Kasse aktualisieren',
  'look at': 'ansehen',
  conflict: 'Konflikt',
  'leave as it is': 'so lassen, wie es ist',
  'It is on the till and not in the store.': 'Es ist an der Kasse und nicht im Shop.',
  'The store has no category of this name.': 'Der Shop hat keine Kategorie dieses Namens.',
  'The sync has begun to make it, and goes on with it.':
    'Der Abgleich hat begonnen, es anzulegen, und macht damit weiter.',
  'It is in the store’s trash and comes back from there.':
    'Es liegt im Papierkorb des Shops und kommt von dort zurück.',
  'Both have the same SKU.': 'Beide haben dieselbe SKU.',
  'Both have the same barcode.': 'Beide haben denselben Barcode.',
  'Both have the same name, and only these two have it.':
    'Beide haben denselben Namen, und nur diese beiden haben ihn.',
  'Both are the same variant of the same product.': 'Beide sind dieselbe Variante desselben Artikels.',
  'It was made from this item by an earlier import.':
    'Es wurde bei einem früheren Import aus diesem Artikel angelegt.',
  'It was changed on the till.': 'Es wurde an der Kasse geändert.',
  'Your settings, such as the markup, make another value of the till’s.':
    'Ihre Einstellungen, etwa der Aufschlag, machen aus dem Wert der Kasse einen anderen.',
  'Both sides are the same.': 'Beide Seiten sind gleich.',
  'The two differ as they were left, for instance by an undo; neither has changed since.':
    'Die beiden unterscheiden sich so, wie sie hinterlassen wurden, zum Beispiel durch eine Rücknahme; seitdem hat sich keine Seite geändert.',
  'It was changed in the store, and that stays.': 'Es wurde im Shop geändert, und das bleibt so.',
  'It was changed after that run, and that stays.': 'Es wurde nach diesem Lauf geändert, und das bleibt so.',
  'It was changed on the till and in the store, each in another way.':
    'Es wurde an der Kasse und im Shop geändert, jeweils anders.',
  'It is no longer on the till.': 'Es ist nicht mehr an der Kasse.',
  'It was deleted in the store, and that stays.': 'Es wurde im Shop gelöscht, und das bleibt so.',
  'It was put into the store’s trash, and stays there.':
    'Es wurde in den Papierkorb des Shops gelegt und bleibt dort.',
  'It is in the store only.': 'Es ist nur im Shop.',
  'A product in the store has nearly the same name.': 'Ein Produkt im Shop hat fast denselben Namen.',
  'A product in the store has the same name, but not the same SKU.':
    'Ein Produkt im Shop hat denselben Namen, aber nicht dieselbe SKU.',
  'Several items of the till fit the same product of the store.':
    'Mehrere Artikel der Kasse passen zu demselben Produkt des Shops.',
  'Several products of the store fit this item.': 'Mehrere Produkte des Shops passen zu diesem Artikel.',
  'It has variants on one side and not on the other, or other ones.':
    'Es hat auf einer Seite Varianten und auf der anderen nicht, oder andere.',
  'A product in the store’s trash still holds its SKU.':
    'Ein Produkt im Papierkorb des Shops hält noch seine SKU.',
  'The till gives this variant no options of its own, such as a size.':
    'Die Kasse gibt dieser Variante keine eigenen Optionen wie eine Größe.',
  'Its product has to be looked at first.': 'Sein Artikel muss zuerst angesehen werden.',
  'It is no longer on the till, and the settings leave such products alone.':
    'Es ist nicht mehr an der Kasse, und nach den Einstellungen bleiben solche Artikel unberührt.',
  'It is a kind of product that a till does not have, such as a bundle.':
    'Es ist eine Art von Produkt, die eine Kasse nicht hat, etwa ein Bündel.',
  'A person said that these two belong together.': 'Jemand hat gesagt, dass diese beiden zusammengehören.',
  'It was changed in the store.': 'Es wurde im Shop geändert.',
  'The count moved on one side.': 'Die Anzahl hat sich auf einer Seite bewegt.',
  'A person decided so.': 'Jemand hat so entschieden.',
  'It is in the store and not on the till.': 'Es ist im Shop und nicht an der Kasse.',
  'It was moved to another place on the till.': 'Es wurde an der Kasse an eine andere Stelle verschoben.',
  'It was moved to another place in the store.': 'Es wurde im Shop an eine andere Stelle verschoben.',
  'It was moved on both sides, and your settings say whose categories win.':
    'Es wurde auf beiden Seiten verschoben, und Ihre Einstellungen sagen, wessen Kategorien gelten.',
  'It was moved below a category that the other side does not have.':
    'Es wurde unter eine Kategorie verschoben, die die andere Seite nicht hat.',
  'It was moved to where the till cannot have it: that has one level of subcategories, or none.':
    'Es wurde dorthin verschoben, wo die Kasse es nicht haben kann: Sie hat eine Ebene von Unterkategorien oder keine.',
  'An import made it from the till’s item.': 'Ein Import hat es aus dem Artikel der Kasse angelegt.',
  'An import made it from the till’s category.': 'Ein Import hat es aus der Kategorie der Kasse angelegt.',
  'It came back from the store’s trash.': 'Es kam aus dem Papierkorb des Shops zurück.',
  'Several items of the till have this SKU, so the store gets none.':
    'Mehrere Artikel der Kasse haben diese SKU, deshalb bekommt der Shop keine.',
  'The item has no SKU; it is found again by its mark.':
    'Der Artikel hat keine SKU; er wird an seiner Markierung wiedererkannt.',
  'Several items of the till have this barcode, so the store gets none.':
    'Mehrere Artikel der Kasse haben diesen Barcode, deshalb bekommt der Shop keinen.',
  'The barcode is not a number, and the store takes no other.':
    'Der Barcode ist keine Zahl, und andere nimmt der Shop nicht.',
  'The cashier types the price, so the store gets none.':
    'Der Preis wird an der Kasse eingetippt, deshalb bekommt der Shop keinen.',
  'The price is for one unit, such as a pound.': 'Der Preis gilt für eine Einheit, etwa ein Kilo.',
  'The store does not count this product, so its stock stays as it is.':
    'Der Shop zählt dieses Produkt nicht, deshalb bleibt sein Bestand, wie er ist.',
  'The store counts whole pieces, so the stock is rounded down.':
    'Der Shop zählt ganze Stücke, deshalb wird der Bestand abgerundet.',
  'The till’s count is below zero.': 'Die Anzahl der Kasse ist unter null.',
  'Not all variants have the same modifier groups; the product gets all of them.':
    'Nicht alle Varianten haben dieselben Zusatzgruppen; der Artikel bekommt alle.',
  'Several items of the till have this name.': 'Mehrere Artikel der Kasse haben diesen Namen.',
  'the store had nothing here': 'der Shop hatte hier nichts',
  'both sides were the same': 'beide Seiten waren gleich',
  'nothing has changed since the two agreed': 'seit der letzten Einigkeit hat sich nichts geändert',
  'the till wins for this field': 'bei diesem Feld gilt die Kasse',
  'the store wins for this field': 'bei diesem Feld gilt der Shop',
  'it was changed on the till': 'es wurde an der Kasse geändert',
  'your settings make another value of it': 'Ihre Einstellungen machen einen anderen Wert daraus',
  'it was changed in the store': 'es wurde im Shop geändert',
  'it was changed on both sides': 'es wurde auf beiden Seiten geändert',
  'it is pinned': 'es ist festgehalten',
  'this field is not kept in step': 'dieses Feld wird nicht abgeglichen',
  'the item is gone from the till': 'der Artikel ist an der Kasse nicht mehr da',
  'the count moved there by as many pieces': 'die Anzahl hat sich dort um ebenso viele Stücke bewegt',
  'changes go the other way only': 'Änderungen gehen nur in die andere Richtung',
  'the till cannot have the store’s value': 'die Kasse kann den Wert des Shops nicht haben',
  'the till’s alternate name is used for something else':
    'der Alternativname der Kasse wird für etwas anderes verwendet',
  'a person decided so': 'jemand hat so entschieden',
  'a rule of yours decides this field': 'eine Ihrer Regeln entscheidet dieses Feld',
  'the add-on plugin had lost it or had an older one':
    'das Zusatz-Plugin hatte es verloren oder hatte einen älteren Stand',
  'the till had nothing here': 'die Kasse hatte hier nichts',
  'a person gave both sides a value of their own': 'jemand hat beiden Seiten einen eigenen Wert gegeben',
  'a person’s stock file says so': 'so steht es in der Bestandsdatei einer Person',
  'a person said that it is sold out': 'jemand hat gesagt, dass es ausverkauft ist',
  'it was put back on sale': 'es wurde wieder in den Verkauf genommen',
  'the till did not have it, so it was made there':
    'die Kasse hatte es nicht, deshalb wurde es dort angelegt',
  'it was made as a draft, as your settings say':
    'es wurde als Entwurf angelegt, wie Ihre Einstellungen es sagen',
  'the product is gone from the store': 'das Produkt ist im Shop nicht mehr da',
  'an undo put it back': 'eine Rücknahme hat es zurückgesetzt',
} as const satisfies Dictionary;
