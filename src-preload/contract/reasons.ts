// The words for what a plan decides. The codes are those of `src-main/domain/plan-row.ts` and `fields.ts`;
// `test/architecture/reason-sentences.test.ts` holds them together.

/** What a row of a plan would do. */
export const ACTION_WORDS = {
  link: 'link',
  create_woo: 'create in the store',
  create_clover: 'create on the till',
  update_woo: 'update in the store',
  update_clover: 'update on the till',
  review: 'look at',
  conflict: 'conflict',
  skip: 'leave as it is',
} as const satisfies Record<string, string>;

/** Why a row is what it is. */
export const REASON_SENTENCES = {
  NEW_ON_TILL: 'It is on the till and not in the store.',
  NEW_CATEGORY: 'The store has no category of this name.',
  BEING_MADE: 'The sync has begun to make it, and goes on with it.',
  RESTORED_FROM_TRASH: 'It is in the store’s trash and comes back from there.',
  SAME_SKU: 'Both have the same SKU.',
  SAME_BARCODE: 'Both have the same barcode.',
  SAME_NAME: 'Both have the same name, and only these two have it.',
  SAME_OPTIONS: 'Both are the same variant of the same product.',
  FOUND_BY_MARK: 'It was made from this item by an earlier import.',
  CHANGED_ON_TILL: 'It was changed on the till.',
  RULES_CHANGED: 'Your settings, such as the markup, make another value of the till’s.',
  ALREADY_IN_STEP: 'Both sides are the same.',
  LEFT_DIFFERENT: 'The two differ as they were left, for instance by an undo; neither has changed since.',
  EDITED_IN_STORE: 'It was changed in the store, and that stays.',
  CHANGED_SINCE: 'It was changed after that run, and that stays.',
  EDITED_ON_BOTH: 'It was changed on the till and in the store, each in another way.',
  GONE_FROM_TILL: 'It is no longer on the till.',
  GONE_FROM_STORE: 'It was deleted in the store, and that stays.',
  TRASHED_IN_STORE: 'It was put into the store’s trash, and stays there.',
  ONLY_IN_STORE: 'It is in the store only.',
  SIMILAR_NAME: 'A product in the store has nearly the same name.',
  NAME_BUT_SKU_DIFFERS: 'A product in the store has the same name, but not the same SKU.',
  SEVERAL_ITEMS_ONE_PRODUCT: 'Several items of the till fit the same product of the store.',
  SEVERAL_PRODUCTS_ONE_ITEM: 'Several products of the store fit this item.',
  STRUCTURE_DIFFERS: 'It has variants on one side and not on the other, or other ones.',
  SKU_IN_TRASH: 'A product in the store’s trash still holds its SKU.',
  VARIANT_WITHOUT_OPTIONS: 'The till gives this variant no options of its own, such as a size.',
  PARENT_NEEDS_REVIEW: 'Its product has to be looked at first.',
  DELETE_IGNORED: 'It is no longer on the till, and the settings leave such products alone.',
  KIND_NOT_SUPPORTED: 'It is a kind of product that a till does not have, such as a bundle.',
  ACCEPTED_BY_PERSON: 'A person said that these two belong together.',
  CHANGED_IN_STORE: 'It was changed in the store.',
  STOCK_MOVED: 'The count moved on one side.',
  DECIDED_BY_PERSON: 'A person decided so.',
  NEW_IN_STORE: 'It is in the store and not on the till.',
  CATEGORY_MOVED_ON_TILL: 'It was moved to another place on the till.',
  CATEGORY_MOVED_IN_STORE: 'It was moved to another place in the store.',
  CATEGORY_MOVED_ON_BOTH: 'It was moved on both sides, and your settings say whose categories win.',
  PLACE_MISSING: 'It was moved below a category that the other side does not have.',
  RAN_OUT: 'Its count is used up, and your settings say what customers then see.',
  BACK_IN_STOCK: 'There are pieces again, so it is shown as before.',
  PLACE_TOO_DEEP:
    'It was moved to where the till cannot have it: that has one level of subcategories, or none.',
} as const satisfies Record<string, string>;

/** How a linked pair came to belong together, where the plan's own words would speak of the time before. */
export const LINK_SENTENCES: Readonly<Record<string, string>> = {
  NEW_ON_TILL: 'An import made it from the till’s item.',
  NEW_CATEGORY: 'An import made it from the till’s category.',
  RESTORED_FROM_TRASH: 'It came back from the store’s trash.',
};

/** What a person should know about a row though it does not stop it. */
export const NOTE_SENTENCES = {
  SKU_DOUBLE_ON_TILL: 'Several items of the till have this SKU, so the store gets none.',
  SKU_BLANK: 'The item has no SKU; it is found again by its mark.',
  BARCODE_DOUBLE_ON_TILL: 'Several items of the till have this barcode, so the store gets none.',
  BARCODE_NOT_DIGITS: 'The barcode is not a number, and the store takes no other.',
  PRICE_TYPED_AT_TILL: 'The cashier types the price, so the store gets none.',
  PRICE_PER_UNIT: 'The price is for one unit, such as a pound.',
  STOCK_NOT_MANAGED: 'The store does not count this product, so its stock stays as it is.',
  STOCK_ROUNDED_DOWN: 'The store counts whole pieces, so the stock is rounded down.',
  STOCK_NEGATIVE: 'The till’s count is below zero.',
  MODIFIERS_DIFFER_IN_GROUP: 'Not all variants have the same modifier groups; the product gets all of them.',
  NAME_DOUBLE_ON_TILL: 'Several items of the till have this name.',
} as const satisfies Record<string, string>;

/** Why a field was decided as it was. */
export const RULE_SENTENCES = {
  new: 'the store had nothing here',
  same: 'both sides were the same',
  agreed: 'nothing has changed since the two agreed',
  'till-owns': 'the till wins for this field',
  'store-owns': 'the store wins for this field',
  'till-changed': 'it was changed on the till',
  'rules-changed': 'your settings make another value of it',
  'store-changed': 'it was changed in the store',
  'both-changed': 'it was changed on both sides',
  pinned: 'it is pinned',
  'switched-off': 'this field is not kept in step',
  'gone-from-till': 'the item is gone from the till',
  'stock-moved': 'the count moved there by as many pieces',
  'one-way': 'changes go the other way only',
  'till-cannot': 'the till cannot have the store’s value',
  'alternate-name-in-use': 'the till’s alternate name is used for something else',
  decided: 'a person decided so',
  always: 'a rule of yours decides this field',
  'add-ons-behind': 'the add-on plugin had lost it or had an older one',
  'ran-out': 'its count is used up, and your settings say so',
  'back-in-stock': 'there are pieces again, so it is as before',
} as const satisfies Record<string, string>;

/** What became of a field by other ways than a merge; with the rules, every word of its history. */
export const EVENT_SENTENCES = {
  ...RULE_SENTENCES,
  'new-on-till': 'the till had nothing here',
  'own-value': 'a person gave both sides a value of their own',
  'stock-file': 'a person’s stock file says so',
  'sold-out': 'a person said that it is sold out',
  'back-on-sale': 'it was put back on sale',
  'made-on-till': 'the till did not have it, so it was made there',
  'made-as-draft': 'it was made as a draft, as your settings say',
  'gone-from-store': 'the product is gone from the store',
  'put-back': 'an undo put it back',
} as const satisfies Record<string, string>;

/** The names of the fields. */
export const FIELD_WORDS = {
  name: 'name',
  price: 'price',
  sku: 'SKU',
  barcode: 'barcode',
  categories: 'categories',
  stock: 'stock',
  availability: 'availability',
  description: 'description',
  modifiers: 'modifier groups',
} as const satisfies Record<string, string>;

/** Why looks are as far apart as they are. */
export const PACE_WORDS = {
  hinted: 'seldom, since the relay tells of every change',
  fastest: 'as fast as it goes',
  shared: 'not faster, since Clover counts the calls of all shops that use this app together',
  closed: 'slower, since the shop is closed now',
  quiet: 'slower while nothing changes',
  catalog: 'slower, since so many products take that many calls',
  failing: 'longer, since one side does not answer',
} as const;
