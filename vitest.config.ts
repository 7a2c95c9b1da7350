import { defineConfig } from 'vitest/config';

// vitest asks for a default export.
// eslint-disable-next-line no-restricted-syntax
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/cli/build.ts'],
    testTimeout: 30_000,
  },
});
