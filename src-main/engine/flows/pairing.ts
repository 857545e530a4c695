import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Settings } from '../../domain/settings.ts';
import type { StoreFacts } from '../../domain/store-catalog.ts';
import type { TillFacts } from '../../domain/till-catalog.ts';

/** Whether a till and a store can be kept in step. */
export interface Pairing {
  readonly refusal: Failure | null;
  readonly warnings: readonly Failure[];
  readonly obstacle: Failure | null;
}

/** Different currencies are refused; different tax modes wait for a person's word (features.md, rulings). */
export function checkPairing(till: TillFacts, store: StoreFacts, settings: Settings): Pairing {
  if (till.currency !== store.currency) {
    const refusal = createFailure('PAIR_CURRENCY_DIFFERS', { till: till.currency, store: store.currency });
    return { refusal, warnings: [], obstacle: null };
  }
  if (till.pricesIncludeTax === store.pricesIncludeTax || !store.calculatesTaxes) {
    return { refusal: null, warnings: [], obstacle: null };
  }
  const mode = createFailure('PAIR_TAX_MODE_DIFFERS', {
    till: till.pricesIncludeTax ? 'include tax' : 'are without tax',
    store: store.pricesIncludeTax ? 'include tax' : 'are without tax',
  });
  return { refusal: null, warnings: [mode], obstacle: settings['price.tax'] === '' ? mode : null };
}
