import type { Dictionary } from '../dictionary.ts';

export const FACT_WORDS_TEXTS = {
  'the till': 'der Kasse',
  'the store': 'dem Shop',
  'include tax': 'enthalten Steuern',
  'are without tax': 'sind ohne Steuern',
  'the mail server': 'der Mailserver',
  'the address that gets it': 'die Empfängeradresse',
  'the sender’s address': 'die Adresse des Absenders',
  'the address {address}': 'die Adresse {address}',
  'The field': 'Das Feld',
  'The price': 'Der Preis',
  'it takes a price such as 4.50': 'möglich ist ein Preis wie 4.50',
  'item group': 'Artikelgruppe',
  'it belongs to another program': 'sie gehört zu einem anderen Programm',
  'it is the 13 letters and digits that Clover gave the app':
    'es sind die 13 Buchstaben und Ziffern, die Clover der App gegeben hat',
  'in its window': 'in seinem Fenster',
  'in its browser window': 'in seinem Browserfenster',
  'Do it in that window, or quit Tillbridge there and try again.':
    'Erledigen Sie es in jenem Fenster, oder beenden Sie Tillbridge dort und versuchen Sie es erneut.',
  'with the command "{command}"': 'mit dem Befehl „{command}“',
  'Stop that one (Ctrl-C where it runs), do this, then start it again: it goes on where it was.':
    'Halten Sie jenen an (Strg-C, wo er läuft), erledigen Sie dies und starten Sie ihn wieder: Er geht weiter, wo er war.',
  'Wait until that one has ended, then try again.':
    'Warten Sie, bis er fertig ist, und versuchen Sie es dann erneut.',
  'a change of the relay': 'eine Änderung am Relais',
  'a change of the connections': 'eine Änderung der Verbindungen',
  'the start of the practice servers': 'der Start der Übungsserver',
  'a sync': 'ein Abgleich',
  'a comparison of both sides': 'ein Vergleich beider Seiten',
  'a plan': 'ein Plan',
  'run {run}': 'Lauf {run}',
  'the undo of run {run}': 'die Rücknahme von Lauf {run}',
  'less than a day': 'weniger als einem Tag',
  '1 day': '1 Tag',
  '{days} days': '{days} Tagen',
  'Product Add-Ons and WooCommerce Food are both active and would show every choice twice: choose one in the settings. Until then modifiers are only kept with the product.':
    'Product Add-Ons und WooCommerce Food sind beide aktiv und würden jede Auswahl zweimal zeigen: Wählen Sie in den Einstellungen eines. Bis dahin werden Zusätze nur beim Produkt aufbewahrt.',
  'The settings say that no add-on plugin is filled, so modifiers are only kept with the product: change them on the till.':
    'Nach den Einstellungen wird kein Zusatz-Plugin gefüllt, deshalb werden Zusätze nur beim Produkt aufbewahrt: Ändern Sie sie an der Kasse.',
  'The settings choose {system}, which is not active in the store: activate it there, or choose another. Until then modifiers are only kept with the product.':
    'Die Einstellungen wählen {system}, das im Shop nicht aktiv ist: Aktivieren Sie es dort, oder wählen Sie ein anderes. Bis dahin werden Zusätze nur beim Produkt aufbewahrt.',
  'Product Add-Ons {version} gives groups new numbers whenever a product is saved, so changes cannot be followed: update it to 6.8.3 or newer, or change modifiers on the till.':
    'Product Add-Ons {version} gibt Gruppen neue Nummern, sobald ein Produkt gespeichert wird, deshalb lässt sich Änderungen nicht folgen: Aktualisieren Sie es auf 6.8.3 oder neuer, oder ändern Sie Zusätze an der Kasse.',
  'the app was uninstalled, its access was changed, or it was not used for too long':
    'die App wurde deinstalliert, ihr Zugang wurde geändert, oder er wurde zu lange nicht genutzt',
  'an answer of Clover was lost on the way, and the token in it is good only once':
    'eine Antwort von Clover ging unterwegs verloren, und das Token darin gilt nur einmal',
  'Clover gave nothing to renew it with': 'Clover hat nichts gegeben, womit er sich erneuern ließe',
  'The store has no add-on plugin that Tillbridge can fill, so modifiers are only kept with the product: change them on the till.':
    'Der Shop hat kein Zusatz-Plugin, das Tillbridge füllen kann, deshalb werden Zusätze nur beim Produkt aufbewahrt: Ändern Sie sie an der Kasse.',
  open_state: 'offen',
  paid_state: 'bezahlt',
  fulfilled_state: 'ausgeführt',
  pending_state: 'ausstehend',
  processing_state: 'in Bearbeitung',
  'on-hold_state': 'in Wartestellung',
  completed_state: 'abgeschlossen',
  cancelled_state: 'storniert',
  refunded_state: 'erstattet',
  failed_state: 'fehlgeschlagen',
  trash_state: 'im Papierkorb',
  planning_state: 'in Planung',
  planned_state: 'geplant',
  applying_state: 'in Arbeit',
  done_state: 'erledigt',
  stopped_state: 'angehalten',
  superseded_state: 'veraltet',
} as const satisfies Dictionary;
