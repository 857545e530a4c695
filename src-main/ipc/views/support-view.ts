import type { EngineStateShape, SupportShape } from '../../../src-preload/contract/support-channels.ts';
import { maskAddress, maskId } from '../../domain/mask.ts';
import { describeCrash } from '../../log/crash-record.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import type { Recovery } from '../recovery/recovery.ts';
import { describeFailure } from '../speech.ts';

type Deps = Pick<HandlerDeps, 'engine' | 'info' | 'support' | 'recovery'>;

/** What a person tells support: what runs, where, and what went wrong last. */
export function readSupport({ engine, info, support, recovery }: Deps): SupportShape {
  const till = engine.connections.readTill();
  const store = engine.connections.readStore();
  const [crash] = support?.readCrashes() ?? [];
  return {
    version: info.version,
    system: `${info.platform} ${process.arch}`,
    isDesktop: info.isDesktop,
    engine: toEngineState(recovery),
    till: till && {
      environment: till.environment,
      account: maskId(till.merchant.merchantId),
      country: till.merchant.country,
      currency: till.merchant.currency,
    },
    store: store && { address: maskAddress(store.store.url), version: store.store.version },
    isPaired: engine.hub.state().connection !== null,
    lastError: readLastError(engine),
    lastCrash: crash ? { atMs: crash.atMs, where: crash.where, what: describeCrash(crash) } : null,
  };
}

function toEngineState(recovery: Recovery | null): EngineStateShape {
  const { safe, failure, restarts } = recovery?.readMode() ?? { safe: null, failure: null, restarts: 0 };
  const mode = safe === null ? 'running' : 'safe';
  return { mode, reason: safe, failure: failure && describeFailure(failure), restarts };
}

function readLastError(engine: HandlerDeps['engine']): SupportShape['lastError'] {
  const [line] = engine.log({ level: 'error', limit: 1, offset: 0 });
  if (!line) return null;
  const { atMs, action, message, failure } = line;
  return {
    atMs,
    action,
    message: failure ? describeFailure(failure).message : message,
    code: failure?.code ?? '',
  };
}
