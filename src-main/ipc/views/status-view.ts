import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { isPracticeUrl } from '../../domain/practice-url.ts';
import type {
  Engine,
  EngineStatus,
  StoreConnection,
  TillConnection,
  TillLoginFacts,
} from '../../engine/face.ts';
import type { WindowSession } from '../session.ts';
import { describeFailure } from '../speech.ts';

/** Everything Home shows, from what is kept and what goes on; asks neither side. */
export function readStatus(engine: Engine, session: WindowSession): StatusShape {
  const { till, tillLogin, store, queue, products, lastSyncMs, differing, unfinishedRun, warnings } =
    engine.status();
  const reach = session.readReach();
  const activeRunId = session.readActiveRunId();
  const practice = engine.practice.read();
  return {
    mode: chooseMode(till, store),
    ...(practice.isForSession || practice.hasEnded ? { practice: { ...practice } } : {}),
    till: till && toTillCard(till, tillLogin ?? null),
    store: store && toStoreCard(store),
    reach: {
      till: reach.till && describeFailure(reach.till),
      store: reach.store && describeFailure(reach.store),
      askedMs: reach.askedMs,
    },
    queue: { ...queue },
    products: { ...products },
    // A look that found nothing is no run, and yet the two sides were compared.
    lastSyncMs: lastSyncMs && Math.max(lastSyncMs, engine.sync.state().lastPassMs ?? 0),
    differing: { ...differing },
    unfinishedRunId: unfinishedRun === null || unfinishedRun.id === activeRunId ? null : unfinishedRun.id,
    activeRunId,
    warnings: warnings.map(describeFailure),
  };
}

/** Practice as soon as one side is: whatever arrives there, it is not the shop. */
function chooseMode(till: EngineStatus['till'], store: EngineStatus['store']): StatusShape['mode'] {
  if (!till || !store) return 'setup';
  if (isPracticeTill(till) || isPracticeStore(store)) return 'practice';
  return till.environment === 'sandbox' ? 'sandbox' : 'real';
}

export const isPracticeTill = ({ apiUrl }: TillConnection): boolean =>
  apiUrl !== null && isPracticeUrl(apiUrl);
export const isPracticeStore = ({ store }: StoreConnection): boolean => isPracticeUrl(store.url);

function toTillCard(till: TillConnection, login: TillLoginFacts | null): StatusShape['till'] {
  const { name, merchantId, currency, timezone, locale } = till.merchant;
  const { environment, permissions } = till;
  const isPractice = isPracticeTill(till);
  const card = {
    name,
    merchantId,
    currency,
    timezone,
    ...(locale === undefined ? {} : { locale }),
    environment,
    permissions: { ...permissions },
    isPractice,
  };
  if (!login) return card;
  const { accessEndsMs, refreshEndsMs, lost } = login;
  const appId = till.login?.appId ?? '';
  return { ...card, login: { appId, accessEndsMs, refreshEndsMs, isLost: lost !== null } };
}

function toStoreCard(connection: StoreConnection): StatusShape['store'] {
  const { name, url, currency, version } = connection.store;
  return { name, url, currency, version, isPractice: isPracticeStore(connection) };
}
