import type { Route, TillMethod } from './call.ts';

export interface PathMatch {
  /** `/items/{itemId}`. */
  readonly pattern: string;
  readonly params: Readonly<Record<string, string>>;
  readonly routes: ReadonlyMap<string, Route>;
}

/** Where every part of the till registers its routes. */
export interface RouteTable {
  add(...routes: readonly Route[]): void;
  /** A path that exists but has none of our methods, so that every one is a 405. */
  addClosed(path: string): void;
  match(path: string): PathMatch | undefined;
}

interface Segment {
  readonly literals: Map<string, Segment>;
  placeholder: { readonly name: string; readonly next: Segment } | undefined;
  pattern: string | undefined;
  readonly routes: Map<TillMethod, Route>;
}

/** An empty table; a word in a path goes before a placeholder. */
export function createRouteTable(): RouteTable {
  const root = createSegment();
  return {
    add: (...routes) => {
      for (const route of routes) open(root, route.path).routes.set(route.method, route);
    },
    addClosed: (path) => void open(root, path),
    match: (path) => {
      const params: Record<string, string> = {};
      let segment = root;
      for (const word of path.split('/').slice(1)) {
        const next = segment.literals.get(word) ?? segment.placeholder?.next;
        if (!next) return undefined;
        if (segment.placeholder?.next === next) params[segment.placeholder.name] = word;
        segment = next;
      }
      if (segment.pattern === undefined) return undefined;
      return { pattern: segment.pattern, params, routes: segment.routes };
    },
  };
}

function open(root: Segment, path: string): Segment {
  let segment = root;
  for (const word of path.split('/').slice(1)) {
    const name = /^\{(\w+)\}$/.exec(word)?.[1];
    if (name === undefined) {
      const next = segment.literals.get(word) ?? createSegment();
      segment.literals.set(word, next);
      segment = next;
    } else {
      segment.placeholder ??= { name, next: createSegment() };
      if (segment.placeholder.name !== name)
        throw new Error(`${path}: the place is already called otherwise`);
      segment = segment.placeholder.next;
    }
  }
  segment.pattern = path;
  return segment;
}

function createSegment(): Segment {
  return { literals: new Map(), placeholder: undefined, pattern: undefined, routes: new Map() };
}
