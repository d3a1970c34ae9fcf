import { NotConnected, OutsideError } from '../../ports/errors';
import type { World } from '../../ports/world';

type Subscribing = Pick<World, 'planSignals' | 'signalAddress' | 'states'>;

/** Has Tempo tell of people's changes to plans. Without that they are found by the regular comparison, so a failure is only kept. */
export async function subscribe({ planSignals, signalAddress, states }: Subscribing): Promise<void> {
  try {
    const signals = await planSignals.ensure(await signalAddress.tempoUrl());
    await states.changeConnection('tempo', (state) => (state.signals === signals ? undefined : { ...state, signals }));
  } catch (error) {
    if (error instanceof NotConnected) return;
    if (!(error instanceof OutsideError)) throw error;
    const signals = error.failure === 'refused' || error.failure === 'unauthorised' ? 'refused' : 'inactive';
    await states.changeConnection('tempo', (state) => (state.signals === signals ? undefined : { ...state, signals }));
  }
}

/** Takes the subscription back before the token is forgotten. Where Tempo refuses, its signals find no secret and are refused here. */
export async function unsubscribe({ planSignals, signalAddress, states }: Subscribing): Promise<void> {
  try {
    await planSignals.cancel(await signalAddress.tempoUrl());
  } catch (error) {
    if (!(error instanceof NotConnected) && !(error instanceof OutsideError)) throw error;
  }
  await states.changeConnection('tempo', (state) => ({ ...state, signals: 'none' }));
}
