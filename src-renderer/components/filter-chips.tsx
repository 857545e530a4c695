import { formatCount } from './money.ts';
import type { Tone } from './tone.ts';

export interface FilterChip<K extends string> {
  readonly key: K;
  readonly word: string;
  readonly count: number | null;
  readonly tone: Tone;
}

export interface FilterChipsProps<K extends string> {
  /** What is filtered, for those who hear it. */
  readonly label: string;
  readonly chips: readonly FilterChip<K>[];
  /** null: everything is shown. */
  readonly chosen: K | null;
  readonly choose: (key: K | null) => void;
}

/** Counts by kind; pressing one shows only those, pressing it again shows everything. */
export function FilterChips<K extends string>({ label, chips, chosen, choose }: FilterChipsProps<K>) {
  return (
    <fieldset className="tb-chips" aria-label={label}>
      {chips.map(({ key, word, count, tone }) => (
        <button
          key={key}
          type="button"
          className="tb-tone tb-chip"
          data-tone={tone}
          aria-pressed={key === chosen}
          onClick={() => choose(key === chosen ? null : key)}
        >
          {word}
          {count !== null && <span className="tb-tabular">{formatCount(count)}</span>}
        </button>
      ))}
    </fieldset>
  );
}
