import { defineConfig } from 'vitest/config';
import { isWatchedRun } from './test/world/reach/reach-notes.ts';
import { watchSource } from './test/world/reach/watched-sources.ts';

const watch = {
  name: 'watch what is reached',
  enforce: 'pre' as const,
  transform: (text: string, path: string) => watchSource(path, text),
};

export default defineConfig({
  plugins: isWatchedRun ? [watch] : [],
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: isWatchedRun ? ['test/world/reach/watch-setup.ts'] : [],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // More than a small machine has cores: much of what is tested waits for sockets, processes and printers.
    maxWorkers: 4,
  },
});
