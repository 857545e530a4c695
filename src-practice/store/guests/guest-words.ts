import type { Guest } from './guest-order.ts';

export const GUESTS: readonly Guest[] = (
  [
    ['Ann', 'Lee', '5185550101', '1 Main St', 'Albany', 'NY', '12207'],
    ['José', 'Muñoz', '5185550102', '27 Río Grande Ave', 'Troy', 'NY', '12180'],
    ['Siobhán', "O'Neill", '5185550103', '9 Lark St, Apt 3', 'Albany', 'NY', '12210'],
    ['Zoë', 'Åström', '5185550104', '400 Washington Ave', 'Albany', 'NY', '12203'],
    ['Νίκος', 'Παπαδόπουλος', '5185550105', '12 Delaware Ave', 'Albany', 'NY', '12202'],
    ['Wei', '李', '5185550106', '88 Broadway', 'Cohoes', 'NY', '12047'],
    ['Mary Jane', 'Smith-Jones', '5185550107', '3 Elm Ct', 'Colonie', 'NY', '12205'],
    ['Omar', 'Haddad', '5185550108', '710 Madison Ave', 'Albany', 'NY', '12208'],
  ] as const
).map(([firstName, lastName, phone, address, city, state, postcode], at) => ({
  firstName,
  lastName,
  phone,
  email: `guest${at + 1}@example.test`,
  address,
  city,
  state,
  postcode,
  country: 'US',
}));

/** What guests write with an order; most write nothing. */
export const NOTES: readonly string[] = [
  'no onions please 🧅🚫',
  'Ring twice 🔔🔔 – the dog is loud 🐶',
  "It's a birthday! 🎂👨‍👩‍👧‍👦 Candle if you have one",
  'Allergic to NUTS!!',
  'Extra napkins & plates < 5',
  'Leave at the door.\nCode: 4711#',
  'sin cebolla, por favor 🙏🏽',
  '"well done" crust',
];

/** What they write for one line. */
export const LINE_NOTES: readonly string[] = [
  'well done 🔥',
  'cut in 12',
  'half/half if possible',
  'sauce on the side',
];
