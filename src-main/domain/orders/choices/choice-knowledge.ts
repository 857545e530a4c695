/** What matching knows beside the till's groups as they are now. */
export interface ChoiceKnowledge {
  readonly digits: number;
  /** Units of the line: a price charged once a line comes as a share. */
  readonly quantity: number;
  /** Names that a modifier or a group had before, by Clover id: orders may be older than a change of name. */
  readonly formerNames: ReadonlyMap<string, readonly string[]>;
  /** What the store was told to ask for a modifier, now and before, by Clover id. */
  readonly storeAmounts: ReadonlyMap<string, readonly number[]>;
  /** The store was told what must be chosen; else nobody there was asked for it. */
  readonly isStoreTold: boolean;
}
