import type { TillCatalogModifierGroup } from '../till/catalog.ts';

/** The 23 modifier groups of the generated restaurant; a `*` after a price marks a sold-out choice. */
export const GENERATED_MODIFIER_GROUPS: readonly TillCatalogModifierGroup[] = [
  group('crust', 'Crust', 1, 1, 'Classic 0|Thin 0|Gluten free 200|Cheese-stuffed 250'),
  group(
    'toppings',
    'Extra toppings',
    0,
    5,
    'Mozzarella 200|Pepperoni 200|Jalapeños 125|Olives 150|Anchovies 200*|Basil 75',
  ),
  group('leave-out', 'Leave out', 0, 3, 'No onions 0|No garlic 0|No cheese 0|No nuts 0'),
  group('doneness', 'Doneness', 1, 1, 'Rare 0|Medium rare 0|Medium 0|Well done 0'),
  group('burger-extras', 'Extras', 0, 4, 'Bacon 225|Fried egg 175|Cheddar 125|Avocado 250|Pickles 50'),
  group('side', 'Choose a side', 1, 1, 'Fries 0|Side salad 0|Sweet potato fries 150|Mac & cheese 250'),
  group('milk', 'Milk', 1, 1, 'Whole 0|Skim 0|Oat 75|Almond 75|Coconut 75*'),
  group('syrup', 'Syrup', 0, 2, 'Vanilla 60|Caramel 60|Hazelnut 60|Crème brûlée 75'),
  group('shots', 'Extra shots', 0, 3, 'One more 100|Two more 200|Decaf 0'),
  group('dressing', 'Dressing', 1, 1, 'Ranch 0|Caesar 0|Balsamic 0|Lemon & herb 0|Gorgonzola 75'),
  group('protein', 'Add a protein', 0, 2, 'Chicken 450|Shrimp 650|Tofu 300|Salmon 750'),
  group('warm-up', 'Warm it up?', 0, 1, 'Yes, please 0|With butter 50'),
  group('gift-wrap', 'Gift box', 0, 1, 'Small box 150|Large box 300'),
  group('salsa', 'Salsa', 1, 2, 'Pico de gallo 0|Verde 0|Piña & habanero 50|Roja 0'),
  group('pasta-shape', 'Pasta', 1, 1, 'Penne 0|Spaghetti 0|Fresh tagliatelle 200|Gluten free 250'),
  group('boost', 'Boosts', 0, 3, 'Protein 150|Chia 100|Spirulina 125|Açaí 200'),
  group('ice', 'Ice', 0, 1, 'No ice 0|Light ice 0|Extra ice 0'),
  group('sauce', 'Sauce', 1, 2, 'Buffalo 0|Barbecue 0|Garlic & parmesan 0|Soy & ginger 0'),
  group('dips', 'Dips', 0, 4, 'Ranch 75|Aïoli 100|Blue cheese 100|Hot honey 100'),
  group('bread', 'Bread', 1, 1, 'Sourdough 0|Ciabatta 0|Whole wheat 0|Gluten free 150'),
  group('spice-level', 'How hot?', 1, 1, 'Mild 0|Medium 0|Hot 0|"Inferno" 0'),
  group('sundae', 'On top', 0, 3, 'Whipped cream 75|Hot fudge 100|Sprinkles 50|Berries 175'),
  group('eggs', 'Eggs', 1, 1, 'Sunny side up 0|Scrambled 0|Poached 0|Over easy 0'),
];

function group(
  key: string,
  name: string,
  minRequired: number,
  maxAllowed: number,
  choices: string,
): TillCatalogModifierGroup {
  const modifiers = choices.split('|').map((choice) => {
    const [, label = choice, cents = '0', soldOut = ''] = /^(.+) (\d+)(\*?)$/.exec(choice) ?? [];
    const modifier = { name: label, priceCents: Number(cents) };
    return soldOut === '' ? modifier : { ...modifier, available: false };
  });
  return { key, name, minRequired, maxAllowed, modifiers };
}
