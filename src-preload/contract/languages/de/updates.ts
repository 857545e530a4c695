import type { Dictionary } from '../dictionary.ts';

/** The updates of the program, and their failures. */
export const UPDATES_TEXTS = {
  Updates: 'Updates',
  'This is version {{version}}.': 'Das ist Version {{version}}.',
  'Updates come with the installed app. This window belongs to a copy that was not installed.':
    'Updates gibt es mit der installierten App. Dieses Fenster gehört zu einer Kopie, die nicht installiert wurde.',
  'Last checked': 'Zuletzt geprüft',
  'How much of the update has arrived': 'Wie viel vom Update angekommen ist',
  Versions: 'Versionen',
  'Beta brings new things earlier, and now and then a mistake. It is kept for this computer.':
    'Beta bringt Neues früher, und ab und zu einen Fehler. Gilt für diesen Computer.',
  Stable: 'Stabil',
  Beta: 'Beta',
  'Install later': 'Später installieren',
  'Install now and restart': 'Jetzt installieren und neu starten',
  'Check for updates': 'Nach Updates suchen',
  'What is new in {{version}}': 'Neu in {{version}}',
  'Released {{when}}': 'Veröffentlicht am {{when}}',
  'The maker has written nothing about it.': 'Der Hersteller hat nichts dazu geschrieben.',
  'Version {{version}} is ready': 'Version {{version}} ist bereit',
  'Not checked yet': 'Noch nicht geprüft',
  'Tillbridge looks by itself a few times a day.': 'Tillbridge sieht mehrmals am Tag selbst nach.',
  'Up to date': 'Auf dem neuesten Stand',
  'Checking…': 'Wird geprüft …',
  'Version {{version}} is there': 'Version {{version}} ist da',
  'It has not arrived yet; Tillbridge tries again by itself.':
    'Sie ist noch nicht angekommen; Tillbridge versucht es von selbst wieder.',
  'Version {{version}} arrives: {{percent}} %': 'Version {{version}} wird geladen: {{percent}} %',
  'Go on working meanwhile.': 'Sie können inzwischen weiterarbeiten.',
  'It is installed when you quit Tillbridge, or now, in about a minute.':
    'Sie wird installiert, wenn Sie Tillbridge beenden, oder jetzt, in etwa einer Minute.',
  'Installing takes about a minute; this computer may ask for your password.':
    'Die Installation dauert etwa eine Minute; dieser Computer fragt eventuell nach Ihrem Passwort.',
  'Waits to install': 'Wartet auf die Installation',
  'Version {{version}} is being installed': 'Version {{version}} wird installiert',
  'Tillbridge closes and comes back by itself.': 'Tillbridge schließt sich und startet von selbst wieder.',
  'Not installed': 'Nicht installiert',
  'A web order is on its way to the kitchen. Tillbridge installs as soon as none is.':
    'Eine Onlinebestellung ist auf dem Weg in die Küche. Tillbridge installiert, sobald keine mehr unterwegs ist.',
  'An import or its undo is running. Tillbridge installs as soon as it has ended.':
    'Ein Import läuft oder wird rückgängig gemacht. Tillbridge installiert, sobald das beendet ist.',
  'What the update server offers is not signed by the maker of Tillbridge, or was changed or cut off on its way. It was not installed.':
    'Was der Update-Server anbietet, ist nicht vom Hersteller von Tillbridge signiert oder wurde unterwegs verändert oder abgeschnitten. Es wurde nicht installiert.',
  'Nothing is wrong with what runs now. If it says so again tomorrow, tell support.':
    'Mit dem, was jetzt läuft, ist alles in Ordnung. Wenn das morgen wieder hier steht, melden Sie es dem Support.',
  'What the update server offers was good only until {until|a day that is past}. It was not installed.':
    'Was der Update-Server anbietet, galt nur bis {until|zu einem vergangenen Tag}. Es wurde nicht installiert.',
  'Check the date of this computer; if it is right, tell support.':
    'Prüfen Sie das Datum dieses Computers; wenn es stimmt, melden Sie es dem Support.',
  'The update server offers a version[ ({offered})] that is older than this one[ ({version})]. It was not installed.':
    'Der Update-Server bietet eine Version[ ({offered})] an, die älter ist als diese[ ({version})]. Sie wurde nicht installiert.',
  'Nothing has to be done: a newer one is taken when there is one.':
    'Sie müssen nichts tun: Eine neuere wird genommen, sobald es sie gibt.',
  'What the update server offers is meant for another kind of computer, or for another channel. It was not installed.':
    'Was der Update-Server anbietet, ist für eine andere Art von Computer oder einen anderen Kanal bestimmt. Es wurde nicht installiert.',
  'Nothing has to be done; if it says so again tomorrow, tell support.':
    'Sie müssen nichts tun; wenn das morgen wieder hier steht, melden Sie es dem Support.',
  'What the update server offers cannot be read, though the maker of Tillbridge has signed it[: {detail}].':
    'Was der Update-Server anbietet, lässt sich nicht lesen, obwohl es vom Hersteller von Tillbridge signiert ist[: {detail}].',
  'Install the newest version by hand, or wait until the maker has put it right.':
    'Installieren Sie die neueste Version von Hand, oder warten Sie, bis der Hersteller es berichtigt hat.',
  'The file of version {version|the update} is not the one that the maker of Tillbridge has signed. It was thrown away.':
    'Die Datei der Version {version|des Updates} ist nicht die, die der Hersteller von Tillbridge signiert hat. Sie wurde verworfen.',
  'Check for updates again; if it says so again, tell support.':
    'Suchen Sie noch einmal nach Updates; wenn das wieder hier steht, melden Sie es dem Support.',
  'The update server cannot be reached[ ({detail})].': 'Der Update-Server ist nicht erreichbar[ ({detail})].',
  'Tillbridge asks again by itself; nothing else depends on it.':
    'Tillbridge fragt von selbst wieder nach; sonst hängt nichts davon ab.',
  'This computer did not let version {version|the update} be installed[: {detail}].':
    'Dieser Computer hat die Installation der Version {version|des Updates} nicht zugelassen[: {detail}].',
  'Try again, or install it by hand; this version goes on until then.':
    'Versuchen Sie es noch einmal, oder installieren Sie sie von Hand; bis dahin läuft diese Version weiter.',
  'There is no update that could be installed now.':
    'Es gibt kein Update, das jetzt installiert werden könnte.',
  'Check for updates first.': 'Suchen Sie zuerst nach Updates.',
} as const satisfies Dictionary;
