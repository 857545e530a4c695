import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { OfflineBanner } from '../../components/offline-banner.tsx';
import { PracticeBanner } from '../../components/practice-banner.tsx';
import { formatDuration } from '../../components/time.tsx';
import { useConnection } from '../../state/connection.ts';
import { useStatus } from '../../state/status.ts';
import { RelayBanner } from '../relay/relay-banner.tsx';
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
      {bridge === 'lost' && (
        <OfflineBanner text="This window has lost Tillbridge and tries again by itself. What you see is as it was last known." />
      )}
      {bridge === 'refused' && (
        <OfflineBanner text="This page may not speak to Tillbridge: its address is no longer valid. Open the window from Tillbridge again." />
      )}
      {bridge === 'alive' && <RelayBanner />}
      {bridge === 'alive' && offline && <OfflineBanner text={offline} />}
    </>
  );
}

function describeOffline({ reach, queue }: StatusShape): string | null {
  const sides = [isOffline(reach.till) ? 'the till' : '', isOffline(reach.store) ? 'the store' : ''];
  const away = sides.filter(Boolean).join(' and ');
  if (away === '') return null;
  const queued = queue.waiting + queue.running + queue.unknown;
  const oldest =
    queue.oldestSeconds === null ? '' : `, the oldest for ${formatDuration(queue.oldestSeconds)}`;
  const waits = queued === 0 ? 'Nothing is queued.' : `${queued} changes wait${oldest}.`;
  return `Offline: ${away} cannot be reached. ${waits} Nothing is lost.`;
}
