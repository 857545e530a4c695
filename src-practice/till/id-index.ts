const NONE: readonly string[] = [];

/** Which rows carry a value, in the order they got it. Most values have one row, which then costs no set. */
export class IdIndex {
  readonly #ids = new Map<string, string | Set<string>>();

  find(value: string): Iterable<string> {
    const known = this.#ids.get(value);
    if (known === undefined) return NONE;
    return typeof known === 'string' ? [known] : known;
  }

  add(value: string, id: string): void {
    const known = this.#ids.get(value);
    if (known === undefined) this.#ids.set(value, id);
    else if (typeof known !== 'string') known.add(id);
    else if (known !== id) this.#ids.set(value, new Set([known, id]));
  }

  remove(value: string, id: string): void {
    const known = this.#ids.get(value);
    if (known === id) this.#ids.delete(value);
    else if (known instanceof Set) known.delete(id);
  }

  /** Moves the id from one value to another; either may be absent. */
  move(id: string, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) this.remove(from, id);
    if (to !== undefined) this.add(to, id);
  }
}
