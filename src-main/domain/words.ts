import type { Failure } from './failure.ts';

/** Says a text in the person's language. @param text in English, with `{{names}}`; `count` picks the plural */
export type Say = (text: string, values?: Readonly<Record<string, string | number>>) => string;

/** How a person is spoken to outside the window's own texts: alerts, e-mails, what became of an order. */
export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly say: Say;
  /** A text out of a table, where its own line is not a call of `say`. */
  tell(text: string): string;
  describeFailure(failure: Failure): { readonly message: string; readonly hint: string };
  /** The sentence of a failure's code; null where the text is none. */
  sayCode(text: string): string | null;
}
