import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux keeps its control groups, and how each version of them calls limit and peak. */
const KINDS = [
  { root: '/sys/fs/cgroup/memory', limit: 'memory.limit_in_bytes', peak: 'memory.max_usage_in_bytes' },
  { root: '/sys/fs/cgroup', limit: 'memory.max', peak: 'memory.peak' },
] as const;

/** Processes that together get no more memory than this: beyond it the system takes back files, then kills. */
export interface MemoryGroup {
  /** Put before a command, which then runs inside. */
  readonly wrapper: readonly string[];
  /** The most that its processes had with the files they read and wrote, bytes. */
  readPeak(): number;
  /** Once its processes have ended. */
  close(): void;
}

/** null where this machine or user may not limit memory. */
export function openMemoryGroup(limitBytes: number): MemoryGroup | null {
  for (const { root, limit, peak } of KINDS) {
    const folder = join(root, `tillbridge-bench-${process.pid}`);
    try {
      mkdirSync(folder);
      if (!existsSync(join(folder, limit))) {
        rmdirSync(folder);
        continue;
      }
      writeFileSync(join(folder, limit), String(limitBytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT') continue;
      throw error;
    }
    return {
      wrapper: ['sh', '-c', `echo $$ > ${join(folder, 'cgroup.procs')} && exec "$@"`, 'sh'],
      readPeak: () => Number(readFileSync(join(folder, peak), 'utf8')),
      close: () => rmdirSync(folder),
    };
  }
  return null;
}
