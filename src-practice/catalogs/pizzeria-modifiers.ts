import type { TillCatalog } from '../till/catalog.ts';

type ModifierGroup = TillCatalog['modifierGroups'][number];

/** What a guest may choose with a pizza, a salad, wings or a coffee. */
export const PIZZERIA_MODIFIER_GROUPS: readonly ModifierGroup[] = [
  {
    key: 'crust',
    name: 'Crust',
    minRequired: 1,
    maxAllowed: 1,
    modifiers: [
      { name: 'Classic', priceCents: 0 },
      { name: 'Thin', priceCents: 0 },
      { name: 'Gluten free', priceCents: 200 },
      { name: 'Cheese-stuffed', priceCents: 250 },
    ],
  },
  {
    key: 'extra-toppings',
    name: 'Extra toppings',
    minRequired: 0,
    maxAllowed: 5,
    modifiers: [
      { name: 'Fresh mozzarella', priceCents: 225 },
      { name: 'Pepperoni', priceCents: 200 },
      { name: 'Italian sausage', priceCents: 225 },
      { name: 'Smoked bacon', priceCents: 225 },
      { name: 'Grilled chicken', priceCents: 275 },
      { name: 'Prosciutto di Parma', priceCents: 350 },
      { name: 'Jalapeños', priceCents: 125 },
      { name: 'Kalamata olives', priceCents: 150 },
      { name: 'Roasted mushrooms', priceCents: 150 },
      { name: 'Caramelized onions', priceCents: 125 },
      { name: 'Sun-dried tomatoes', priceCents: 175 },
      { name: 'Baby arugula', priceCents: 150 },
      { name: 'Anchovies', priceCents: 200, available: false },
      { name: 'Hot honey drizzle', priceCents: 100 },
    ],
  },
  {
    key: 'leave-out',
    name: 'Leave out',
    minRequired: 0,
    maxAllowed: 3,
    modifiers: [
      { name: 'No onions', priceCents: 0 },
      { name: 'No garlic', priceCents: 0 },
      { name: 'No olives', priceCents: 0 },
      { name: 'No mushrooms', priceCents: 0 },
      { name: 'No peppers', priceCents: 0 },
      { name: 'No cheese', priceCents: 0 },
    ],
  },
  {
    key: 'dressing',
    name: 'Dressing',
    minRequired: 1,
    maxAllowed: 1,
    modifiers: [
      { name: 'Balsamic vinaigrette', priceCents: 0 },
      { name: 'Creamy Caesar', priceCents: 0 },
      { name: 'Buttermilk ranch', priceCents: 0 },
      { name: 'Lemon & olive oil', priceCents: 0 },
      { name: 'Gorgonzola', priceCents: 75 },
    ],
  },
  {
    key: 'salad-protein',
    name: 'Make it a meal',
    minRequired: 0,
    maxAllowed: 2,
    modifiers: [
      { name: 'Grilled chicken breast', priceCents: 450 },
      { name: 'Garlic shrimp', priceCents: 650 },
      { name: 'Burrata', priceCents: 500 },
      { name: 'Crispy chickpeas', priceCents: 250 },
    ],
  },
  {
    key: 'wing-sauce',
    name: 'Wing sauce',
    minRequired: 1,
    maxAllowed: 2,
    modifiers: [
      { name: 'Classic buffalo', priceCents: 0 },
      { name: 'Smoky barbecue', priceCents: 0 },
      { name: 'Garlic & parmesan', priceCents: 0 },
      { name: 'Calabrian chili', priceCents: 50 },
      { name: 'Plain, sauce on the side', priceCents: 0 },
    ],
  },
  {
    key: 'dips',
    name: 'Dips',
    minRequired: 0,
    maxAllowed: 4,
    modifiers: [
      { name: 'Marinara', priceCents: 75 },
      { name: 'Roasted garlic aïoli', priceCents: 100 },
      { name: 'Buttermilk ranch', priceCents: 75 },
      { name: 'Hot honey', priceCents: 100 },
    ],
  },
  {
    key: 'milk',
    name: 'Milk',
    minRequired: 1,
    maxAllowed: 1,
    modifiers: [
      { name: 'Whole', priceCents: 0 },
      { name: 'Skim', priceCents: 0 },
      { name: 'Oat', priceCents: 75 },
      { name: 'Almond', priceCents: 75 },
    ],
  },
];
