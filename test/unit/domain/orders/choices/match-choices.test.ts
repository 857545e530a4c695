import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCloverId } from '../../../../../src-main/domain/ids.ts';
import { readRows } from '../../../../../src-main/domain/modifier-adapters/loose-values.ts';
import { openAdapter } from '../../../../../src-main/domain/modifier-adapters/open-adapter.ts';
import { describeModifierGroups } from '../../../../../src-main/domain/modifier-groups.ts';
import type { Choice, ChoiceSource } from '../../../../../src-main/domain/orders/choice.ts';
import type { ChoiceKnowledge } from '../../../../../src-main/domain/orders/choices/choice-knowledge.ts';
import { matchChoices } from '../../../../../src-main/domain/orders/choices/match-choices.ts';
import type { TillModifierGroup } from '../../../../../src-main/domain/till-catalog.ts';
import { makeMeta, read } from './support.ts';

type Options = readonly (readonly [name: string, price: number, isAvailable?: boolean])[];
const makeGroup = (name: string, min: number, max: number | null, options: Options): TillModifierGroup => ({
  id: asCloverId(`G${name.toUpperCase()}`),
  name,
  minRequired: min,
  maxAllowed: max,
  sortOrder: 1,
  modifiers: options.map(([label, priceAmount, isAvailable = true], at) => ({
    id: asCloverId(`${name.toUpperCase()}${at}`),
    name: label,
    priceAmount,
    isAvailable,
  })),
});

/** The labels that Product Add-Ons would be given. */
function listStoreLabels(group: TillModifierGroup): readonly string[] {
  const metas = describeModifierGroups([group.id], { modifierGroups: new Map([[group.id, group]]) });
  const rows = openAdapter('product-add-ons', '').encode(metas, { base: null, value: undefined }, 2);
  return readRows(rows[0]?.options).map(({ label }) => String(label));
}

const GROUPS = [
  makeGroup('Size', 0, 1, [
    ['Small', 0],
    ['Large & Hot', 250],
    ['Medium', 100],
  ]),
  makeGroup('Toppings', 0, 2, [
    ['Bacon', 125],
    ['Crème fraîche', 50],
    ['Olives', 75, false],
    ['Hot!', 10],
    ['Hot?', 20],
  ]),
  makeGroup('Drinks', 0, null, [
    ['Large', 300],
    ['Medium', 200],
  ]),
];
const KNOWLEDGE: ChoiceKnowledge = {
  digits: 2,
  quantity: 1,
  formerNames: new Map(),
  storeAmounts: new Map(),
  isStoreTold: true,
};
const choose = (group: string, label: string, parts: Partial<Choice> = {}): Choice => ({
  group,
  label,
  unitAmount: null,
  times: 1,
  modifierId: null,
  groupId: null,
  isText: false,
  ...parts,
});
const match = (
  choices: readonly Choice[],
  knowledge: Partial<ChoiceKnowledge> = {},
  source: ChoiceSource = 'product-add-ons',
  groups: readonly TillModifierGroup[] = GROUPS,
) => {
  const { matches, findings } = matchChoices({ source, choices }, groups, { ...KNOWLEDGE, ...knowledge });
  return {
    ids: matches.map(({ modifierId }) => modifierId),
    codes: findings.map(({ failure, isFlagged }) => `${failure.code}${isFlagged ? '!' : ''}`),
    matches,
    findings,
  };
};

describe('the till’s modifier of a choice', () => {
  it('is found by its id, whatever its name has become', () => {
    expect(match([choose('Size', 'Grand', { modifierId: 'SIZE1' })]).ids).toEqual(['SIZE1']);
  });

  it('is found by group and label, whatever case, accents, entities and spaces have become', () => {
    const { ids, codes } = match([
      choose('size', 'LARGE &amp;  hot'),
      choose('TOPPINGS', 'creme fraiche'),
      choose('Toppings', 'bacon'),
    ]);
    expect(ids).toEqual(['SIZE1', 'TOPPINGS1', 'TOPPINGS0']);
    expect(codes).toEqual([]);
  });

  it('is found by the label that the store was given where two names look alike', () => {
    expect(match([choose('Toppings', 'Hot!'), choose('Toppings', 'Hot? (2)')]).ids).toEqual([
      'TOPPINGS3',
      'TOPPINGS4',
    ]);
  });

  it('is found in the group that the choice names by id, and in no other', () => {
    expect(match([choose('Old words', 'Medium', { groupId: 'GDRINKS' })]).ids).toEqual(['DRINKS1']);
    expect(match([choose('Size', 'Large')]).ids).toEqual([null]);
  });

  it('is found by its label alone where only one of the item’s groups has it', () => {
    const { ids, codes } = match([choose('Extras', 'Bacon'), choose('Extras', 'Medium')]);
    expect(ids).toEqual(['TOPPINGS0', null]);
    expect(codes).toEqual(['ORDER_CHOICE_UNKNOWN']);
  });

  it('is found by the names that it and its group had before', () => {
    const formerNames = new Map([
      ['TOPPINGS0', ['Speck']],
      ['GTOPPINGS', ['Belag']],
    ]);
    expect(match([choose('Belag', 'speck')], { formerNames }).ids).toEqual(['TOPPINGS0']);
    expect(match([choose('Belag', 'speck')]).ids).toEqual([null]);
  });

  it('a text that the customer typed is never taken for one, and is no finding', () => {
    const { matches, codes } = match([choose('Note', 'Bacon', { isText: true })]);
    expect(matches[0]).toMatchObject({ modifierId: null, name: 'Note: Bacon' });
    expect(codes).toEqual([]);
  });

  it('what matches nothing is told without what was chosen', () => {
    const { findings } = match([choose('Message', 'Call me at 555-0100')]);
    expect(JSON.stringify(findings)).not.toContain('555');
  });
});

describe('what a person hears of', () => {
  it('too many and too few, the same option twice counted twice', () => {
    const groups = [makeGroup('Size', 1, 1, [['Small', 0]]), ...GROUPS.slice(1)];
    const { findings } = match([choose('Toppings', 'Bacon', { times: 3 })], {}, 'product-add-ons', groups);
    expect(findings.map(({ failure }) => failure)).toEqual([
      { code: 'ORDER_CHOICE_TOO_FEW', facts: { group: 'Size', chosen: 0, limit: 1 } },
      { code: 'ORDER_CHOICE_TOO_MANY', facts: { group: 'Toppings', chosen: 3, limit: 2 } },
    ]);
  });

  it('no more is asked for than can be chosen', () => {
    const groups = [makeGroup('Size', 1, 1, [['Small', 0, false]])];
    expect(match([], {}, 'none', groups).codes).toEqual([]);
  });

  it('a modifier that the till has switched off', () => {
    expect(match([choose('Toppings', 'Olives')]).codes).toEqual(['ORDER_CHOICE_UNAVAILABLE!']);
  });

  const bacon = (unitAmount: number): readonly Choice[] => [choose('Toppings', 'Bacon', { unitAmount })];
  const storeAmounts = new Map([['TOPPINGS0', [110, 115]]]);
  it.each([
    ['the till’s price', 125, {}, []],
    ['a price that the store was given', 110, { storeAmounts }, []],
    ['more than the till’s', 130, {}, ['ORDER_CHOICE_PRICE_DRIFTED']],
    ['between the store’s and the till’s', 120, { storeAmounts }, ['ORDER_CHOICE_PRICE_DRIFTED']],
    ['between two that the store was given', 112, { storeAmounts }, ['ORDER_CHOICE_PRICE_DRIFTED']],
    ['less than both', 109, { storeAmounts }, ['ORDER_CHOICE_PRICE_FORGED!']],
    ['a little less than the till’s, the store’s unknown', 100, {}, ['ORDER_CHOICE_PRICE_DRIFTED']],
    ['far less than the till’s, the store’s unknown', 10, {}, ['ORDER_CHOICE_PRICE_FORGED!']],
    ['less than nothing', -900, {}, ['ORDER_CHOICE_PRICE_FORGED!']],
    ['a price once a line, shared by three units', 41, { quantity: 3 }, ['ORDER_CHOICE_PRICE_DRIFTED']],
  ] as const)('%s', (_case, amount, knowledge, codes) => {
    expect(match(bacon(amount), knowledge).codes).toEqual(codes);
  });

  it('WooFood takes any price that it is sent, so a share is forged there', () => {
    expect(match(bacon(41), { quantity: 3 }, 'woofood').codes).toEqual(['ORDER_CHOICE_PRICE_FORGED!']);
  });

  it('from an order’s meta to its findings: −9 for bacon', () => {
    const option = { category: 'Toppings', name: 'Bacon', price_float: -9 };
    const line = read(makeMeta(['woofood_meta', JSON.stringify({ extra_options: { Toppings: [option] } })]));
    const { findings } = matchChoices(line, GROUPS, KNOWLEDGE);
    expect(findings).toEqual([
      {
        isFlagged: true,
        failure: {
          code: 'ORDER_CHOICE_PRICE_FORGED',
          facts: { choice: 'Bacon', group: 'Toppings', charged: '-9.00', expected: '1.25' },
        },
      },
    ]);
  });
});

describe('any choices and groups', () => {
  const name = fc.oneof(fc.constantFrom('Size', 'Bacon', 'Large', 'Hot!', 'Hot?', ''), fc.string());
  const group = fc
    .tuple(
      name,
      fc.nat(4),
      fc.option(fc.nat(4)),
      fc.array(fc.tuple(name, fc.nat(500), fc.boolean()), { maxLength: 5 }),
    )
    .map(([title, min, max, options]) => makeGroup(title, min, max, options));

  it('each choice gets one answer in its place, and only modifiers of these groups', () => {
    const choices = fc.array(
      fc
        .tuple(name, name, fc.option(fc.integer({ min: -900, max: 900 })), fc.option(name))
        .map(([title, label, unitAmount, modifierId]) => choose(title, label, { unitAmount, modifierId })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(group, { selector: ({ id }) => id, maxLength: 3 }),
        choices,
        (groups, chosen) => {
          const { matches } = match(chosen, {}, 'plain', groups);
          expect(matches.map(({ choice }) => choice)).toEqual(chosen);
          const known = new Set(groups.flatMap(({ modifiers }) => modifiers.map(({ id }) => id)));
          for (const { modifierId, name: told, choice } of matches) {
            if (modifierId === null) expect(told).toContain(choice.label);
            else expect(known.has(modifierId)).toBe(true);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('every modifier is found again by the label that the store was given for it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 20 }), fc.nat(500)), { minLength: 1, maxLength: 6 }),
        (options) => {
          const till = makeGroup('Toppings', 0, null, options);
          const labels = listStoreLabels(till);
          const { ids } = match(
            labels.map((label) => choose('Toppings', label)),
            {},
            'plain',
            [till],
          );
          expect(ids).toEqual(till.modifiers.map(({ id }) => id));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
