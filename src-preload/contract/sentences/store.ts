import type { Sentence } from '../sentence.ts';

/** The store: WooCommerce. */
export const STORE_SENTENCES = {
  WOO_NOT_CONNECTED: {
    says: 'No store is connected.',
    next: 'Connect the store first.',
  },
  WOO_KEYS_REFUSED: {
    says: 'The store does not know this consumer key.',
    next: 'Copy the key again, or make a new one in WooCommerce (Settings, Advanced, REST API).',
  },
  WOO_SECRET_WRONG: {
    says: 'The store knows the consumer key, but the consumer secret does not belong to it.',
    next: 'Copy the secret again; it is shown only once, so if it is lost make a new key.',
  },
  WOO_READ_ONLY: {
    says: 'The consumer key may only read, so nothing could be written to the store.',
    next: 'In WooCommerce (Settings, Advanced, REST API) set the key to Read/Write.',
  },
  WOO_ROLE_TOO_LOW: {
    says: 'The person that the consumer key belongs to may not manage products.',
    next: 'Make the key for a shop manager or an administrator.',
  },
  WOO_NO_REST: {
    says: 'The store[ at {host}] answers with a web page where its REST API should be: a security plugin or the host blocks it.',
    next: 'Allow the REST API (/wp-json/) in the security plugin, or ask the host of the site to.',
  },
  WOO_PLAIN_PERMALINKS: {
    says: 'The store[ at {host}] uses plain permalinks, and with these WooCommerce’s REST API has no address.',
    next: 'In WordPress open Settings, Permalinks, choose "Post name" and save.',
  },
  WOO_NOT_INSTALLED: {
    says: 'The site[ at {host}] is WordPress, but WooCommerce is not active there.',
    next: 'Check the address, or activate WooCommerce.',
  },
  WOO_LIMITED: {
    says: 'The store or its host asks for a pause: it got too many requests in a short time.',
    next: 'Wait a minute, then try again.',
  },
  WOO_REFUSED: {
    says: 'The store refused this[ (answer {status})][: {message}].',
    next: 'Mend what it says, then try it again, or import again.',
  },
  WOO_FAILING: {
    says: 'The store’s own server is in trouble[ (answer {status})].',
    next: 'Try again in some minutes; if it stays so, ask the host of the site.',
  },
  WOO_SKU_TAKEN: {
    says: 'Another product of the store[ (id {owner})] has the SKU[ {sku}] already.',
    next: 'Give one of the two another SKU, then try it again, or import again.',
  },
  WOO_SKU_IN_TRASH: {
    says: 'A product in the store’s trash still holds the SKU[ {sku}].',
    next: 'Restore that product or delete it for good, then try it again, or import again.',
  },
  WOO_BARCODE_TAKEN: {
    says: 'Another product of the store[ (id {owner})] has this barcode already.',
    next: 'Take the barcode from one of the two, then try it again, or import again.',
  },
  WOO_BATCH_TOO_LARGE: {
    says: 'The store takes fewer products at once than were sent[ (at most {limit})].',
    next: 'Go on with the import; it continues with smaller portions.',
  },
  WOO_PRODUCT_GONE: {
    says: 'The product[ {product}] is not in the store any more.',
    next: 'Restore it from the trash, or make a new plan.',
  },
  WOO_STOCK_NOT_COUNTED: {
    says: 'The store does not count the stock of the product[ {product}] itself.',
    next: 'Turn on stock management for it (WooCommerce, Products, Inventory), or leave its stock out.',
  },
  WOO_CATEGORY_EXISTS: {
    says: 'The store has a category[ named {name}] in that place already.',
    next: 'Rename one of the two, in the store or on the till.',
  },
  WOO_CATEGORY_NOT_MOVED: {
    says: 'The store did not move the category[ {name}]: it does not take that place for it.',
    next: 'See in the store whether the place lies below the category itself, then move it there by hand.',
  },
  WOO_ADD_ONS_ONE_WAY: {
    says: 'Modifier groups go from the till to the store only[: {reason}].',
    next: 'Change modifier groups on the till, or see to the plugin; the setting sync.addOns chooses which one is filled.',
  },
  PAIR_CURRENCY_DIFFERS: {
    says: 'The till sells in {till|one currency} and the store in {store|another}, and prices are never converted.',
    next: 'Connect a store that sells in the till’s currency, or change the store’s (WooCommerce, Settings, General).',
  },
  PAIR_TAX_MODE_DIFFERS: {
    says: 'The till’s prices {till|are kept one way} and the store’s {store|the other}, so the same figure means two prices.',
    next: 'Choose what becomes of the figure: it is copied as it is (same), or the tax is added (add) or taken off (remove).',
  },
} as const satisfies Record<string, Sentence>;
