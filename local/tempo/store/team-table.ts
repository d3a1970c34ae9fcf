import * as z from 'zod/mini';
import { transaction, type Database } from '../../database';
import type { Role, Team } from '../model';

const roleRow = z.object({ id: z.number(), name: z.string(), is_default: z.number() });
const teamRow = z.object({ id: z.number(), name: z.string(), lead_id: z.nullable(z.string()) });
const linkRow = z.object({ id: z.number(), team_id: z.number(), project_id: z.string() });
const memberRow = z.object({ account_id: z.string() });

export interface TeamLink {
  readonly id: number;
  readonly teamId: number;
  readonly projectId: string;
}

/** Teams, what they are linked to, and the roles of the company. */
export class TeamTable {
  constructor(private readonly database: Database) {}

  createRole(name: string, isDefault = false): Role {
    const result = this.database.prepare('INSERT INTO role (name, is_default) VALUES (?, ?)').run(name, Number(isDefault));
    return { id: Number(result.lastInsertRowid), name, isDefault };
  }

  roles(): Role[] {
    return this.database
      .prepare('SELECT * FROM role ORDER BY id')
      .all()
      .map((value) => {
        const row = roleRow.parse(value);
        return { id: row.id, name: row.name, isDefault: row.is_default === 1 };
      });
  }

  create(team: Omit<Team, 'id'>): Team {
    return transaction(this.database, () => {
      const result = this.database.prepare('INSERT INTO team (name, lead_id) VALUES (?, ?)').run(team.name, team.leadId ?? null);
      const id = Number(result.lastInsertRowid);
      const addMember = this.database.prepare('INSERT INTO team_member VALUES (?, ?)');
      for (const accountId of team.memberIds) addMember.run(id, accountId);
      const addLink = this.database.prepare('INSERT INTO team_link (team_id, project_id) VALUES (?, ?)');
      for (const projectId of team.projectIds) addLink.run(id, projectId);
      return { ...team, id };
    });
  }

  all(): Team[] {
    const rows = this.database.prepare('SELECT * FROM team ORDER BY id').all();
    return rows.map((value) => {
      const row = teamRow.parse(value);
      const members = this.database.prepare('SELECT account_id FROM team_member WHERE team_id = ? ORDER BY account_id').all(row.id);
      return {
        id: row.id,
        name: row.name,
        leadId: row.lead_id ?? undefined,
        memberIds: members.map((member) => memberRow.parse(member).account_id),
        projectIds: this.links()
          .filter((link) => link.teamId === row.id)
          .map((link) => link.projectId),
      };
    });
  }

  links(): TeamLink[] {
    return this.database
      .prepare('SELECT * FROM team_link ORDER BY id')
      .all()
      .map((value) => {
        const row = linkRow.parse(value);
        return { id: row.id, teamId: row.team_id, projectId: row.project_id };
      });
  }
}
