export interface TimedRow {
  readonly id: string;
  readonly createdTime: number;
  readonly modifiedTime: number;
}

/** Dead entries are swept out once they outnumber the rows by this much. */
const SWEEP_SLACK = 64;

/**
 * Rows by id that can be read from any moment of creation or change on without a walk through the others: a
 * poll of 100,000 orders costs what changed since. No creation or change lies before the one
 * before it, even if the clock was set back.
 */
export class TimedShelf<Row extends TimedRow> {
  readonly #rows = new Map<string, Row>();
  readonly #created = new TimeLog();
  readonly #changed = new TimeLog();
  /** Hears what is put here and taken away; a till without an app has none. */
  watch: ((before: Row | undefined, after: Row | undefined) => void) | undefined;

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  values(): Iterable<Row> {
    return this.#rows.values();
  }

  /** Adds a row or replaces the one of the same id. */
  put(given: Row): Row {
    const before = this.#rows.get(given.id);
    const createdTime = before?.createdTime ?? Math.max(given.createdTime, this.#created.lastTime);
    const modifiedTime = Math.max(given.modifiedTime, this.#changed.lastTime);
    const isInOrder = createdTime === given.createdTime && modifiedTime === given.modifiedTime;
    const row = isInOrder ? given : { ...given, createdTime, modifiedTime };
    this.#rows.set(row.id, row);
    if (!before) this.#created.add(row.id, row.createdTime);
    if (before?.modifiedTime !== row.modifiedTime) this.#changed.add(row.id, row.modifiedTime);
    if (this.#changed.size > 2 * this.#rows.size + SWEEP_SLACK) this.#changed.sweep(this.#isLatest);
    this.watch?.(before, row);
    return row;
  }

  delete(id: string): boolean {
    const before = this.#rows.get(id);
    const isDeleted = this.#rows.delete(id);
    if (this.#created.size > 2 * this.#rows.size + SWEEP_SLACK) this.#created.sweep(this.#isFirst);
    if (isDeleted) this.watch?.(before, undefined);
    return isDeleted;
  }

  /** The rows made at or after the moment. */
  *readCreated(fromTime: number, isNewestFirst: boolean): Generator<Row, undefined> {
    for (const [id, time] of this.#created.read(fromTime, isNewestFirst)) {
      const row = this.#rows.get(id);
      if (row && row.createdTime === time) yield row;
    }
  }

  /** The rows whose latest change is at or after the moment, in the order of these changes. */
  *readChanged(fromTime: number, isNewestFirst: boolean): Generator<Row, undefined> {
    for (const [id, time] of this.#changed.read(fromTime, isNewestFirst)) {
      const row = this.#rows.get(id);
      if (row && row.modifiedTime === time) yield row;
    }
  }

  readonly #isFirst = (id: string, time: number): boolean => this.#rows.get(id)?.createdTime === time;
  readonly #isLatest = (id: string, time: number): boolean => this.#rows.get(id)?.modifiedTime === time;
}

/** Ids with rising times; what is out of date stays until it is swept out. */
class TimeLog {
  #ids: string[] = [];
  #times: number[] = [];

  get size(): number {
    return this.#ids.length;
  }

  get lastTime(): number {
    return this.#times.at(-1) ?? 0;
  }

  add(id: string, time: number): void {
    this.#ids.push(id);
    this.#times.push(time);
  }

  *read(fromTime: number, isNewestFirst: boolean): Generator<readonly [string, number], undefined> {
    const [ids, times] = [this.#ids, this.#times];
    const first = this.#findFirst(fromTime);
    const last = ids.length - 1;
    for (let step = 0; step <= last - first; step += 1) {
      const position = isNewestFirst ? last - step : first + step;
      yield [ids[position] ?? '', times[position] ?? 0];
    }
  }

  sweep(isLive: (id: string, time: number) => boolean): void {
    const kept = this.#ids.map((id, position) => isLive(id, this.#times[position] ?? 0));
    this.#ids = this.#ids.filter((_, position) => kept[position]);
    this.#times = this.#times.filter((_, position) => kept[position]);
  }

  #findFirst(fromTime: number): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] ?? 0) < fromTime) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
