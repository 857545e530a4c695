import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // More than a small machine has cores: much of what is tested waits for sockets, processes and printers.
    maxWorkers: 4,
  },
});
