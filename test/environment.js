const { AsyncLocalStorage } = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');

/** What keeps a value along a chain of promises, since the last file of tests ended. */
const used = new Set();
for (const method of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function (...given) {
    used.add(this);
    return original.apply(this, given);
  };
}

/**
 * Node's environment, which leaves nothing behind that the next files of tests pay for.
 * Each file loads its own Jest, and with it storages that Node 20 then asks at every promise for as long as the process lives:
 * after a hundred files the same test takes three times as long.
 */
module.exports = class extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
};
