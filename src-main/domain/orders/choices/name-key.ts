import { foldLabel } from '../../modifier-adapters/option-labels.ts';
import { foldText } from '../../name-fold.ts';

/** Longer texts are no names; to fold one may take long. */
const LONGEST_NAME = 1_000;

/** By what two spellings of a group's or a modifier's name are the same, as the add-on plugins may change them. */
export const keyName = (name: string): string =>
  foldText(name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : foldLabel(name));
