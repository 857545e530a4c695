import type { Dictionary } from '../dictionary.ts';

export const SELF_TEST_TEXTS = {
  'Self-test': 'Selbsttest',
  'After an update of the till, the store or Tillbridge: asks both sides and the relay, and compares every linked product. It only reads, and takes about half a minute.':
    'Nach einem Update der Kasse, des Shops oder von Tillbridge: fragt beide Seiten und das Relais und vergleicht jeden verknüpften Artikel. Er liest nur und dauert etwa eine halbe Minute.',
  'Start the self-test': 'Selbsttest starten',
  'Connect both sides first.': 'Verbinden Sie zuerst beide Seiten.',
  'Everything answers. Look at the yellow lines when there is time.':
    'Alles antwortet. Sehen Sie sich die gelben Zeilen an, wenn Zeit ist.',
  'Everything works.': 'Alles funktioniert.',
  'Compare under Stock to see which': 'Unter Bestand vergleichen, um zu sehen, welche',
  'The till and the store answer': 'Kasse und Shop antworten',
  'Every linked product is the same on both sides': 'Jeder verknüpfte Artikel ist auf beiden Seiten gleich',
  'Asking…': 'Wird gefragt …',
  'Comes next': 'Kommt gleich',
  'The relay answers': 'Das Relais antwortet',
  'Not yet': 'Noch nicht',
  'Both sides tell the relay of changes': 'Beide Seiten melden dem Relais Änderungen',
  'Not heard yet': 'Noch nichts gehört',
  '{{count}} values differ_one': '1 Wert weicht ab',
  '{{count}} values differ_other': '{{count}} Werte weichen ab',
  '{{count}} things need you._one': '1 Punkt braucht Ihren Eingriff.',
  '{{count}} things need you._other': '{{count}} Punkte brauchen Ihren Eingriff.',
  'Decide under Conflicts': 'Unter Konflikte entscheiden',
  'Everything answers. What differs is a conflict, which only you can decide.':
    'Alles antwortet. Was sich unterscheidet, ist ein Konflikt, den nur Sie entscheiden können.',
} as const satisfies Dictionary;
