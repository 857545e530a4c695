import { cleanText } from '../terminal/display-width.ts';
import { allowAtTill, approveInStore } from './person.ts';
import { announce, demand, type Stage, say } from './stage.ts';

const DEVICE_NAME = 'Back office';

/** Pairs with the relay, then connects both sides as a manager does: two pages in the browser, two buttons. */
export async function connectAll(stage: Stage): Promise<void> {
  await announce(
    stage,
    'Connecting: the relay by its pairing code, till and store each by one button in the browser',
  );
  await pairRelay(stage);
  await connectTill(stage);
  await connectStore(stage);
}

async function pairRelay({ core, practice, paint, ...stage }: Stage): Promise<void> {
  const { url, invite } = practice.hub;
  demand(await core.engine.hub.connect({ url, code: await invite(), deviceName: DEVICE_NAME }));
  say({ core, practice, paint, ...stage }, `  Relay  ${paint.green('Paired')}  ${url}`);
}

async function connectTill(stage: Stage): Promise<void> {
  const { core, practice, paint } = stage;
  const { url } = practice.till;
  const login = demand(
    await core.tillLogin.begin(
      { environment: 'sandbox', apiUrl: url, webUrl: url, bounceUrl: null, app: null },
      (work) => work(),
    ),
  );
  await allowAtTill(login.address, stage.fetch);
  const { merchant } = demand(await login.ended);
  say(
    stage,
    `  Till   ${paint.green('Ready')}   ${cleanText(merchant.name)}, through its own page (OAuth 2, PKCE)`,
  );
}

async function connectStore(stage: Stage): Promise<void> {
  const { core, practice, paint } = stage;
  const { pageUrl, finish } = demand(await core.engine.hub.beginStoreApproval(practice.store.url));
  const [{ store }] = await Promise.all([
    finish(AbortSignal.timeout(30_000)).then(demand),
    approveInStore(pageUrl, stage.fetch),
  ]);
  say(
    stage,
    `  Store  ${paint.green('Ready')}   ${cleanText(store.name)}, through its own page (one-click approval)`,
  );
}
