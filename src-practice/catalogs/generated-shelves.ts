import {
  BAGS,
  BAKERY_STYLES,
  BAR_STYLES,
  BOTTLES,
  CELLAR_REGIONS,
  CLOTHES_SIZES,
  COFFEE_ORIGINS,
  COLOURS,
  CUPS,
  DAIRY_REGIONS,
  DIMENSIONS,
  FRUIT,
  GRAINS,
  GROCERY_STYLES,
  JARS,
  KITCHEN_STYLES,
  ONE_SIZES,
  PACKS,
  PET_FLAVOURS,
  PIZZA_SIZES,
  PLANTS,
  PLATES,
  PORTIONS,
  RETAIL_STYLES,
  SAVOURY,
  SCENTS,
  SETS,
  SPICED,
  SWEET,
  THEMES,
} from './generated-words.ts';
import type { Shelf } from './shelf.ts';

type Words = readonly string[];
type Naming = readonly [styles: Words, flavours: Words, sizes: Words];

const MEAL: Naming = [KITCHEN_STYLES, SAVOURY, PORTIONS];
const BAKED: Naming = [BAKERY_STYLES, SWEET, PACKS];
const HOT: Naming = [BAR_STYLES, SWEET, CUPS];
const COLD: Naming = [BAR_STYLES, FRUIT, CUPS];
const BOTTLED: Naming = [BAR_STYLES, FRUIT, BOTTLES];
const CELLAR: Naming = [GROCERY_STYLES, CELLAR_REGIONS, BOTTLES];
const PANTRY: Naming = [GROCERY_STYLES, SPICED, JARS];
const SNACK: Naming = [GROCERY_STYLES, SPICED, BAGS];
const WEIGHED: Naming = [GROCERY_STYLES, DAIRY_REGIONS, PLATES];
const SCENTED: Naming = [RETAIL_STYLES, SCENTS, JARS];
const HOMEWARE: Naming = [RETAIL_STYLES, COLOURS, SETS];
const CLOTHING: Naming = [RETAIL_STYLES, COLOURS, CLOTHES_SIZES];
const ACCESSORY: Naming = [RETAIL_STYLES, COLOURS, ONE_SIZES];
const PAPER: Naming = [RETAIL_STYLES, THEMES, PACKS];

/** 56 shelves in the order a growing shop would open them: the first 21 are the smallest one's. */
export const SHELVES: readonly Shelf[] = [
  cook(
    'Pizza & Flatbreads',
    [KITCHEN_STYLES, SAVOURY, PIZZA_SIZES],
    'Pizza|Flatbread|Calzone|Pinsa',
    [895, 2895],
    ['crust', 'toppings', 'leave-out'],
  ),
  cook(
    'Burgers',
    MEAL,
    'Burger|Slider|Smash Burger|Veggie Burger',
    [995, 2195],
    ['doneness', 'burger-extras', 'side', 'leave-out'],
  ),
  stock('Soda & Sparkling', BOTTLED, 'Soda|Spritz|Seltzer|Tonic|Lemonade', [225, 795]),
  cook(
    'Café & Espresso',
    HOT,
    'Latte|Cappuccino|Mocha|Macchiato|Hot Chocolate',
    [325, 795],
    ['milk', 'syrup', 'shots'],
  ),
  stock(
    'Chips & Nuts',
    SNACK,
    'Almonds|Cashews|Kettle Chips|Pretzels|Popcorn|Peanuts',
    [295, 1695],
    'grocery',
  ),
  stock(
    'Sauces & Spreads',
    PANTRY,
    'Ketchup|Aïoli|Relish|Tapenade|Hot Sauce|Chutney',
    [395, 1395],
    'grocery',
  ),
  weigh('Cheese Counter', WEIGHED, 'Gouda|Chèvre|Cheddar|Blue|Manchego|Brie', [1099, 3899]),
  cook(
    'Salads & Bowls',
    MEAL,
    'Salad|Grain Bowl|Poke Bowl|Slaw',
    [795, 1895],
    ['dressing', 'protein', 'leave-out'],
  ),
  stock('Mugs & Cups', HOMEWARE, 'Mug|Espresso Cup|Tumbler|Teacup', [995, 3495]),
  cook('Pâtisserie', BAKED, 'Croissant|Éclair|Tart|Muffin|Danish', [295, 1695], ['warm-up', 'gift-wrap']),
  stock(
    'Coffee Beans',
    [GROCERY_STYLES, COFFEE_ORIGINS, BAGS],
    'Espresso Roast|Filter Roast|Decaf|Blend No. 5',
    [895, 3995],
    'grocery',
  ),
  stock('T-Shirts & Hoodies', CLOTHING, 'T-Shirt|Hoodie|Long Sleeve|Tank Top', [1895, 6495]),
  weigh(
    'Olives & Antipasti',
    [GROCERY_STYLES, SPICED, PLATES],
    'Olives|Artichokes|Sun-dried Tomatoes|Giardiniera|Feta Cubes',
    [799, 2199],
  ),
  cook(
    'Tacos & Burritos',
    MEAL,
    'Taco|Burrito|Quesadilla|Nachos|Enchilada',
    [495, 1695],
    ['salsa', 'burger-extras', 'leave-out'],
  ),
  stock('Wine', CELLAR, 'Pinot Noir|Riesling|Chardonnay|Cuvée|Rosé', [1195, 6995], 'alcohol'),
  stock('Candles & Scents', SCENTED, 'Candle|Room Spray|Diffuser|Wax Melt', [895, 4495]),
  cook(
    'Pasta & Risotto',
    MEAL,
    'Lasagne|Penne|Risotto|Gnocchi|Ragù',
    [1195, 2695],
    ['pasta-shape', 'protein', 'leave-out'],
  ),
  stock(
    'Jams & Honey',
    [GROCERY_STYLES, FRUIT, JARS],
    'Jam|Marmalade|Honey|Fruit Butter|Curd',
    [495, 1495],
    'grocery',
  ),
  stock('Cards & Paper', PAPER, 'Greeting Card|Notebook|Postcard|Gift Wrap|Sticker Sheet', [250, 1995]),
  cook(
    'Smoothies & Juices',
    COLD,
    'Smoothie|Juice|Slush|Agua Fresca|Lassi',
    [395, 1095],
    ['boost', 'milk', 'ice'],
  ),
  stock(
    'Chocolate & Sweets',
    [GROCERY_STYLES, SWEET, BAGS],
    'Truffles|Bark|Fudge|Toffee|Bonbons',
    [395, 2495],
  ),
  cook('Wings & Tenders', MEAL, 'Wings|Tenders|Drumsticks|Popcorn Chicken', [795, 2495], ['sauce', 'dips']),
  stock('Beer & Cider', CELLAR, 'Lager|IPA|Stout|Cider|Saison', [295, 1895], 'alcohol'),
  stock('Spices & Rubs', PANTRY, 'Rub|Seasoning|Salt|Curry Powder|Pepper Blend', [395, 1295], 'grocery'),
  cook(
    'Sandwiches & Wraps',
    MEAL,
    'Panini|Wrap|Sub|Club|Banh Mi',
    [795, 1595],
    ['bread', 'side', 'leave-out'],
  ),
  stock('Plates & Bowls', HOMEWARE, 'Plate|Serving Bowl|Platter|Ramekin', [895, 5495]),
  stock(
    'Olive Oil & Vinegar',
    [GROCERY_STYLES, SPICED, BOTTLES],
    'Olive Oil|Vinegar|Rapeseed Oil|Balsamic',
    [795, 3995],
    'grocery',
  ),
  cook('Soups & Stews', MEAL, 'Soup|Chowder|Stew|Chili|Gumbo', [495, 1495], ['bread', 'spice-level']),
  stock(
    'Tea',
    [GROCERY_STYLES, FRUIT, BAGS],
    'Green Tea|Black Tea|Rooibos|Oolong|Tisane',
    [595, 2695],
    'grocery',
  ),
  stock('Bags & Totes', ACCESSORY, 'Tote|Backpack|Lunch Bag|Pouch', [1495, 7995]),
  weigh('Charcuterie', WEIGHED, 'Salami|Prosciutto|Chorizo|Jamón|Pâté', [1499, 4599]),
  cook(
    'Ice Cream & Gelato',
    [BAKERY_STYLES, SWEET, PORTIONS],
    'Gelato|Sundae|Milkshake|Ice Cream Cone',
    [395, 1195],
    ['sundae', 'warm-up'],
  ),
  stock('Soap & Bath', SCENTED, 'Soap|Bath Salts|Body Wash|Hand Cream', [695, 2995]),
  stock('Puzzles & Games', PAPER, 'Puzzle|Card Game|Memory Game|Dice Set', [995, 4495]),
  cook(
    'Breakfast & Brunch',
    MEAL,
    'Omelette|Benedict|Hash|Frittata|Skillet',
    [795, 1895],
    ['eggs', 'side', 'leave-out'],
  ),
  stock(
    'Frozen Meals',
    [GROCERY_STYLES, SAVOURY, PACKS],
    'Pot Pie|Dumplings|Lasagne|Pierogi|Burritos',
    [595, 1995],
    'grocery',
  ),
  stock('Kitchen Linen', HOMEWARE, 'Apron|Tea Towel|Oven Mitt|Table Runner', [895, 3995]),
  stock('Crackers & Crisps', SNACK, 'Crackers|Crispbread|Grissini|Rice Cakes', [295, 895], 'grocery'),
  cook('Bao & Dumplings', MEAL, 'Bao|Dumplings|Gyoza|Spring Rolls', [595, 1595], ['sauce', 'spice-level']),
  stock('Caps & Beanies', ACCESSORY, 'Cap|Beanie|Bucket Hat|Bandana', [1495, 3995]),
  stock(
    'Cookies & Biscuits',
    [BAKERY_STYLES, SWEET, BAGS],
    'Cookies|Biscotti|Shortbread|Wafers|Amaretti',
    [395, 1595],
  ),
  stock('Wall Art', [RETAIL_STYLES, THEMES, DIMENSIONS], 'Print|Poster|Canvas|Calendar', [1295, 8995]),
  cook(
    'Curries & Rice',
    MEAL,
    'Curry|Biryani|Fried Rice|Tikka|Korma',
    [1095, 2195],
    ['spice-level', 'protein', 'leave-out'],
  ),
  stock('Pickles & Ferments', PANTRY, 'Pickles|Kimchi|Sauerkraut|Pickled Onions', [495, 1195], 'grocery'),
  stock('Spirits & Liqueurs', CELLAR, 'Gin|Vermouth|Liqueur|Whiskey|Mezcal', [1995, 9995], 'alcohol'),
  stock('Toys & Plush', PAPER, 'Plush Toy|Wooden Train|Building Set|Kite', [995, 5995]),
  cook(
    'Crêpes & Waffles',
    [BAKERY_STYLES, SWEET, PORTIONS],
    'Crêpe|Waffle|Pancakes|French Toast',
    [695, 1595],
    ['sundae', 'side'],
  ),
  stock('Garden & Seeds', [GROCERY_STYLES, PLANTS, PACKS], 'Seeds|Plant Pot|Herb Kit|Bulbs', [295, 3495]),
  stock(
    'Pasta & Grains',
    [GROCERY_STYLES, GRAINS, BAGS],
    'Tagliatelle|Farro|Polenta|Couscous|Rice',
    [295, 1295],
    'grocery',
  ),
  stock('Pet Pantry', [GROCERY_STYLES, PET_FLAVOURS, BAGS], 'Dog Biscuits|Cat Treats|Chews', [395, 1995]),
  cook('Mocktails', COLD, 'Mule|Mojito|Punch|Cooler', [595, 1295], ['ice', 'boost']),
  stock('Jewellery & Pins', PAPER, 'Enamel Pin|Earrings|Brooch|Keyring', [595, 4995]),
  stock(
    'Breads & Rolls',
    [BAKERY_STYLES, SPICED, PACKS],
    'Sourdough|Focaccia|Ciabatta|Rolls|Pretzel Bun',
    [195, 995],
    'grocery',
  ),
  stock('Glassware', HOMEWARE, 'Carafe|Wine Glass|Highball|Vase', [695, 5995]),
  cook(
    'Kids’ Menu',
    [BAKERY_STYLES, SAVOURY, PORTIONS],
    'Kids’ Pasta|Kids’ Burger|Nuggets|Mini Pizza',
    [495, 995],
    ['side', 'dips'],
  ),
  stock('Cook Books & Maps', PAPER, 'Cook Book|City Map|Field Guide|Recipe Cards', [795, 4995]),
];

function cook(
  name: string,
  naming: Naming,
  nouns: string,
  priceRange: readonly [number, number],
  modifierGroupKeys: Words,
): Shelf {
  return createShelf(name, naming, nouns, priceRange, 'kitchen', modifierGroupKeys);
}

function stock(
  name: string,
  naming: Naming,
  nouns: string,
  priceRange: readonly [number, number],
  taxRateKey?: string,
): Shelf {
  const shelf = createShelf(name, naming, nouns, priceRange, 'shelf', []);
  return taxRateKey === undefined ? shelf : { ...shelf, taxRateKey };
}

function weigh(name: string, naming: Naming, nouns: string, priceRange: readonly [number, number]): Shelf {
  return { ...createShelf(name, naming, nouns, priceRange, 'scale', []), taxRateKey: 'grocery' };
}

function createShelf(
  name: string,
  [styles, flavours, sizes]: Naming,
  nouns: string,
  priceRange: readonly [number, number],
  kind: Shelf['kind'],
  modifierGroupKeys: Words,
): Shelf {
  return {
    key: name,
    name,
    styles,
    flavours,
    sizes,
    nouns: nouns.split('|'),
    priceRange,
    kind,
    modifierGroupKeys,
  };
}
