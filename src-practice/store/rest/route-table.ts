import type { Route } from './call.ts';
import type { Fields } from './failure.ts';

export interface RouteMatch {
  readonly route: Route;
  readonly params: Fields;
}

interface CompiledRoute {
  readonly route: Route;
  readonly matcher: RegExp;
}

/** Where every part of the store registers its routes. */
export interface RouteTable {
  add(...routes: Route[]): void;
  /** Finds the route of a method and path; letter case and a trailing slash do not matter. */
  match(method: string, path: string): RouteMatch | undefined;
  readonly patterns: readonly string[];
}

/** An empty table. */
export function createRouteTable(): RouteTable {
  const byDepth = new Map<number, CompiledRoute[]>();
  const patterns: string[] = [];
  return {
    patterns,
    add: (...routes) => {
      for (const route of routes) {
        const depth = countSegments(route.pattern);
        const list = byDepth.get(depth) ?? [];
        byDepth.set(depth, list);
        list.push({ route, matcher: compile(route.pattern) });
        if (!patterns.includes(route.pattern)) patterns.push(route.pattern);
      }
    },
    match: (method, path) => {
      const bare = path.replace(/\/+$/, '');
      for (const { route, matcher } of byDepth.get(countSegments(bare)) ?? []) {
        if (!route.methods.includes(method)) continue;
        const match = matcher.exec(bare);
        if (match) return { route, params: { ...match.groups } };
      }
      return undefined;
    },
  };
}

function countSegments(path: string): number {
  return path.split('/').length;
}

function compile(pattern: string): RegExp {
  const source = pattern.replace(/\{(\w+):slug\}/g, '(?<$1>[\\w-]+)').replace(/\{(\w+)\}/g, '(?<$1>\\d+)');
  return new RegExp(`^${source}$`, 'i');
}
