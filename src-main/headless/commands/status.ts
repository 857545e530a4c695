import { answer, type Command } from '../command.ts';
import { createStatusDocument, describeStatus } from '../views/status-view.ts';

export const STATUS: Command = {
  name: 'status',
  summary: 'Says where everything stands; asks neither side.',
  run: async ({ openCore, surroundings }) => {
    const core = await openCore();
    if (!core.ok) return core;
    const status = core.value.engine.status();
    return answer({
      document: createStatusDocument(status),
      lines: (paint) => describeStatus(status, surroundings.clock.nowMs(), paint),
    });
  },
};
