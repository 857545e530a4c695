import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import {
  chooseHookWord,
  chooseRelayWord,
  chooseTrouble,
  isPairingLost,
} from '../../../src-renderer/features/relay/relay-words.ts';

const HUB: HubStateShape = {
  word: 'connected',
  relay: null,
  hostName: 'office-pc',
  writer: null,
  isHinted: false,
  lastHintMs: { till: null, store: null },
  failure: null,
  refusal: null,
};
const say = (code: 'HUB_LOST' | 'HUB_TOKEN_REFUSED' | 'LEASE_ELSEWHERE') =>
  describeFailure(createFailure(code, { host: 'relay.example.com' }));

describe('the relay in words', () => {
  it('each state has one, and a colour is never alone', () => {
    const words = (['off', 'away', 'connected', 'watching', 'resting'] as const).map(
      (word) => chooseRelayWord({ ...HUB, word }).word,
    );
    expect(words).toEqual(['Switched off', 'Not reached', 'Ready', 'Another PC writes', 'Paired']);
  });

  it('webhooks are active only where both sides tell, and not spoken of without a link', () => {
    expect(chooseHookWord({ ...HUB, isHinted: true })).toEqual({ tone: 'good', word: 'Webhooks active' });
    expect(chooseHookWord(HUB)?.tone).toBe('quiet');
    expect(chooseHookWord({ ...HUB, word: 'away', isHinted: true })).toBeNull();
  });

  it('a relay that is away for a moment is no reason to pair again; one that knows this PC no longer is', () => {
    const lost = { ...HUB, word: 'away' as const, failure: say('HUB_LOST') };
    expect([isPairingLost(lost), chooseRelayWord(lost).word]).toEqual([false, 'Not reached']);
    const refused = { ...lost, failure: say('HUB_TOKEN_REFUSED') };
    expect([isPairingLost(refused), chooseRelayWord(refused)]).toEqual([
      true,
      { tone: 'bad', word: 'Pair again' },
    ]);
  });

  it('that another PC writes is told by the banner alone, also what a round of before was refused for', () => {
    const failure = say('LEASE_ELSEWHERE');
    expect(chooseTrouble({ failure })).toBeNull();
    expect(chooseTrouble({ failure: say('HUB_LOST') })?.code).toBe('HUB_LOST');
  });
});
