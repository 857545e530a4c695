import type { Dictionary } from '../dictionary.ts';

export const PRODUCTS_TEXTS = {
  '{{count, number}} chosen_one': '{{count, number}} ausgewählt',
  '{{count, number}} chosen_other': '{{count, number}} ausgewählt',
  'Choose all {{number}}': 'Alle auswählen ({{number}})',
  'Choose none': 'Auswahl aufheben',
  'Re-sync {{number}}': '{{number}} neu abgleichen',
  'Unlink {{count, number}}_one': '1 Verknüpfung lösen',
  'Unlink {{count, number}}_other': '{{count, number}} Verknüpfungen lösen',
  'Unlink {{count, number}} products?_one': 'Verknüpfung von 1 Artikel lösen?',
  'Unlink {{count, number}} products?_other': 'Verknüpfung von {{count, number}} Artikeln lösen?',
  'Unlink {{count, number}} products_one': '1 Verknüpfung lösen',
  'Unlink {{count, number}} products_other': '{{count, number}} Verknüpfungen lösen',
  '{{count, number}} products are looked at again on both sides now._one':
    'Der Artikel wird jetzt auf beiden Seiten neu gelesen.',
  '{{count, number}} products are looked at again on both sides now._other':
    '{{count, number}} Artikel werden jetzt auf beiden Seiten neu gelesen.',
  'Tillbridge forgets that they belong together, with their variants, pins and what was last agreed. Nothing is changed on the till or in the store. The next plan looks for a match again.':
    'Tillbridge vergisst, dass sie zusammengehören, samt ihren Varianten, Fixierungen und dem zuletzt vereinbarten Stand. An der Kasse und im Shop ändert sich nichts. Der nächste Plan sucht neu nach einer Zuordnung.',
  'Both sides changed it. Choose which one holds in Conflicts.':
    'Beide Seiten haben es geändert. Wählen Sie unter Konflikte, welche gilt.',
  'In step. The store does not sell it just now: it is a draft there, or out of stock.':
    'Im Gleichstand. Der Shop verkauft es gerade nicht: Es ist dort ein Entwurf oder nicht vorrätig.',
  'The same on both sides.': 'Auf beiden Seiten gleich.',
  'The store has what the rules made of the till’s value.':
    'Der Shop hat, was die Regeln aus dem Wert der Kasse gemacht haben.',
  'The store has another value than the till.': 'Der Shop hat einen anderen Wert als die Kasse.',
  'The store has another value than the one that was sent.':
    'Der Shop hat einen anderen Wert als den gesendeten.',
  'The till’s new value has not arrived in the store.':
    'Der neue Wert der Kasse ist noch nicht im Shop angekommen.',
  'The store’s new value has not arrived on the till.':
    'Der neue Wert des Shops ist noch nicht an der Kasse angekommen.',
  'Drafts in the store': 'Entwürfe im Shop',
  '{{count, number}} products are drafts in the store: customers do not see them._one':
    '1 Artikel ist im Shop ein Entwurf: Kunden sehen ihn nicht.',
  '{{count, number}} products are drafts in the store: customers do not see them._other':
    '{{count, number}} Artikel sind im Shop Entwürfe: Kunden sehen sie nicht.',
  'Look them over in the store, then publish them: one by one there, or all of them here. You see the plan before anything is written, and it can be undone.':
    'Sehen Sie sie im Shop durch und veröffentlichen Sie sie dann: einzeln dort oder alle hier. Sie sehen den Plan, bevor etwas geschrieben wird, und er lässt sich zurücknehmen.',
  'The next imports make drafts too, unless you choose otherwise in the settings.':
    'Auch die nächsten Importe legen Entwürfe an, wenn Sie in den Einstellungen nichts anderes wählen.',
  'Publish it…': 'Veröffentlichen …',
  'Publish them all…': 'Alle veröffentlichen …',
  'Open Settings, Products': 'Einstellungen, Artikel öffnen',
  'The till’s value': 'Der Wert der Kasse',
  'The store’s value': 'Der Wert des Shops',
  'A person’s word': 'Der Wert einer Person',
  'Both sides kept what they had': 'Beide Seiten behielten, was sie hatten',
  '{{value}} was to go to the till and was refused':
    '{{value}} sollte an die Kasse gehen und wurde abgelehnt',
  '{{value}} was to go to the store and was refused':
    '{{value}} sollte an den Shop gehen und wurde abgelehnt',
  '{{value}} went to the till': '{{value}} ging an die Kasse',
  '{{value}} went to the store': '{{value}} ging an den Shop',
  'Pin {{field}}': 'Fixieren: {{field}}',
  'Unpin {{field}}': 'Lösen: {{field}}',
  Pin: 'Fixieren',
  Unpin: 'Lösen',
  'To be sent': 'Zu senden',
  Sent: 'Gesendet',
  'Pinned: it is never written.': 'Fixiert: Es wird nie überschrieben.',
  'Why is it so?': 'Warum ist das so?',
  'Run {{run}}': 'Lauf {{run}}',
  'undone since': 'seither zurückgenommen',
  'Till {{till}}, store {{store}}.': 'Kasse {{till}}, Shop {{store}}.',
  became: 'wurde zu',
  'request {{id}}': 'Anfrage {{id}}',
  Imported: 'Importiert',
  'Back from the trash': 'Aus dem Papierkorb zurück',
  'Same SKU': 'Gleiche SKU',
  'Same barcode': 'Gleicher Barcode',
  'Same name': 'Gleicher Name',
  'Same variant': 'Gleiche Variante',
  'Similar name': 'Ähnlicher Name',
  'Earlier import': 'Früherer Import',
  'Chosen by a person': 'Von einer Person gewählt',
  '{{reason}}, {{score}} of 100': '{{reason}}, {{score}} von 100',
  'It has no product in the store yet.': 'Es hat noch keinen Artikel im Shop.',
  'No longer known.': 'Nicht mehr bekannt.',
  'Likeness: {{score}} of 100.': 'Ähnlichkeit: {{score}} von 100.',
  'sold out': 'ausverkauft',
  'choose {{number}}': '{{number}} wählen',
  'choose {{least}} to {{most}}': '{{least}} bis {{most}} wählen',
  'choose at least {{least}}': 'mindestens {{least}} wählen',
  'up to {{most}}': 'bis zu {{most}}',
  'Set aside': 'Zurückgestellt',
  '{{count, number}} changes were set aside_one': '1 Änderung wurde zurückgestellt',
  '{{count, number}} changes were set aside_other': '{{count, number}} Änderungen wurden zurückgestellt',
  'Each was refused. Mend what it says, then try it again; nothing else waits for it.':
    'Jede wurde abgelehnt. Beheben Sie den genannten Grund und versuchen Sie es dann erneut; nichts anderes wartet darauf.',
  'Try all {{number}} again': 'Alle {{number}} erneut versuchen',
  'Try again: {{name}}': 'Erneut versuchen: {{name}}',
  'Show fewer': 'Weniger zeigen',
  'Show all {{number}}': 'Alle {{number}} zeigen',
  'no SKU': 'keine SKU',
  variant: 'Variante',
  Status: 'Status',
  'Match, or what is wrong': 'Zuordnung oder Problem',
  'Last success': 'Zuletzt erfolgreich',
  never: 'nie',
  'Clover id': 'Clover-ID',
  'Store id': 'Shop-ID',
  Chosen: 'Ausgewählt',
  'Choose {{name}}': '{{name}} auswählen',
  'Till price': 'Preis Kasse',
  'Store price': 'Preis Shop',
  'Till stock': 'Best. Kasse',
  'Store stock': 'Best. Shop',
  'Variant of a product': 'Variante eines Artikels',
  'Reading its fields…': 'Felder werden gelesen …',
  'none yet': 'noch keine',
  'Why matched': 'Zugeordnet',
  Fields: 'Felder',
  'Field by field': 'Feld für Feld',
  'Nothing has been agreed yet; the next import does that.':
    'Noch ist nichts vereinbart; das macht der nächste Import.',
  'A pinned field is never written: each side keeps its own value.':
    'Ein fixiertes Feld wird nie überschrieben: Jede Seite behält ihren eigenen Wert.',
  'Both sides are the same in every field.': 'Beide Seiten sind in jedem Feld gleich.',
  '{{count, number}} fields differ._one': 'Ein Feld weicht ab.',
  '{{count, number}} fields differ._other': '{{count, number}} Felder weichen ab.',
  'Re-sync': 'Neu abgleichen',
  'Reads it on both sides now, and writes what differs by the rules.':
    'Liest es jetzt auf beiden Seiten und schreibt nach den Regeln, was abweicht.',
  Unlink: 'Verknüpfung lösen',
  'For two that do not belong together. Nothing is changed on either side.':
    'Für zwei, die nicht zusammengehören. Auf keiner Seite ändert sich etwas.',
  'Unlink {{name}}?': 'Verknüpfung von {{name}} lösen?',
  'Made on the till by run {{run}} ({{time}}), from the store’s product.':
    'An der Kasse angelegt von Lauf {{run}} ({{time}}), aus dem Artikel des Shops.',
  'Made in the store by run {{run}} ({{time}}), from the till’s item.':
    'Im Shop angelegt von Lauf {{run}} ({{time}}), aus dem Artikel der Kasse.',
  'Deleted on the till; run {{run}} noticed it ({{time}}). The values are the last ones known.':
    'An der Kasse gelöscht; Lauf {{run}} hat es bemerkt ({{time}}). Die Werte sind die zuletzt bekannten.',
  'Deleted in the store; run {{run}} noticed it ({{time}}). The values are the last ones known.':
    'Im Shop gelöscht; Lauf {{run}} hat es bemerkt ({{time}}). Die Werte sind die zuletzt bekannten.',
  '{{what}}, until somebody puts it back.': '{{what}}, bis jemand es zurücksetzt.',
  '{{what}} until {{time}}.': '{{what}}, bis {{time}}.',
  'the store does not show it: it is a draft there': 'der Shop zeigt ihn nicht: Er ist dort ein Entwurf',
  'the store has none left to sell': 'der Shop hat keinen mehr zu verkaufen',
  'the store does not show it': 'der Shop zeigt ihn nicht',
  'Sold out by hand, and the till is not switched off yet':
    'Von Hand ausverkauft gemeldet, an der Kasse aber noch nicht abgeschaltet',
  'Sold out by hand on both sides': 'Auf beiden Seiten von Hand ausverkauft gemeldet',
  'Sold out by hand on the till ({{store}})': 'An der Kasse von Hand ausverkauft gemeldet ({{store}})',
  'the store follows with the next look': 'der Shop folgt mit dem nächsten Abgleich',
  'Reading the products…': 'Artikel werden gelesen …',
  'Nothing found': 'Nichts gefunden',
  'Show all products': 'Alle Artikel zeigen',
  'No product is in the state “{{state}}”.': 'Kein Artikel hat den Status „{{state}}“.',
  'No product is linked.': 'Kein Artikel ist verknüpft.',
  'No product in the state “{{state}}” has “{{search}}” in its name or SKU, or as its id.':
    'Kein Artikel mit dem Status „{{state}}“ hat „{{search}}“ im Namen, in der SKU oder als ID.',
  'No product has “{{search}}” in its name or SKU, or as its id.':
    'Kein Artikel hat „{{search}}“ im Namen, in der SKU oder als ID.',
  'Everything that is linked between the till and the store, with what was last agreed.':
    'Alles, was zwischen Kasse und Shop verknüpft ist, mit dem zuletzt vereinbarten Stand.',
  'Show only': 'Nur zeigen',
  'Search name, SKU or id': 'Name, SKU oder ID suchen',
  'No products yet': 'Noch keine Artikel',
  'Products appear here once an import has linked the till’s items with the store’s products.':
    'Artikel erscheinen hier, sobald ein Import die Artikel der Kasse mit denen des Shops verknüpft hat.',
  'Connect a till and a store first; practice ones are ready on this computer.':
    'Verbinden Sie zuerst eine Kasse und einen Shop; zum Üben stehen beide auf diesem Computer bereit.',
  'Open the setup': 'Einrichtung öffnen',
  'Draft: customers do not see it.': 'Entwurf: Kunden sehen ihn nicht.',
  'Hidden on the till.': 'An der Kasse ausgeblendet.',
  draft: 'Entwurf',
  '{{found}} of {{count, number}} products and variants_one': '{{found}} von {{count, number}} Artikel',
  '{{found}} of {{count, number}} products and variants_other':
    '{{found}} von {{count, number}} Artikeln und Varianten',
  '{{count, number}} products and variants_one': '{{count, number}} Artikel',
  '{{count, number}} products and variants_other': '{{count, number}} Artikel und Varianten',
} as const satisfies Dictionary;
