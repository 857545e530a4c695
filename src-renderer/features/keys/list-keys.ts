import { t } from '../../i18n/i18n.ts';

/** A key, or several that do the same, and what it does. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly lines: readonly KeyLine[];
}

/** Every key that the window listens to, beside those of any window (Tab, Enter, Escape, Ctrl and +). */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: t('Everywhere'),
    lines: [
      { keys: ['Ctrl K'], does: t('Find a screen, a command, a setting or a product') },
      { keys: ['?'], does: t('Show these keys') },
      { keys: ['Tab'], does: t('Go on to the next thing; the first leads past the navigation') },
      { keys: ['Esc'], does: t('Close what is open, or give up what was typed') },
    ],
  },
  {
    title: t('Lists'),
    lines: [
      { keys: ['j', '↓'], does: t('Next row') },
      { keys: ['k', '↑'], does: t('Row before') },
      { keys: ['PgDn', 'PgUp'], does: t('Ten rows on or back') },
      { keys: ['Home', 'End'], does: t('First or last row') },
      { keys: ['Enter'], does: t('Open the row') },
      { keys: ['Space'], does: t('Choose the row, where several can be chosen') },
    ],
  },
  {
    title: t('Conflicts'),
    lines: [
      { keys: ['j', 'k'], does: t('Next conflict, or the one before') },
      { keys: ['1'], does: t('Take the till’s value') },
      { keys: ['2'], does: t('Take the store’s value') },
    ],
  },
  {
    title: t('Orders'),
    lines: [{ keys: ['r'], does: t('Do what the order needs, such as trying it again') }],
  },
];
