import type { CloverId, WooId } from '../../domain/ids.ts';
import { describeModifierGroups } from '../../domain/modifier-groups.ts';
import { readMinorDigits } from '../../domain/money.ts';
import { knowGroups } from '../../domain/orders/choices/known-groups.ts';
import { matchChoices } from '../../domain/orders/choices/match-choices.ts';
import { readChoices } from '../../domain/orders/choices/read-choices.ts';
import type { LineMatch } from '../../domain/orders/ticket-input.ts';
import type { WebOrder, WebOrderLine } from '../../domain/orders/web-order.ts';
import { readPriceRule } from '../../domain/plan-context.ts';
import { applyPriceRule } from '../../domain/price-rule.ts';
import type { Settings } from '../../domain/settings.ts';
import type { StoreOption } from '../../domain/store-catalog.ts';
import type { TillItem, TillModifierGroup, TillTaxRate } from '../../domain/till-catalog.ts';
import type { Ledger, Link } from '../ledger-ports.ts';
import type { Surroundings } from '../live/surroundings.ts';
import { readChoiceHistory } from './choice-history.ts';

/** What is known of an order's products. */
export interface KnownProducts {
  readonly links: ReadonlyMap<WooId, Link>;
  readonly items: ReadonlyMap<CloverId, TillItem>;
  readonly ledger: Ledger;
}

/** What the customer chose with one line, and which of the till's modifiers that is. */
export function matchLine(
  line: WebOrderLine,
  order: WebOrder,
  { links, items, ledger }: KnownProducts,
  { lists, tillFacts, settings }: Surroundings,
): LineMatch {
  const id = line.variationId ?? line.productId;
  const item = id === null ? undefined : items.get(links.get(id)?.cloverId as CloverId);
  const groups = (item?.modifierGroupIds ?? [])
    .map((groupId) => lists.modifierGroups.get(groupId))
    .filter((group): group is TillModifierGroup => group !== undefined);
  const digits = readMinorDigits(tillFacts.currency);
  const history = readChoiceHistory(line.productId, ledger, (amount) =>
    applyPriceRule(amount, readPriceRule(settings, tillFacts.currency), sumRates(item, lists)),
  );
  const read = readChoices(line, {
    digits,
    pricesIncludeTax: order.pricesIncludeTax,
    known: knowGroups(describeModifierGroups(item?.modifierGroupIds ?? [], lists), history.formerNames),
    variationOptions: listOptions(item, lists),
  });
  const { matches, findings } = matchChoices(read, groups, {
    digits,
    quantity: line.quantity,
    ...history,
    isStoreTold: isStoreTold(line.productId, ledger, settings),
  });
  return {
    choices: matches,
    findings: findings.map(({ failure, isFlagged }) => ({ failure, isFlagged, storeLineId: line.id })),
  };
}

/** Share of the till's taxes on an item, as price rules need it. */
function sumRates(item: TillItem | undefined, { taxRates }: Surroundings['lists']): number {
  const isOn = ({ id, isDefault }: TillTaxRate): boolean =>
    item?.taxRateIds.includes(id) || (isDefault && item?.usesDefaultTaxes === true);
  return [...taxRates.values()].filter(isOn).reduce((sum, { rate }) => sum + rate, 0);
}

/** Where modifier groups are not kept in step, the store cannot know what the till asks for. */
function isStoreTold(productId: WooId | null, { links }: Ledger, settings: Settings): boolean {
  const link = productId === null ? null : links.findByWoo('product', productId);
  return (
    settings['sync.field.modifiers'] === 'on' &&
    settings['sync.direction'] !== 'store-to-till' &&
    settings['sync.addOns'] !== 'none' &&
    !(link?.pinned.includes('modifiers') ?? false)
  );
}

/** What makes the item one of its group: the store's variation has the same, and its line repeats it. */
function listOptions(item: TillItem | undefined, { itemGroups }: Surroundings['lists']): StoreOption[] {
  const group = item?.groupId ? itemGroups.get(item.groupId) : undefined;
  if (!item || !group) return [];
  return group.attributes.flatMap(({ name, options }) =>
    options.filter(({ id }) => item.optionIds.includes(id)).map((option) => ({ name, option: option.name })),
  );
}
