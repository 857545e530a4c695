import type {
  HubFactsShape,
  HubStateShape,
  VerificationShape,
} from '../../../src-preload/contract/hub-channels.ts';
import { type Attempt, succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { readHubState, toHubFacts, toVerification } from '../views/hub-view.ts';
import { dropLostPractice } from './connections.ts';

type Channels =
  | 'hub:get'
  | 'hub:retry'
  | 'hub:facts'
  | 'hub:connect'
  | 'hub:disconnect'
  | 'hub:invite'
  | 'hub:revoke'
  | 'hub:code'
  | 'hub:set-code'
  | 'hub:held'
  | 'hub:erase';

/** A run writes by the pairing that it began with. */
const CHANGE = { name: 'a change of the relay', runId: null };

export function createHubHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { engine, session } = deps;
  const { hub } = engine;
  const tell = (): HubStateShape => {
    const state = readHubState(deps);
    deps.publish('hub:changed', state);
    return state;
  };
  /** Pairs or parts alone, and tells every window. */
  const change = async (doIt: () => Promise<Attempt<unknown>>): Promise<Attempt<HubStateShape>> => {
    const done = await session.work(CHANGE, doIt);
    await dropLostPractice(deps);
    deps.publish('log:changed', {});
    return done.ok ? succeed(tell()) : done;
  };
  const readFacts = async (): Promise<Attempt<HubFactsShape>> => {
    const asked = await hub.test();
    return asked.ok ? succeed(toHubFacts(asked.value)) : asked;
  };
  const readVerification = async (): Promise<Attempt<VerificationShape>> => {
    const code = await hub.readCloverCode();
    return code.ok ? succeed(toVerification(code.value)) : code;
  };
  return {
    'hub:get': () => succeed(readHubState(deps)),
    'hub:retry': () => {
      hub.retry();
      return succeed(tell());
    },
    'hub:facts': readFacts,
    'hub:connect': ({ url, code, deviceName }) =>
      change(() => hub.connect({ url, code, deviceName: deviceName.trim() || deps.hostName })),
    'hub:disconnect': () => change(async () => succeed(await hub.disconnect())),
    'hub:invite': async () => {
      const invited = await hub.invite();
      return invited.ok ? succeed({ code: invited.value.code, untilMs: invited.value.untilMs }) : invited;
    },
    'hub:revoke': async ({ deviceId }) => {
      const revoked = await hub.revoke(deviceId);
      return revoked.ok ? readFacts() : revoked;
    },
    'hub:code': readVerification,
    'hub:set-code': async ({ appId, authCode }) => {
      const told = await hub.tellCloverCode(appId.trim(), authCode.trim());
      return told.ok ? readVerification() : told;
    },
    'hub:held': async () => {
      const held = await hub.readHeld();
      return held.ok ? succeed({ text: held.value }) : held;
    },
    'hub:erase': () => change(() => hub.erase()),
  };
}
