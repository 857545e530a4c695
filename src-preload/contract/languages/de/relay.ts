import type { Dictionary } from '../dictionary.ts';

export const RELAY_TEXTS = {
  'As customers open it': 'So, wie Kunden ihn öffnen',
  'Connect the store with one click': 'Den Shop mit einem Klick verbinden',
  Connected: 'Verbunden',
  'Your store’s own page opens in your browser. Log in there and press Approve: no keys have to be copied.':
    'Die Seite Ihres eigenen Shops öffnet sich im Browser. Melden Sie sich dort an und wählen Sie Genehmigen: Es müssen keine Schlüssel kopiert werden.',
  'Address of your store': 'Adresse Ihres Shops',
  'Connect with one click': 'Mit einem Klick verbinden',
  'Your store’s page is open in your browser. Log in there and press Approve; this window goes on by itself. It waits nearly ten minutes.':
    'Die Seite Ihres Shops ist im Browser offen. Melden Sie sich dort an und wählen Sie Genehmigen; dieses Fenster geht von selbst weiter. Es wartet fast zehn Minuten.',
  'Open the page again': 'Seite noch einmal öffnen',
  'PCs of this shop': 'PCs dieses Geschäfts',
  'One PC writes at a time; another takes over by itself when it is gone.':
    'Immer schreibt nur ein PC; fällt er aus, übernimmt ein anderer von selbst.',
  'Asking the relay…': 'Das Relais wird gefragt …',
  'Ask again': 'Noch einmal fragen',
  'Paired PCs': 'Gekoppelte PCs',
  'End the pairing of {{name}}?': 'Kopplung von {{name}} beenden?',
  'That PC can no longer ask the relay anything, at once. To use it again, pair it with a new code.':
    'Dieser PC kann das Relais ab sofort nichts mehr fragen. Um ihn wieder zu nutzen, koppeln Sie ihn mit einem neuen Code.',
  'End the pairing': 'Kopplung beenden',
  'Not seen yet': 'Noch nicht gesehen',
  'Last seen <when/>': 'Zuletzt gesehen: <when/>',
  'This PC': 'Dieser PC',
  'Revoke {{name}}': '{{name}} entziehen',
  Revoke: 'Entziehen',
  'Code for another PC': 'Code für einen weiteren PC',
  'Type it there under Settings, Connections. Valid once, until {{moment}}':
    'Dort unter Einstellungen, Verbindungen eintippen. Einmal gültig, bis {{moment}}',
  'Get a new code': 'Neuen Code holen',
  'What the relay holds': 'Was das Relais aufbewahrt',
  'Which things have changed, by their ids and for at most seven days; the PCs of this shop; what is needed to know the webhooks as genuine. No names of customers, no contents of orders, no access to till or store.':
    'Welche Dinge sich geändert haben, nach ihren IDs und höchstens sieben Tage lang; die PCs dieses Geschäfts; was nötig ist, um echte Webhooks zu erkennen. Keine Namen von Kunden, keine Inhalte von Bestellungen, kein Zugang zu Kasse oder Shop.',
  'View it': 'Ansehen',
  'Hide it': 'Verbergen',
  'Save as JSON': 'Als JSON speichern',
  'All that the relay holds': 'Alles, was das Relais aufbewahrt',
  'Erase everything there…': 'Dort alles löschen …',
  'Erase all that the relay holds on this shop?':
    'Alles löschen, was das Relais über dieses Geschäft aufbewahrt?',
  'It cannot be taken back. The pairing of every PC of this shop ends with it; each needs a new code from whoever runs the relay. Nothing is erased on the till, in the store or on this PC.':
    'Das lässt sich nicht zurücknehmen. Die Kopplung jedes PCs dieses Geschäfts endet damit; jeder braucht einen neuen Code vom Betreiber des Relais. An der Kasse, im Shop und auf diesem PC wird nichts gelöscht.',
  'Erase everything': 'Alles löschen',
  'Only this PC is in use…': 'Nur dieser PC ist in Gebrauch …',
  'Pair this PC again': 'Diesen PC neu koppeln',
  'App ID of your app': 'App ID Ihrer App',
  'In Clover’s developer dashboard, under your app’s settings: 13 letters and figures':
    'Im Entwickler-Dashboard von Clover, in den Einstellungen Ihrer App: 13 Buchstaben und Ziffern',
  'Clover Auth Code': 'Clover Auth Code',
  'On the same page under Webhooks, after the verification. The relay keeps it sealed; it is never shown again':
    'Auf derselben Seite unter Webhooks, nach der Bestätigung. Das Relais bewahrt ihn verschlüsselt auf; er wird nie wieder gezeigt',
  'Show or hide the auth code': 'Code zeigen oder verbergen',
  'Give it to the relay': 'Dem Relais geben',
  'The relay knows an auth code.': 'Das Relais kennt einen Code.',
  Addresses: 'Adressen',
  'Whoever runs this relay has an app at Clover for all its shops, so nothing has to be copied. With a developer app of your own, these belong into it.':
    'Der Betreiber dieses Relais hat bei Clover eine App für alle seine Geschäfte, es muss also nichts kopiert werden. Haben Sie eine eigene Entwickler-App, gehören diese dort hinein.',
  'These belong into your developer app at Clover.': 'Diese gehören in Ihre Entwickler-App bei Clover.',
  'Webhook address for the till': 'Webhook-Adresse für die Kasse',
  'In your app at Clover, under Webhooks: what Clover calls':
    'In Ihrer App bei Clover unter Webhooks: was Clover aufruft',
  'Site URL': 'Site URL',
  'In your app at Clover, under REST Configuration: the page that leads back to this PC':
    'In Ihrer App bei Clover unter REST Configuration: die Seite, die zu diesem PC zurückführt',
  'Webhook address for the store': 'Webhook-Adresse für den Shop',
  'Tillbridge makes the store’s webhooks by itself; here only to compare':
    'Tillbridge legt die Webhooks des Shops selbst an; hier nur zum Vergleichen',
  Relay: 'Relais',
  'Show the relay': 'Relais zeigen',
  'nothing yet': 'noch nichts',
  'all the time just now': 'gerade ständig',
  'by itself every {{time}}': 'von selbst alle {{time}}',
  'No relay is connected, and none is needed: both sides are looked at.':
    'Kein Relais ist verbunden, und es braucht keines: Bei beiden Seiten wird nachgesehen.',
  'No relay is connected, and none is needed: both sides are looked at every {{time}}.':
    'Kein Relais ist verbunden, und es braucht keines: Bei beiden Seiten wird alle {{time}} nachgesehen.',
  'Connect a relay': 'Relais verbinden',
  'Address of the relay': 'Adresse des Relais',
  'Whoever runs it tells you': 'Der Betreiber nennt sie Ihnen',
  'Pairing code': 'Kopplungscode',
  'From whoever runs the relay, or from another PC of this shop that is paired. Valid once, for ten minutes':
    'Vom Betreiber des Relais oder von einem anderen gekoppelten PC dieses Geschäfts. Einmal gültig, zehn Minuten lang',
  'Name of this PC': 'Name dieses PCs',
  'What other PCs of this shop call it': 'So nennen ihn die anderen PCs dieses Geschäfts',
  'Connect the relay': 'Relais verbinden',
  'Disconnect the relay': 'Relais trennen',
  'Disconnect this PC from the relay of {{name}}?': 'Diesen PC vom Relais von {{name}} trennen?',
  'Its webhooks are taken out of the store, and this PC is no longer paired. The sync goes on: both sides are looked at as before. What the relay holds stays there until it is erased or seven days old.':
    'Seine Webhooks werden aus dem Shop genommen, und dieser PC ist nicht mehr gekoppelt. Der Abgleich geht weiter: Bei beiden Seiten wird nachgesehen wie zuvor. Was das Relais aufbewahrt, bleibt dort, bis es gelöscht oder sieben Tage alt ist.',
  'A relay is a small server on the internet. The till and the store tell it of each change, and it wakes this PC, so changes travel within two seconds. It never sees the till’s token or what is in an order. Without one everything works, a little slower.':
    'Ein Relais ist ein kleiner Server im Internet. Kasse und Shop melden ihm jede Änderung, und es weckt diesen PC; so sind Änderungen in zwei Sekunden drüben. Es sieht nie das Token der Kasse oder was in einer Bestellung steht. Ohne eines geht alles, nur etwas langsamer.',
  'Try again now': 'Jetzt erneut versuchen',
  Writes: 'Schreibt',
  'The relay of {{name}} is connected.': 'Das Relais von {{name}} ist verbunden.',
  'How the relay is used': 'Wie das Relais genutzt wird',
  'Switched off': 'Ausgeschaltet',
  'Not reached': 'Nicht erreicht',
  'Another PC writes': 'Ein anderer PC schreibt',
  Paired: 'Gekoppelt',
  'Pair again': 'Neu koppeln',
  'Webhooks active': 'Webhooks aktiv',
  'The till’s webhooks': 'Die Webhooks der Kasse',
  'The app of this relay sends them already. Only a developer app of your own has to be verified here, once.':
    'Die App dieses Relais sendet sie schon. Nur eine eigene Entwickler-App muss hier einmal bestätigt werden.',
  'Your developer app at Clover has to be verified here, once.':
    'Ihre Entwickler-App bei Clover muss hier einmal bestätigt werden.',
  'The relay does not know the auth code of the till’s webhooks yet.':
    'Das Relais kennt den Auth Code der Kassen-Webhooks noch nicht.',
  'Verify a developer app': 'Entwickler-App bestätigen',
  'In your app at Clover, under Webhooks, put in the webhook address from above and press Send Verification Code.':
    'Tragen Sie in Ihrer App bei Clover unter Webhooks die Webhook-Adresse von oben ein und wählen Sie Send Verification Code.',
  'Copy the code that appears here, and paste it there.':
    'Kopieren Sie den Code, der hier erscheint, und fügen Sie ihn dort ein.',
  'Clover then shows an auth code: put it in below.':
    'Clover zeigt dann einen Auth Code: Tragen Sie ihn unten ein.',
  'Waiting for Clover’s code. It is looked for every seven seconds.':
    'Es wird auf den Code von Clover gewartet. Alle sieben Sekunden wird nachgesehen.',
  'Clover’s verification code': 'Bestätigungscode von Clover',
  'Check now': 'Jetzt prüfen',
  'Paste it on Clover’s page': 'Auf der Seite von Clover einfügen',
  'Paste it on Clover’s page. It came {{moment}}': 'Auf der Seite von Clover einfügen. Er kam: {{moment}}',
  'Heard from till': 'Kasse meldete',
  'Heard from store': 'Shop meldete',
  'Not heard from both sides yet': 'Noch nicht von beiden Seiten gehört',
} as const satisfies Dictionary;
