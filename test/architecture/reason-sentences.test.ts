import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, RULE_CODES } from '../../src-main/domain/fields.ts';
import { NOTE_CODES, REASON_CODES, ROW_ACTIONS } from '../../src-main/domain/plan-row.ts';
import { EVENT_CODES } from '../../src-main/engine/field-event.ts';
import {
  ACTION_WORDS,
  EVENT_SENTENCES,
  FIELD_WORDS,
  NOTE_SENTENCES,
  REASON_SENTENCES,
  RULE_SENTENCES,
} from '../../src-preload/contract/reasons.ts';

describe('the words of plans', () => {
  it.each([
    ['reason', REASON_CODES, REASON_SENTENCES],
    ['note', NOTE_CODES, NOTE_SENTENCES],
    ['rule', RULE_CODES, RULE_SENTENCES],
    ['event', EVENT_CODES, EVENT_SENTENCES],
    ['action', ROW_ACTIONS, ACTION_WORDS],
    ['field', FIELD_NAMES, FIELD_WORDS],
  ])('every %s has its words, and no words are without it', (_kind, codes, words) => {
    expect(Object.keys(words).sort()).toEqual([...codes].sort());
    for (const text of Object.values(words)) expect(text).not.toBe('');
  });
});
