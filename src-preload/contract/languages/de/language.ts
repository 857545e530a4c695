import type { Dictionary } from '../dictionary.ts';

export const LANGUAGE_TEXTS = {
  'As this computer has it': 'Wie dieser Computer',
  Language: 'Sprache',
  'Language of this computer': 'Sprache dieses Computers',
  'Of this window, the menu in the bar, notifications and e-mails. The log stays English.':
    'Für dieses Fenster, das Menü in der Leiste, Benachrichtigungen und E-Mails. Das Protokoll bleibt englisch.',
} as const satisfies Dictionary;
