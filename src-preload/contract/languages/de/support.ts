import type { Dictionary } from '../dictionary.ts';

/** Safe mode, support, data to take along or to erase. */
export const SUPPORT_TEXTS = {
  'Safe mode.': 'Sicherer Modus.',
  'Safe mode': 'Sicherer Modus',
  'Safe mode: nothing is kept in step.': 'Sicherer Modus: Nichts wird abgeglichen.',
  'Safe mode: nothing is kept in step. Open Tillbridge.':
    'Sicherer Modus: Nichts wird abgeglichen. Öffnen Sie Tillbridge.',
  'Tillbridge is in safe mode, so nothing is kept in step.':
    'Tillbridge ist im sicheren Modus und gleicht nichts ab.',
  'It failed four times within ten minutes. Open it to try again or to save the diagnostics.':
    'Es ist viermal in zehn Minuten ausgefallen. Öffnen Sie es, um es erneut zu versuchen oder die Diagnose zu speichern.',
  'Tillbridge was started in safe mode: everything can be read, nothing is written to either side.':
    'Tillbridge wurde im sicheren Modus gestartet: Alles ist lesbar, auf keiner Seite wird etwas geschrieben.',
  '{{what}} Nothing is written to either side until that is mended; it is tried again by itself.':
    '{{what}} Bis das behoben ist, wird auf keiner Seite etwas geschrieben; es wird von selbst erneut versucht.',
  'Tillbridge failed four times within ten minutes and now rests: everything can be read, nothing is written to either side. Nothing is lost.':
    'Tillbridge ist viermal in zehn Minuten ausgefallen und ruht jetzt: Alles ist lesbar, auf keiner Seite wird etwas geschrieben. Nichts ist verloren.',
  'What is in here, and what is not': 'Was enthalten ist und was nicht',
  'Versions of Tillbridge and the system, memory, room on the disk':
    'Versionen von Tillbridge und System, Speicher, Platz auf der Festplatte',
  'Settings that are a choice or a number': 'Einstellungen, die eine Auswahl oder eine Zahl sind',
  'How many rows there are of each kind': 'Wie viele Zeilen es von jeder Art gibt',
  'Which steps wait or failed, with their codes':
    'Welche Schritte warten oder fehlgeschlagen sind, mit Codes',
  'The newest lines of the log, without names and texts':
    'Die neuesten Zeilen des Protokolls, ohne Namen und Texte',
  'Whether the data file is sound': 'Ob die Datendatei in Ordnung ist',
  'Region, versions and rights of both sides, with masked ids':
    'Region, Versionen und Rechte beider Seiten, mit verdeckten Kennungen',
  'Where in the program it failed': 'An welcher Stelle das Programm ausgefallen ist',
  'What is in the diagnostics': 'Was die Diagnose enthält',
  'One zip for support. It holds no passwords or keys, no customers, and no names, descriptions or prices of items.':
    'Eine Zip-Datei für den Support. Sie enthält keine Passwörter oder Schlüssel, keine Kundendaten und keine Namen, Beschreibungen oder Preise von Artikeln.',
  'Looking at what there is…': 'Inhalt wird zusammengestellt …',
  File: 'Datei',
  'What it holds': 'Inhalt',
  Size: 'Größe',
  Support: 'Support',
  'What support asks for first. Accounts and addresses are masked: their last characters are enough.':
    'Wonach der Support zuerst fragt. Konten und Adressen sind verdeckt: Die letzten Zeichen genügen.',
  'It could not be copied': 'Kopieren nicht möglich',
  'Copy for support': 'Für den Support kopieren',
  'Save diagnostics…': 'Diagnose speichern …',
  'Save diagnostics': 'Diagnose speichern',
  'Open log': 'Protokoll öffnen',
  Version: 'Version',
  Engine: 'Dienst',
  'Clover account': 'Clover-Konto',
  'Last error': 'Letzter Fehler',
  None_error: 'Keiner',
  'At work': 'In Betrieb',
  'At work, started anew {{count}} times since the program began_one':
    'In Betrieb, seit Programmstart einmal neu gestartet',
  'At work, started anew {{count}} times since the program began_other':
    'In Betrieb, seit Programmstart {{count}}-mal neu gestartet',
  'Your data': 'Ihre Daten',
  'Links, agreed values, orders, conflicts, runs, settings and log are yours: take them along as JSON files. Erasing removes them and the keys from this computer; your products and orders stay in Clover and in WooCommerce.':
    'Verknüpfungen, abgestimmte Werte, Bestellungen, Konflikte, Läufe, Einstellungen und Protokoll gehören Ihnen: Nehmen Sie sie als JSON-Dateien mit. Beim Löschen werden sie samt den Schlüsseln von diesem Computer entfernt; Ihre Artikel und Bestellungen bleiben in Clover und WooCommerce.',
  'Tillbridge holds nothing on this computer any more.':
    'Tillbridge bewahrt auf diesem Computer nichts mehr auf.',
  'This computer holds nothing any more. What could not be reached stays elsewhere:':
    'Auf diesem Computer ist nichts mehr gespeichert. Was nicht erreichbar war, bleibt anderswo:',
  'Export all data': 'Alle Daten exportieren',
  'Erase…': 'Löschen …',
  'Erase what Tillbridge holds?': 'Alles löschen, was Tillbridge aufbewahrt?',
  'Both sides and the relay are disconnected, the relay’s webhooks are removed, and keys, links, history, settings and log are erased from this computer. Products and orders stay as they are on both sides. This cannot be undone.':
    'Beide Seiten und das Relais werden getrennt, die Webhooks des Relais entfernt und Schlüssel, Verknüpfungen, Verlauf, Einstellungen und Protokoll von diesem Computer gelöscht. Artikel und Bestellungen bleiben auf beiden Seiten, wie sie sind. Das lässt sich nicht rückgängig machen.',
  'Tillbridge is in safe mode: everything can be read, and nothing is written to the till or to the store.':
    'Tillbridge ist im sicheren Modus: Alles ist lesbar, in Kasse und Shop wird nichts geschrieben.',
  'Press "Try again" above. If safe mode comes back, save the diagnostics and send them to support.':
    'Drücken Sie oben „Erneut versuchen“. Kommt der sichere Modus wieder, speichern Sie die Diagnose und senden Sie sie an den Support.',
  'Tillbridge failed again and again, and stopped. Nothing is lost: it goes on from what is on the disk.':
    'Tillbridge ist immer wieder ausgefallen und hat angehalten. Nichts ist verloren: Es macht mit dem weiter, was auf der Festplatte steht.',
  'Quit Tillbridge and start it again; if that does not help, send the diagnostics to support.':
    'Beenden Sie Tillbridge und starten Sie es neu; hilft das nicht, senden Sie die Diagnose an den Support.',
  'Tillbridge started its engine anew while this was under way, so it is not known whether it was done.':
    'Tillbridge hat seinen Kern währenddessen neu gestartet; ob es noch ausgeführt wurde, ist daher nicht bekannt.',
  'Look whether it was done; if not, do it again.':
    'Sehen Sie nach, ob es ausgeführt wurde; wenn nicht, tun Sie es noch einmal.',
  'This window shows an engine that another program has started, so it cannot be closed and erased from here.':
    'Dieses Fenster zeigt einen Dienst, den ein anderes Programm gestartet hat; er lässt sich von hier weder beenden noch löschen.',
  'End that program, then use the command "erase".':
    'Beenden Sie jenes Programm und verwenden Sie dann den Befehl „erase“.',
  'The data file was damaged, and a copy took its place.':
    'Die Datendatei war beschädigt; eine Sicherung ist an ihre Stelle getreten.',
  'The data file is an older one, and goes on from there.':
    'Die Datendatei ist eine ältere; von dort geht es weiter.',
  'It is as it was on {{when}}.': 'Sie hat den Stand vom {{when}}.',
  'Both sides are compared afresh, and no order is sent twice. Look through Orders and Stock once: where a ticket may be printed already, you are asked.':
    'Beide Seiten werden neu verglichen, und keine Bestellung geht zweimal hinaus. Sehen Sie Bestellungen und Bestand einmal durch: Wo ein Bon schon gedruckt sein kann, werden Sie gefragt.',
  'Today’s copy of the data could not be made.': 'Die heutige Sicherung der Daten ist nicht gelungen.',
  'Everything goes on, and it is tried again by itself. Make sure that the disk has room.':
    'Alles läuft weiter, und es wird von selbst erneut versucht. Sorgen Sie für Platz auf der Festplatte.',
} as const satisfies Dictionary;
