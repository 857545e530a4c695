import type { Fields } from '../rest/failure.ts';
import { createSlug } from '../rest/text.ts';
import type { ChoiceFormat, GuestChoice, GuestLine } from './guest-order.ts';

/** What the plugins need to know of the shop's prices. */
export interface PriceWords {
  /** An HTML entity, as WooCommerce keeps it. */
  readonly symbol: string;
  readonly basePrice: number;
}

type Row = Fields;

interface ChoiceGroup {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly GuestChoice[];
}

/** The meta a plugin leaves on a line for what was chosen. */
export function writeChoiceMeta(line: GuestLine, format: ChoiceFormat, words: PriceWords): readonly Row[] {
  if (format === 'woofood') return writeWooFood(line, words);
  const noted = line.note === undefined ? [] : [{ key: 'Note', value: line.note }];
  if (line.choices.length === 0) return noted;
  return [...WRITERS[format](line, words), ...noted];
}

/** What all choices together cost, for one piece. */
export const sumChoices = ({ choices }: GuestLine): number =>
  choices.reduce((sum, { priceCents }) => sum + priceCents, 0) / 100;

const WRITERS: Readonly<
  Record<Exclude<ChoiceFormat, 'woofood'>, (line: GuestLine, words: PriceWords) => readonly Row[]>
> = {
  own: ({ choices }) => [
    ...showEach(choices),
    {
      key: '_tillbridge_choices',
      value: choices.map((choice) => ({
        group_id: choice.groupId,
        group: choice.group,
        id: choice.id,
        name: choice.name,
        price_cents: choice.priceCents,
      })),
    },
  ],
  'add-ons': (line) => [
    ...showEach(line.choices),
    {
      key: '_pao_ids',
      value: line.choices.map((choice) => ({
        key: choice.group,
        value: choice.name,
        id: toGroupNumber(choice.groupId),
        raw_value: choice.name,
        raw_price: choice.priceCents / 100,
        price_type: 'quantity_based',
      })),
    },
    { key: '_pao_total', value: String(Number((sumChoices(line) * line.quantity).toFixed(2))) },
  ],
  'add-ons-6.4': ({ choices }) => [
    ...showEach(choices),
    {
      key: '_pao_ids',
      value: choices.map(({ group, name, groupId }) => ({
        key: group,
        value: name,
        id: toGroupNumber(groupId),
      })),
    },
  ],
  'add-ons-3.5': ({ choices }, words) =>
    choices.map((choice) => {
      const price = choice.priceCents === 0 ? '' : ` (${showPrice(choice, decodeSymbol(words))})`;
      return { key: `${choice.group}${price}`, value: choice.name };
    }),
  food: ({ choices }, words) => [
    ...choices.map((choice) => ({
      key: `${choice.group} (+${showPrice(choice, words.symbol)})`,
      value: choice.name,
    })),
    {
      key: '_exoptions',
      value: choices.map((choice) => ({
        name: choice.group,
        value: choice.name,
        type_of_price: '',
        price: choice.priceCents / 100,
        _type: choice.isSingle ? 'radio' : '',
      })),
    },
  ],
  'advanced-fields': (line, words) => {
    const groups = groupChoices(line);
    const fields = groups.map(({ id, name, choices }) => {
      const value = showPriced(choices, words);
      return [id, { id, label: name, value, raw: choices.map((choice) => createSlug(choice.name)) }] as const;
    });
    return [
      ...groups.map(({ name, choices }) => ({ key: name, value: showPriced(choices, words) })),
      { key: '_wapf_meta', value: Object.fromEntries(fields) },
    ];
  },
  ppom: (line, words) => {
    const groups = groupChoices(line);
    const nameField = ({ name }: ChoiceGroup): string => createSlug(name).replaceAll('-', '_');
    const fields = groups.map((group) => [nameField(group), group.choices.map(({ name }) => name)]);
    return [
      ...groups.map((group) => ({
        key: nameField(group),
        value: showPriced(group.choices, words),
        display_key: group.name,
      })),
      { key: '_ppom_fields', value: { fields: Object.fromEntries(fields) } },
    ];
  },
  yith: (line, words) => {
    const rows = groupChoices(line).flatMap(({ name, choices }, group) =>
      choices.map((choice, at) => ({ name, choice, number: `${group + 1}-${at}` })),
    );
    return [
      ...rows.map(({ name, choice }) => ({
        key: name,
        value: `${choice.name}${showHtmlPrice(choice, words)}`,
      })),
      {
        key: '_ywapo_meta_data',
        value: rows.map(({ number, choice }) => ({ [number]: choice.name })),
      },
    ];
  },
  'tm-options': ({ choices }) => [
    ...showEach(choices),
    {
      key: '_tmcartepo_data',
      value: choices.map((choice, at) => ({
        mode: 'builder',
        name: choice.group,
        value: choice.name,
        price: choice.priceCents / 100,
        quantity: 1,
        section: `section-${toGroupNumber(choice.groupId)}`,
        section_label: choice.group,
        key: `${choice.name}_${at}`,
        multiple: choice.isSingle ? '' : '1',
      })),
    },
  ],
  acowebs: (line, words) => {
    const groups = groupChoices(line);
    const fields = groups.map(({ name, choices }) =>
      choices.map((choice) => ({
        type: choice.isSingle ? 'radio-group' : 'checkbox-group',
        label: name,
        value: choice.name,
        price: choice.priceCents / 100,
      })),
    );
    return [
      ...groups.map(({ name, choices }) => ({ key: name, value: showPriced(choices, words) })),
      { key: '_WCPA_order_meta_data', value: { default: { fields } } },
    ];
  },
  plain: ({ choices }, words) =>
    choices.map((choice) =>
      choice.priceCents === 0
        ? { key: choice.group, value: choice.name }
        : { key: `Add-on: ${choice.name}`, value: `+ ${showPrice(choice, decodeSymbol(words))}` },
    ),
};

/** Every line of such a shop has the row; its prices are those the guest's browser sent (modifiers.md 3). */
function writeWooFood(line: GuestLine, words: PriceWords): readonly Row[] {
  const entries = groupChoices(line).map(({ name, choices }) => [
    name,
    choices.map((choice, at) => ({
      id: 3600 + at,
      price: showPrice(choice, decodeSymbol(words)),
      price_float: choice.priceCents / 100,
      category: name,
      name: choice.name,
      hide_prices: false,
    })),
  ]);
  const value = {
    ...(entries.length > 0 && {
      extra_options: Object.fromEntries(entries),
      extra_options_price: Number(sumChoices(line).toFixed(2)),
    }),
    original_price: words.basePrice.toFixed(2),
    additional_comments: line.note ?? '',
  };
  return [{ key: 'woofood_meta', value: JSON.stringify(value) }];
}

/** One visible row a choice, the group's name again and again. */
const showEach = (choices: readonly GuestChoice[]): readonly Row[] =>
  choices.map(({ group, name }) => ({ key: group, value: name }));

function groupChoices({ choices }: GuestLine): readonly ChoiceGroup[] {
  const ids = [...new Set(choices.map(({ groupId }) => groupId))];
  return ids.map((id) => {
    const chosen = choices.filter(({ groupId }) => groupId === id);
    return { id, name: chosen[0]?.group ?? '', choices: chosen };
  });
}

const showPriced = (choices: readonly GuestChoice[], words: PriceWords): string =>
  choices
    .map((choice) =>
      choice.priceCents === 0 ? choice.name : `${choice.name} (+${showPrice(choice, decodeSymbol(words))})`,
    )
    .join(', ');

const showHtmlPrice = (choice: GuestChoice, { symbol }: PriceWords): string => {
  if (choice.priceCents === 0) return '';
  const amount = (choice.priceCents / 100).toFixed(2);
  const sign = `<span class="woocommerce-Price-currencySymbol">${symbol}</span>`;
  return ` (+<span class="woocommerce-Price-amount amount"><bdi>${sign}${amount}</bdi></span>)`;
};

const showPrice = ({ priceCents }: GuestChoice, symbol: string): string =>
  `${symbol}${(priceCents / 100).toFixed(2)}`;

const decodeSymbol = ({ symbol }: PriceWords): string =>
  symbol.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** Product Add-Ons numbers its groups; an id that is none becomes one, the same every time. */
function toGroupNumber(id: string): number {
  if (/^\d{1,10}$/.test(id)) return Number(id);
  let mixed = 0;
  for (const sign of id) mixed = (Math.imul(mixed, 31) + (sign.codePointAt(0) ?? 0)) & 0x7fffffff;
  return mixed;
}
