import * as z from 'zod/mini';
import type { Database } from '../database';
import { transaction } from '../database';
import type { AppPermission, PermissionGrant, PermissionHolder, PermissionType, Principal } from './model';
import { jiraPermissions } from './permission-types';

const grantRow = z.object({
  id: z.string(),
  permissionKey: z.string(),
  holderType: z.enum(['user', 'group', 'projectRole', 'anyUser']),
  holderId: z.string(),
  projectId: z.nullable(z.string()),
});

/**
 * What an installed app's own account may do: project work everywhere and a project's administration, as far as its scopes go,
 * because Jira gives its role every project permission (support.atlassian.com, "The atlassian-addons-project-access project role");
 * no administration of Jira and none of the app's permissions.
 */
const appAccountMay = new Set(['BROWSE_PROJECTS', 'TRANSITION_ISSUES', 'EDIT_ISSUES', 'CREATE_ISSUES', 'ADD_COMMENTS', 'ASSIGNABLE_USER', 'LINK_ISSUES', 'MOVE_ISSUES', 'DELETE_ISSUES', 'ADMINISTER_PROJECTS']);

/** Who may do what, from grants to people, groups and project roles. */
export class PermissionStore {
  constructor(
    private readonly database: Database,
    private readonly appPermissions: readonly AppPermission[],
  ) {
    this.grantDefaultsOnce();
  }

  types(): readonly PermissionType[] {
    return [...jiraPermissions, ...this.appPermissions.map(({ key, type, name, description }) => ({ key, type, name, description }))];
  }

  type(key: string): PermissionType | undefined {
    return this.types().find((type) => type.key === key);
  }

  /** Grants in this project and those in every project; without a project, all grants there are. */
  grants(projectId?: string): PermissionGrant[] {
    return this.database
      .prepare('SELECT * FROM permission_grant WHERE ? IS NULL OR projectId IS NULL OR projectId = ? ORDER BY permissionKey, CAST(id AS INTEGER)')
      .all(projectId ?? null, projectId ?? null)
      .map((row) => toGrant(z.parse(grantRow, row)));
  }

  /** Granting what is already granted changes nothing. */
  addGrant(grant: { permissionKey: string; holder: PermissionHolder; projectId?: string | null }): void {
    this.database
      .prepare(
        `INSERT OR IGNORE INTO permission_grant (id, permissionKey, holderType, holderId, projectId)
         SELECT ifnull(max(CAST(id AS INTEGER)), 10000) + 1, ?, ?, ?, ? FROM permission_grant`,
      )
      .run(grant.permissionKey, grant.holder.type, holderId(grant.holder), grant.projectId ?? null);
  }

  removeGrant(id: string): void {
    this.database.prepare('DELETE FROM permission_grant WHERE id = ?').run(id);
  }

  /**
   * Whether someone has a permission, in a project for a project permission.
   * An inactive or unknown person has none. Nobody may browse a project that is archived or in the trash, save administrators.
   */
  has(principal: Principal, permissionKey: string, projectId?: string): boolean {
    const type = this.type(permissionKey);
    if (type === undefined) return false;
    if (type.type === 'GLOBAL') return this.granted(principal, permissionKey, null);
    if (projectId === undefined) return false;
    if (!this.isLive(projectId)) return permissionKey === 'BROWSE_PROJECTS' && this.granted(principal, 'ADMINISTER', null);
    return this.granted(principal, permissionKey, projectId);
  }

  private granted(principal: Principal, permissionKey: string, projectId: string | null): boolean {
    if (principal.kind !== 'user') return appAccountMay.has(permissionKey);
    const { accountId } = principal;
    return (
      this.database
        .prepare(
          `SELECT 1 FROM permission_grant g JOIN user u ON u.accountId = $account AND u.active = 1
           WHERE g.permissionKey = $key AND (g.projectId IS NULL OR g.projectId = $project) AND (
             g.holderType = 'anyUser'
             OR (g.holderType = 'user' AND g.holderId = $account)
             OR (g.holderType = 'group' AND EXISTS (SELECT 1 FROM group_member m WHERE m.groupId = g.holderId AND m.accountId = $account))
             OR (g.holderType = 'projectRole' AND EXISTS (
               SELECT 1 FROM role_member r WHERE r.roleId = g.holderId AND r.projectId = $project AND r.accountId = $account)))
           LIMIT 1`,
        )
        .get({ $account: accountId, $key: permissionKey, $project: projectId }) !== undefined
    );
  }

  private isLive(projectId: string): boolean {
    return this.database.prepare("SELECT 1 FROM project WHERE id = ? AND state = 'live'").get(projectId) !== undefined;
  }

  private grantDefaultsOnce(): void {
    transaction(this.database, () => {
      for (const permission of this.appPermissions) {
        const installed = this.database.prepare('INSERT OR IGNORE INTO installed_permission (key) VALUES (?)').run(permission.key);
        if (Number(installed.changes) === 0) continue;
        for (const groupId of permission.defaultGrants ?? []) {
          this.addGrant({ permissionKey: permission.key, holder: { type: 'group', groupId } });
        }
      }
    });
  }
}

function holderId(holder: PermissionHolder): string {
  switch (holder.type) {
    case 'user':
      return holder.accountId;
    case 'group':
      return holder.groupId;
    case 'projectRole':
      return holder.roleId;
    case 'anyUser':
      return '';
  }
}

function toGrant({ id, permissionKey, holderType, holderId, projectId }: z.infer<typeof grantRow>): PermissionGrant {
  const holder: PermissionHolder =
    holderType === 'user'
      ? { type: 'user', accountId: holderId }
      : holderType === 'group'
        ? { type: 'group', groupId: holderId }
        : holderType === 'projectRole'
          ? { type: 'projectRole', roleId: holderId }
          : { type: 'anyUser' };
  return { id, permissionKey, holder, projectId };
}
