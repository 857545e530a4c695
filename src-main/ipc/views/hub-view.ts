import type {
  HubFactsShape,
  HubStateShape,
  VerificationShape,
} from '../../../src-preload/contract/hub-channels.ts';
import type { HubState } from '../../engine/face.ts';
import type { CloverCode, HubConnection, HubFacts } from '../../engine/hub-ports.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { describeFailure } from '../speech.ts';

/** How it stands with the relay, from what is kept here; asks nobody. */
export function readHubState({ engine, hostName }: Pick<HandlerDeps, 'engine' | 'hostName'>): HubStateShape {
  const { word, connection, failure, refusal, lease, isHinted, lastHintMs } = engine.hub.state();
  return {
    word,
    relay: connection && toRelay(connection),
    hostName,
    writer: readWriter(lease),
    isHinted,
    lastHintMs: { ...lastHintMs },
    failure: failure && describeFailure(failure),
    refusal: refusal && describeFailure(refusal),
  };
}

const readWriter = (lease: HubState['lease']): string | null =>
  lease && !lease.isHolder ? lease.holder : null;

const toRelay = (connection: HubConnection): NonNullable<HubStateShape['relay']> => ({
  url: connection.url,
  shopName: connection.shopName,
  deviceName: connection.deviceName,
  storeHookUrl: connection.wooHookUrl,
  tillHookUrl: connection.cloverHookUrl,
  bounceUrl: connection.bounceUrl,
  hasSharedApp: connection.cloverAppId !== null,
});

export const toHubFacts = ({
  devices,
  lastHookMs,
  hasStoreSecret,
  hasCloverCode,
}: HubFacts): HubFactsShape => ({
  devices: devices.map(({ id, name, lastSeenMs, isThis }) => ({ id, name, lastSeenMs, isThis })),
  lastHookMs: { ...lastHookMs },
  hasStoreSecret,
  hasCloverCode,
});

export const toVerification = ({
  verificationCode,
  receivedMs,
  hasAuthCode,
}: CloverCode): VerificationShape => ({
  code: verificationCode,
  receivedMs,
  hasAuthCode,
});
