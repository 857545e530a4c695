/**
 * Our own documented product meta `_tillbridge_modifier_groups` (modifiers.md 6.1): the till's modifier
 * groups with Clover ids inside, prices in minor units. `max` 0 means no upper limit.
 */
export interface ModifierMeta {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly available: boolean;
}

export interface ModifierGroupMeta {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly sort: number;
  readonly mods: readonly ModifierMeta[];
}
