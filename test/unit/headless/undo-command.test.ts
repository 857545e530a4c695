import { describe, expect, it, vi } from 'vitest';
import { asRunId } from '../../../src-main/domain/ids.ts';
import type { Engine, UndoPreview, UndoResult } from '../../../src-main/engine/face.ts';
import { NO_EFFECTS } from '../../../src-main/engine/flows/undo-preview.ts';
import { makeResult } from './fake-runs.ts';
import { createFakeMachine } from './fake-surroundings.ts';

const makePreview = (given: Partial<UndoPreview> = {}): UndoPreview => ({
  runId: asRunId(7),
  isBegun: false,
  ...NO_EFFECTS,
  ...given,
});

function createEngine(preview: Partial<UndoPreview>, result: Partial<UndoResult> = {}) {
  const undo = vi.fn<Engine['undo']>(async () => ({
    ok: true,
    value: { ...makeResult(), undone: 1, kept: [], ...result },
  }));
  const previewUndo: Engine['previewUndo'] = async () => ({ ok: true, value: makePreview(preview) });
  return { undo, engine: { undo, previewUndo } };
}

describe('undo', () => {
  it.each([
    ['y\n', 0, true],
    ['n\n', 3, false],
    ['', 3, false],
  ])('says what it would do and asks at a terminal, and %j ends with %i', async (input, exitCode, isDone) => {
    const { undo, engine } = createEngine({ trashed: 165, trashedVariants: 96, putBack: 3, kept: 2 });
    const machine = createFakeMachine({ engine, input, isTerminal: true });
    expect(await machine.run('undo', '7')).toBe(exitCode);
    expect(machine.stderr.text).toContain(
      'Undo run 7 (165 products with 96 variants to the store’s trash, 3 put back as before, 2 left, for they were changed since)? [y/N]',
    );
    expect(undo).toHaveBeenCalledTimes(isDone ? 1 : 0);
  });

  it.each([
    [{ trashed: 1 }, '1 product to the store’s trash'],
    [{ unpublished: 2 }, '2 products taken off the shop'],
    [{ hidden: 3 }, '3 items hidden on the till'],
    [{ unlinked: 4 }, '4 products no longer kept in step'],
  ])('that would do %j is refused where nobody can be asked, and says how', async (preview, effect) => {
    const { undo, engine } = createEngine(preview);
    const machine = createFakeMachine({ engine });
    expect(await machine.run('undo', '7', '--json')).toBe(3);
    const { error } = JSON.parse(machine.stdout.text);
    expect(error).toMatchObject({ code: 'USE_APPROVAL_NEEDED' });
    expect(error.hint).toContain(effect);
    expect(error.hint).toContain('undo 7 --yes');
    expect(undo).not.toHaveBeenCalled();
    expect(await machine.run('undo', '7', '--yes')).toBe(0);
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['only puts values back', { putBack: 3 }],
    ['was begun before', { trashed: 165, isBegun: true }],
  ])('that %s needs nobody’s word where nobody can be asked', async (_what, preview) => {
    const { undo, engine } = createEngine(preview);
    expect(await createFakeMachine({ engine }).run('undo', '7', '--json')).toBe(0);
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('says which conflicts it opened again, and what it left', async () => {
    const kept = [{ name: 'Latte', fields: ['price'] as const }];
    const { engine } = createEngine({ putBack: 1 }, { reopened: 2, kept });
    const machine = createFakeMachine({ engine });
    expect(await machine.run('undo', '7')).toBe(0);
    expect(machine.stdout.text).toContain('2 conflicts are open again: conflicts');
    expect(machine.stdout.text).toContain('Latte: price');
    await machine.run('undo', '7', '--json');
    expect(machine.stdout.text).toContain('"reopened":2');
  });

  it('that was stopped goes on by the same command', async () => {
    const { engine } = createEngine({ putBack: 1 }, { state: 'cancelled' });
    const machine = createFakeMachine({ engine });
    expect(await machine.run('undo', '5')).toBe(1);
    expect(machine.stdout.text).toContain('It can go on where it stopped: undo 5');
    expect(machine.stdout.text).not.toContain('apply');
  });
});
