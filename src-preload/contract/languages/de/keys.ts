import type { Dictionary } from '../dictionary.ts';

export const KEYS_TEXTS = {
  Keys: 'Tasten',
  Everywhere: 'Überall',
  'Find a screen, a command, a setting or a product': 'Bereich, Befehl, Einstellung oder Artikel finden',
  'Show these keys': 'Diese Tasten zeigen',
  'Go on to the next thing; the first leads past the navigation':
    'Weiter zum nächsten Element; das erste führt an der Navigation vorbei',
  'Close what is open, or give up what was typed': 'Offenes schließen oder Eingetipptes verwerfen',
  Lists: 'Listen',
  'Next row': 'Nächste Zeile',
  'Row before': 'Vorige Zeile',
  'Ten rows on or back': 'Zehn Zeilen vor oder zurück',
  'First or last row': 'Erste oder letzte Zeile',
  'Open the row': 'Zeile öffnen',
  'Choose the row, where several can be chosen': 'Zeile auswählen, wo mehrere gewählt werden können',
  'Next conflict, or the one before': 'Nächster oder voriger Konflikt',
  'Take the till’s value': 'Wert der Kasse nehmen',
  'Take the store’s value': 'Wert des Shops nehmen',
  'Do what the order needs, such as trying it again':
    'Tun, was die Bestellung braucht, etwa sie erneut versuchen',
} as const satisfies Dictionary;
