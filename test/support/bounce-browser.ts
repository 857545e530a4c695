import { compileFunction } from 'node:vm';
import { BOUNCE_SCRIPT } from '../../src-hub/oauth-bounce/bounce-script.ts';

/** What the bounce page did with one address. */
export interface Bounced {
  /** Every address that the script went to, in any way. */
  readonly wentTo: readonly string[];
  readonly shown: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  /** Anything that would have parsed text as HTML. */
  readonly unsafe: readonly string[];
}

/** Runs the page's own script, as the browser gets it, with a location and a document that write down what it does. */
export function createBounceBrowser(): (search: string) => Bounced {
  let bounced = {
    wentTo: [] as string[],
    shown: [] as string[],
    unsafe: [] as string[],
    texts: {} as Record<string, string>,
  };
  let search = '';
  const go = (url: unknown): void => void bounced.wentTo.push(String(url));
  const makeElement = (id: string): object => ({
    set hidden(isHidden: boolean) {
      if (!isHidden) bounced.shown.push(id);
    },
    set textContent(text: string) {
      bounced.texts[id] = text;
    },
    set innerHTML(text: string) {
      bounced.unsafe.push(text);
    },
    addEventListener: () => undefined,
  });
  const location = {
    get search() {
      return search;
    },
    replace: go,
    assign: go,
    set href(url: string) {
      go(url);
    },
  };
  const sandbox = {
    URLSearchParams,
    document: { getElementById: makeElement, write: (text: string) => void bounced.unsafe.push(text) },
    navigator: { clipboard: { writeText: async () => undefined } },
    open: go,
    fetch: go,
    get location() {
      return location;
    },
    set location(url: unknown) {
      go(url);
    },
  };
  // Every name that the script uses is looked up in the sandbox first, and assignments to it land there too.
  const run = compileFunction(BOUNCE_SCRIPT, [], { contextExtensions: [sandbox] });
  return (wish) => {
    bounced = { wentTo: [], shown: [], unsafe: [], texts: {} };
    search = wish;
    run();
    return bounced;
  };
}
