import type { Dictionary } from '../dictionary.ts';

export const SELF_TEST_TEXTS = {
  'Self-test': 'Autoprueba',
  'After an update of the till, the store or Tillbridge: asks both sides and the relay, and compares every linked product. It only reads, and takes about half a minute.':
    'Después de actualizar la caja, la tienda o Tillbridge: pregunta a ambos lados y al relé, y compara cada producto vinculado. Solo lee y tarda medio minuto.',
  'Start the self-test': 'Iniciar la autoprueba',
  'Connect both sides first.': 'Primero conecte ambos lados.',
  'Everything answers. Look at the yellow lines when there is time.':
    'Todo responde. Revise las líneas amarillas cuando tenga tiempo.',
  'Everything works.': 'Todo funciona.',
  'Compare under Stock to see which': 'Compare en Existencias para ver cuáles',
  'The till and the store answer': 'La caja y la tienda responden',
  'Every linked product is the same on both sides': 'Cada producto vinculado es igual en ambos lados',
  'Asking…': 'Preguntando…',
  'Comes next': 'A continuación',
  'The relay answers': 'El relé responde',
  'Not yet': 'Todavía no',
  'Both sides tell the relay of changes': 'Ambos lados avisan al relé de los cambios',
  'Not heard yet': 'Sin avisos aún',
  '{{count}} values differ_one': '1 valor difiere',
  '{{count}} values differ_other': '{{count}} valores difieren',
  '{{count}} things need you._one': '1 asunto requiere su atención.',
  '{{count}} things need you._other': '{{count}} asuntos requieren su atención.',
  'Decide under Conflicts': 'Decidir en Conflictos',
  'Everything answers. What differs is a conflict, which only you can decide.':
    'Todo responde. Lo que difiere es un conflicto que solo usted puede decidir.',
} as const satisfies Dictionary;
