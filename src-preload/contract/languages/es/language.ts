import type { Dictionary } from '../dictionary.ts';

export const LANGUAGE_TEXTS = {
  'As this computer has it': 'Como este equipo',
  Language: 'Idioma',
  'Language of this computer': 'Idioma de este equipo',
  'Of this window, the menu in the bar, notifications and e-mails. The log stays English.':
    'De esta ventana, el menú de la barra, las notificaciones y los correos. El registro queda en inglés.',
} as const satisfies Dictionary;
