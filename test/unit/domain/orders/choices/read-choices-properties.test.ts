import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChoiceContext } from '../../../../../src-main/domain/orders/choices/choice-context.ts';
import { sumChoices } from '../../../../../src-main/domain/orders/choices/settle-drafts.ts';
import { CONTEXT, makeMeta, read, STRANGER } from './support.ts';

const KEYS = [
  '_tillbridge_choices',
  '_pao_ids',
  '_exoptions',
  'woofood_meta',
  'extra_options',
  '_wapf_meta',
  '_ppom_fields',
  '_ywapo_meta_data',
  '_tmcartepo_data',
  '_WCPA_order_meta_data',
  '__proto__',
  'Toppings',
  'Size (+$2.50)',
];
const WORDS = [
  'Bacon',
  'Size',
  'Salt, pepper',
  'Large & Hot (+$2.50)',
  '&#36;',
  '2',
  '-9',
  '',
  '<b>x</b>',
  '(((',
];
const FIELDS = [
  'key',
  'value',
  'id',
  'raw_value',
  'raw_price',
  'price_type',
  'name',
  'price',
  '_type',
  'label',
  'raw',
  'fields',
  'display_label',
  'extra_options',
  'price_cents',
  '__proto__',
  'constructor',
];
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string());
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...FIELDS), tie('tree')), { maxLength: 6 }).map(Object.fromEntries),
    tie('tree').map((value) => JSON.stringify(value)),
    tie('tree').map((value) => JSON.stringify(value)?.slice(0, -1)),
  ),
}));
const context = fc.constantFrom<ChoiceContext>(
  CONTEXT,
  STRANGER,
  { ...CONTEXT, digits: 0 },
  { ...CONTEXT, digits: 3 },
);

/** Words of letters that no reader could take for a number, a price or markup. */
const plainWord = fc.stringMatching(/^[a-z]{3,12}$/);

describe('whatever a plugin leaves behind', () => {
  it('nothing is thrown, and every choice is whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), fc.string()), tree), { maxLength: 8 }),
        fc.constantFrom(1, 2, 3, 0, -1, 0.5, Number.NaN, 1e9),
        context,
        (rows, quantity, where) => {
          const { source, choices } = read(makeMeta(...rows), { quantity }, where);
          expect(source === 'none').toBe(choices.length === 0);
          for (const choice of choices) {
            expect(choice.unitAmount === null || Number.isSafeInteger(choice.unitAmount)).toBe(true);
            expect(choice.times).toBeGreaterThan(0);
            expect(choice.times).toBeLessThan(100);
            expect(choice.group + choice.label + (choice.modifierId ?? '')).not.toBe('');
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('no visible text is lost, whatever hidden meta stands beside it', () => {
    const name = fc.oneof(plainWord, fc.constantFrom('Toppings', 'Size'));
    const text = fc.oneof(plainWord, fc.constantFrom('Bacon', 'Salt, pepper', 'Bacon, Onion', 'Bacon, nuts'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, text), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.constantFrom(...KEYS.slice(0, 10)), tree), { maxLength: 3 }),
        context,
        (rows, hidden, where) => {
          const { choices } = read(makeMeta(...rows, ...hidden), {}, where);
          const said = choices.map(({ group, label }) => `${group}: ${label}`.toLowerCase()).join('\n');
          for (const [key, value] of rows) {
            for (const part of [key, ...value.split(', ')]) expect(said).toContain(part.toLowerCase());
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['_pao_ids', (texts: readonly string[]) => texts.map((value) => ({ key: 'Q', value }))],
    ['_pao_ids', (texts: readonly string[]) => texts],
    ['_exoptions', (texts: readonly string[]) => texts.map((value) => ({ name: 'Q', value, price: 1 }))],
    [
      'woofood_meta',
      (texts: readonly string[]) => JSON.stringify({ extra_options: { Q: texts.map((name) => ({ name })) } }),
    ],
    ['woofood_meta', (texts: readonly string[]) => JSON.stringify({ extra_options: texts }).slice(0, -1)],
    ['_tillbridge_choices', (texts: readonly string[]) => texts.map((name) => ({ name }))],
    ['_wapf_meta', (texts: readonly string[]) => texts.map((value) => ({ label: 'Q', value }))],
    ['_ppom_fields', (texts: readonly string[]) => ({ fields: { q: texts } })],
    ['_ywapo_meta_data', (texts: readonly string[]) => texts.map((text) => ({ '1-2': text }))],
    ['_tmcartepo_data', (texts: readonly string[]) => texts.map((value) => ({ name: 'Q', value }))],
  ] as const)('no hidden text of %s is lost where no row shows it', (key, keep) => {
    fc.assert(
      fc.property(fc.array(plainWord, { minLength: 1, maxLength: 6 }), context, (texts, where) => {
        const { choices } = read(makeMeta([key, keep(texts)]), {}, where);
        const said = choices.map(({ label }) => label).join('\n');
        for (const text of texts) expect(said).toContain(text);
      }),
    );
  });

  it('deep and huge meta is read in good time', { timeout: 60_000 }, () => {
    const deep = `${'['.repeat(50_000)}"Bacon"${']'.repeat(50_000)}`;
    const huge = '<a&(, '.repeat(50_000);
    const many = Array.from({ length: 3_000 }, (_, at) => ({
      key: 'Q',
      name: 'Q',
      label: 'Q',
      value: `v${at % 500}`,
      display_label: 'Q',
      display_value: `v${at}`,
    }));
    for (const key of [...KEYS, 'Q']) {
      const startMs = performance.now();
      for (const value of [deep, JSON.parse(deep) as unknown, huge, [huge], many, JSON.stringify(many)]) {
        const rows = many.slice(0, 1_000).map(({ value: text }) => ['Q', text] as const);
        const { choices } = read(makeMeta([key, value], ...rows));
        expect(choices.length).toBeGreaterThan(0);
      }
      expect(performance.now() - startMs, key).toBeLessThan(5_000);
    }
  });
});

describe('the money of choices', () => {
  const price = fc.integer({ min: 0, max: 5_000 });
  const kind = fc.constantFrom('quantity_based', 'flat_fee', 'percentage_based');

  it('what Product Add-Ons says in all is what the choices come to, less than a cent for each unit and choice apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(price, kind), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 10_000 }),
        (options, quantity, own) => {
          let total = 0;
          const entries = options.map(([amount, price_type], at) => {
            const isPercent = price_type === 'percentage_based';
            const share = isPercent ? (own * (amount / 100)) / 100 : amount;
            total += price_type === 'flat_fee' ? share : share * quantity;
            return { key: 'Q', value: `o${at}`, raw_value: `o${at}`, raw_price: amount / 100, price_type };
          });
          const subtotalAmount = Math.round(own * quantity + total);
          const { choices } = read(makeMeta(['_pao_ids', entries]), { quantity, subtotalAmount });
          const sum = sumChoices(choices) * quantity;
          // A rounded subtotal moves a percentage by less than what is rounded.
          const percents = options.filter(([, type]) => type === 'percentage_based').length;
          expect(sum).toBeLessThanOrEqual(total + percents + 0.01);
          expect(total - sum).toBeLessThan(options.length * quantity + percents + 0.01);
          if (options.every(([, type]) => type === 'quantity_based')) expect(sum).toBe(Math.round(total));
          expect(subtotalAmount - sum).toBeGreaterThanOrEqual(-percents);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('what WooFood says in all is what the choices come to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 8 }),
        (amounts) => {
          const Q = amounts.map((amount, at) => ({ name: `o${at}`, price_float: amount / 100 }));
          const { choices } = read(makeMeta(['woofood_meta', JSON.stringify({ extra_options: { Q } })]));
          expect(sumChoices(choices)).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
        },
      ),
    );
  });
});
