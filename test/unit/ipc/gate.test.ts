import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { fail, succeed } from '../../../src-main/engine/face.ts';
import { createGate } from '../../../src-main/ipc/gate.ts';
import type { Handlers } from '../../../src-main/ipc/handler.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';

/** A gate before handlers of which only these are ever called. */
function openGate(handlers: Partial<Handlers>) {
  const lines: { level: string; action: string; entity: string; message: string }[] = [];
  const gate = createGate(handlers as Handlers, { describeFailure, journal: (line) => lines.push(line) });
  return { gate, lines, caller: gate.admit('test') };
}

const codeOf = (answer: Awaited<ReturnType<ReturnType<typeof createGate>['answer']>>): string =>
  answer.ok ? 'none' : answer.failure.code;

describe('the gate', () => {
  it('only the very caller that was let in is answered, and no longer than it stays', async () => {
    const { gate, caller } = openGate({ 'run:cancel': () => succeed({ isCancelling: false }) });
    expect(await gate.answer(caller, 'run:cancel', {})).toEqual({ ok: true, value: { isCancelling: false } });
    expect(codeOf(await gate.answer({ name: 'test' }, 'run:cancel', {}))).toBe('IPC_REFUSED_CALLER');
    gate.dismiss(caller);
    expect(codeOf(await gate.answer(caller, 'run:cancel', {}))).toBe('IPC_REFUSED_CALLER');
  });

  it.each(['run:nothing', '', 'toString', '__proto__', 'constructor', 7, null, undefined, { a: 1 }])(
    'a channel that does not exist is refused: %s',
    async (channel) => {
      const { gate, caller } = openGate({});
      expect(codeOf(await gate.answer(caller, channel, {}))).toBe('IPC_UNKNOWN_CHANNEL');
    },
  );

  it('a payload that does not fit reaches no handler, and the answer says where but never what was sent', async () => {
    const { gate, caller, lines } = openGate({
      'store:connect': () => {
        throw new Error('reached');
      },
    });
    const answer = await gate.answer(caller, 'store:connect', { url: 'x', key: 'k', secret: ['ck_secret'] });
    expect(codeOf(answer)).toBe('IPC_BAD_PAYLOAD');
    expect(JSON.stringify(answer)).toContain('secret: ');
    expect(JSON.stringify(answer)).not.toContain('ck_secret');
    expect(
      codeOf(await gate.answer(caller, 'store:connect', { url: 'x', key: 'k', secret: 's', more: 1 })),
    ).toBe('IPC_BAD_PAYLOAD');
    expect(lines).toEqual([]);
  });

  it('a handler’s failure leaves in words', async () => {
    const { gate, caller } = openGate({ 'plan:make': async () => fail(createFailure('WOO_NOT_CONNECTED')) });
    const answer = await gate.answer(caller, 'plan:make', { choices: [] });
    expect(answer).toEqual({ ok: false, failure: describeFailure(createFailure('WOO_NOT_CONNECTED')) });
  });

  it('a thrown error, of whatever kind, is one log line and the failure BUG', async () => {
    for (const thrown of [new TypeError('x is undefined'), 'text', undefined]) {
      const { gate, caller, lines } = openGate({
        'run:cancel': () => {
          throw thrown;
        },
      });
      expect(codeOf(await gate.answer(caller, 'run:cancel', {}))).toBe('BUG');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatchObject({ level: 'error', action: 'bug', entity: 'run:cancel' });
    }
  });

  it('a thrown error is in the log by its kind and place, never by what it quotes', async () => {
    const planted = ['ck_0123456789abcdef', 'ada@example.com', '4242 4242 4242 4242'];
    const quoting = [
      ...planted.map((text) => new TypeError(`cannot read "${text}"`)),
      ...planted,
      () => JSON.parse(planted.join()),
    ];
    for (const thrown of quoting) {
      const { gate, caller, lines } = openGate({
        'run:cancel': () => {
          if (typeof thrown === 'function') thrown();
          throw thrown;
        },
      });
      const answer = await gate.answer(caller, 'run:cancel', {});
      expect(lines[0]?.message).toMatch(/^(TypeError at |SyntaxError at |a thrown string)/);
      for (const text of planted) expect(JSON.stringify([answer, lines])).not.toContain(text);
    }
  });

  it('a call that outlives its engine is told so, though the log is closed with it', async () => {
    const closed = () => {
      throw new TypeError('The database connection is not open');
    };
    const gate = createGate({ 'run:cancel': closed } as unknown as Handlers, {
      describeFailure,
      journal: closed,
    });
    expect(codeOf(await gate.answer(gate.admit('test'), 'run:cancel', {}))).toBe('ENGINE_RENEWED');
  });

  it('a handler that forgets to answer is a mistake of ours, not an answer', async () => {
    const { gate, caller, lines } = openGate({
      'run:cancel': (() => undefined) as unknown as Handlers['run:cancel'],
    });
    expect(codeOf(await gate.answer(caller, 'run:cancel', {}))).toBe('BUG');
    expect(lines).toHaveLength(1);
    const empty = openGate({ 'run:cancel': (() => ({ ok: true })) as unknown as Handlers['run:cancel'] });
    expect(codeOf(await empty.gate.answer(empty.caller, 'run:cancel', {}))).toBe('BUG');
  });
});
