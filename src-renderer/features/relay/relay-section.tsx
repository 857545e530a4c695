import { useEffect } from 'react';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { useHubDesk } from '../../state/hub-desk.ts';
import { SettingGroup } from '../settings/setting-group.tsx';
import { RELAY_KEYS } from '../settings/setting-tabs.ts';
import { DeviceList } from './device-list.tsx';
import { HeldCard } from './held-card.tsx';
import { RelayAddresses } from './relay-addresses.tsx';
import { RelayHead } from './relay-head.tsx';
import { isPairingLost } from './relay-words.ts';
import { VerificationCard } from './verification-card.tsx';

/** The relay among the connections: pairing, and all that can be asked of it. */
export function RelaySection() {
  const hub = useHub((s) => s.hub);
  const pairing = hub?.relay ? `${hub.relay.url} ${hub.relay.deviceName}` : null;
  const forget = useHubDesk((s) => s.forget);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another pairing nothing asked before is true
  useEffect(() => forget, [forget, pairing]);
  if (!hub) return null;
  const isAnswering = hub.relay !== null && !isPairingLost(hub);
  return (
    <>
      <RelayHead />
      {isAnswering && (
        <>
          <SettingGroup title={t('How the relay is used')} keys={RELAY_KEYS} />
          <DeviceList />
          <RelayAddresses />
          <VerificationCard />
          <HeldCard />
        </>
      )}
    </>
  );
}
