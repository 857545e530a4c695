import { answer, type Command } from '../command.ts';
import { createStatusDocument, describeStatus } from '../views/status-view.ts';

export const STATUS: Command = {
  name: 'status',
  summary: 'Says where everything stands; asks neither side.',
  run: async ({ openCore, surroundings }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const { engine } = core.value;
    const status = engine.status();
    const live = {
      state: engine.sync.state(),
      conflicts: engine.conflicts.list({ limit: 0, offset: 0 }).total,
      orders: engine.orders.overview().lanes,
    };
    return answer({
      document: createStatusDocument(status, live),
      lines: (paint) => describeStatus(status, live, surroundings.clock.nowMs(), paint),
    });
  },
};
