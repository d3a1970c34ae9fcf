/** The one installation of the app on the local site. Ids are fixed, so that permission keys stay the same. */
export const LOCAL_ENVIRONMENT_ID = '3f0c7a52-1d0e-4b7e-9c55-6a0f5b0f7d01';
export const LOCAL_INSTALLATION_ID = '8a2e6b14-5c3d-4f19-8f0b-2f6f4d9c7e02';
export const LOCAL_CLOUD_ID = 'c1d4f3a6-7b28-4e5d-a9f1-0e8b3c5d6f03';
export const LOCAL_ENVIRONMENT_TYPE = 'DEVELOPMENT';
export const LOCAL_APP_VERSION = '1.0.0';

export const localSiteAri = `ari:cloud:jira::site/${LOCAL_CLOUD_ID}`;
export const localInstallationAri = `ari:cloud:ecosystem::installation/${LOCAL_INSTALLATION_ID}`;

/** The key under which Jira's permission REST API knows a permission module of the app. */
export function permissionKey(appId: string, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${LOCAL_ENVIRONMENT_ID}/static/${moduleKey}`;
}
