import type { Dictionary } from '../dictionary.ts';

export const ORDER_STORY_TEXTS = {
  'It came in.': 'Sie ist eingegangen.',
  'It is being put on the till.': 'Sie wird an die Kasse gegeben.',
  'It is on the till.': 'Sie ist an der Kasse.',
  'Its payment is being recorded on the till.': 'Ihre Zahlung wird an der Kasse erfasst.',
  'Its payment is recorded on the till.': 'Ihre Zahlung ist an der Kasse erfasst.',
  'Its ticket is next.': 'Als Nächstes kommt ihr Küchenbon.',
  'Nothing more is done about its ticket.': 'Für ihren Küchenbon wird nichts mehr getan.',
  'The store has a note of where it stands.': 'Der Shop hat eine Notiz, wo sie steht.',
  'It waits for a person.': 'Sie wartet auf eine Person.',
  'It waits for something that the till lacks.': 'Sie wartet auf etwas, das der Kasse fehlt.',
  'It is not to be sent yet.': 'Sie ist noch nicht zu senden.',
  'It is over: nothing more is done.': 'Sie ist erledigt: Es wird nichts mehr getan.',
  'A person lets it go on.': 'Jemand lässt sie weitergehen.',
  'A person prints the ticket once more.': 'Jemand druckt den Küchenbon noch einmal.',
  'A person has looked at it.': 'Jemand hat sie angesehen.',
  'A person says that it is on the till already.': 'Jemand sagt, dass sie schon an der Kasse ist.',
  'Where it stands was carried to the other side.': 'Ihr Stand wurde auf die andere Seite übertragen.',
  'Its total was changed on the till.': 'Ihre Summe wurde an der Kasse geändert.',
  'What was begun on the till before is gone from there.':
    'Was vorher an der Kasse begonnen wurde, ist dort nicht mehr da.',
  'One that was given up before shows on the till after all.':
    'Eine, die aufgegeben worden war, erscheint nun doch an der Kasse.',
  'An empty order was opened on the till; nobody sees it yet.':
    'An der Kasse wurde eine leere Bestellung eröffnet; noch sieht sie niemand.',
  'Nobody can tell what arrived, so another one is begun; nobody sees the first.':
    'Niemand kann sagen, was angekommen ist, deshalb wird eine neue begonnen; die erste sieht niemand.',
  'What was begun on the till was gone; another one is begun.':
    'Was an der Kasse begonnen wurde, war nicht mehr da; eine neue wird begonnen.',
  'It is on the till: it was shown there already.': 'Sie ist an der Kasse: Sie wurde dort schon gezeigt.',
  'It is on the till: it was there already.': 'Sie ist an der Kasse: Sie war schon dort.',
  'Its payment is recorded on the till: it was there already.':
    'Ihre Zahlung ist an der Kasse erfasst: Sie war schon dort.',
  'What goes to the till is planned anew.': 'Was an die Kasse geht, wird neu geplant.',
  'It has to be put on the till first.': 'Sie muss zuerst an die Kasse gegeben werden.',
  'There is nothing to pay.': 'Es gibt nichts zu bezahlen.',
  'It is not paid yet: that is left to the till.':
    'Sie ist noch nicht bezahlt: Das bleibt der Kasse überlassen.',
  'It was paid at the till.': 'Sie wurde an der Kasse bezahlt.',
  'Printing its ticket is left to the till.': 'Der Druck ihres Küchenbons ist der Kasse überlassen.',
  'The ticket was sent to the printer.': 'Der Küchenbon wurde an den Drucker gesendet.',
  'The ticket was sent to the printer once more.': 'Der Küchenbon wurde noch einmal an den Drucker gesendet.',
  'The printer’s answer was lost; the ticket is not sent again by itself.':
    'Die Antwort des Druckers ging verloren; der Küchenbon wird nicht von selbst noch einmal gesendet.',
  'The ticket is there: the till says that it was printed.':
    'Der Küchenbon ist da: Die Kasse sagt, dass er gedruckt wurde.',
  'The store’s order changed meanwhile, so it is looked at anew.':
    'Die Bestellung im Shop hat sich inzwischen geändert, deshalb wird sie neu angesehen.',
  'A person sends it to the till once more, as a new order.':
    'Jemand gibt sie noch einmal an die Kasse, als neue Bestellung.',
  'Something was done about it.': 'Etwas wurde damit getan.',
  '{{step}} with {{count}} lines, in words._one': '{{step}}, mit {{count}} Position, in Worten.',
  '{{step}} with {{count}} lines, in words._other': '{{step}}, mit {{count}} Positionen, in Worten.',
  '{{step}} with {{count}} lines._one': '{{step}}, mit {{count}} Position.',
  '{{step}} with {{count}} lines._other': '{{step}}, mit {{count}} Positionen.',
  'Signs that the till cannot keep, such as emoji, were left out.':
    'Zeichen, die die Kasse nicht speichern kann, etwa Emojis, wurden weggelassen.',
  'The till did not take it as it was, so it goes to the kitchen in words.':
    'Die Kasse hat sie so nicht angenommen, deshalb geht sie in Worten in die Küche.',
  'The store did not take the note about it.': 'Der Shop hat die Notiz dazu nicht angenommen.',
  'the store was told': 'der Shop wurde informiert',
  'the store was told, where it is {{status}} now':
    'der Shop wurde informiert; dort ist sie jetzt {{status}}',
  'the till was told': 'die Kasse wurde informiert',
  'the mark on the till’s order was taken away': 'die Markierung an der Bestellung der Kasse wurde entfernt',
  'the till’s order is marked as {{mark}}': 'die Bestellung der Kasse ist als {{mark}} markiert',
  'it was taken off the till': 'sie wurde von der Kasse genommen',
  'a note was written in the store': 'im Shop wurde eine Notiz geschrieben',
  'a note was written on the till': 'an der Kasse wurde eine Notiz geschrieben',
  'its pieces go back into stock': 'ihre Stücke gehen in den Bestand zurück',
  Done_order: 'Erledigt',
  'Moved to the trash': 'In den Papierkorb gelegt',
  'Deleted for good': 'Endgültig gelöscht',
  Paid_order: 'Bezahlt',
  Processing_order: 'In Bearbeitung',
  Completed_order: 'Abgeschlossen',
  Cancelled_order: 'Storniert',
  Refunded_order: 'Erstattet',
  Failed_order: 'Fehlgeschlagen',
  '{{happened}} on the till: {{done}}': '{{happened}} an der Kasse: {{done}}',
  '{{happened}} in the store: {{done}}': '{{happened}} im Shop: {{done}}',
  '{{clauses}}, and {{last}}': '{{clauses}}, und {{last}}',
  'In the store it is {{status}} now.': 'Im Shop ist sie jetzt {{status}}.',
} as const satisfies Dictionary;
