import type { HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import type { StateNeed } from '../home/need.ts';
import { openOnlyThisPc } from './relay-banner.tsx';
import { isPairingLost } from './relay-words.ts';

/** What the relay has for a person. That another PC writes is no need: a banner tells it. */
export function listRelayNeeds(hub: HubStateShape | null): StateNeed[] {
  if (!hub?.relay) return [];
  const covers = (): boolean => false;
  const { failure, refusal } = hub;
  return [
    ...(refusal?.code === 'LEASE_UNCERTAIN'
      ? [
          {
            failure: refusal,
            tone: 'waiting' as const,
            action: { word: t('Only this PC is in use…'), act: openOnlyThisPc },
            covers,
          },
        ]
      : []),
    ...(failure && isPairingLost(hub)
      ? [
          {
            failure,
            tone: 'waiting' as const,
            action: {
              word: t('Pair this PC again'),
              act: () => navigate('settings', 'connections', 'relay'),
            },
            covers,
          },
        ]
      : []),
  ];
}
