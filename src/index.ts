import { createWorld } from './app';
import { createDealSync } from './handlers/deal-sync';
import { createPoll } from './handlers/poll';
import { createProductEvent } from './handlers/product-event';
import { createReconcile } from './handlers/reconcile';
import { createResolver } from './handlers/resolver';
import { createSalesforceMessage } from './handlers/salesforce-message';
import { createSalesforceSignal } from './handlers/salesforce-signal';
import { createTempoSignal } from './handlers/tempo-signal';
import { createValidateDelivery } from './handlers/validate-delivery';

/** One export for each handler that manifest.yml names. */
export const resolver = createResolver(createWorld);
export const validateDelivery = createValidateDelivery(createWorld);
export const productEvent = createProductEvent(createWorld);
export const dealSync = createDealSync(createWorld);
export const poll = createPoll(createWorld);
export const salesforceSignal = createSalesforceSignal(createWorld);
export const salesforceMessage = createSalesforceMessage(createWorld);
export const tempoSignal = createTempoSignal(createWorld);
export const reconcile = createReconcile(createWorld);
