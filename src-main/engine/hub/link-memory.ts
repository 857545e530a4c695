import type { Failure } from '../../domain/failure.ts';
import type { HubState, HubWord } from '../hub-face.ts';
import type { Lease } from '../hub-ports.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Side } from '../live-ledger.ts';
import type { HubCore } from './hub-core.ts';

const META = 'hub.state';

/** What a running engine last knew of the link, for other processes of this data folder. */
interface LinkNote {
  readonly isUp: boolean;
  readonly failure: Failure | null;
  readonly lease: Lease | null;
}

/** How the link stands, as far as this process or another one of the data folder knows. */
export interface LinkMemory {
  isUp(): boolean;
  /** @returns false where that was known */
  note(isUp: boolean, failure: Failure | null): boolean;
  /** Nothing runs any more. */
  forget(): void;
  noteHint(side: Side): void;
  /** What a person has to mend about webhooks; null: nothing. */
  noteTrouble(failure: Failure | null): void;
  describe(): HubState;
}

/** @param isLooking some process of this data folder keeps both sides in step */
export function createLinkMemory(
  core: HubCore,
  { meta }: Pick<Ledger, 'meta'>,
  nowMs: () => number,
  isLooking: () => boolean,
): LinkMemory {
  let note: LinkNote | null = null;
  let trouble: Failure | null = null;
  const lastHintMs: Record<Side, number | null> = { till: null, store: null };
  const readOther = (): LinkNote | null =>
    isLooking() ? (JSON.parse(meta.get(META) ?? 'null') as LinkNote | null) : null;
  return {
    isUp: () => note?.isUp ?? false,
    note: (isUp, failure) => {
      const next: LinkNote = { isUp, failure, lease: core.lease.read() };
      const text = JSON.stringify(next);
      const isNews = text !== JSON.stringify(note);
      note = next;
      if (isNews) meta.put(META, text);
      return isNews;
    },
    forget: () => {
      note = null;
    },
    noteHint: (side) => {
      lastHintMs[side] = nowMs();
    },
    noteTrouble: (failure) => {
      trouble = failure;
    },
    describe: () => {
      const known = note ?? readOther();
      const refusal = core.lease.findRefusal();
      return {
        word: findWord(core, known, refusal),
        connection: core.readConnection(),
        failure: known?.failure ?? refusal ?? trouble,
        lease: known?.lease ?? null,
        refusal,
        isHinted: known !== null && core.trust.isTrusted(),
        lastHintMs,
      };
    },
  };
}

function findWord(core: HubCore, note: LinkNote | null, refusal: Failure | null): HubWord {
  if (core.readConnection() === null) return 'not-connected';
  if (!core.isOn()) return 'off';
  if (note === null) return 'resting';
  if (!note.isUp) return 'away';
  return refusal === null ? 'connected' : 'watching';
}
