/** The part of the package that is used; it ships without types. */
declare module 'html-to-text' {
  interface SelectorRule {
    readonly selector: string;
    readonly format?: string;
    readonly options?: Readonly<Record<string, unknown>>;
  }
  export function compile(options: {
    readonly wordwrap: false | number;
    readonly selectors: readonly SelectorRule[];
  }): (html: string) => string;
}
