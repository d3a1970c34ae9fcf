import * as z from 'zod/mini';
import type { Database } from '../database';
import type { Group, Locale, ProjectRole, ThemePreference, User } from './model';
import { flag, withName } from './rows';

const userRow = z.object({
  accountId: z.string(),
  displayName: z.string(),
  emailAddress: z.string(),
  active: flag,
  locale: z.enum(['pl_PL', 'en_US']),
  timeZone: z.string(),
  theme: z.enum(['light', 'dark', 'auto']),
  avatarColour: z.string(),
  jobTitlePl: z.string(),
  jobTitleEn: z.string(),
});
const groupRow = z.object({ id: z.string(), name: z.string() });
const roleRow = z.object({ id: z.string(), namePl: z.string(), nameEn: z.string() });

/** People, the groups they are in and the roles they have in projects. */
export class PeopleStore {
  constructor(private readonly database: Database) {}

  /** Everyone, inactive people included, by name. */
  all(): User[] {
    return this.users('ORDER BY displayName, accountId');
  }

  find(accountId: string): User | undefined {
    return this.users('WHERE accountId = ?', accountId)[0];
  }

  /** Active people whose name or address has a word that begins with the text, or is the account id. */
  search(text: string): User[] {
    const wanted = text.trim().toLowerCase();
    return this.all().filter((user) => user.active && matches(user, wanted));
  }

  setLocale(accountId: string, locale: Locale): void {
    this.database.prepare('UPDATE user SET locale = ? WHERE accountId = ?').run(locale, accountId);
  }

  setTheme(accountId: string, theme: ThemePreference): void {
    this.database.prepare('UPDATE user SET theme = ? WHERE accountId = ?').run(theme, accountId);
  }

  setActive(accountId: string, active: boolean): void {
    this.database.prepare('UPDATE user SET active = ? WHERE accountId = ?').run(active ? 1 : 0, accountId);
  }

  groups(): Group[] {
    return this.database.prepare('SELECT id, name FROM user_group ORDER BY name').all().map((row) => z.parse(groupRow, row));
  }

  groupsOf(accountId: string): Group[] {
    return this.database
      .prepare('SELECT g.id, g.name FROM user_group g JOIN group_member m ON m.groupId = g.id WHERE m.accountId = ? ORDER BY g.name')
      .all(accountId)
      .map((row) => z.parse(groupRow, row));
  }

  roles(): ProjectRole[] {
    return this.database.prepare('SELECT * FROM project_role ORDER BY id').all().map((row) => withName(z.parse(roleRow, row)));
  }

  rolesOf(accountId: string, projectId: string): ProjectRole[] {
    return this.database
      .prepare('SELECT r.* FROM project_role r JOIN role_member m ON m.roleId = r.id WHERE m.accountId = ? AND m.projectId = ? ORDER BY r.id')
      .all(accountId, projectId)
      .map((row) => withName(z.parse(roleRow, row)));
  }

  /** The people who have a role in a project, by name. */
  roleMembers(projectId: string, roleId: string): User[] {
    return this.users(
      'WHERE accountId IN (SELECT accountId FROM role_member WHERE projectId = ? AND roleId = ?) ORDER BY displayName',
      projectId,
      roleId,
    );
  }

  private users(tail: string, ...values: string[]): User[] {
    return this.database.prepare(`SELECT * FROM user ${tail}`).all(...values).map((row) => {
      const { jobTitlePl, jobTitleEn, ...user } = z.parse(userRow, row);
      return { ...user, jobTitle: { pl: jobTitlePl, en: jobTitleEn } };
    });
  }
}

function matches(user: User, wanted: string): boolean {
  if (wanted === '' || user.accountId.toLowerCase() === wanted) return true;
  const name = user.displayName.toLowerCase();
  const address = user.emailAddress.toLowerCase();
  return name.startsWith(wanted) || address.startsWith(wanted) || name.split(/\s+/u).some((word) => word.startsWith(wanted));
}
