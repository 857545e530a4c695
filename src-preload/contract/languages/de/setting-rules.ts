import type { Dictionary } from '../dictionary.ts';

export const SETTING_RULES_TEXTS = {
  'Whether products made by an import are shown at once.':
    'Ob von einem Import angelegte Artikel sofort gezeigt werden.',
  'Store category for items that have none on the till; empty leaves it to the store.':
    'Shop-Kategorie für Artikel, die an der Kasse keine haben; leer überlässt es dem Shop.',
  'Store categories from the till’s categories, or from its labels and item-group names.':
    'Shop-Kategorien aus den Kategorien der Kasse oder aus ihren Etiketten und den Namen ihrer Artikelgruppen.',
  'Tax class of products made by an import; none makes them untaxed.':
    'Steuerklasse von Artikeln, die ein Import anlegt; „none“ lässt sie unbesteuert.',
  'Fill an empty short description in the store from the till’s alternate name.':
    'Eine leere Kurzbeschreibung im Shop mit dem Alternativnamen der Kasse füllen.',
  'Store price equal to the till’s, or with a markup.': 'Shop-Preis gleich dem der Kasse oder mit Aufschlag.',
  'Markup in percent, or a fixed amount per product.':
    'Aufschlag in Prozent oder ein fester Betrag je Artikel.',
  'The markup: percent, or an amount in the store’s currency.':
    'Der Aufschlag: Prozent oder ein Betrag in der Währung des Shops.',
  'Rounding of store prices after the markup; 0.99 goes up to the next price that ends so.':
    'Rundung der Shop-Preise nach dem Aufschlag; 0,99 geht hinauf zum nächsten Preis, der so endet.',
  'Where one side’s prices include tax and the other’s do not: copy the figure, add tax, or remove it. Empty asks first.':
    'Wo die Preise einer Seite Steuer enthalten und die der anderen nicht: Zahl übernehmen, Steuer hinzurechnen oder abziehen. Leer fragt erst.',
  'Which way changes go.': 'In welche Richtung Änderungen gehen.',
  'Keep prices in step.': 'Preise abgleichen.',
  'Keep names in step.': 'Namen abgleichen.',
  'Keep SKUs and barcodes in step.': 'SKUs und Barcodes abgleichen.',
  'Keep categories in step.': 'Kategorien abgleichen.',
  'Keep stock in step.': 'Bestand abgleichen.',
  'Keep hidden and sold-out in step.': 'Verborgen und ausverkauft abgleichen.',
  'Keep descriptions in step.': 'Beschreibungen abgleichen.',
  'Keep modifier groups in step.': 'Zusatzgruppen abgleichen.',
  'Whose price wins where the two differ when a pair is first linked.':
    'Wessen Preis gilt, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Whose name wins where the two differ when a pair is first linked.':
    'Wessen Name gilt, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Whose SKU wins where the two differ when a pair is first linked.':
    'Wessen SKU gilt, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Whose categories wins where the two differ when a pair is first linked.':
    'Wessen Kategorien gelten, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Whose stock wins where the two differ when a pair is first linked.':
    'Wessen Bestand gilt, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Whose availability wins where the two differ when a pair is first linked.':
    'Wessen Verfügbarkeit gilt, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Whose description wins where the two differ when a pair is first linked.':
    'Wessen Beschreibung gilt, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Whose modifier groups wins where the two differ when a pair is first linked.':
    'Wessen Zusatzgruppen gelten, wo beide sich beim ersten Verknüpfen unterscheiden.',
  'Which add-on plugin of the store shows the modifier groups; auto takes the one that is active, none fills no plugin.':
    'Welches Plugin des Shops die Zusatzgruppen zeigt: das aktive, ein bestimmtes oder keines.',
  'Make a store product for every till item that has none.':
    'Für jeden Artikel der Kasse, der im Shop fehlt, dort einen anlegen.',
  'Make a till item for every store product that has none.':
    'Für jeden Artikel des Shops, der an der Kasse fehlt, dort einen anlegen.',
  'What happens to a store product whose till item is gone.':
    'Was mit einem Artikel im Shop geschieht, den es an der Kasse nicht mehr gibt.',
  'Sync stock at all.': 'Ob der Bestand überhaupt abgeglichen wird.',
  'At or below this count a product is low.': 'Bei diesem Bestand oder darunter ist ein Artikel knapp.',
  'What customers see of a product whose count is used up: as the store itself has it, hidden, as out of stock, or for sale on back-order. When there are pieces again it is put back.':
    'Was Kunden von einem Artikel sehen, dessen Bestand aufgebraucht ist: wie der Shop es hat, verborgen, nicht vorrätig oder auf Nachbestellung. Ist wieder etwas da, wird es zurückgestellt.',
  'Who lowers the till’s count for a web order.': 'Wer den Bestand der Kasse für eine Web-Bestellung senkt.',
  'A run stops and asks before it changes more than this many prices by over the percentage below.':
    'Ein Lauf hält an und fragt, bevor er mehr als so viele Preise um mehr als den Prozentsatz unten ändert.',
  'A price change above this many percent counts for the brake.':
    'Eine Preisänderung über diesem Prozentsatz zählt für die Bremse.',
  'A run stops and asks before it sets more than this many stocks to zero.':
    'Ein Lauf hält an und fragt, bevor er mehr als so viele Bestände auf null setzt.',
  'A run stops and asks before it takes more than this many products out of the store.':
    'Ein Lauf hält an und fragt, bevor er mehr als so viele Artikel aus dem Shop nimmt.',
  'Minutes between two comparisons of everything, also of what no list of changes tells.':
    'Minuten zwischen zwei Vergleichen von allem, auch dessen, was keine Änderungsliste nennt.',
  'Tell once a week how both sides stand, after comparing everything.':
    'Einmal in der Woche sagen, wie beide Seiten stehen, nachdem alles verglichen wurde.',
  'Shortest time between two looks for changes. 2 is the fastest; 15 is the default because Clover counts the calls of all shops that use this app together.':
    'Kürzeste Zeit zwischen zwei Blicken nach Änderungen. 2 ist am schnellsten; 15 ist die Vorgabe, weil Clover die Aufrufe aller Geschäfte mit dieser App zusammenzählt.',
  'When the shop is open: looks are faster then and slower outside. From the till, always the same, or hours of your own by the till’s clock.':
    'Wann geöffnet ist: Dann wird öfter nachgesehen, sonst seltener. Von der Kasse, immer gleich oder eigene Zeiten nach der Uhr der Kasse.',
  'Send web orders to the till.': 'Web-Bestellungen an die Kasse senden.',
  'Take a locked and fully paid till order for a fulfilled one.':
    'Eine gesperrte und ganz bezahlte Bestellung der Kasse als ausgeführt nehmen.',
  'When a web order goes to the till.': 'Wann eine Web-Bestellung an die Kasse geht.',
  'Name of the till’s order type for web orders.': 'Name der Bestellart der Kasse für Web-Bestellungen.',
  'Name of the till’s tender for web payments.': 'Name der Zahlungsart der Kasse für Web-Zahlungen.',
  'Who prints the kitchen ticket of a web order.': 'Wer den Küchenbon einer Web-Bestellung druckt.',
  'How much of the customer goes to the till.': 'Wie viel vom Kunden an die Kasse geht.',
  'Let data of customers in Europe go to the till too. Without it their orders carry none, whatever is chosen above.':
    'Auch Daten von Kunden in Europa an die Kasse lassen. Sonst tragen deren Bestellungen keine, was immer oben gewählt ist.',
  'Further names of fees that are tips, with commas between them. The usual words for a tip are known.':
    'Weitere Namen von Gebühren, die Trinkgeld sind, durch Kommas getrennt. Die üblichen Wörter für Trinkgeld sind bekannt.',
  'Let both sides tell the relay of changes, so that it wakes this app. Off: both are looked at by themselves.':
    'Beide Seiten melden dem Relais Änderungen, damit es diese App weckt. Aus: Bei beiden wird von selbst nachgesehen.',
  'Let the relay keep ids and totals of web orders that went to the till.':
    'Das Relais darf IDs und Summen von Web-Bestellungen aufbewahren, die an die Kasse gingen.',
  'Work without the relay’s word for it although another PC is paired. Only where that one is switched off for good.':
    'Ohne das Wort des Relais arbeiten, obwohl ein anderer PC gekoppelt ist. Nur wo jener für immer aus ist.',
  'Show notifications on this computer.': 'Benachrichtigungen auf diesem Computer zeigen.',
  'Let notifications make a sound.': 'Benachrichtigungen mit Ton.',
  'From this time of day alerts wait; only lost orders and failed prints do not.':
    'Ab dieser Uhrzeit warten Meldungen; nur verlorene Bestellungen und misslungene Drucke nicht.',
  'At this time of day what waited is told in one.': 'Zu dieser Uhrzeit wird das Wartende in einem gemeldet.',
  'Minutes after which a lost order or a failed print is told again, until somebody has seen it.':
    'Minuten, nach denen eine verlorene Bestellung oder ein misslungener Druck erneut gemeldet wird, bis jemand es gesehen hat.',
  'Send alerts by e-mail.': 'Meldungen per E-Mail senden.',
  'Who gets the e-mails.': 'Wer die E-Mails bekommt.',
  'The sender’s address; empty takes the account’s name or the first receiver.':
    'Die Adresse des Absenders; leer nimmt den Namen des Kontos oder den ersten Empfänger.',
  'The server that your e-mail provider names for sending (SMTP).':
    'Der Server, den Ihr E-Mail-Anbieter zum Senden nennt (SMTP).',
  'Its port: mostly 587 with STARTTLS, 465 with TLS.': 'Sein Port: meist 587 mit STARTTLS, 465 mit TLS.',
  'How the way to the server is kept secret; none is for a server on this computer only.':
    'Wie der Weg zum Server geschützt ist; keine ist nur für einen Server auf diesem Computer.',
  'The name of the account there; empty sends without signing in.':
    'Der Name des Kontos dort; leer sendet ohne Anmeldung.',
  'How you are told of a web order that did not reach the till.':
    'Wie Ihnen eine Web-Bestellung gemeldet wird, die nicht an die Kasse kam.',
  'How you are told of a ticket that was not printed.': 'Wie Ihnen ein nicht gedruckter Bon gemeldet wird.',
  'How you are told of what cannot be brought in step.':
    'Wie Ihnen gemeldet wird, was sich nicht abgleichen lässt.',
  'How you are told of what is missing for the sync, such as a permission.':
    'Wie Ihnen gemeldet wird, was zum Abgleich fehlt, etwa eine Berechtigung.',
  'How you are told of products that are low on stock.':
    'Wie Ihnen Artikel mit niedrigem Bestand gemeldet werden.',
  'How you are told of a price that came to nothing, or to ten times or a tenth of what it was.':
    'Wie Ihnen ein Preis gemeldet wird, der auf nichts fiel oder auf das Zehnfache oder ein Zehntel sprang.',
  'How you are told of an import that stopped or left products out.':
    'Wie Ihnen ein Import gemeldet wird, der stehen blieb oder Artikel ausließ.',
  'How you are told of the weekly report.': 'Wie Sie den Wochenbericht bekommen.',
  'Days that log entries are kept.': 'Tage, die Protokolleinträge aufbewahrt werden.',
  'Keep detailed log entries.': 'Ausführliche Protokolleinträge aufbewahren.',
  'a text of at most 100 characters': 'ein Text von höchstens 100 Zeichen',
  'a text of at most 200 characters': 'ein Text von höchstens 200 Zeichen',
  'a text of at most 300 characters': 'ein Text von höchstens 300 Zeichen',
  'none | standard | the slug of a tax class': 'none | standard | die Titelform (Slug) einer Steuerklasse',
  'a number from -100 to 100000': 'eine Zahl von -100 bis 100000',
  'a whole number from 0 to 100000': 'eine ganze Zahl von 0 bis 100000',
  'a whole number from 1 to 100000': 'eine ganze Zahl von 1 bis 100000',
  'a number from 1 to 1000': 'eine Zahl von 1 bis 1000',
  'a whole number from 2 to 600': 'eine ganze Zahl von 2 bis 600',
  'a whole number from 1 to 1440': 'eine ganze Zahl von 1 bis 1440',
  'a whole number from 1 to 65535': 'eine ganze Zahl von 1 bis 65535',
  'a whole number from 1 to 3650': 'eine ganze Zahl von 1 bis 3650',
  'till | always | hours such as 11:00-23:00': 'till | always | Zeiten wie 11:00-23:00',
  'a name of 1 to 127 characters': 'ein Name von 1 bis 127 Zeichen',
  'a time of day such as 22:00, or nothing': 'eine Uhrzeit wie 22:00 oder nichts',
  'up to 5 e-mail addresses, with commas between': 'bis zu 5 E-Mail-Adressen, durch Kommas getrennt',
  'an e-mail address, or nothing': 'eine E-Mail-Adresse oder nichts',
  'the name of a server, such as smtp.example.com': 'der Name eines Servers, etwa smtp.example.com',
  'Whom the relay writes when this PC falls silent or a side stays away; empty takes the first address of the alerts, where those go by e-mail.':
    'Wem das Relais schreibt, wenn dieser PC verstummt oder eine Seite ausbleibt; leer nimmt die erste Adresse der Meldungen, wo diese per E-Mail gehen.',
} as const satisfies Dictionary;
