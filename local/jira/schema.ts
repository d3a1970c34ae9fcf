import type { Database } from '../database';

/** Creates the tables that are not there yet. */
export function createTables(database: Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS user (
      accountId TEXT PRIMARY KEY, displayName TEXT NOT NULL, emailAddress TEXT NOT NULL, active INTEGER NOT NULL,
      locale TEXT NOT NULL, timeZone TEXT NOT NULL, theme TEXT NOT NULL, avatarColour TEXT NOT NULL,
      jobTitlePl TEXT NOT NULL, jobTitleEn TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS user_group (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS group_member (
      groupId TEXT NOT NULL REFERENCES user_group(id), accountId TEXT NOT NULL REFERENCES user(accountId),
      PRIMARY KEY (groupId, accountId));
    CREATE TABLE IF NOT EXISTS project_role (id TEXT PRIMARY KEY, namePl TEXT NOT NULL, nameEn TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS status (
      id TEXT PRIMARY KEY, namePl TEXT NOT NULL, nameEn TEXT NOT NULL, category TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS workflow (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, initialStatusId TEXT NOT NULL REFERENCES status(id));
    CREATE TABLE IF NOT EXISTS workflow_transition (
      workflowId TEXT NOT NULL REFERENCES workflow(id), id TEXT NOT NULL, position INTEGER NOT NULL,
      namePl TEXT NOT NULL, nameEn TEXT NOT NULL, fromStatusIds TEXT NOT NULL,
      toStatusId TEXT NOT NULL REFERENCES status(id), validators TEXT NOT NULL,
      PRIMARY KEY (workflowId, id));
    CREATE TABLE IF NOT EXISTS project (
      id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT NOT NULL,
      projectTypeKey TEXT NOT NULL, style TEXT NOT NULL, leadAccountId TEXT NOT NULL REFERENCES user(accountId),
      workflowId TEXT NOT NULL REFERENCES workflow(id), state TEXT NOT NULL,
      stateChangedAt TEXT, stateChangedBy TEXT, lastIssueNumber INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS role_member (
      projectId TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE, roleId TEXT NOT NULL REFERENCES project_role(id),
      accountId TEXT NOT NULL REFERENCES user(accountId), PRIMARY KEY (projectId, roleId, accountId));
    CREATE TABLE IF NOT EXISTS issue_type (
      id TEXT PRIMARY KEY, namePl TEXT NOT NULL, nameEn TEXT NOT NULL, hierarchyLevel INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS version (
      id TEXT PRIMARY KEY, projectId TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE, name TEXT NOT NULL,
      description TEXT NOT NULL, released INTEGER NOT NULL, archived INTEGER NOT NULL, startDate TEXT, releaseDate TEXT,
      UNIQUE (projectId, name));
    CREATE TABLE IF NOT EXISTS issue (
      id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, number INTEGER NOT NULL,
      projectId TEXT NOT NULL REFERENCES project(id) ON DELETE CASCADE,
      typeId TEXT NOT NULL REFERENCES issue_type(id), summary TEXT NOT NULL, description TEXT NOT NULL,
      statusId TEXT NOT NULL REFERENCES status(id), assignee TEXT REFERENCES user(accountId),
      reporter TEXT NOT NULL, priority TEXT NOT NULL,
      parentId TEXT REFERENCES issue(id) ON DELETE CASCADE, dueDate TEXT, created TEXT NOT NULL, updated TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS issue_by_project ON issue (projectId, number);
    CREATE INDEX IF NOT EXISTS issue_by_parent ON issue (parentId);
    CREATE TABLE IF NOT EXISTS moved_issue (
      key TEXT PRIMARY KEY, issueId TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE);
    CREATE TABLE IF NOT EXISTS bulk_task (
      id TEXT PRIMARY KEY, submittedBy TEXT NOT NULL, submittedAt TEXT NOT NULL, outcome TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS issue_fix_version (
      issueId TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      versionId TEXT NOT NULL REFERENCES version(id) ON DELETE CASCADE, PRIMARY KEY (issueId, versionId));
    CREATE INDEX IF NOT EXISTS fix_version_issues ON issue_fix_version (versionId);
    CREATE TABLE IF NOT EXISTS issue_link (
      id TEXT PRIMARY KEY, blockerId TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      blockedId TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE, UNIQUE (blockerId, blockedId));
    CREATE TABLE IF NOT EXISTS comment (
      id TEXT PRIMARY KEY, number INTEGER NOT NULL, issueId TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      author TEXT NOT NULL, body TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS comment_by_issue ON comment (issueId, number);
    CREATE TABLE IF NOT EXISTS history (
      id INTEGER PRIMARY KEY AUTOINCREMENT, issueId TEXT NOT NULL REFERENCES issue(id) ON DELETE CASCADE,
      author TEXT, created TEXT NOT NULL, field TEXT NOT NULL,
      fromValue TEXT, fromText TEXT, toValue TEXT, toText TEXT);
    CREATE INDEX IF NOT EXISTS history_by_issue ON history (issueId, id);
    CREATE TABLE IF NOT EXISTS entity_property (
      entityType TEXT NOT NULL, entityId TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (entityType, entityId, key));
    CREATE TABLE IF NOT EXISTS jql_precomputation (
      id TEXT PRIMARY KEY, moduleKey TEXT NOT NULL, functionName TEXT NOT NULL, field TEXT NOT NULL, operator TEXT NOT NULL,
      arguments TEXT NOT NULL, value TEXT, error TEXT, created TEXT NOT NULL, updated TEXT NOT NULL, used TEXT NOT NULL,
      UNIQUE (moduleKey, field, operator, arguments));
    CREATE TABLE IF NOT EXISTS permission_grant (
      id TEXT PRIMARY KEY, permissionKey TEXT NOT NULL, holderType TEXT NOT NULL, holderId TEXT NOT NULL,
      projectId TEXT REFERENCES project(id) ON DELETE CASCADE);
    CREATE UNIQUE INDEX IF NOT EXISTS grant_once
      ON permission_grant (permissionKey, holderType, holderId, ifnull(projectId, ''));
    CREATE TABLE IF NOT EXISTS installed_permission (key TEXT PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS pending_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, payload TEXT NOT NULL,
      attempts INTEGER NOT NULL, recordedAt TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS fault (
      id INTEGER PRIMARY KEY AUTOINCREMENT, method TEXT NOT NULL, pathPrefix TEXT NOT NULL, kind TEXT NOT NULL,
      remaining INTEGER NOT NULL, retryAfterSeconds INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  `);
}
