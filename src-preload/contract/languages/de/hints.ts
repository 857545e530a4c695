import type { Dictionary } from '../dictionary.ts';

export const HINTS_TEXTS = {
  Hint: 'Hinweis',
  'No more hints': 'Keine Hinweise mehr',
  'Close this hint': 'Diesen Hinweis schließen',
  'Closing the window does not stop Tillbridge: it goes on beside the clock, and tells you when something needs you.':
    'Das Schließen des Fensters beendet Tillbridge nicht: Es läuft neben der Uhr weiter und meldet sich, wenn etwas Ihren Eingriff braucht.',
  'Look through the plan in peace: nothing is written before you approve it, and a run can be undone afterwards.':
    'Sehen Sie den Plan in Ruhe durch: Vor Ihrer Freigabe wird nichts geschrieben, und ein Lauf lässt sich danach zurücknehmen.',
  'Open a row to see each value on both sides, and why it is what it is.':
    'Öffnen Sie eine Zeile, um jeden Wert auf beiden Seiten zu sehen, und warum er so ist.',
  'The same kind of conflict again and again? “Always do this” makes a rule that answers it.':
    'Immer wieder derselbe Konflikt? „Immer so verfahren“ legt eine Regel an, die ihn beantwortet.',
  'Open a product to take it off on both sides with one switch. It comes back by itself at the time you choose.':
    'Öffnen Sie einen Artikel, um ihn mit einem Schalter auf beiden Seiten herauszunehmen. Zur gewählten Zeit kommt er von selbst zurück.',
  '“Printed” stands here only when the till says that its lines were printed. A ticket is never printed twice by itself.':
    '„Gedruckt“ steht hier nur, wenn die Kasse sagt, dass die Zeilen gedruckt wurden. Ein Bon wird nie von selbst zweimal gedruckt.',
  'Open a line to see everything that happened to that product or order, in its order.':
    'Öffnen Sie eine Zeile, um der Reihe nach zu sehen, was mit dem Artikel oder der Bestellung geschah.',
  'This computer has no keychain, so the keys of practice are kept only until Tillbridge is closed: practice ends then. Your own shop will need a keychain.':
    'Dieser Computer hat keinen Schlüsselbund; die Schlüssel der Übung bleiben nur, bis Tillbridge beendet wird: Dann endet die Übung. Ihr eigenes Geschäft braucht einen Schlüsselbund.',
} as const satisfies Dictionary;
