import { publish } from './small-guidelines';
import { link, startTestSite } from './test-site';

/**
 * A site in a process of its own, for a test to kill. Its argument is the data folder. It prints its addresses as one line
 * of JSON when the first project has guidelines and a linked deal, and Tempo will take the next entry and never answer.
 */
async function run(): Promise<void> {
  const test = await startTestSite({ data: process.argv[2] ?? ':memory:' });
  await publish(test, 'portal');
  await link(test, 'portal', 'portal');
  await test.site.host.idle();
  const { faults } = test.site.tempo.store;
  // A search is sent as POST below the same path, and has a harmless fault of its own, or it would take the one meant for the entry.
  faults.add({ method: 'POST', path: '/4/plans/search', times: 1000, fault: { kind: 'slow', milliseconds: 0 } });
  faults.add({ method: 'POST', path: '/4/plans', times: 1, fault: { kind: 'commitThenTimeout' } });
  console.log(JSON.stringify(test.site.urls));
}

void run();
