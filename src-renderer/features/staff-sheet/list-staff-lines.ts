import { inMidSentence } from '../../components/mid-sentence.ts';
import { language, t } from '../../i18n/i18n.ts';
import { SYNC_FIELDS } from '../settings/setting-tabs.ts';

/** One line of the sheet: a thing, where it is changed, and what comes of it. */
export interface StaffLine {
  readonly what: string;
  readonly where: string;
  readonly effect: string;
}

/** A setting's value by its key; '' where there is none. */
export type ReadSetting = (key: string) => string;

type Field = (typeof SYNC_FIELDS)[number];

const FIELD_WORDS: Readonly<Record<Field, string>> = {
  name: t('Name'),
  price: t('Price'),
  sku: t('SKU and barcode'),
  categories: t('Categories'),
  stock: t('Stock count'),
  availability: t('Hidden or for sale'),
  description: t('Short description'),
  modifiers: t('Modifier groups (such as sizes and extras)'),
};
const TILL = t('On the till');
const STORE = t('In the store');
const EITHER = t('On the till or in the store');
const EACH = t('On each side by itself');

/** What staff change where, by the shop's own settings: the fields first, then what comes and goes. */
export const listStaffLines = (read: ReadSetting): readonly StaffLine[] => [
  ...joinAlike(SYNC_FIELDS.map((field) => describeField(field, read))),
  describeNew(read),
  describeGone(read),
  {
    what: t('Sold out today'),
    where: t('In Tillbridge, under Stock'),
    effect: t('Off on both sides with one switch, and back by itself at the time you choose.'),
  },
  {
    what: t('Pictures and long texts'),
    where: STORE,
    effect: t('A till has none; nothing of them is carried over.'),
  },
  ...describeOrders(read),
];

/** What is changed in the same place with the same outcome is one line, so that the sheet stays one page. */
function joinAlike(lines: readonly StaffLine[]): readonly StaffLine[] {
  const isAlike = (one: StaffLine, other: StaffLine): boolean =>
    one.where === other.where && one.effect === other.effect;
  const list = new Intl.ListFormat(language(), { type: 'unit' });
  return lines
    .filter((line, at) => lines.findIndex((other) => isAlike(line, other)) === at)
    .map((first) => ({
      ...first,
      what: list.format(lines.filter((line) => isAlike(line, first)).map(nameListed)),
    }));
}

const nameListed = ({ what }: StaffLine, at: number): string => (at === 0 ? what : inMidSentence(what));

function describeField(field: Field, read: ReadSetting): StaffLine {
  const what = FIELD_WORDS[field];
  const isOff =
    read(`sync.field.${field}`) === 'off' || (field === 'stock' && read('stock.enabled') === 'off');
  const direction = read('sync.direction');
  if (isOff) return { what, where: EACH, effect: t('It is not kept in step.') };
  if (field === 'description')
    return direction === 'till-to-store'
      ? { what, where: EACH, effect: t('It goes from the store to the till only, and that way is off.') }
      : {
          what,
          where: STORE,
          effect: t('The till shows its first 127 letters. What is typed there stays there.'),
        };
  if (direction === 'till-to-store')
    return {
      what,
      where: TILL,
      effect: `${sayPrice(field, read)}${t('A change made in the store stays there.')}`,
    };
  if (direction === 'store-to-till')
    return {
      what,
      where: STORE,
      effect: `${sayPrice(field, read)}${t('A change made on the till stays there.')}`,
    };
  return { what, where: EITHER, effect: `${sayPrice(field, read)}${sayBoth(field)}` };
}

const sayBoth = (field: Field): string =>
  field === 'stock'
    ? t(
        'Sales and deliveries on both sides add up. Count a product on one side only: two counts at once are asked about.',
      )
    : t(
        'The other side follows within seconds. Two different changes at once are asked about under Conflicts.',
      );

/** The price rule, since a figure that is not the same on both sides looks like a mistake. */
function sayPrice(field: Field, read: ReadSetting): string {
  const value = read('price.markupValue');
  if (field !== 'price' || read('price.mode') !== 'markup' || Number(value) === 0) return '';
  const markup = read('price.markupType') === 'percent' ? `${value} %` : value;
  return `${t('The store’s price is the till’s plus {{markup}}.', { markup })} `;
}

function describeNew(read: ReadSetting): StaffLine {
  const what = t('A new product');
  const [toStore, toTill] = [read('sync.create.store') === 'on', read('sync.create.till') === 'on'];
  if (!toStore && !toTill)
    return { what, where: EACH, effect: t('Nothing is made on the other side by itself.') };
  const isDraft = read('import.status') === 'draft';
  const draft = isDraft
    ? t('In the store it begins as a draft: look at it there and publish it.')
    : t('In the store it is for sale at once.');
  const sku = t('Give it an SKU of its own.');
  if (toStore && toTill) return { what, where: EITHER, effect: `${draft} ${sku}` };
  return { what, where: toStore ? TILL : STORE, effect: toStore ? `${draft} ${sku}` : sku };
}

function describeGone(read: ReadSetting): StaffLine {
  const action = read('sync.deleteAction');
  return {
    what: t('A product you no longer sell'),
    where: TILL,
    effect:
      action === 'ignore'
        ? t('Its product in the store stays as it is: take it off there too.')
        : action === 'trash'
          ? t('Its product in the store goes to the trash.')
          : t('Its product in the store is no longer shown.'),
  };
}

function describeOrders(read: ReadSetting): readonly StaffLine[] {
  if (read('orders.enabled') === 'off') return [];
  return [
    {
      what: t('A web order to cancel or refund'),
      where: STORE,
      effect: t(
        'The till’s order says so; one that is paid there is never deleted. Its stock comes back once.',
      ),
    },
    {
      what: t('A kitchen ticket that did not come'),
      where: t('In Tillbridge, under Orders'),
      effect: t('Print it from there. Never type the order in again: it is on the till already.'),
    },
  ];
}

/** What keeps trouble away, whatever the settings. */
export const listHabits = (read: ReadSetting): readonly string[] => [
  t(
    'Change each thing where this sheet says so. Where it says either side, agree on one of them in your shop.',
  ),
  t('The same SKU on both sides, and none twice.'),
  t('Look at Home once a day. Red needs a person; yellow waits by itself.'),
  read('reconcile.weekly') === 'on'
    ? t('Read the weekly report: it compares both sides afresh.')
    : t('Once a week press “Compare both sides” under Stock.'),
  t(
    'After an update of the till, the store or Tillbridge press “Start the self-test” under Settings, This app. It takes half a minute.',
  ),
];
