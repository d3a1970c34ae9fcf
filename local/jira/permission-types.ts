import type { PermissionType } from './model';

/** Jira's own permissions that the stand-in models; the keys are those of `GET /rest/api/3/permissions`. */
export const jiraPermissions: readonly PermissionType[] = [
  { key: 'ADMINISTER', type: 'GLOBAL', name: 'Administer Jira', description: 'Perform most administration functions.' },
  { key: 'ADMINISTER_PROJECTS', type: 'PROJECT', name: 'Administer Projects', description: 'Change the details of a project.' },
  { key: 'BROWSE_PROJECTS', type: 'PROJECT', name: 'Browse Projects', description: 'See a project and the work in it.' },
  { key: 'CREATE_ISSUES', type: 'PROJECT', name: 'Create Issues', description: 'Create work in a project.' },
  { key: 'EDIT_ISSUES', type: 'PROJECT', name: 'Edit Issues', description: 'Change the fields of work.' },
  { key: 'TRANSITION_ISSUES', type: 'PROJECT', name: 'Transition Issues', description: 'Move work from one status to another.' },
  { key: 'MOVE_ISSUES', type: 'PROJECT', name: 'Move Issues', description: 'Move work to another project or type.' },
  { key: 'DELETE_ISSUES', type: 'PROJECT', name: 'Delete Issues', description: 'Delete work for good.' },
  { key: 'LINK_ISSUES', type: 'PROJECT', name: 'Link Issues', description: 'Link work to other work.' },
  { key: 'ADD_COMMENTS', type: 'PROJECT', name: 'Add Comments', description: 'Comment on work.' },
  { key: 'ASSIGNABLE_USER', type: 'PROJECT', name: 'Assignable User', description: 'Have work assigned.' },
];
