const { availableParallelism } = require('node:os');
const { join } = require('node:path');

// Tests that start a process of their own start it with the settings of what runs on this machine.
process.env.TSX_TSCONFIG_PATH ??= join(__dirname, 'local', 'tsconfig.json');

const swc = ['@swc/jest', {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
  },
}];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/environment.js',
  roots: ['<rootDir>/src', '<rootDir>/local', '<rootDir>/static', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/local/dist', '<rootDir>/static/dist'],
  transform: { '\\.tsx?$': swc },
  testTimeout: 60_000,
  // Tests of sites and browsers wait for one another half of the time, so one worker more than there are cores keeps these busy.
  maxWorkers: availableParallelism() + 1,
};
