import type { Dictionary } from '../dictionary.ts';

export const CONFLICTS_TEXTS = {
  'All {{fields}} at once': 'Todo a la vez: {{fields}}',
  'Each product then has the same on both sides.': 'Cada producto tiene entonces lo mismo en ambos lados.',
  'Take the till’s for all {{fields}}': 'Usar la caja para todo: {{fields}}',
  'Take the store’s for all {{fields}}': 'Usar la tienda para todo: {{fields}}',
  'Always do this': 'Hacer siempre esto',
  'Later conflicts of {{fields}} are then settled the same way, by a rule that stands below and can be removed.':
    'Los conflictos posteriores ({{fields}}) se resuelven entonces igual, con una regla que figura abajo y se puede quitar.',
  'Always take the till’s {{fields}}?': '¿Usar siempre la caja ({{fields}})?',
  'Always take the store’s {{fields}}?': '¿Usar siempre la tienda ({{fields}})?',
  'Take the till’s {{fields}} for {{count, number}} products?_one':
    '¿Usar la caja para 1 producto ({{fields}})?',
  'Take the till’s {{fields}} for {{count, number}} products?_other':
    '¿Usar la caja para {{count, number}} productos ({{fields}})?',
  'Take the store’s {{fields}} for {{count, number}} products?_one':
    '¿Usar la tienda para 1 producto ({{fields}})?',
  'Take the store’s {{fields}} for {{count, number}} products?_other':
    '¿Usar la tienda para {{count, number}} productos ({{fields}})?',
  '{{count, number}} products get the till’s value in the store too; the store’s own is replaced._one':
    '1 producto recibe también en la tienda el valor de la caja; el de la tienda se reemplaza.',
  '{{count, number}} products get the till’s value in the store too; the store’s own is replaced._other':
    '{{count, number}} productos reciben también en la tienda el valor de la caja; el de la tienda se reemplaza.',
  '{{count, number}} products get the store’s value on the till too; the till’s own is replaced._one':
    '1 producto recibe también en la caja el valor de la tienda; el de la caja se reemplaza.',
  '{{count, number}} products get the store’s value on the till too; the till’s own is replaced._other':
    '{{count, number}} productos reciben también en la caja el valor de la tienda; el de la caja se reemplaza.',
  'From now on a rule settles every conflict of {{fields}} this way, until you remove it.':
    'Desde ahora una regla resuelve así cada conflicto de este tipo ({{fields}}), hasta que usted la quite.',
  'It can be undone under Import, Earlier.': 'Se puede deshacer en Importación, Anteriores.',
  '{{shown}} of {{total}} are shown.': 'Se muestran {{shown}} de {{total}}.',
  'Show more': 'Mostrar más',
  'More for {{name}}': 'Más para {{name}}',
  'Give both another value…': 'Dar a ambos otro valor…',
  'Always take the till’s {{fields}}…': 'Usar siempre la caja ({{fields}})…',
  'Always take the store’s {{fields}}…': 'Usar siempre la tienda ({{fields}})…',
  'Show the product': 'Mostrar el producto',
  'Last agreed': 'Último acuerdo',
  Decided: 'Decidido',
  'On the till now': 'Ahora en la caja',
  'In the store now': 'Ahora en la tienda',
  'Take the till’s': 'Usar la caja',
  'Take the store’s': 'Usar la tienda',
  'Take the till’s_confirm': 'Usar la caja',
  'Take the store’s_confirm': 'Usar la tienda',
  'what your price rules make of {{value}}': 'lo que sus reglas de precio hagan de {{value}}',
  'this too': 'lo mismo',
  'The store’s {{field}} would become {{value}}.': 'En la tienda quedaría en {{field}}: {{value}}.',
  'The till’s {{field}} would become {{value}}.': 'En la caja quedaría en {{field}}: {{value}}.',
  'The store’s {{field}} become {{value}}.': 'En la tienda queda en {{field}}: {{value}}.',
  'The till’s {{field}} become {{value}}.': 'En la caja queda en {{field}}: {{value}}.',
  'The store’s {{field}} becomes {{value}}.': 'En la tienda queda en {{field}}: {{value}}.',
  'The till’s {{field}} becomes {{value}}.': 'En la caja queda en {{field}}: {{value}}.',
  'In the store it is then {{value}}.': 'En la tienda queda: {{value}}.',
  'On the till it is then {{value}}.': 'En la caja queda: {{value}}.',
  'In the store it would then be {{value}}.': 'En la tienda quedaría: {{value}}.',
  'On the till it would then be {{value}}.': 'En la caja quedaría: {{value}}.',
  'the till’s value': 'el valor de la caja',
  'the store’s value': 'el valor de la tienda',
  'Decided: {{what}}. It is written with the next sync.':
    'Decidido: {{what}}. Se escribe en la próxima sincronización.',
  'The earlier answer no longer holds: {{why}}.': 'La respuesta anterior ya no vale: {{why}}.',
  'It was: {{what}}. Nothing was written. Please answer again.':
    'Era: {{what}}. No se escribió nada. Responda de nuevo, por favor.',
  'a value of its own': 'un valor propio',
  'the till’s value changed': 'el valor de la caja cambió',
  'the store’s value changed': 'el valor de la tienda cambió',
  'the till’s value changed from {{before}} to {{after}}':
    'el valor de la caja cambió de {{before}} a {{after}}',
  'the store’s value changed from {{before}} to {{after}}':
    'el valor de la tienda cambió de {{before}} a {{after}}',
  'the values changed in between': 'los valores cambiaron entretanto',
  '{{one}} and {{other}}': '{{one}} y {{other}}',
  'Fields that were changed on both sides to different values. Until you decide, each side keeps its own; everything else of the product goes on.':
    'Campos que se cambiaron en ambos lados a valores distintos. Hasta que usted decida, cada lado conserva el suyo; todo lo demás del producto sigue.',
  'Connect both sides first': 'Conecte primero ambos lados',
  'Conflicts can only come up between a till and a store. Practice ones are ready on this computer.':
    'Los conflictos solo surgen entre una caja y una tienda. En este equipo hay unas de práctica listas.',
  'Reading the conflicts…': 'Leyendo los conflictos…',
  '{{count, number}} conflicts are decided; the next sync writes what you chose. It can be undone under Import, Earlier._one':
    '1 conflicto está decidido; la próxima sincronización escribe lo que eligió. Se puede deshacer en Importación, Anteriores.',
  '{{count, number}} conflicts are decided; the next sync writes what you chose. It can be undone under Import, Earlier._other':
    '{{count, number}} conflictos están decididos; la próxima sincronización escribe lo que eligió. Se puede deshacer en Importación, Anteriores.',
  '<j/> <k/> move, <one/> takes the till’s, <two/> the store’s. What you decide can be undone under Import, Earlier.':
    '<j/> <k/> mueven, <one/> usa la caja, <two/> la tienda. Lo que decida se puede deshacer en Importación, Anteriores.',
  'Choose a field above to answer all of its conflicts at once.':
    'Elija arriba un campo para responder todos sus conflictos a la vez.',
  'No conflicts': 'Sin conflictos',
  'Where both sides were changed, they agree. A conflict comes up when somebody changes the same field at the till and in the store before the two have met.':
    'Donde se cambiaron ambos lados, coinciden. Un conflicto surge cuando alguien cambia el mismo campo en la caja y en la tienda antes de que se sincronicen.',
  Rules: 'Reglas',
  'Rules that settle conflicts': 'Reglas que resuelven conflictos',
  'None yet. “Always do this” at a conflict makes one.':
    'Aún ninguna. «Hacer siempre esto» en un conflicto crea una.',
  'Made by “always do this”. Without its rule, a conflict asks you again.':
    'Creadas con «Hacer siempre esto». Sin su regla, un conflicto vuelve a preguntarle.',
  'Conflicts of {{fields}}: the <b>till’s</b> value is taken':
    'Conflictos ({{fields}}): vale el valor <b>de la caja</b>',
  'Conflicts of {{fields}}: the <b>store’s</b> value is taken':
    'Conflictos ({{fields}}): vale el valor <b>de la tienda</b>',
  'since <ago/>': 'creada <ago/>',
  'Remove the rule for {{fields}}': 'Quitar la regla: {{fields}}',
  'Another {{field}} for {{name}}': 'Otro valor para {{name}} ({{field}})',
  'The till’s price; the store’s follows from it.': 'El precio de la caja; el de la tienda se deriva de él.',
  'For both sides.': 'Para ambos lados.',
  'Take this': 'Usar este',
  'A price such as 4.50 is needed.': 'Hace falta un precio como 4,50.',
  'A whole number is needed.': 'Hace falta un número entero.',
  'It cannot be empty.': 'No puede quedar vacío.',
  'Make a conflict': 'Crear un conflicto',
  'Always do this for {{fields}}': 'Hacer siempre esto: {{fields}}',
} as const satisfies Dictionary;
