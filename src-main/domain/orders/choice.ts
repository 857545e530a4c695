/** What a customer chose with a product, in the words and prices of the store, whichever plugin kept it. */
export interface Choice {
  /** The question: `Size`, `Toppings`; empty where the plugin keeps none. */
  readonly group: string;
  /** The answer: `Large & Hot`, or what was typed. */
  readonly label: string;
  /** For one unit of the line, minor units; null where the plugin does not say it. */
  readonly unitAmount: number | null;
  /** How often it was chosen for one unit: double bacon is 2. */
  readonly times: number;
  /** Clover's modifier, where the meta names it (our own does). */
  readonly modifierId: string | null;
  /** Clover's modifier group, where the meta names it or it follows from the group that we wrote. */
  readonly groupId: string | null;
  /** A text that the customer typed, no option: it becomes a note. */
  readonly isText: boolean;
}

/** Which plugin's meta was read. `plain` is visible meta that no known plugin claims. */
export type ChoiceSource =
  | 'own'
  | 'product-add-ons'
  | 'woocommerce-food'
  | 'woofood'
  | 'advanced-product-fields'
  | 'ppom'
  | 'yith'
  | 'plain'
  | 'none';

export interface LineChoices {
  readonly source: ChoiceSource;
  readonly choices: readonly Choice[];
}
