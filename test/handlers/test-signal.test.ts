import { signalWays } from '../../src/domain/signal';
import { sendTestSignal } from '../../src/handlers/test-signal';
import { setSignalSecret } from '../../src/use-cases/settings/signal-secrets';
import { openPlannedProject } from '../use-cases/planned-project';
import { company, ordered, type MemoryWorld } from '../world/memory-world';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
});

const asAdministrator = { accountId: company.administrator };

describe.each(signalWays)('a test signal by way of %s', (via) => {
  const keepSecret = (secret: string): Promise<unknown> => setSignalSecret(memory.as(), asAdministrator, { via, secret });
  const test = async () => sendTestSignal(memory.as(company.administrator), asAdministrator, { via });

  it('goes through with a secret and a connection, shows as the last signal, and orders nothing', async () => {
    await keepSecret('thirty-two_characters_and_more_of_them');
    const { refusal, settings } = await test();
    expect(refusal).toBeNull();
    expect(settings.signals.lastAccepted).toEqual({ at: memory.clock.now(), via, deals: 1 });
    expect(ordered(memory)).toEqual([]);
  });

  it('goes through again, for each is one of its own', async () => {
    await keepSecret('thirty-two_characters_and_more_of_them');
    expect([(await test()).refusal, (await test()).refusal]).toEqual([null, null]);
  });

  it('uses the new secret while one is exchanged', async () => {
    await keepSecret('thirty-two_characters_and_more_of_them');
    await keepSecret('another_secret_that_is_as_long_as_that');
    expect((await test()).refusal).toBeNull();
  });

  it('says that there is no secret yet', async () => {
    const { refusal, settings } = await test();
    expect([refusal, settings.signals.lastAccepted]).toEqual(['notSet', null]);
  });

  it('says that Salesforce is not connected, or to an organisation that could not be read', async () => {
    await keepSecret('thirty-two_characters_and_more_of_them');
    const { settings } = memory.as();
    const connection = await settings.salesforce();
    if (connection === undefined) throw new Error('The test needs a connection.');
    await settings.saveSalesforce({ ...connection, organisationId: null });
    expect((await test()).refusal).toBe('organisation');
    await settings.saveSalesforce(undefined);
    expect((await test()).refusal).toBe('organisation');
  });

  it('never gives the secret back', async () => {
    await keepSecret('thirty-two_characters_and_more_of_them');
    expect(JSON.stringify(await test())).not.toContain('thirty-two');
  });
});
