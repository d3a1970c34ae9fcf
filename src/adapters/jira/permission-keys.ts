import { getAppContext } from '@forge/api';
import type { OwnPermission } from '../../ports/tracker';

/** The keys of manifest.yml's permission modules. */
const moduleKeys: Readonly<Record<OwnPermission, string>> = {
  setGuidelines: 'set-guidelines',
  decideGate: 'decide-gate',
  seeMargin: 'see-margin',
  seePortfolio: 'see-portfolio',
};

/**
 * The key by which Jira's REST API knows a permission of the app's own
 * (Forge documentation, "Jira project permission": extension, app id, environment id, `static`, module key).
 */
export function permissionKey(permission: OwnPermission): string {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${moduleKeys[permission]}`;
}

/** Whether it is held everywhere or nowhere, and in no project. */
export const isGlobal = (permission: OwnPermission): boolean => permission === 'seePortfolio';
