import type { Dictionary } from '../dictionary.ts';

export const CONFLICTS_TEXTS = {
  'All {{fields}} at once': 'Alle {{fields}} auf einmal',
  'Each product then has the same on both sides.': 'Jeder Artikel hat dann auf beiden Seiten dasselbe.',
  'Take the till’s for all {{fields}}': 'Alle {{fields}} von der Kasse nehmen',
  'Take the store’s for all {{fields}}': 'Alle {{fields}} vom Shop nehmen',
  'Always do this': 'Immer so verfahren',
  'Later conflicts of {{fields}} are then settled the same way, by a rule that stands below and can be removed.':
    'Spätere Konflikte ({{fields}}) werden dann ebenso gelöst, durch eine Regel, die unten steht und sich entfernen lässt.',
  'Always take the till’s {{fields}}?': 'Immer {{fields}} der Kasse nehmen?',
  'Always take the store’s {{fields}}?': 'Immer {{fields}} des Shops nehmen?',
  'Take the till’s {{fields}} for {{count, number}} products?_one':
    'Bei 1 Artikel {{fields}} der Kasse nehmen?',
  'Take the till’s {{fields}} for {{count, number}} products?_other':
    'Bei {{count, number}} Artikeln {{fields}} der Kasse nehmen?',
  'Take the store’s {{fields}} for {{count, number}} products?_one':
    'Bei 1 Artikel {{fields}} des Shops nehmen?',
  'Take the store’s {{fields}} for {{count, number}} products?_other':
    'Bei {{count, number}} Artikeln {{fields}} des Shops nehmen?',
  '{{count, number}} products get the till’s value in the store too; the store’s own is replaced._one':
    '1 Artikel bekommt auch im Shop den Wert der Kasse; der Wert des Shops wird ersetzt.',
  '{{count, number}} products get the till’s value in the store too; the store’s own is replaced._other':
    '{{count, number}} Artikel bekommen auch im Shop den Wert der Kasse; der Wert des Shops wird ersetzt.',
  '{{count, number}} products get the store’s value on the till too; the till’s own is replaced._one':
    '1 Artikel bekommt auch an der Kasse den Wert des Shops; der Wert der Kasse wird ersetzt.',
  '{{count, number}} products get the store’s value on the till too; the till’s own is replaced._other':
    '{{count, number}} Artikel bekommen auch an der Kasse den Wert des Shops; der Wert der Kasse wird ersetzt.',
  'From now on a rule settles every conflict of {{fields}} this way, until you remove it.':
    'Von jetzt an löst eine Regel jeden solchen Konflikt ({{fields}}) auf diese Weise, bis Sie sie entfernen.',
  'It can be undone under Import, Earlier.': 'Es lässt sich unter Import, Früher zurücknehmen.',
  '{{shown}} of {{total}} are shown.': '{{shown}} von {{total}} werden gezeigt.',
  'Show more': 'Mehr zeigen',
  'More for {{name}}': 'Mehr zu {{name}}',
  'Give both another value…': 'Beiden einen anderen Wert geben …',
  'Always take the till’s {{fields}}…': 'Immer {{fields}} der Kasse nehmen …',
  'Always take the store’s {{fields}}…': 'Immer {{fields}} des Shops nehmen …',
  'Show the product': 'Artikel zeigen',
  'Last agreed': 'Zuletzt vereinbart',
  Decided: 'Entschieden',
  'On the till now': 'Jetzt an der Kasse',
  'In the store now': 'Jetzt im Shop',
  'Take the till’s': 'Wert der Kasse',
  'Take the store’s': 'Wert des Shops',
  'Take the till’s_confirm': 'Wert der Kasse nehmen',
  'Take the store’s_confirm': 'Wert des Shops nehmen',
  'what your price rules make of {{value}}': 'was Ihre Preisregeln aus {{value}} machen',
  'this too': 'dasselbe',
  'The store’s {{field}} would become {{value}}.': 'Im Shop stünde dann unter {{field}}: {{value}}.',
  'The till’s {{field}} would become {{value}}.': 'An der Kasse stünde dann unter {{field}}: {{value}}.',
  'The store’s {{field}} become {{value}}.': 'Im Shop steht dann unter {{field}}: {{value}}.',
  'The till’s {{field}} become {{value}}.': 'An der Kasse steht dann unter {{field}}: {{value}}.',
  'The store’s {{field}} becomes {{value}}.': 'Im Shop steht dann unter {{field}}: {{value}}.',
  'The till’s {{field}} becomes {{value}}.': 'An der Kasse steht dann unter {{field}}: {{value}}.',
  'In the store it is then {{value}}.': 'Im Shop ist es dann: {{value}}.',
  'On the till it is then {{value}}.': 'An der Kasse ist es dann: {{value}}.',
  'In the store it would then be {{value}}.': 'Im Shop wäre es dann: {{value}}.',
  'On the till it would then be {{value}}.': 'An der Kasse wäre es dann: {{value}}.',
  'the till’s value': 'der Wert der Kasse',
  'the store’s value': 'der Wert des Shops',
  'Decided: {{what}}. It is written with the next sync.':
    'Entschieden: {{what}}. Geschrieben wird beim nächsten Abgleich.',
  'The earlier answer no longer holds: {{why}}.': 'Die frühere Antwort gilt nicht mehr: {{why}}.',
  'It was: {{what}}. Nothing was written. Please answer again.':
    'Sie lautete: {{what}}. Es wurde nichts geschrieben. Bitte antworten Sie erneut.',
  'a value of its own': 'ein eigener Wert',
  'the till’s value changed': 'der Wert der Kasse hat sich geändert',
  'the store’s value changed': 'der Wert des Shops hat sich geändert',
  'the till’s value changed from {{before}} to {{after}}':
    'der Wert der Kasse hat sich von {{before}} auf {{after}} geändert',
  'the store’s value changed from {{before}} to {{after}}':
    'der Wert des Shops hat sich von {{before}} auf {{after}} geändert',
  'the values changed in between': 'die Werte haben sich inzwischen geändert',
  '{{one}} and {{other}}': '{{one}} und {{other}}',
  'Fields that were changed on both sides to different values. Until you decide, each side keeps its own; everything else of the product goes on.':
    'Felder, die auf beiden Seiten verschieden geändert wurden. Bis Sie entscheiden, behält jede Seite ihren Wert; alles andere am Artikel läuft weiter.',
  'Connect both sides first': 'Zuerst beide Seiten verbinden',
  'Conflicts can only come up between a till and a store. Practice ones are ready on this computer.':
    'Konflikte entstehen nur zwischen einer Kasse und einem Shop. Zum Üben stehen beide auf diesem Computer bereit.',
  'Reading the conflicts…': 'Konflikte werden gelesen …',
  '{{count, number}} conflicts are decided; the next sync writes what you chose. It can be undone under Import, Earlier._one':
    '1 Konflikt ist entschieden; der nächste Abgleich schreibt Ihre Wahl. Es lässt sich unter Import, Früher zurücknehmen.',
  '{{count, number}} conflicts are decided; the next sync writes what you chose. It can be undone under Import, Earlier._other':
    '{{count, number}} Konflikte sind entschieden; der nächste Abgleich schreibt Ihre Wahl. Es lässt sich unter Import, Früher zurücknehmen.',
  '<j/> <k/> move, <one/> takes the till’s, <two/> the store’s. What you decide can be undone under Import, Earlier.':
    '<j/> <k/> bewegen, <one/> nimmt den Wert der Kasse, <two/> den des Shops. Was Sie entscheiden, lässt sich unter Import, Früher zurücknehmen.',
  'Choose a field above to answer all of its conflicts at once.':
    'Wählen Sie oben ein Feld, um alle seine Konflikte auf einmal zu beantworten.',
  'No conflicts': 'Keine Konflikte',
  'Where both sides were changed, they agree. A conflict comes up when somebody changes the same field at the till and in the store before the two have met.':
    'Wo beide Seiten geändert wurden, stimmen sie überein. Ein Konflikt entsteht, wenn jemand dasselbe Feld an der Kasse und im Shop ändert, bevor beide abgeglichen sind.',
  Rules: 'Regeln',
  'Rules that settle conflicts': 'Regeln, die Konflikte lösen',
  'None yet. “Always do this” at a conflict makes one.':
    'Noch keine. „Immer so verfahren“ bei einem Konflikt legt eine an.',
  'Made by “always do this”. Without its rule, a conflict asks you again.':
    'Angelegt durch „Immer so verfahren“. Ohne seine Regel fragt ein Konflikt Sie wieder.',
  'Conflicts of {{fields}}: the <b>till’s</b> value is taken':
    'Konflikte ({{fields}}): Es gilt der Wert <b>der Kasse</b>',
  'Conflicts of {{fields}}: the <b>store’s</b> value is taken':
    'Konflikte ({{fields}}): Es gilt der Wert <b>des Shops</b>',
  'since <ago/>': 'angelegt <ago/>',
  'Remove the rule for {{fields}}': 'Regel entfernen: {{fields}}',
  'Another {{field}} for {{name}}': 'Anderer Wert für {{name}} ({{field}})',
  'The till’s price; the store’s follows from it.': 'Der Preis der Kasse; der des Shops ergibt sich daraus.',
  'For both sides.': 'Für beide Seiten.',
  'Take this': 'Übernehmen',
  'A price such as 4.50 is needed.': 'Ein Preis wie 4,50 wird gebraucht.',
  'A whole number is needed.': 'Eine ganze Zahl wird gebraucht.',
  'It cannot be empty.': 'Das Feld darf nicht leer sein.',
  'Make a conflict': 'Einen Konflikt herbeiführen',
  'Always do this for {{fields}}': 'Immer so verfahren: {{fields}}',
} as const satisfies Dictionary;
