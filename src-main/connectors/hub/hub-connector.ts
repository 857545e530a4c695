import { z } from 'zod';
import {
  cloverCodeAnswer,
  deviceAnswer,
  invitationAnswer,
  type Pairing,
  pairAnswer,
  wcAuthAnswer,
  wcAuthKeys,
} from '../../../src-hub/protocol/http-shapes.ts';
import { PATHS } from '../../../src-hub/protocol/version.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { HubConnection, HubConnector, HubPort, StoreApproval } from '../../engine/hub-ports.ts';
import type { HttpDeps } from '../http.ts';
import { mapValue, reject, succeed } from '../outcomes.ts';
import { readStoreAddress } from '../woo/store-address.ts';
import { createHubHttp, type HubHttp } from './hub-http.ts';
import { openHubSocket } from './hub-socket.ts';
import { createKeyBox } from './store-keys.ts';

/** What an answer without content parses to. */
const nothing = z.unknown();

/** The relay's wire formats end here. */
export function createHubConnector(deps: HttpDeps): HubConnector {
  return {
    pair: async (address, code, deviceName) => {
      const read = readStoreAddress(address);
      if (!read.ok) return { kind: 'rejected', failure: read.failure, status: 0 };
      const http = createHubHttp(read.siteUrl, null, deps);
      const paired = await http.call('POST', PATHS.pair, pairAnswer, { code, deviceName });
      return mapValue(paired, (pairing) => ({
        token: pairing.token,
        connection: keepPairing(read.siteUrl, deviceName, pairing),
      }));
    },
    open: (connection, token) => openHub(connection, token, deps),
  };
}

const keepPairing = (url: string, deviceName: string, pairing: Pairing): HubConnection => ({
  url,
  deviceId: pairing.deviceId,
  deviceName,
  shopName: pairing.shop.name,
  wooHookUrl: pairing.wooHookUrl,
  cloverHookUrl: pairing.cloverHookUrl,
  bounceUrl: pairing.bounceUrl,
  cloverAppId: pairing.cloverAppId,
});

function openHub({ url }: HubConnection, token: string, deps: HttpDeps): HubPort {
  const http = createHubHttp(url, token, deps);
  const tell = async (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Outcome<void>> => mapValue(await http.call(method, path, nothing, body), () => undefined);
  return {
    readFacts: async () =>
      mapValue(await http.call('GET', PATHS.device, deviceAnswer), (device) => ({
        devices: device.devices,
        merchantId: device.merchantId,
        hasStoreSecret: device.hasWooSecret,
        hasCloverCode: device.hasCloverCode,
        lastHookMs: device.lastHookMs,
      })),
    revoke: (deviceId) =>
      tell('DELETE', deviceId === null ? PATHS.device : `${PATHS.device}/${encodeURIComponent(deviceId)}`),
    invite: () => http.call('POST', PATHS.invitations, invitationAnswer, {}),
    tellShop: (facts) => tell('PUT', PATHS.shop, facts),
    tellCloverCode: (appId, authCode) => tell('PUT', PATHS.cloverCode, { appId, authCode }),
    readCloverCode: () => http.call('GET', PATHS.cloverCode, cloverCodeAnswer),
    beginApproval: (storeAddress) => beginApproval(http, storeAddress),
    beat: (heartbeat) => tell('POST', PATHS.heartbeat, heartbeat),
    report: (orders) => tell('POST', PATHS.reports, { orders }),
    readHeld: async () =>
      mapValue(await http.call('GET', PATHS.held, nothing), (held) => JSON.stringify(held, null, 2)),
    erase: () => tell('DELETE', PATHS.held),
    link: ({ at, ...hello }, hear) => openHubSocket({ url, at, token, ...hello }, deps, hear),
  };
}

async function beginApproval(http: HubHttp, storeAddress: string): Promise<Outcome<StoreApproval>> {
  const read = readStoreAddress(storeAddress);
  if (!read.ok) return { kind: 'rejected', failure: read.failure, status: 0 };
  const box = await createKeyBox();
  const announced = await http.call('POST', PATHS.wcAuth, wcAuthAnswer, { publicKey: box.publicKey });
  return mapValue(announced, ({ userId, callbackUrl, returnUrl, untilMs }) => ({
    siteUrl: read.siteUrl,
    userId,
    callbackUrl,
    returnUrl: returnUrl ?? null,
    untilMs,
    take: async () => {
      const path = `${PATHS.wcAuth}/${encodeURIComponent(userId)}`;
      const taken = await http.call('GET', path, wcAuthKeys);
      if (taken.kind !== 'done') return taken;
      if (taken.value.isRefused) return reject('HUB_APPROVAL_DENIED', 200);
      if (taken.value.sealed === null) return succeed(null, taken.requestId);
      const keys = await box.open(taken.value.sealed);
      return keys === null ? reject('HUB_KEYS_UNREADABLE', 200) : succeed(keys, taken.requestId);
    },
  }));
}
