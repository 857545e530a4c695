import type { WireService } from '../wire.ts';
import { createDeveloperApp, type DeveloperApp } from './app/developer-app.ts';
import type { TillCatalog } from './catalog.ts';
import { createTillContext, type TillMerchant } from './context.ts';
import { createCounters, type TillCounters } from './counters.ts';
import { createFront } from './front.ts';
import { createTaxRate } from './inventory/tax-rate-routes.ts';
import { createRateGate } from './limits.ts';
import { type LoadedIds, loadCatalog } from './load.ts';
import { addServiceCharge } from './merchant/service-charge-routes.ts';
import { addSystemTenders } from './merchant/tender-routes.ts';
import type { Installation } from './oauth/installation.ts';
import { createOauthDesk } from './oauth/oauth-desk.ts';
import { completeLimits, type PracticeTillOptions, type TillAnswers } from './options.ts';
import { buildRouteTable } from './routes.ts';
import { createStaff, type TillStaff } from './staff.ts';
import type { TillState } from './state.ts';
import { createTokenRing, type TokenRing } from './tokens.ts';
import { watchState } from './webhooks/state-watch.ts';

export { createDeveloperApp, type DeveloperApp, type DeveloperAppOptions } from './app/developer-app.ts';
export type { TillMerchant } from './context.ts';
export type { TillCounters } from './counters.ts';
export type { LoadedIds } from './load.ts';
export type { PracticeTillOptions, TillAnswers, TillMerchantOptions } from './options.ts';
export type * from './order-rows.ts';
export type * from './rows.ts';
export type { TillStaff } from './staff.ts';
export type { TillState } from './state.ts';
export { ALL_PERMISSIONS, type TokenPermissions, type TokenRing } from './tokens.ts';

/** A Clover merchant with state, answering the REST API v3 (clover.md). */
export interface PracticeTill extends WireService {
  readonly merchant: TillMerchant;
  readonly state: TillState;
  /** Merchant API tokens; a new till has none. */
  readonly tokens: TokenRing;
  /** What people do at the till, without REST. */
  readonly staff: TillStaff;
  readonly counters: TillCounters;
  /** The developer's app that can be installed here. */
  readonly app: DeveloperApp;
  readonly installation: Installation;
  /** May be turned while the till runs. */
  readonly answers: TillAnswers;
  /** Adds a catalog without requests; members of item groups get the names the server makes. */
  load(catalog: TillCatalog): LoadedIds;
}

/** Opens a merchant as new ones are: system tenders, one tax rate, nothing to sell. */
export function createPracticeTill(options: PracticeTillOptions): PracticeTill {
  const app = options.app ?? createDeveloperApp({ clock: options.clock });
  const till = createTillContext({ ...options, app });
  addSystemTenders(till);
  createTaxRate(till, { name: 'NO_TAX_APPLIED' });
  addServiceCharge(till);
  const tokens = createTokenRing();
  const counters = createCounters();
  const oauth = createOauthDesk(till, app, counters);
  watchState(till, app.webhooks);
  const front = createFront({
    till,
    oauth,
    table: buildRouteTable(till),
    tokens,
    gate: createRateGate(till.clock, completeLimits(options.limits), till.answers),
    counters,
    holdMs: options.holdMs ?? 0,
  });
  return {
    merchant: till.merchant,
    state: till.state,
    tokens,
    staff: createStaff(till),
    counters,
    app,
    installation: oauth.installation,
    answers: till.answers,
    load: (catalog) => loadCatalog(till, catalog),
    handle: front.handle,
  };
}
