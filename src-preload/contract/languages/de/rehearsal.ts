import type { Dictionary } from '../dictionary.ts';

export const REHEARSAL_TEXTS = {
  'Would be written': 'Würde geschrieben',
  Now: 'Jetzt',
  'Would become': 'Würde',
  'The ticket': 'Der Küchenbon',
  'It would stand on the till, and print once in the kitchen.':
    'Die Bestellung stünde auf der Kasse und würde einmal in der Küche gedruckt.',
  'It would stand on the till; nothing would print.':
    'Die Bestellung stünde auf der Kasse; gedruckt würde nichts.',
  Tip: 'Trinkgeld',
  'Reading what was held back…': 'Zurückgehaltenes wird gelesen…',
  'Nothing that was held back is like this.': 'Nichts Zurückgehaltenes ist so.',
  'Show everything': 'Alles zeigen',
  'Nothing would be written so far': 'Bisher würde nichts geschrieben',
  'Both sides were looked at and agree. Change a price on the till, and it appears here.':
    'Beide Seiten wurden angesehen und stimmen überein. Ändern Sie einen Preis an der Kasse, dann erscheint er hier.',
  'Both sides are being looked at for the first time.': 'Beide Seiten werden zum ersten Mal angesehen.',
  'Held back': 'Zurückgehalten',
  New: 'Neu',
  Changes: 'Änderungen',
  'Order status': 'Bestellstatus',
  'Stopped by the brake': 'Von der Bremse gestoppt',
  'Big price change': 'Große Preisänderung',
  'Comes to zero': 'Fällt auf null',
  'To the till': 'An die Kasse',
  'To the store': 'An den Shop',
  '{{field}}: till {{till}}, store {{store}}': '{{field}}: Kasse {{till}}, Shop {{store}}',
  '{{count}} lines, {{total}}_one': '{{count}} Zeile, {{total}}',
  '{{count}} lines, {{total}}_other': '{{count}} Zeilen, {{total}}',
  'in words, since it cannot be mapped': 'in Worten, da sie sich nicht zuordnen lässt',
  'a ticket prints': 'ein Küchenbon wird gedruckt',
  'Makes the order type “{{name}}”': 'Legt die Bestellart „{{name}}“ an',
  'Makes the tender “{{name}}”': 'Legt die Zahlungsart „{{name}}“ an',
  'Writes on it: {{text}}': 'Vermerkt darauf: {{text}}',
  'Removes an order that was begun and never shown': 'Entfernt eine begonnene, nie gezeigte Bestellung',
  'Records the payment of {{amount}}': 'Verbucht die Zahlung von {{amount}}',
  'Prints the ticket': 'Druckt den Küchenbon',
  'Sets the status: {{status}}': 'Setzt den Status: {{status}}',
  'Adds the note: {{text}}': 'Fügt die Notiz hinzu: {{text}}',
  'Records the refund of {{amount}}': 'Verbucht die Erstattung von {{amount}}',
  'Rehearsal: nothing is written.': 'Probelauf: Es wird nichts geschrieben.',
  'See what would have happened': 'Ansehen, was geschehen wäre',
  Rehearsal: 'Probelauf',
  'Runs against the real till and the real store with every write held back, and lists what would have happened.':
    'Läuft mit der echten Kasse und dem echten Shop, hält alles Schreiben zurück und listet auf, was geschehen wäre.',
  'Open the rehearsal': 'Probelauf öffnen',
  'Since {{moment}}.': 'Seit {{moment}}.',
  'Last look <when/>.': 'Zuletzt nachgesehen <when/>.',
  'The brake would have stopped this:': 'Dies hätte die Bremse gestoppt:',
  'Tillbridge runs against your till and your store, and writes to neither. You read what it would have done.':
    'Tillbridge läuft mit Ihrer Kasse und Ihrem Shop und schreibt nichts. Sie lesen, was es getan hätte.',
  'A rehearsal reads a till and a store.': 'Ein Probelauf liest eine Kasse und einen Shop.',
  'Begin a rehearsal': 'Probelauf beginnen',
  'See it all happen before anything does': 'Alles sehen, bevor etwas geschieht',
  'Both sides are read as ever: imports, changes, sales and web orders.':
    'Beide Seiten werden wie immer gelesen: Importe, Änderungen, Verkäufe und Webbestellungen.',
  'Each write is noted with what, where, from, to and why, and then held back.':
    'Jedes Schreiben wird mit Was, Wo, Von, Auf und Warum notiert und dann zurückgehalten.',
  'While it is on, nothing else is written either: the sync and web orders wait.':
    'Solange er läuft, wird auch sonst nichts geschrieben: Abgleich und Webbestellungen warten.',
  'End it whenever you like. It leaves no trace, and the sync goes on from where it was.':
    'Beenden Sie ihn, wann Sie wollen. Er hinterlässt keine Spur, und der Abgleich geht dort weiter, wo er war.',
  'Begin the rehearsal': 'Probelauf beginnen',
  'End the rehearsal…': 'Probelauf beenden…',
  'End the rehearsal?': 'Probelauf beenden?',
  'The list below is forgotten; export it first if you want to keep it. From then on Tillbridge writes again, and what waits is written now.':
    'Die Liste wird vergessen; exportieren Sie sie vorher, wenn Sie sie behalten wollen. Danach schreibt Tillbridge wieder, und was wartet, wird jetzt geschrieben.',
  'End it and write': 'Beenden und schreiben',
  'Both sides': 'Beide Seiten',
  'To the till: {{number}}': 'An die Kasse: {{number}}',
  'To the store: {{number}}': 'An den Shop: {{number}}',
  'Worth a look': 'Einen Blick wert',
  'Search by name, SKU or order': 'Nach Name, SKU oder Bestellung suchen',
  '{{count}} pairs were found on both sides and need no write._one':
    '{{count}} Paar wurde auf beiden Seiten gefunden und braucht kein Schreiben.',
  '{{count}} pairs were found on both sides and need no write._other':
    '{{count}} Paare wurden auf beiden Seiten gefunden und brauchen kein Schreiben.',
  'Not sure yet? See for a day what it would do to both sides.':
    'Noch unsicher? Sehen Sie einen Tag lang, was auf beiden Seiten geschähe.',
  'Rehearse first': 'Erst proben',
  'A rehearsal is on, so nothing is written to the till or to the store.':
    'Ein Probelauf ist an, deshalb wird nichts in die Kasse oder in den Shop geschrieben.',
  'End the rehearsal first: in the window under Rehearsal, or with "rehearse --stop".':
    'Beenden Sie zuerst den Probelauf: im Fenster unter „Probelauf“ oder mit "rehearse --stop".',
  'No rehearsal is on.': 'Es läuft kein Probelauf.',
  'Begin one: in the window under Rehearsal, or with "rehearse".':
    'Beginnen Sie einen: im Fenster unter „Probelauf“ oder mit "rehearse".',
  'This was rehearsed: it would have been written, and was held back.':
    'Dies war ein Probelauf: Es wäre geschrieben worden und wurde zurückgehalten.',
  'Nothing to do. End the rehearsal when you have seen enough; then it is written.':
    'Nichts zu tun. Beenden Sie den Probelauf, wenn Sie genug gesehen haben; dann wird es geschrieben.',
  'Comparing both sides…': 'Beide Seiten werden verglichen …',
  'Both sides were looked at. {{count}} conflicts wait for your answer under Conflicts; everything else agrees._one':
    'Beide Seiten wurden angesehen. 1 Konflikt wartet unter Konflikte auf Ihre Antwort; alles andere stimmt überein.',
  'Both sides were looked at. {{count}} conflicts wait for your answer under Conflicts; everything else agrees._other':
    'Beide Seiten wurden angesehen. {{count}} Konflikte warten unter Konflikte auf Ihre Antwort; alles andere stimmt überein.',
  'Web orders wait while it runs.': 'Webbestellungen warten, solange sie läuft.',
  'No web order reaches the till or the kitchen before you end it. Begin in a quiet hour, or look into the store’s orders meanwhile.':
    'Keine Webbestellung erreicht Kasse oder Küche, bevor Sie sie beenden. Beginnen Sie in einer ruhigen Stunde, oder sehen Sie solange in die Bestellungen des Shops.',
  'Web orders wait.': 'Webbestellungen warten.',
} as const satisfies Dictionary;
