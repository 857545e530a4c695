import type {
  AddOnReach,
  AddOnSystem,
  AddOnVerdict,
  AddOnWish,
  ModifierAdapter,
} from '../../../domain/modifier-adapters/adapter.ts';
import { OWN_META_REACH, openAdapter } from '../../../domain/modifier-adapters/open-adapter.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import { mapValue, succeed } from '../../outcomes.ts';
import { isRow, readRows, readText, type WireRow } from '../../wire-values.ts';
import type { WooClient } from '../woo-client.ts';
import { readSiteIndex } from '../woo-facts.ts';
import type { AddOnMemory } from './add-on-memory.ts';

/** An active add-on system. */
export interface FoundAddOn {
  readonly system: AddOnSystem;
  /** '' where only a probe says that it is there. */
  readonly version: string;
}

/** How modifier groups reach the storefront. */
export interface AddOnChoice {
  readonly found: readonly FoundAddOn[];
  /** null: our own meta alone is written. */
  readonly adapter: ModifierAdapter | null;
  readonly reach: AddOnReach;
}

const STATUS = '/wc/v3/system_status';
/** Ex-Themes' global options: anybody may read them, and with keys WordPress takes them for a wrong user. */
const FOOD_PROBE = '/wp/v2/exwo_glboptions';

/**
 * Which add-on systems are active (modifiers.md 5): by the list of plugins, or, where the shop does not give
 * it, by what its API offers. Fails only where the shop does not answer at all.
 */
export async function detectAddOns(client: WooClient): Promise<Outcome<readonly FoundAddOn[]>> {
  const status = await client.get(STATUS, { _fields: 'active_plugins' });
  if (status.kind === 'authLost') return status;
  const json = status.kind === 'done' ? status.value.json : null;
  if (isRow(json) && Array.isArray(json.active_plugins)) {
    const found = readRows(json.active_plugins)
      .map(readPlugin)
      .filter((plugin) => plugin !== null);
    // The engine of Ex-Themes also comes inside other products, under names of theirs.
    const isListed = found.some(({ system }) => system === 'woocommerce-food');
    const probe = isListed ? null : await probeFood(client);
    return succeed(
      [...found, ...(probe?.kind === 'done' ? probe.value : [])],
      status.kind === 'done' ? status.requestId : '',
    );
  }
  const index = await readSiteIndex(client);
  if (index.kind !== 'done' && index.kind !== 'rejected') return index;
  const namespaces = index.kind === 'done' ? (index.value?.namespaces ?? []) : [];
  const hasAddOns = namespaces.some((name) => name.startsWith('wc-product-add-ons/'));
  // Its second namespace came with 6.9 (modifiers.md 1.2); with the first alone it may be any before.
  const version = namespaces.includes('wc-product-add-ons/v2') ? '' : '3.0';
  const addOns: FoundAddOn[] = hasAddOns ? [{ system: 'product-add-ons', version }] : [];
  return mapValue(await probeFood(client), (food) => [...addOns, ...food]);
}

/** A refusal is a no: the route is not there. */
async function probeFood(client: WooClient): Promise<Outcome<FoundAddOn[]>> {
  const probe = await client.getOpenly(FOOD_PROBE, { per_page: 1, _fields: 'id' });
  if (probe.kind !== 'done')
    return probe.kind === 'rejected' || probe.kind === 'authLost' ? succeed([], '') : probe;
  const isThere = Array.isArray(probe.value.json);
  return succeed(isThere ? [{ system: 'woocommerce-food', version: '' }] : [], probe.requestId);
}

function readPlugin(row: WireRow): FoundAddOn | null {
  const name = readText(row.name);
  const version = readText(row.version);
  if (readText(row.plugin).startsWith('woocommerce-product-addons/')) {
    return { system: 'product-add-ons', version };
  }
  // WooFood by WPSlash is another product: it keeps nothing that could be written (modifiers.md 3).
  const isFood = name === 'WooCommerce Food' || name === 'Custom options for WooCommerce';
  const isTheirs = /^ex-?themes$/i.test(readText(row.author_name).trim());
  return isFood && isTheirs ? { system: 'woocommerce-food', version } : null;
}

/** Both would show the same choices twice, so a person has to say which. */
const TWO_SYSTEMS: AddOnReach = {
  isTwoWay: false,
  reason:
    'Product Add-Ons and WooCommerce Food are both active and would show every choice twice: choose one in the settings. Until then modifiers are only kept with the product.',
};

const NOT_WANTED: AddOnReach = {
  isTwoWay: false,
  reason:
    'The settings say that no add-on plugin is filled, so modifiers are only kept with the product: change them on the till.',
};

const SYSTEM_NAMES: Readonly<Record<AddOnSystem, string>> = {
  'product-add-ons': 'Product Add-Ons',
  'woocommerce-food': 'WooCommerce Food',
};

const describeAbsent = (system: AddOnSystem): AddOnReach => ({
  isTwoWay: false,
  reason: `The settings choose ${SYSTEM_NAMES[system]}, which is not active in the store: activate it there, or choose another. Until then modifiers are only kept with the product.`,
});

/** @param wanted what a person chose; with `auto` the only active one is taken */
export function chooseAddOn(found: readonly FoundAddOn[], wanted: AddOnWish = 'auto'): AddOnChoice {
  if (wanted === 'none') return { found, adapter: null, reach: NOT_WANTED };
  const candidates = wanted === 'auto' ? found : found.filter(({ system }) => system === wanted);
  const [first] = candidates;
  if (!first)
    return { found, adapter: null, reach: wanted === 'auto' ? OWN_META_REACH : describeAbsent(wanted) };
  if (new Set(candidates.map(({ system }) => system)).size > 1)
    return { found, adapter: null, reach: TWO_SYSTEMS };
  const adapter = openAdapter(first.system, first.version);
  return { found, adapter, reach: adapter.reach };
}

/** Whose word it is which system is filled, and who hears what came of it. */
export interface AddOnChooser {
  readonly wanted: AddOnWish;
  readonly onVerdict: (verdict: AddOnVerdict) => void;
}

/** Detects once and remembers; a failure is not remembered. */
export interface AddOnDetector {
  choose(): Promise<Outcome<AddOnChoice>>;
  /** The next question asks the shop again. */
  forget(): void;
}

/** @param memory shared by all that open this shop */
export function createAddOnDetector(
  client: WooClient,
  chooser?: AddOnChooser,
  memory?: AddOnMemory,
): AddOnDetector {
  const wanted = chooser?.wanted ?? 'auto';
  let known: Promise<Outcome<AddOnChoice>> | null = null;
  const ask = async (): Promise<Outcome<readonly FoundAddOn[]>> => {
    const kept = memory?.read();
    return kept ? succeed(kept, '') : detectAddOns(client);
  };
  const detect = async (): Promise<Outcome<AddOnChoice>> =>
    mapValue(await ask(), (found) => {
      if (!memory?.read()) memory?.keep(found);
      const choice = chooseAddOn(found, wanted);
      const systems = [...new Set(found.map(({ system }) => system))];
      const { adapter, reach } = choice;
      chooser?.onVerdict({ wanted, found: systems, system: adapter?.system ?? null, reach });
      return choice;
    });
  return {
    choose: async () => {
      known ??= detect();
      const asked = known;
      const outcome = await asked;
      if (outcome.kind !== 'done' && known === asked) known = null;
      return outcome;
    },
    forget: () => {
      memory?.forget();
      known = null;
    },
  };
}
