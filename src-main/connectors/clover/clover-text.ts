/** A name as Clover keeps it: of characters beyond the basic plane a question mark is left (clover.md 0). */
export const keepText = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?').trim();
