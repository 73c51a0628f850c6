import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    setupFiles: ['tests/support/fix-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
