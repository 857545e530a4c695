import { ALERT_SETTINGS, addresses, personal } from './alert-settings.ts';
import { normalizeDailyHours } from './opening-hours.ts';
import {
  choose,
  name,
  number,
  type SettingDefinition,
  switchOff,
  switchOn,
  text,
  whole,
} from './setting-definition.ts';
import { SHELF_MODES } from './shelf-mark.ts';

export type { SettingDefinition } from './setting-definition.ts';

const fieldOwner = (initial: 'till' | 'store', field: string): SettingDefinition =>
  choose(initial, ['till', 'store'], `Whose ${field} wins where the two differ when a pair is first linked.`);

const TAX_CLASS = /^[a-z0-9-]{1,60}$/;

export const SETTING_DEFINITIONS = {
  'import.status': choose(
    'draft',
    ['draft', 'publish'],
    'Whether products made by an import are shown at once.',
  ),
  'import.defaultCategory': text(
    '',
    100,
    'Store category for items that have none on the till; empty leaves it to the store.',
  ),
  'import.categoryMode': choose(
    'category',
    ['category', 'tag'],
    'Store categories from the till’s categories, or from its labels and item-group names.',
  ),
  'import.taxClass': {
    initial: 'standard',
    meaning: 'Tax class of products made by an import; none makes them untaxed.',
    takes: 'none | standard | the slug of a tax class',
    accept: (value: string) => (TAX_CLASS.test(value.trim()) ? value.trim() : null),
  },
  'import.fillDescription': switchOff(
    'Fill an empty short description in the store from the till’s alternate name.',
  ),
  'price.mode': choose('direct', ['direct', 'markup'], 'Store price equal to the till’s, or with a markup.'),
  'price.markupType': choose(
    'percent',
    ['percent', 'fixed'],
    'Markup in percent, or a fixed amount per product.',
  ),
  'price.markupValue': number(0, -100, 100_000, 'The markup: percent, or an amount in the store’s currency.'),
  'price.rounding': choose(
    'none',
    ['none', '0.05', '0.10', '0.99'],
    'Rounding of store prices after the markup; 0.99 goes up to the next price that ends so.',
  ),
  'price.tax': {
    initial: '',
    meaning:
      'Where one side’s prices include tax and the other’s do not: copy the figure, add tax, or remove it. Empty asks first.',
    takes: 'same | add | remove',
    accept: (value: string) => (['', 'same', 'add', 'remove'].includes(value.trim()) ? value.trim() : null),
  },
  'sync.direction': choose('both', ['both', 'till-to-store', 'store-to-till'], 'Which way changes go.'),
  'sync.field.price': switchOn('Keep prices in step.'),
  'sync.field.name': switchOn('Keep names in step.'),
  'sync.field.sku': switchOn('Keep SKUs and barcodes in step.'),
  'sync.field.categories': switchOn('Keep categories in step.'),
  'sync.field.stock': switchOn('Keep stock in step.'),
  'sync.field.availability': switchOn('Keep hidden and sold-out in step.'),
  'sync.field.description': switchOn('Keep descriptions in step.'),
  'sync.field.modifiers': switchOn('Keep modifier groups in step.'),
  'sync.owner.price': fieldOwner('till', 'price'),
  'sync.owner.name': fieldOwner('store', 'name'),
  'sync.owner.sku': fieldOwner('till', 'SKU'),
  'sync.owner.categories': fieldOwner('till', 'categories'),
  'sync.owner.stock': fieldOwner('till', 'stock'),
  'sync.owner.availability': fieldOwner('store', 'availability'),
  'sync.owner.description': fieldOwner('store', 'description'),
  'sync.owner.modifiers': fieldOwner('till', 'modifier groups'),
  'sync.addOns': choose(
    'auto',
    ['auto', 'product-add-ons', 'woocommerce-food', 'none'],
    'Which add-on plugin of the store shows the modifier groups; auto takes the one that is active, none fills no plugin.',
  ),
  'sync.create.store': switchOn('Make a store product for every till item that has none.'),
  'sync.create.till': switchOn('Make a till item for every store product that has none.'),
  'sync.deleteAction': choose(
    'unpublish',
    ['unpublish', 'trash', 'ignore'],
    'What happens to a store product whose till item is gone.',
  ),
  'stock.enabled': switchOn('Sync stock at all.'),
  'stock.lowThreshold': whole(5, 0, 100_000, 'At or below this count a product is low.'),
  'stock.outOfStock': choose(
    'store',
    ['store', ...SHELF_MODES],
    'What customers see of a product whose count is used up: as the store itself has it, hidden, as out of stock, or for sale on back-order. When there are pieces again it is put back.',
  ),
  'stock.whoLowersTill': choose(
    'auto',
    ['auto', 'clover', 'app'],
    'Who lowers the till’s count for a web order.',
  ),
  'brake.priceCount': whole(
    25,
    1,
    100_000,
    'A run stops and asks before it changes more than this many prices by over the percentage below.',
  ),
  'brake.pricePercent': number(30, 1, 1000, 'A price change above this many percent counts for the brake.'),
  'brake.zeroCount': whole(
    10,
    1,
    100_000,
    'A run stops and asks before it sets more than this many stocks to zero.',
  ),
  'brake.deleteCount': whole(
    5,
    1,
    100_000,
    'A run stops and asks before it takes more than this many products out of the store.',
  ),
  'reconcile.everyMinutes': choose(
    '15',
    ['5', '15', '60'],
    'Minutes between two comparisons of everything, also of what no list of changes tells.',
  ),
  'reconcile.weekly': switchOn('Tell once a week how both sides stand, after comparing everything.'),
  'poll.fastestSeconds': whole(
    15,
    2,
    600,
    'Shortest time between two looks for changes. 2 is the fastest; 15 is the default because Clover counts the calls of all shops that use this app together.',
  ),
  'poll.hours': {
    initial: 'till',
    meaning:
      'When the shop is open: looks are faster then and slower outside. From the till, always the same, or hours of your own by the till’s clock.',
    takes: 'till | always | hours such as 11:00-23:00',
    accept: (value: string) =>
      ['till', 'always'].includes(value.trim()) ? value.trim() : normalizeDailyHours(value),
  },
  'orders.enabled': switchOn('Send web orders to the till.'),
  'orders.lockedIsFulfilled': switchOff('Take a locked and fully paid till order for a fulfilled one.'),
  'orders.sendWhen': choose(
    'processing',
    ['processing', 'placed', 'completed'],
    'When a web order goes to the till.',
  ),
  'orders.typeName': name('Online Order', 127, 'Name of the till’s order type for web orders.'),
  'orders.tender': name('External Payment', 127, 'Name of the till’s tender for web payments.'),
  'orders.print': choose('app', ['app', 'till', 'off'], 'Who prints the kitchen ticket of a web order.'),
  'orders.customer': choose('name', ['full', 'name', 'none'], 'How much of the customer goes to the till.'),
  'orders.euCustomers': switchOff(
    'Let data of customers in Europe go to the till too. Without it their orders carry none, whatever is chosen above.',
  ),
  'orders.tipNames': text(
    '',
    300,
    'Further names of fees that are tips, with commas between them. The usual words for a tip are known.',
  ),
  'hub.webhooks': switchOn(
    'Let both sides tell the relay of changes, so that it wakes this app. Off: both are looked at by themselves.',
  ),
  'hub.reports': switchOn('Let the relay keep ids and totals of web orders that went to the till.'),
  'hub.mailTo': personal(
    addresses(
      1,
      'Whom the relay writes when this PC falls silent or a side stays away; empty takes the first address of the alerts, where those go by e-mail.',
    ),
  ),
  'hub.onlyThisPc': switchOff(
    'Work without the relay’s word for it although another PC is paired. Only where that one is switched off for good.',
  ),
  ...ALERT_SETTINGS,
  'log.retentionDays': whole(30, 1, 3650, 'Days that log entries are kept.'),
  'log.debug': switchOff('Keep detailed log entries.'),
} as const satisfies Record<string, SettingDefinition>;

export type SettingKey = keyof typeof SETTING_DEFINITIONS;

/** All rules with a value each. */
export type Settings = { readonly [key in SettingKey]: string };

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTING_DEFINITIONS, key);

/** The rules as set, defaults where nothing was; a kept value that is no longer accepted counts as unset. */
export function completeSettings(set: ReadonlyMap<string, string>): Settings {
  const settings: Record<string, string> = {};
  for (const [key, definition] of Object.entries(SETTING_DEFINITIONS) as [SettingKey, SettingDefinition][]) {
    const value = set.get(key);
    settings[key] = (value === undefined ? null : definition.accept(value)) ?? definition.initial;
  }
  return settings as Settings;
}
