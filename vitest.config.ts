import { defineConfig } from 'vitest/config';

// Browser and kill tests share two cores with the servers they start, so files run two at a time.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
