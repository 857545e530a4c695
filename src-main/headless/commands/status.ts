import { answer, type Command } from '../command.ts';
import { readLiveStatus } from '../live-status.ts';
import { createStatusDocument, describeStatus } from '../views/status-view.ts';

export const STATUS: Command = {
  name: 'status',
  summary: 'Says where everything stands; asks neither side.',
  run: async ({ openCore, surroundings }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const { engine, support } = core.value;
    const known = engine.status();
    const held = engine.rehearsal.findRefusal();
    // The window has a banner for it.
    const status = held ? { ...known, warnings: [...known.warnings, held] } : known;
    const live = { ...readLiveStatus(engine), dataTrouble: support.findWriteTrouble() };
    const nowMs = surroundings.clock.nowMs();
    return answer({
      document: createStatusDocument(status, live, nowMs),
      lines: (paint) => describeStatus(status, live, nowMs, paint),
    });
  },
};
