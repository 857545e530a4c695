import type { HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';

interface Word {
  readonly tone: Tone;
  readonly word: string;
}

const WORDS: Readonly<Record<HubStateShape['word'], Word>> = {
  'not-connected': { tone: 'quiet', word: t('Not connected') },
  off: { tone: 'quiet', word: t('Switched off') },
  away: { tone: 'waiting', word: t('Not reached') },
  connected: { tone: 'good', word: t('Ready') },
  watching: { tone: 'waiting', word: t('Another PC writes') },
  resting: { tone: 'accent', word: t('Paired') },
};

/** Only a person with a new code ends these. */
const PAIR_AGAIN: ReadonlySet<string> = new Set(['HUB_TOKEN_REFUSED', 'HUB_REPLACED']);

/** Whether this PC has to be paired anew. */
export const isPairingLost = ({ failure }: Pick<HubStateShape, 'failure'>): boolean =>
  failure !== null && PAIR_AGAIN.has(failure.code);

/** How it stands with the relay, in a word. */
export const chooseRelayWord = (hub: Pick<HubStateShape, 'word' | 'failure'>): Word =>
  hub.word === 'away' && isPairingLost(hub) ? { tone: 'bad', word: t('Pair again') } : WORDS[hub.word];

/** Whether the relay can tell of changes now. */
export const hasLink = ({ word }: Pick<HubStateShape, 'word'>): boolean =>
  word === 'connected' || word === 'watching';

/** Whether webhooks come; null where nothing is connected that could bring them. */
export function chooseHookWord(hub: Pick<HubStateShape, 'word' | 'isHinted'>): Word | null {
  if (!hasLink(hub)) return null;
  return hub.isHinted
    ? { tone: 'good', word: t('Webhooks active') }
    : { tone: 'quiet', word: t('Not heard from both sides yet') };
}

/** What the card says beside its word; null where the word says it all. Who may write, a banner says. */
export const chooseTrouble = ({ failure }: Pick<HubStateShape, 'failure'>): FailureShape | null =>
  failure?.code.startsWith('LEASE_') ? null : failure;
