import { t } from '../../i18n/i18n.ts';
import { isHintOpen, useHints } from '../../state/hints.ts';
import type { ScreenName } from '../../state/navigation.ts';
import { useStatus } from '../../state/status.ts';
import { HintLine } from './hint-line.tsx';

/** What a person who is new to a screen would not find by looking. */
const HINTS: Readonly<Partial<Record<ScreenName, string>>> = {
  home: t(
    'Closing the window does not stop Tillbridge: it goes on beside the clock, and tells you when something needs you.',
  ),
  import: t(
    'Look through the plan in peace: nothing is written before you approve it, and a run can be undone afterwards.',
  ),
  products: t('Open a row to see each value on both sides, and why it is what it is.'),
  conflicts: t('The same kind of conflict again and again? “Always do this” makes a rule that answers it.'),
  stock: t(
    'Open a product to take it off on both sides with one switch. It comes back by itself at the time you choose.',
  ),
  orders: t(
    '“Printed” stands here only when the till says that its lines were printed. A ticket is never printed twice by itself.',
  ),
  log: t('Open a line to see everything that happened to that product or order, in its order.'),
};

const KEYS_TEXT = t(
  'This computer has no keychain, so the keys of practice are kept only until Tillbridge is closed: practice ends then. Your own shop will need a keychain.',
);
const KEYS_HINT = 'practice-keys';

/** One hint for a screen, until it is closed; where practice ends with the program, that is said first, once. */
export function ScreenHint({ screen }: { readonly screen: ScreenName }) {
  const isForSession = useStatus((s) => s.status?.practice?.isForSession === true);
  const hasKeysHint = useHints((s) => isForSession && isHintOpen(s, KEYS_HINT));
  const isOpen = useHints((s) => isHintOpen(s, screen));
  const hint = HINTS[screen];
  if (hasKeysHint) return <HintLine name={KEYS_HINT} text={KEYS_TEXT} />;
  return isOpen && hint !== undefined ? <HintLine name={screen} text={hint} /> : null;
}
