import type { ConflictShape } from '../../../src-preload/contract/live-shapes.ts';
import type { FieldValueShape, SideName } from '../../../src-preload/contract/shapes.ts';
import { nameField } from '../../components/field-name.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { t } from '../../i18n/i18n.ts';
import { listFieldLines } from '../products/field-lines.ts';

export interface Currencies {
  readonly till: string;
  readonly store: string;
}

/** The answer itself, as it stands on a button. */
export const nameTake = (side: SideName): string =>
  t(side === 'till' ? 'Take the till’s' : 'Take the store’s');

/** Fields whose name stands in the plural. */
const MANY: ReadonlySet<string> = new Set(['categories', 'modifiers']);

/**
 * What one side's value would do to the other: the preview of an answer.
 * @param hasPriceRule store prices carry a markup, a rounding or tax, so that the figures are not the same
 */
export function sayEffect(
  {
    field,
    ruling = null,
    ...values
  }: Pick<ConflictShape, 'field' | 'till' | 'store'> & Partial<Pick<ConflictShape, 'ruling'>>,
  take: SideName,
  currencies: Currencies,
  hasPriceRule: boolean,
): string {
  const isChosen = ruling?.take === take;
  if (field === 'availability') return sayAvailability(take, values[take], isChosen);
  const value = sayValue(field, values[take], currencies[take]);
  const isRuled = field === 'price' && hasPriceRule;
  return sayBecoming(take, isChosen, field, {
    field: nameField(field),
    value: isRuled
      ? t('what your price rules make of {{value}}', { value })
      : value.length > LONG
        ? t('this too')
        : value,
  });
}

/** What the other side would get, or gets once it was decided. */
function sayBecoming(
  take: SideName,
  isChosen: boolean,
  field: string,
  told: { readonly field: string; readonly value: string },
): string {
  const isToStore = take === 'till';
  if (!isChosen)
    return t(
      isToStore
        ? 'The store’s {{field}} would become {{value}}.'
        : 'The till’s {{field}} would become {{value}}.',
      told,
    );
  if (MANY.has(field))
    return t(
      isToStore ? 'The store’s {{field}} become {{value}}.' : 'The till’s {{field}} become {{value}}.',
      told,
    );
  return t(
    isToStore ? 'The store’s {{field}} becomes {{value}}.' : 'The till’s {{field}} becomes {{value}}.',
    told,
  );
}

/** Longer than this, a value is not said twice. */
const LONG = 40;

function sayAvailability(take: SideName, said: FieldValueShape, isChosen: boolean): string {
  const value = formatFieldValue('availability', said, '');
  return isChosen
    ? t(take === 'till' ? 'In the store it is then {{value}}.' : 'On the till it is then {{value}}.', {
        value,
      })
    : t(
        take === 'till'
          ? 'In the store it would then be {{value}}.'
          : 'On the till it would then be {{value}}.',
        { value },
      );
}

const nameValueOf = (side: SideName): string => t(side === 'till' ? 'the till’s value' : 'the store’s value');

const sayValue = (field: string, value: FieldValueShape, currency: string): string =>
  listFieldLines(field, value, currency).join('; ');

/** What became of a person's answer that is not carried out yet. */
export function sayRuling(
  { ruling, field }: Pick<ConflictShape, 'ruling' | 'field'>,
  currency: string,
): string | null {
  if (!ruling) return null;
  const what = ruling.take === 'value' ? sayValue(field, ruling.value, currency) : nameValueOf(ruling.take);
  return t('Decided: {{what}}. It is written with the next sync.', { what });
}

/** That a person's earlier answer is not carried out, and what changed since they gave it. */
export function sayLapsed(
  {
    lapsed,
    ruling,
    field,
    till,
    store,
  }: Pick<ConflictShape, 'lapsed' | 'ruling' | 'field' | 'till' | 'store'>,
  currencies: Currencies,
): { readonly message: string; readonly hint: string } | null {
  if (!lapsed || ruling) return null;
  const now = { till, store };
  const news = (['till', 'store'] as const).flatMap((side) => {
    const before = sayValue(field, lapsed[side], currencies[side]);
    const after = sayValue(field, now[side], currencies[side]);
    if (before === after) return [];
    return [sayNews(side, before, after)];
  });
  const what =
    lapsed.take === 'value' ? sayValue(field, lapsed.value, currencies.till) : nameValueOf(lapsed.take);
  return {
    message: t('The earlier answer no longer holds: {{why}}.', { why: joinNews(news) }),
    hint: t('It was: {{what}}. Nothing was written. Please answer again.', {
      what: what.length > LONG ? t('a value of its own') : what,
    }),
  };
}

function sayNews(side: SideName, before: string, after: string): string {
  if (before.length + after.length > LONG)
    return t(side === 'till' ? 'the till’s value changed' : 'the store’s value changed');
  return t(
    side === 'till'
      ? 'the till’s value changed from {{before}} to {{after}}'
      : 'the store’s value changed from {{before}} to {{after}}',
    { before, after },
  );
}

function joinNews([one, other]: readonly string[]): string {
  if (one === undefined) return t('the values changed in between');
  return other === undefined ? one : t('{{one}} and {{other}}', { one, other });
}

/** Fields for which another value can be typed. */
const TYPED: ReadonlySet<string> = new Set(['name', 'price', 'sku', 'barcode', 'stock', 'description']);
export const canType = (field: string): boolean => TYPED.has(field);

/**
 * What a person typed, as the engine takes it: prices in whole minor units.
 * @param minorDigits of the till's currency
 * @returns null where it does not fit the field
 */
export function readTyped(field: string, typed: string, minorDigits: number): string | number | null {
  const text = typed.trim();
  if (field !== 'price' && field !== 'stock') return text === '' && field === 'name' ? null : text;
  const plain = text.replace(/^(-?\d+),(\d{1,3})$/, '$1.$2');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  const [, decimals = ''] = plain.split('.');
  if (field === 'stock') return decimals === '' ? Number(plain) : null;
  if (plain.startsWith('-') || decimals.length > minorDigits) return null;
  return Math.round(Number(plain) * 10 ** minorDigits);
}
