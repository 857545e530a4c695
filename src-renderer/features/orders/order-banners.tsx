import { Button, Group, Text } from '@mantine/core';
import type { OrderNeedsShape } from '../../../src-preload/contract/order-shapes.ts';
import type { SideName } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatMoment } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useOrders } from '../../state/orders.ts';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { useSync } from '../../state/sync.ts';
import { openSetup } from '../setup/open-setup.ts';

type NeededThing = OrderNeedsShape['needs'][number]['what'];

const openSettings = (): void => navigate('settings', 'orders');

interface Fix {
  readonly word: string;
  readonly act: () => void;
}

const FIXES: Readonly<Record<NeededThing, { readonly action: Fix; readonly also?: Fix }>> = {
  'order-type': { action: { word: t('Choose another order type'), act: openSettings } },
  tender: { action: { word: t('Choose another tender'), act: openSettings } },
  printer: { action: { word: t('Print a test'), act: () => void useOrders.getState().printTest() } },
  permission: { action: { word: t('Connect the till again'), act: () => openSetup(1) } },
  'no-print': { action: { word: t('Leave it to the till'), act: () => chooseWhoPrints('till') } },
  'auto-print': {
    action: { word: t('Leave it to the till'), act: () => chooseWhoPrints('till') },
    also: { word: t('Let Tillbridge print'), act: () => chooseWhoPrints('app') },
  },
};

const chooseWhoPrints = (who: 'till' | 'app'): void => void useSettings.getState().save('orders.print', who);

/** Why orders do not go on just now, each with what mends it. */
export function OrderBanners() {
  const overview = useOrders((s) => s.overview);
  const pausedUntilMs = useSync((s) => s.sync?.pausedUntilMs ?? null);
  const away = useAway();
  const pause = useSync((s) => s.pause);
  const isOff = useSettings((s) => s.settings?.get('orders.enabled')?.value === 'off');
  const isAway = away.till || away.store;
  return (
    <>
      {isOff && (
        <WaitingBanner text={t('Web orders are switched off: new ones are not sent to the till.')}>
          <Button size="xs" variant="default" onClick={openSettings}>
            {t('Open Settings, Orders')}
          </Button>
        </WaitingBanner>
      )}
      {pausedUntilMs !== null && (
        <WaitingBanner
          text={t('Paused until {{moment}}: new orders wait in the store until then.', {
            moment: formatMoment(pausedUntilMs),
          })}
        >
          <Button size="xs" variant="default" onClick={() => void pause(0)}>
            {t('Go on now')}
          </Button>
        </WaitingBanner>
      )}
      {isAway && <WaitingBanner text={sayAway(away)} />}
      {overview?.needs.map(({ what, failure }) => (
        <FailureNotice key={failure.code} failure={failure} tone="waiting" {...FIXES[what]} />
      ))}
    </>
  );
}

function WaitingBanner({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  return (
    <Group className="tb-tone tb-notice" data-tone="waiting" gap="md" justify="space-between">
      <Text flex="1 1 320px">{text}</Text>
      {children}
    </Group>
  );
}

/** Which sides nothing can be asked of, by whoever noticed first. */
function useAway(): { readonly till: boolean; readonly store: boolean } {
  const away = useSync((s) => s.sync?.away);
  const reach = useStatus((s) => s.status?.reach);
  const isAway = (side: SideName): boolean => (away?.[side] ?? reach?.[side] ?? null) !== null;
  return { till: isAway('till'), store: isAway('store') };
}

function sayAway({ till, store }: { readonly till: boolean; readonly store: boolean }): string {
  if (till && store)
    return t(
      'The till and the store cannot be reached just now. Orders wait, and go on by themselves when it answers again.',
    );
  return t(
    till
      ? 'The till cannot be reached just now. Orders wait, and go on by themselves when it answers again.'
      : 'The store cannot be reached just now. Orders wait, and go on by themselves when it answers again.',
  );
}
