import type { Dictionary } from '../dictionary.ts';

export const SETUP_TEXTS = {
  '{{name}} is connected.': '{{name}} ist verbunden.',
  'Connecting your own takes its place.': 'Ihre eigene Verbindung tritt an ihre Stelle.',
  'Stay in practice': 'Weiter üben',
  'Keep it and go on': 'Behalten und weiter',
  'Asking both sides…': 'Beide Seiten werden gefragt …',
  Checks: 'Prüfungen',
  'Check again': 'Erneut prüfen',
  'A relay is optional: with one, changes travel within two seconds. It can be connected later too.':
    'Ein Relais ist freiwillig: Damit kommen Änderungen binnen zwei Sekunden an. Es lässt sich auch später verbinden.',
  'Put it right': 'Beheben',
  'The till answers': 'Die Kasse antwortet',
  'The store answers': 'Der Shop antwortet',
  'To know': 'Gut zu wissen',
  'Look at it': 'Ansehen',
  No: 'Nein',
  Yes: 'Ja',
  items: 'Artikel',
  orders: 'Bestellungen',
  payments: 'Zahlungen',
  customers: 'Kunden',
  'Read and write': 'Lesen und schreiben',
  'Read only': 'Nur lesen',
  None: 'Keine',
  'Without it no web order goes to the till. Give the token read and write for Orders in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.':
    'Ohne dieses Recht geht keine Webbestellung an die Kasse. Geben Sie dem Token im Clover-Dashboard unter Account & Setup, API Tokens Lese- und Schreibrechte für Orders und verbinden Sie dann mit diesem Token.',
  'Without it web orders wait unpaid on the till. Give the token read and write for Payments in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.':
    'Ohne dieses Recht warten Webbestellungen unbezahlt an der Kasse. Geben Sie dem Token im Clover-Dashboard unter Account & Setup, API Tokens Lese- und Schreibrechte für Payments und verbinden Sie dann mit diesem Token.',
  'Only needed if everything about a customer goes to the till (Settings, Orders). Give the token read and write for Customers in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.':
    'Nur nötig, wenn alles über einen Kunden an die Kasse geht (Einstellungen, Bestellungen). Geben Sie dem Token im Clover-Dashboard unter Account & Setup, API Tokens Lese- und Schreibrechte für Customers und verbinden Sie dann mit diesem Token.',
  'Both sides have the same currency': 'Beide Seiten haben dieselbe Währung',
  '{{till}} and {{store}}': '{{till}} und {{store}}',
  'Starting the practice till and store, and connecting to them…':
    'Übungskasse und Übungsshop werden gestartet und verbunden …',
  'My shop': 'Mein Geschäft',
  'Connect your Clover till and your WooCommerce store. You need your log-in at Clover (or an API token) and WooCommerce keys; the next steps say where to find them.':
    'Verbinden Sie Ihre Clover-Kasse und Ihren WooCommerce-Shop. Sie brauchen Ihre Anmeldung bei Clover (oder ein API-Token) und WooCommerce-Schlüssel; die nächsten Schritte sagen, wo Sie sie finden.',
  'Practice: a pizzeria': 'Übung: eine Pizzeria',
  'A practice till and a practice store start on this computer, with a pizzeria’s menu. Nothing reaches a real shop.':
    'Auf diesem Computer starten eine Übungskasse und ein Übungsshop mit der Karte einer Pizzeria. Nichts erreicht ein echtes Geschäft.',
  'Practice: a large shop': 'Übung: ein großes Geschäft',
  'The same with thousands of items, to see how Tillbridge does with a long list.':
    'Dasselbe mit Tausenden von Artikeln, um zu sehen, wie Tillbridge mit einer langen Liste zurechtkommt.',
  'Plan and go live': 'Planen und starten',
  '<b>{{till}}</b> and <b>{{store}}</b> will be kept in step.':
    '<b>{{till}}</b> und <b>{{store}}</b> werden auf demselben Stand gehalten.',
  'The till wins first for: {{fields}}.': 'Zuerst gilt die Kasse bei: {{fields}}.',
  'The store wins first for: {{fields}}.': 'Zuerst gilt der Shop bei: {{fields}}.',
  'The first plan brings the store’s products onto the till.':
    'Der erste Plan bringt die Artikel des Shops in die Kasse.',
  'The first plan brings the till’s items into the store.':
    'Der erste Plan bringt die Artikel der Kasse in den Shop.',
  'After that, changes go: {{direction}}.': 'Danach gilt für Änderungen: {{direction}}.',
  'New products are: {{status}}.': 'Neue Artikel sind: {{status}}.',
  'The plan shows each product and what would be done to it. You approve it on the next screen; until then nothing is written, and an import can be undone.':
    'Der Plan zeigt jeden Artikel und was mit ihm geschehen würde. Sie stimmen ihm in der nächsten Ansicht zu; bis dahin wird nichts geschrieben, und ein Import lässt sich rückgängig machen.',
  'Reading the settings…': 'Die Einstellungen werden gelesen …',
  'New products': 'Neue Artikel',
  'How the two compare': 'Die beiden im Vergleich',
  'Counting reads both sides and writes nothing.': 'Das Zählen liest beide Seiten und schreibt nichts.',
  'Count again': 'Neu zählen',
  'Count both sides': 'Beide Seiten zählen',
  'The till has {{items}} items, the store {{products}} products; {{matches}} match.':
    'Die Kasse hat {{items}} Artikel, der Shop {{products}}; {{matches}} passen zusammen.',
  'Practice or real': 'Übung oder echt',
  'What wins': 'Was gilt',
  Plan: 'Plan',
  'Step {{step}} of {{steps}}. It takes about ten minutes, and nothing is written before you approve the plan.':
    'Schritt {{step}} von {{steps}}. Es dauert etwa zehn Minuten, und nichts wird geschrieben, bevor Sie dem Plan zustimmen.',
  'Steps of the setup': 'Schritte der Einrichtung',
  Back: 'Zurück',
  'Connecting with one click, without keys, needs a relay: a store hands its keys only to an address on the internet.':
    'Für das Verbinden mit einem Klick, ohne Schlüssel, braucht es ein Relais: Ein Shop gibt seine Schlüssel nur an eine Adresse im Internet.',
  'With one click': 'Mit einem Klick',
  'Or with keys': 'Oder mit Schlüsseln',
  'In WordPress: WooCommerce, Settings, Advanced, REST API, Add key. Choose Read/Write, then copy both keys: the secret is shown once.':
    'In WordPress: WooCommerce, Einstellungen, Erweitert, REST-API, Schlüssel hinzufügen. Wählen Sie Lesen/Schreiben und kopieren Sie beide Schlüssel: Das Geheimnis wird nur einmal gezeigt.',
  'Address of the store': 'Adresse des Shops',
  'Consumer key': 'Consumer-Key',
  'Begins with ck_': 'Beginnt mit ck_',
  'Consumer secret': 'Consumer-Secret',
  'Begins with cs_; kept sealed on this computer': 'Beginnt mit cs_; bleibt versiegelt auf diesem Computer',
  'Show or hide the secret': 'Geheimnis zeigen oder verbergen',
  'With Clover': 'Mit Clover',
  'Clover’s own page opens in your browser. Log in there and choose Allow: that is all.':
    'Die Seite von Clover öffnet sich in Ihrem Browser. Melden Sie sich dort an und wählen Sie „Zulassen“: Das ist alles.',
  'Where your Clover account is': 'Wo Ihr Clover-Konto ist',
  'Or with an API token': 'Oder mit einem API-Token',
  'In Clover’s web dashboard: Account & Setup, then API Tokens, then Create new token. It needs Merchant (read) and Inventory (read and write).':
    'Im Web-Dashboard von Clover: Account & Setup, dann API Tokens, dann Create new token. Es braucht Merchant (lesen) und Inventory (lesen und schreiben).',
  'Merchant id': 'Händler-Id',
  '13 letters and figures, in the address of the dashboard after /m/':
    '13 Buchstaben und Ziffern, in der Adresse des Dashboards nach /m/',
  'A merchant id has 13 letters and figures, without blanks.':
    'Eine Händler-Id hat 13 Buchstaben und Ziffern, ohne Leerzeichen.',
  'API token': 'API-Token',
  'Kept sealed on this computer': 'Bleibt versiegelt auf diesem Computer',
  'Show or hide the token': 'Token zeigen oder verbergen',
  'Use another server': 'Anderen Server verwenden',
  'Address of the API': 'Adresse der API',
  'Only for a practice or test server; empty for Clover itself':
    'Nur für einen Übungs- oder Testserver; leer für Clover selbst',
  'Practice has ended.': 'Die Übung ist beendet.',
  'The practice till and store run only while Tillbridge is open. They are gone, with everything you tried there. Begin again below, or connect your own shop.':
    'Übungskasse und Übungsshop laufen nur, solange Tillbridge offen ist. Sie sind weg, mit allem, was Sie dort probiert haben. Beginnen Sie unten neu, oder verbinden Sie Ihr eigenes Geschäft.',
  'shop details': 'Angaben zum Geschäft',
  'What Tillbridge may do at the till: {{area}}': 'Was Tillbridge an der Kasse darf: {{area}}',
} as const satisfies Dictionary;
