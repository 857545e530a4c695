/** Without I, L, O and U: nothing to mix up when it is read aloud, and no words. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LABEL_LETTERS = 4;
const SECRET_LETTERS = 6;
const LETTERS_IN_ALL = LABEL_LETTERS + SECRET_LETTERS;

/**
 * A one-time code in two parts: the label says which invitation is meant, so that its tries can be counted, and the
 * secret (30 bits) is what must be known. Five tries against one label succeed once in 200 million times.
 */
export interface PairingCode {
  readonly label: string;
  readonly secret: string;
}

export function makePairingCode(makeBytes: (count: number) => Buffer): PairingCode {
  // 256 is a multiple of 32, so no letter is likelier than another.
  const text = [...makeBytes(LETTERS_IN_ALL)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return { label: text.slice(0, LABEL_LETTERS), secret: text.slice(LABEL_LETTERS) };
}

/** As a person reads it: `ABCD-EFGH-JK`. */
export const writePairingCode = ({ label, secret }: PairingCode): string =>
  `${label}-${secret.slice(0, 4)}-${secret.slice(4)}`;

/** As a person types it, in any case, with or without hyphens, O for 0, I and L for 1. Null where it can be no code. */
export function readPairingCode(typed: string): PairingCode | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== LETTERS_IN_ALL || [...text].some((letter) => !LETTERS.includes(letter))) return null;
  return { label: text.slice(0, LABEL_LETTERS), secret: text.slice(LABEL_LETTERS) };
}
