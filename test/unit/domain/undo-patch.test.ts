import { describe, expect, it } from 'vitest';
import { buildPatch, buildUndoPatch } from '../../../src-main/domain/build-patch.ts';
import type { FieldDecision } from '../../../src-main/domain/fields.ts';
import type { ProductPatch } from '../../../src-main/domain/product-patch.ts';
import type { StoreProduct } from '../../../src-main/domain/store-catalog.ts';
import { makeProduct } from '../../support/catalogs.ts';

/** What puts back that the till's availability was written to a product. */
function undoAvailability(wanted: 'on' | 'hidden' | 'off', given: Partial<StoreProduct>): ProductPatch {
  const product = makeProduct(7, given);
  const decision: FieldDecision = { field: 'availability', wanted, verdict: 'write', rule: 'till-changed' };
  const patch = buildPatch([decision], product, { owned: new Set(), fallback: null });
  return buildUndoPatch(patch ?? {}, product);
}

describe('the undo of what was hidden in the store', () => {
  it.each(['visible', 'catalog', 'search'])('shows the product again as it was: %s', (visibility) => {
    expect(undoAvailability('hidden', { visibility })).toMatchObject({ visibility });
  });

  it('leaves a variant that had run out marked as hidden for that, so that it is back with its pieces', () => {
    const shelf = { mode: 'hide', before: 'publish' } as const;
    const variant = { type: 'variation', status: 'private', shelf } as const;
    expect(undoAvailability('off', variant)).toEqual({ status: 'private', shelf });
  });
});
