import type { Dictionary } from '../dictionary.ts';

export const HINTS_TEXTS = {
  Hint: 'Hinweis',
  'No more hints': 'Keine Hinweise mehr',
  'Close this hint': 'Diesen Hinweis schließen',
  'Closing the window does not stop Tillbridge: it goes on beside the clock, and tells you when something needs you.':
    'Das Schließen des Fensters beendet Tillbridge nicht: Es läuft neben der Uhr weiter und meldet sich, wenn etwas Sie braucht.',
  'Look through the plan in peace: nothing is written before you approve it, and a run can be undone afterwards.':
    'Sehen Sie den Plan in Ruhe durch: Vor Ihrer Freigabe wird nichts geschrieben, und ein Lauf lässt sich danach zurücknehmen.',
  'Open a row to see each value on both sides, and why it is what it is.':
    'Öffnen Sie eine Zeile, um jeden Wert auf beiden Seiten zu sehen, und warum er so ist.',
  'Press 1 for the till’s value, 2 for the store’s, j and k to move. An answer counts from the next sync on.':
    'Drücken Sie 1 für den Wert der Kasse, 2 für den des Shops, j und k zum Bewegen. Eine Antwort gilt ab dem nächsten Abgleich.',
  'A product is off on both sides with one switch in its row, and comes back by itself at the time you choose.':
    'Ein Schalter in der Zeile nimmt einen Artikel auf beiden Seiten heraus; zur gewählten Zeit kommt er von selbst zurück.',
  '“Printed” stands here only when the till says that its lines were printed. A ticket is never printed twice by itself.':
    '„Gedruckt“ steht hier nur, wenn die Kasse sagt, dass die Zeilen gedruckt wurden. Ein Bon wird nie von selbst zweimal gedruckt.',
  'Open a line to see everything that happened to that product or order, in its order.':
    'Öffnen Sie eine Zeile, um der Reihe nach zu sehen, was mit dem Artikel oder der Bestellung geschah.',
} as const satisfies Dictionary;
