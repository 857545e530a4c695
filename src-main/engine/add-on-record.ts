import type { AddOnVerdict, AddOnWish } from '../domain/modifier-adapters/adapter.ts';
import { completeSettings } from '../domain/settings.ts';
import type { Ledger } from './ledger-ports.ts';

/** What the store said when it was last asked for its add-on plugins; asked only where there are modifiers. */
const META = 'store.addOns';

/** Which add-on plugin a person wants filled; hears which one is, whenever a store was asked. */
export interface AddOnDesk {
  readonly wanted: AddOnWish;
  readonly onVerdict: (verdict: AddOnVerdict) => void;
}

interface KeptVerdict extends AddOnVerdict {
  readonly storeUrl: string;
}

const readWish = (ledger: Ledger): AddOnWish =>
  completeSettings(ledger.settings.all())['sync.addOns'] as AddOnWish;

/** Where a store's connector learns what a person wants filled, and leaves what came of it. */
export function openAddOnDesk(ledger: Ledger, storeUrl: string): AddOnDesk {
  return {
    wanted: readWish(ledger),
    onVerdict: (verdict) => {
      const text = JSON.stringify({ ...verdict, storeUrl } satisfies KeptVerdict);
      if (ledger.meta.get(META) !== text) ledger.meta.put(META, text);
    },
  };
}

/** null where this store was not asked yet, or was asked before the setting was changed. */
export function readAddOnVerdict(ledger: Ledger, storeUrl: string | null): AddOnVerdict | null {
  const kept = ledger.meta.get(META);
  if (kept === null) return null;
  const { storeUrl: asked, ...verdict } = JSON.parse(kept) as KeptVerdict;
  return asked === storeUrl && verdict.wanted === readWish(ledger) ? verdict : null;
}
