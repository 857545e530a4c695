import type { Dictionary } from '../dictionary.ts';

export const STAFF_SHEET_TEXTS = {
  Price: 'Preis',
  'Short description': 'Kurzbeschreibung',
  Print: 'Drucken',
  'One page for the wall beside the till: what to change where, made from these settings.':
    'Ein Blatt für die Wand neben der Kasse: was wo geändert wird, aus diesen Einstellungen gemacht.',
  'Open the staff sheet': 'Merkblatt öffnen',
  'Staff sheet': 'Merkblatt fürs Team',
  'Where to change what, by your own settings. Print it again after you have changed them.':
    'Wo was geändert wird, nach Ihren eigenen Einstellungen. Drucken Sie es neu, wenn Sie diese geändert haben.',
  'What to change where': 'Was wird wo geändert',
  'What to change where: {{shop}}': 'Was wird wo geändert: {{shop}}',
  'As the settings are on {{day}}': 'Nach den Einstellungen vom {{day}}',
  'To change': 'Was',
  'What happens then': 'Was dann geschieht',
  'Good habits': 'Gute Gewohnheiten',
  'Hidden or for sale': 'Verborgen oder im Verkauf',
  'SKU and barcode': 'SKU und Barcode',
  'Stock count': 'Bestand',
  'Modifier groups (such as sizes and extras)': 'Zusatzgruppen (etwa Größen und Extras)',
  'On the till': 'An der Kasse',
  'In the store': 'Im Shop',
  'On the till or in the store': 'An der Kasse oder im Shop',
  'On each side by itself': 'Auf jeder Seite für sich',
  'Sold out today': 'Heute ausverkauft',
  'In Tillbridge, under Stock': 'In Tillbridge unter Bestand',
  'Off on both sides with one switch, and back by itself at the time you choose.':
    'Mit einem Schalter auf beiden Seiten aus und zur gewählten Zeit von selbst wieder da.',
  'Pictures and long texts': 'Bilder und lange Texte',
  'A till has none; nothing of them is carried over.': 'Die Kasse hat keine; davon wird nichts übertragen.',
  'It is not kept in step.': 'Wird nicht abgeglichen.',
  'It goes from the store to the till only, and that way is off.':
    'Geht nur vom Shop zur Kasse, und dieser Weg ist aus.',
  'The till shows its first 127 letters. What is typed there stays there.':
    'Die Kasse zeigt die ersten 127 Zeichen. Was dort getippt wird, bleibt dort.',
  'A change made in the store stays there.': 'Eine Änderung im Shop bleibt im Shop.',
  'A change made on the till stays there.': 'Eine Änderung an der Kasse bleibt an der Kasse.',
  'Sales and deliveries on both sides add up. Count a product on one side only: two counts at once are asked about.':
    'Verkäufe und Lieferungen beider Seiten werden verrechnet. Zählen Sie einen Artikel nur auf einer Seite: Bei zwei Zählungen zugleich werden Sie gefragt.',
  'The other side follows within seconds. Two different changes at once are asked about under Conflicts.':
    'Die andere Seite folgt in Sekunden. Bei zwei verschiedenen Änderungen zugleich werden Sie unter Konflikte gefragt.',
  'The store’s price is the till’s plus {{markup}}.': 'Der Shop-Preis ist der Kassenpreis plus {{markup}}.',
  'A new product': 'Ein neuer Artikel',
  'Nothing is made on the other side by itself.': 'Auf der anderen Seite wird von selbst nichts angelegt.',
  'In the store it begins as a draft: look at it there and publish it.':
    'Im Shop beginnt er als Entwurf: dort ansehen und veröffentlichen.',
  'In the store it is for sale at once.': 'Im Shop ist er sofort im Verkauf.',
  'Give it an SKU of its own.': 'Geben Sie ihm eine eigene SKU.',
  'A product you no longer sell': 'Ein Artikel, den Sie nicht mehr verkaufen',
  'Its product in the store stays as it is: take it off there too.':
    'Im Shop bleibt er, wie er ist: Nehmen Sie ihn auch dort heraus.',
  'Its product in the store goes to the trash.': 'Im Shop kommt er in den Papierkorb.',
  'Its product in the store is no longer shown.': 'Im Shop wird er nicht mehr gezeigt.',
  'A web order to cancel or refund': 'Eine Web-Bestellung stornieren oder erstatten',
  'The till’s order says so; one that is paid there is never deleted. Its stock comes back once.':
    'Die Bestellung an der Kasse sagt es; eine dort bezahlte wird nie gelöscht. Ihr Bestand kommt einmal zurück.',
  'A kitchen ticket that did not come': 'Ein Küchenbon, der nicht kam',
  'In Tillbridge, under Orders': 'In Tillbridge unter Bestellungen',
  'Print it from there. Never type the order in again: it is on the till already.':
    'Drucken Sie ihn von dort. Tippen Sie die Bestellung nie neu ein: Sie ist schon an der Kasse.',
  'The same SKU on both sides, and none twice.': 'Auf beiden Seiten dieselbe SKU, und keine zweimal.',
  'Look at Home once a day. Red needs a person; yellow waits by itself.':
    'Sehen Sie einmal am Tag auf die Startseite. Bei Rot muss jemand eingreifen; Gelb wartet von selbst.',
  'Read the weekly report: it compares both sides afresh.':
    'Lesen Sie den Wochenbericht: Er vergleicht beide Seiten neu.',
  'Once a week press “Compare both sides” under Stock.':
    'Drücken Sie einmal in der Woche „Beide Seiten vergleichen“ unter Bestand.',
  'After an update of the till, the store or Tillbridge press “Start the self-test” under Settings, This app. It takes half a minute.':
    'Drücken Sie nach einem Update der Kasse, des Shops oder von Tillbridge „Selbsttest starten“ unter Einstellungen, Diese App. Er dauert eine halbe Minute.',
  'Change each thing where this sheet says so. Where it says either side, agree on one of them in your shop.':
    'Ändern Sie alles dort, wo es dieses Blatt sagt. Wo beide Seiten stehen, einigen Sie sich im Geschäft auf eine.',
} as const satisfies Dictionary;
