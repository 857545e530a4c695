import type { Dictionary } from '../dictionary.ts';

export const ALERTS_TEXTS = {
  'Still not seen: {{title}}': 'Noch nicht angesehen: {{title}}',
  'Open Tillbridge on the shop’s computer: Home lists everything that needs you.':
    'Öffnen Sie Tillbridge auf dem Computer des Geschäfts: „Start“ zählt alles auf, was Ihren Eingriff braucht.',
  'And {{others}} more.': 'Und {{others}} weitere.',
  'A test mail ({{app}})': 'Eine Testmail ({{app}})',
  'This is a test. E-mail from Tillbridge reaches you.':
    'Das ist ein Test. E-Mails von Tillbridge erreichen Sie.',
  'Which alerts are sent here is chosen in Tillbridge under Settings, Alerts.':
    'Welche Meldungen hierher gesendet werden, wählen Sie in Tillbridge unter Einstellungen, Meldungen.',
  '{{times}} times, last {{time}}': '{{times}}-mal, zuletzt {{time}}',
  '{{count}} things happened while it was quiet_one': '{{count}} Sache geschah, während Ruhe war',
  '{{count}} things happened while it was quiet_other': '{{count}} Dinge geschahen, während Ruhe war',
  '{{count}} web orders did not reach the till_one': '{{count}} Web-Bestellung kam nicht an die Kasse',
  '{{count}} web orders did not reach the till_other': '{{count}} Web-Bestellungen kamen nicht an die Kasse',
  '{{count}} tickets were not printed_one': '{{count}} Küchenbon wurde nicht gedruckt',
  '{{count}} tickets were not printed_other': '{{count}} Küchenbons wurden nicht gedruckt',
  '{{count}} things could not be brought in step_one': '{{count}} Sache ließ sich nicht abgleichen',
  '{{count}} things could not be brought in step_other': '{{count}} Dinge ließen sich nicht abgleichen',
  '{{count}} things are missing for the sync_one': '{{count}} Sache fehlt für den Abgleich',
  '{{count}} things are missing for the sync_other': '{{count}} Dinge fehlen für den Abgleich',
  '{{count}} alerts of odd prices_one': '{{count}} Meldung über auffällige Preise',
  '{{count}} alerts of odd prices_other': '{{count}} Meldungen über auffällige Preise',
  '{{count}} imports need you_one': '{{count}} Import braucht Ihren Eingriff',
  '{{count}} imports need you_other': '{{count}} Importe brauchen Ihren Eingriff',
  '{{count}} weekly reports are ready_one': '{{count}} Wochenbericht ist fertig',
  '{{count}} weekly reports are ready_other': '{{count}} Wochenberichte sind fertig',
  '{{titles}}; and {{others}} more.': '{{titles}}; und {{others}} weitere.',
  'Alerts cannot be sent by e-mail.': 'Meldungen lassen sich nicht per E-Mail senden.',
  '{{name}}: an odd price.': '{{name}}: ein auffälliger Preis.',
  '{{number}} odd prices.': '{{number}} auffällige Preise.',
  'It was carried over; if it is wrong, change it back on either side.':
    'Er wurde übernommen; ist er falsch, ändern Sie ihn auf einer der Seiten zurück.',
  '{{name}}: the till cannot have the store’s price.':
    '{{name}}: Den Preis des Shops kann die Kasse nicht haben.',
  '{{number}} prices of the store that the till cannot have.':
    '{{number}} Preise des Shops, die die Kasse nicht haben kann.',
  'Your price rules make them of no till price, as below a fixed markup. Change them in the store, or the rules.':
    'Ihre Preisregeln machen sie aus keinem Kassenpreis, etwa unter einem festen Aufschlag. Ändern Sie sie im Shop, oder die Regeln.',
  '{{name}} {{store}}, {{till}} on the till': '{{name}} {{store}}, an der Kasse {{till}}',
  '{{name}} {{before}} to {{after}}': '{{name}} {{before}} auf {{after}}',
  '{{names}} and {{others}} more.': '{{names}} und {{others}} weitere.',
  '{{names}}: sold below zero.': '{{names}}: unter null verkauft.',
  'More was sold than there was. Cancel one of the orders, buy in, or let it wait.':
    'Es wurde mehr verkauft, als da war. Stornieren Sie eine der Bestellungen, kaufen Sie nach, oder lassen Sie sie warten.',
  '{{names}}: low or out of stock.': '{{names}}: knapp oder ausverkauft.',
  'Open Stock to see how many are left on both sides.':
    'Öffnen Sie Bestand, um zu sehen, wie viele auf beiden Seiten noch da sind.',
  '{{count}} conflicts wait for you._one': '{{count}} Konflikt wartet auf Sie.',
  '{{count}} conflicts wait for you._other': '{{count}} Konflikte warten auf Sie.',
  'The same field was changed on both sides. Choose which one holds.':
    'Dasselbe Feld wurde auf beiden Seiten geändert. Wählen Sie, welcher Wert gilt.',
  '{{names}} and {{others}} more': '{{names}} und {{others}} weitere',
  'The week’s check: till and store are in step, {{products}} products compared.':
    'Die Prüfung der Woche: Kasse und Shop stimmen überein, {{products}} Artikel verglichen.',
  'The week’s check: {{count}} values differ among {{products}} products, and will be put right now._one':
    'Die Prüfung der Woche: {{count}} Wert unter {{products}} Artikeln weicht ab und wird jetzt berichtigt.',
  'The week’s check: {{count}} values differ among {{products}} products, and will be put right now._other':
    'Die Prüfung der Woche: {{count}} Werte unter {{products}} Artikeln weichen ab und werden jetzt berichtigt.',
  '{{count}} conflicts wait for you_one': '{{count}} Konflikt wartet auf Sie',
  '{{count}} conflicts wait for you_other': '{{count}} Konflikte warten auf Sie',
  '{{count}} changes were refused_one': '{{count}} Änderung wurde abgelehnt',
  '{{count}} changes were refused_other': '{{count}} Änderungen wurden abgelehnt',
  '{{count}} differences stay as you wanted them_one': '{{count}} Unterschied bleibt, wie Sie ihn wollten',
  '{{count}} differences stay as you wanted them_other':
    '{{count}} Unterschiede bleiben, wie Sie sie wollten',
  'Nothing waits for you.': 'Nichts wartet auf Sie.',
  'The till has to be connected again.': 'Die Kasse muss erneut verbunden werden.',
  'Web order {{number}} was paid, and has been removed on the till.':
    'Die Web-Bestellung {{number}} war bezahlt und wurde an der Kasse entfernt.',
  'The money is still with the shop: refund it in the store, or send it to the till again.':
    'Das Geld ist noch beim Geschäft: Erstatten Sie es im Shop, oder geben Sie die Bestellung erneut an die Kasse.',
  'Web order {{number}} is not on the till.': 'Die Web-Bestellung {{number}} ist nicht an der Kasse.',
  'Web order {{number}} needs you.': 'Die Web-Bestellung {{number}} braucht Ihren Eingriff.',
  'Its full text is under Orders & kitchen.': 'Ihr vollständiger Text steht unter Bestellungen & Küche.',
  'The ticket of web order {{number}} may not have been printed.':
    'Der Küchenbon der Web-Bestellung {{number}} wurde vielleicht nicht gedruckt.',
  'It is not printed again by itself: look at the kitchen printer, and reprint it where it is missing.':
    'Er wird nicht von selbst noch einmal gedruckt: Sehen Sie nach dem Küchendrucker, und drucken Sie ihn erneut, wenn er fehlt.',
  'Web order {{number}} needs a look.': 'Die Web-Bestellung {{number}} sollte jemand ansehen.',
  'It goes to the kitchen, but something about its choices or its money is not as the till knows it.':
    'Sie geht in die Küche, aber etwas an ihrer Auswahl oder ihrem Betrag ist nicht so, wie die Kasse es kennt.',
  'Web orders wait: the till lacks something they need.':
    'Web-Bestellungen warten: Der Kasse fehlt etwas, das sie brauchen.',
  'They go on by themselves once it is there.': 'Sie gehen von selbst weiter, sobald es da ist.',
  'The undo stopped half-way.': 'Die Rücknahme hielt auf halbem Weg an.',
  'The import stopped half-way.': 'Der Import hielt auf halbem Weg an.',
  'What was written stays. Open Tillbridge to go on from there; nothing is done twice.':
    'Was geschrieben wurde, bleibt. Öffnen Sie Tillbridge, um dort weiterzumachen; nichts wird zweimal getan.',
  '{{count}} products were refused in the undo._one': '{{count}} Artikel wurde bei der Rücknahme abgelehnt.',
  '{{count}} products were refused in the undo._other':
    '{{count}} Artikel wurden bei der Rücknahme abgelehnt.',
  '{{count}} products were refused in the import._one': '{{count}} Artikel wurde beim Import abgelehnt.',
  '{{count}} products were refused in the import._other': '{{count}} Artikel wurden beim Import abgelehnt.',
  'Open Tillbridge to see which and why; everything else was done.':
    'Öffnen Sie Tillbridge, um zu sehen, welche und warum; alles andere wurde erledigt.',
  'The till refuses Tillbridge, so nothing is kept in step.':
    'Die Kasse lehnt Tillbridge ab, deshalb wird nichts abgeglichen.',
  'The store refuses Tillbridge, so nothing is kept in step.':
    'Der Shop lehnt Tillbridge ab, deshalb wird nichts abgeglichen.',
  'The till is connected, but something is missing.': 'Die Kasse ist verbunden, aber etwas fehlt.',
  'The store is connected, but something is missing.': 'Der Shop ist verbunden, aber etwas fehlt.',
  'The store was put back to an earlier copy of its own.':
    'Der Shop wurde auf eine frühere eigene Kopie zurückgesetzt.',
  'Nothing older is taken over by itself: where its values or counts are not as agreed, you are asked under Conflicts. What it no longer has is made again from the till. Orders of since then are on the till only: look through Orders, and count what was sold.':
    'Nichts Älteres wird von selbst übernommen: Wo seine Werte oder Bestände nicht wie vereinbart sind, werden Sie unter Konflikte gefragt. Was er nicht mehr hat, wird von der Kasse aus neu angelegt. Bestellungen seit damals sind nur auf der Kasse: Sehen Sie die Bestellungen durch, und zählen Sie, was verkauft wurde.',
} as const satisfies Dictionary;
