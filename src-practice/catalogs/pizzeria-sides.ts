import type { TillCatalogItem } from '../till/catalog.ts';
import { createEan13, createUpcA } from './barcode.ts';

type Extra = Omit<TillCatalogItem, 'categoryKeys'>;

const SIDES: readonly Extra[] = [
  {
    name: 'Garlic Knots',
    priceCents: 695,
    sku: 'SIDE-KNOT',
    alternateName: 'Six warm knots, brown butter, parsley and Pecorino Romano',
    modifierGroupKeys: ['dips'],
    tagKeys: ['vegetarian'],
  },
  {
    name: 'Mac & Cheese Bites',
    priceCents: 895,
    sku: 'SIDE-MAC',
    alternateName: 'Golden-fried three-cheese macaroni, molten inside',
    modifierGroupKeys: ['dips'],
    tagKeys: ['vegetarian'],
  },
  {
    name: 'Jalapeño Poppers',
    priceCents: 925,
    sku: 'SIDE-POP',
    alternateName: 'Jalapeños filled with cream cheese and cheddar in a crisp crumb',
    modifierGroupKeys: ['dips'],
    tagKeys: ['vegetarian', 'spicy'],
  },
  {
    name: 'Oven-roasted Wings (8)',
    priceCents: 1395,
    sku: 'SIDE-WNG8',
    alternateName: 'Brined overnight, roasted hot, tossed to order',
    modifierGroupKeys: ['wing-sauce', 'dips'],
    tagKeys: ['spicy'],
  },
  {
    name: 'Oven-roasted Wings (16)',
    priceCents: 2495,
    sku: 'SIDE-WNG16',
    alternateName: 'The table-sized bowl, tossed to order',
    modifierGroupKeys: ['wing-sauce', 'dips'],
    tagKeys: ['spicy'],
  },
  {
    name: 'Arancini al Ragù',
    priceCents: 1050,
    sku: 'SIDE-ARAN',
    alternateName: 'Three saffron rice balls with slow-cooked beef ragù and peas',
    stock: 24,
    autoManage: true,
  },
  {
    name: 'Burrata & Heirloom Tomatoes',
    priceCents: 1495,
    sku: 'SIDE-BURR',
    alternateName: 'Creamy burrata, basil oil, flaky salt, grilled sourdough',
    tagKeys: ['vegetarian'],
    stock: 10,
    autoManage: true,
  },
  {
    name: 'Truffle Parmesan Fries',
    priceCents: 850,
    sku: 'SIDE-TRUF',
    alternateName: 'Skin-on fries, truffle oil, aged parmesan, chives',
    modifierGroupKeys: ['dips'],
    tagKeys: ['vegetarian'],
  },
  {
    name: "Nonna's Meatballs",
    priceCents: 1195,
    sku: 'SIDE-MEAT',
    alternateName: 'Four beef-and-pork meatballs in San Marzano sauce, whipped ricotta',
    stock: 0,
    autoManage: true,
    available: false,
  },
  {
    name: 'Castelvetrano Olives by the Pound',
    priceCents: 1299,
    priceType: 'PER_UNIT',
    unitName: 'lb',
    sku: 'DELI-OLIVE',
    alternateName: 'Buttery green Sicilian olives, weighed at the counter',
    tagKeys: ['vegetarian'],
    taxRateKeys: ['grocery'],
    stock: 18.5,
  },
];

const SALADS: readonly Extra[] = [
  {
    name: 'Caesar Salad',
    priceCents: 1095,
    sku: 'SAL-CAES',
    alternateName: 'Romaine hearts, garlic croutons, shaved parmesan',
    modifierGroupKeys: ['dressing', 'salad-protein'],
  },
  {
    name: 'Chopped Italian Salad',
    priceCents: 1295,
    sku: 'SAL-CHOP',
    alternateName: 'Salami, provolone, chickpeas, pepperoncini, radicchio',
    modifierGroupKeys: ['dressing', 'salad-protein'],
  },
  {
    name: 'Arugula & Pear Salad',
    priceCents: 1195,
    sku: 'SAL-PEAR',
    alternateName: 'Ripe pear, Gorgonzola, candied walnuts, honey',
    modifierGroupKeys: ['dressing', 'salad-protein'],
    tagKeys: ['vegetarian'],
  },
  {
    name: 'Caprese',
    priceCents: 1150,
    sku: 'SAL-CAPR',
    alternateName: 'Buffalo mozzarella, vine tomatoes, torn basil, aged balsamic',
    modifierGroupKeys: ['salad-protein'],
    tagKeys: ['vegetarian'],
  },
  {
    name: 'Side Salad',
    priceCents: 595,
    sku: 'SAL-SIDE',
    alternateName: 'Little gem, cucumber, cherry tomatoes',
    modifierGroupKeys: ['dressing'],
    tagKeys: ['vegetarian'],
  },
];

const DESSERTS: readonly Extra[] = [
  {
    name: 'Tiramisù',
    priceCents: 850,
    sku: 'DES-TIRA',
    alternateName: 'Espresso-soaked savoiardi, mascarpone, dark cocoa',
    tagKeys: ['vegetarian'],
    stock: 16,
    autoManage: true,
  },
  {
    name: 'Cannoli Siciliani (2)',
    priceCents: 750,
    sku: 'DES-CANN',
    alternateName: 'Crisp shells filled to order with sweet ricotta and pistachio',
    tagKeys: ['vegetarian'],
    stock: 20,
  },
  {
    name: '7" Cookie',
    priceCents: 695,
    sku: 'DES-COOK7',
    alternateName: 'Skillet chocolate-chip cookie, warm from the pizza oven',
    tagKeys: ['vegetarian'],
    stock: 14,
  },
  {
    name: 'Affogato al Caffè',
    priceCents: 650,
    sku: 'DES-AFFO',
    alternateName: 'Vanilla gelato drowned in a double espresso',
    tagKeys: ['vegetarian'],
  },
  {
    name: 'Olive Oil & Lemon Cake',
    priceCents: 725,
    sku: 'DES-LEMON',
    alternateName: 'Tender crumb, Amalfi lemon glaze, crème fraîche',
    tagKeys: ['vegetarian'],
    stock: 9,
  },
  {
    name: 'Hazelnut & Banana Calzone',
    priceCents: 995,
    sku: 'DES-CALZ',
    alternateName: 'Folded, baked and dusted with sugar; for two',
    tagKeys: ['vegetarian'],
  },
];

const DRINKS: readonly Extra[] = [
  { name: 'Fountain Soda', priceCents: 325, sku: 'DRK-SODA', alternateName: 'Free refills' },
  { name: 'Fresh Lemonade', priceCents: 425, sku: 'DRK-LEMO', alternateName: 'Squeezed this morning, mint' },
  { name: 'Iced Tea', priceCents: 350, sku: 'DRK-ITEA', alternateName: 'Black tea, peach, not too sweet' },
  { name: 'Espresso', priceCents: 325, sku: 'DRK-ESP', alternateName: 'Double shot, Neapolitan roast' },
  {
    name: 'Cappuccino',
    priceCents: 475,
    sku: 'DRK-CAPP',
    alternateName: 'Silky foam, cocoa',
    modifierGroupKeys: ['milk'],
  },
  {
    name: 'Caffè Latte',
    priceCents: 495,
    sku: 'DRK-LATTE',
    alternateName: 'Double shot, steamed milk',
    modifierGroupKeys: ['milk'],
  },
  {
    name: 'Italian Sparkling Water 750 ml',
    priceCents: 550,
    sku: 'BTL-SPRK',
    code: createEan13(1001),
    taxRateKeys: ['grocery'],
    stock: 48,
  },
  {
    name: 'Still Spring Water 500 ml',
    priceCents: 275,
    sku: 'BTL-STILL',
    code: createEan13(1002),
    taxRateKeys: ['grocery'],
    stock: 72,
  },
  {
    name: 'Blood Orange Aranciata 12 oz',
    priceCents: 395,
    sku: 'BTL-ARAN',
    code: createUpcA(2001),
    stock: 60,
  },
  { name: 'Root Beer 12 oz', priceCents: 375, sku: 'BTL-ROOT', code: createUpcA(2002), stock: 36 },
  { name: 'Mexican Cola 355 ml', priceCents: 395, sku: 'BTL-COLA', code: createUpcA(2003), stock: 5 },
  {
    name: 'Chinotto & Rosemary Soda 330 ml',
    priceCents: 425,
    sku: 'BTL-CHIN',
    code: createEan13(1003),
    stock: 24,
  },
];

const AT_THE_COUNTER: readonly Extra[] = [
  { name: 'Gift card', priceCents: 0, priceType: 'VARIABLE', sku: 'GIFT', alternateName: 'Any amount' },
  {
    name: 'Corner Oven Chili Oil 8 oz',
    priceCents: 1250,
    sku: 'SHOP-CHILI',
    code: createUpcA(2101),
    stock: 30,
  },
  { name: 'Pizza Dough Ball 9 oz', priceCents: 450, sku: 'SHOP-DOUGH', taxRateKeys: ['grocery'], stock: 40 },
  { name: 'Staff Meal', priceCents: 500, sku: 'STAFF-MEAL', hidden: true },
];

/** Everything on the menu that is not a pizza, in menu order and with its category. */
export const PIZZERIA_EXTRAS: readonly TillCatalogItem[] = [
  ...assignCategory(SIDES, 'sides'),
  ...assignCategory(SALADS, 'salads'),
  ...assignCategory(DESSERTS, 'desserts'),
  ...assignCategory(DRINKS, 'drinks'),
  ...assignCategory(AT_THE_COUNTER, 'counter'),
];

function assignCategory(extras: readonly Extra[], categoryKey: string): TillCatalogItem[] {
  return extras.map((extra) => ({ ...extra, categoryKeys: [categoryKey] }));
}
