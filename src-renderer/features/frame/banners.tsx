import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { OfflineBanner } from '../../components/offline-banner.tsx';
import { PracticeBanner } from '../../components/practice-banner.tsx';
import { formatDuration } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useConnection } from '../../state/connection.ts';
import { useStatus } from '../../state/status.ts';
import { RehearsalBanner } from '../rehearsal/rehearsal-banner.tsx';
import { RelayBanner } from '../relay/relay-banner.tsx';
import { SafeModeBanner } from '../support/safe-mode-banner.tsx';
import { isOffline } from './is-offline.ts';

/** What holds for every screen: data that is not real, a window or a side that is out of reach. */
export function Banners() {
  const bridge = useConnection((s) => s.bridge);
  const status = useStatus((s) => s.status);
  const mode = status?.mode;
  const offline = status && describeOffline(status);
  return (
    <>
      {(mode === 'practice' || mode === 'sandbox') && <PracticeBanner mode={mode} />}
      <RehearsalBanner />
      {bridge === 'lost' && (
        <OfflineBanner
          text={t(
            'This window has lost Tillbridge and tries again by itself. What you see is as it was last known.',
          )}
        />
      )}
      {bridge === 'refused' && (
        <OfflineBanner
          text={t(
            'This page may not speak to Tillbridge: its address is no longer valid. Open the window from Tillbridge again.',
          )}
        />
      )}
      {bridge === 'alive' && <SafeModeBanner />}
      {bridge === 'alive' && <RelayBanner />}
      {bridge === 'alive' && offline && <OfflineBanner text={offline} />}
    </>
  );
}

function describeOffline({ reach, queue }: StatusShape): string | null {
  const away = sayAway(isOffline(reach.till), isOffline(reach.store));
  if (away === null) return null;
  return `${away} ${sayQueue(queue)} ${t('Nothing is lost.')}`;
}

function sayAway(isTillAway: boolean, isStoreAway: boolean): string | null {
  if (isTillAway && isStoreAway) return t('Offline: the till and the store cannot be reached.');
  if (isTillAway) return t('Offline: the till cannot be reached.');
  return isStoreAway ? t('Offline: the store cannot be reached.') : null;
}

function sayQueue({ waiting, running, unknown, oldestSeconds }: StatusShape['queue']): string {
  const count = waiting + running + unknown;
  if (count === 0) return t('Nothing is queued.');
  return oldestSeconds === null
    ? t('{{count}} changes wait.', { count })
    : t('{{count}} changes wait, the oldest for {{duration}}.', {
        count,
        duration: formatDuration(oldestSeconds),
      });
}
