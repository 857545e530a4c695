import { create } from 'zustand';

const KEPT_AT = 'hints-seen';
/** Stands for every hint there is. */
const ALL = '*';

interface HintState {
  readonly seen: ReadonlySet<string>;
  /** Never shows it again on this computer. */
  close(name: string): void;
  /** No more hints, of any kind. */
  closeAll(): void;
}

/** Which hints were closed: kept by the page itself, since they belong to this computer and to no shop. */
export const useHints = create<HintState>((set, get) => {
  const keep = (name: string): void => {
    const seen = new Set(get().seen).add(name);
    set({ seen });
    try {
      localStorage.setItem(KEPT_AT, JSON.stringify([...seen]));
    } catch {
      // Full, or switched off in this browser: then it is closed until the page is loaded anew.
    }
  };
  return { seen: readSeen(), close: keep, closeAll: () => keep(ALL) };
});

export const isHintOpen = ({ seen }: Pick<HintState, 'seen'>, name: string): boolean =>
  !seen.has(name) && !seen.has(ALL);

function readSeen(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AT) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set(); // never written by this page, or not readable
  }
}
