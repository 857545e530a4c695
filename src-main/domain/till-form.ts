/**
 * Whether the till may have made the one text of the other: it keeps what it has no letter for as a question
 * mark (clover.md 11).
 */
export const isTillForm = (said: string, written: string): boolean =>
  readLetters(said) === readLetters(written);

const readLetters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
