import type { AddOnForm, AddOnReach, AddOnSystem, ModifierAdapter } from './adapter.ts';
import { PRODUCT_ADD_ONS } from './product-add-ons.ts';
import { isSameValue, readBack } from './read-back.ts';
import { WOOCOMMERCE_FOOD } from './woocommerce-food.ts';
import { writeGroups } from './write-groups.ts';

const FORMS: Readonly<Record<AddOnSystem, AddOnForm>> = {
  'product-add-ons': PRODUCT_ADD_ONS,
  'woocommerce-food': WOOCOMMERCE_FOOD,
};

/** Before this version Product Add-Ons gave groups new numbers on each save in wp-admin (modifiers.md 1.1). */
const KEEPS_NUMBERS_SINCE = [6, 8, 3] as const;

/** Our own meta has all the till has, but nobody can change it in the store's windows. */
export const OWN_META_REACH: AddOnReach = {
  isTwoWay: false,
  reason:
    'The store has no add-on plugin that Tillbridge can fill, so modifiers are only kept with the product: change them on the till.',
};

/** @param version of the plugin, '' where it is not known: then taken for a recent one */
export function openAdapter(system: AddOnSystem, version: string): ModifierAdapter {
  const form = FORMS[system];
  const reach = describeReach(system, version);
  return {
    system,
    metaKey: form.metaKey,
    reach,
    encode: (groups, stored, digits) => writeGroups(form, groups, stored, digits),
    decode: (stored, digits) => {
      const reading = readBack(form, stored, digits);
      return reading.kind === 'edited' && !reach.isTwoWay ? { kind: 'unsayable' } : reading;
    },
    isSameAs: (encoded, stored, digits) => isSameValue(form, encoded, stored, digits),
  };
}

/** Whether changes made in the system reach the till, and what does not. */
function describeReach(system: AddOnSystem, version: string): AddOnReach {
  if (system === 'woocommerce-food') {
    return {
      isTwoWay: true,
      reason:
        'New options, prices charged once a line and counts of one option stay in the store: Clover has none of these.',
    };
  }
  if (isOlder(version, KEEPS_NUMBERS_SINCE)) {
    return {
      isTwoWay: false,
      reason: `Product Add-Ons ${version} gives groups new numbers whenever a product is saved, so changes cannot be followed: update it to 6.8.3 or newer, or change modifiers on the till.`,
    };
  }
  return {
    isTwoWay: true,
    reason:
      'Product Add-Ons knows no limits but "required" and "one choice": other limits are changed on the till. New options and prices once a line or in percent stay in the store.',
  };
}

function isOlder(version: string, than: readonly number[]): boolean {
  if (!/^\d+(\.\d+)*/.test(version)) return false;
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  for (const [at, least] of than.entries()) {
    const part = parts[at] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}
