const NONE: ReadonlySet<string> = new Set();

/** A many-to-many set of id pairs that answers from both sides, in the order the pairs were made. */
export class Pairs {
  readonly #rights = new Map<string, Set<string>>();
  readonly #lefts = new Map<string, Set<string>>();
  /** Hears of every pair made or dissolved; a till without an app has none. */
  watch: ((left: string, right: string) => void) | undefined;

  has(left: string, right: string): boolean {
    return this.#rights.get(left)?.has(right) ?? false;
  }

  rightsOf(left: string): ReadonlySet<string> {
    return this.#rights.get(left) ?? NONE;
  }

  leftsOf(right: string): ReadonlySet<string> {
    return this.#lefts.get(right) ?? NONE;
  }

  link(left: string, right: string): void {
    addTo(this.#rights, left, right);
    addTo(this.#lefts, right, left);
    this.watch?.(left, right);
  }

  unlink(left: string, right: string): void {
    if (!this.has(left, right)) return;
    removeFrom(this.#rights, left, right);
    removeFrom(this.#lefts, right, left);
    this.watch?.(left, right);
  }

  dropLeft(left: string): void {
    for (const right of [...this.rightsOf(left)]) this.unlink(left, right);
  }

  dropRight(right: string): void {
    for (const left of [...this.leftsOf(right)]) this.unlink(left, right);
  }

  *entries(): Generator<readonly [left: string, right: string], undefined> {
    for (const [left, rights] of this.#rights) for (const right of rights) yield [left, right];
  }
}

function addTo(index: Map<string, Set<string>>, from: string, to: string): void {
  const known = index.get(from);
  if (known) known.add(to);
  else index.set(from, new Set([to]));
}

function removeFrom(index: Map<string, Set<string>>, from: string, to: string): void {
  const known = index.get(from);
  known?.delete(to);
  if (known?.size === 0) index.delete(from);
}
