import { JiraRefusal, NotModelled } from './answers';
import type { JqlCall } from './jql-parser';

/** Fields that Jira has and the stand-in has not (support.atlassian.com, "JQL fields"). Letters are small. */
const unmodelledFields = new Set([
  'affectedversion', 'approvals', 'attachments', 'category', 'comment', 'component', 'creator', 'development', 'description',
  'environment', 'epic link', 'filter', 'request', 'savedfilter', 'searchrequest', 'hierarchylevel', 'issuelink', 'issuelinktype', 'labels',
  'lastviewed', 'level', 'organizations', 'originalestimate', 'timeoriginalestimate', 'parentproject', 'priority', 'projecttype', 'rank',
  'remainingestimate', 'timeestimate', 'reporter', 'request-channel-type', 'request-last-activity-time', 'resolution', 'resolved', 'resolutiondate',
  'sprint', 'statuscategorychangeddate', 'story points', 'summary', 'team', 'text', 'textfields', 'timespent', 'voter', 'votes', 'watcher',
  'watchers', 'workitem', 'workitemtype', 'worklogauthor', 'worklogcomment', 'worklogdate', 'workratio',
]);

/** Functions of Jira's own that the stand-in has not (support.atlassian.com, "JQL functions"). Letters are small. */
const unmodelledFunctions = new Set([
  'approved', 'approver', 'breached', 'cascadeoption', 'choiceoption', 'closedsprints', 'completed', 'componentsleadbyuser', 'currentlogin', 'elapsed',
  'endofday', 'endofmonth', 'endofweek', 'endofyear', 'everbreached', 'futuresprints', 'issuehistory', 'issueswithremotelinksbyglobalid', 'lastlogin',
  'latestreleasedversion', 'earliestunreleasedversion', 'linkedissue', 'membersof', 'mypending', 'now', 'opensprints', 'organizationmembers', 'parentepic',
  'paused', 'pending', 'pendingby', 'projectsleadbyuser', 'projectswhereuserhaspermission', 'projectswhereuserhasrole', 'releasedversions', 'remaining',
  'running', 'standardissuetypes', 'startofday', 'startofmonth', 'startofweek', 'startofyear', 'subtaskissuetypes', 'unreleasedversions', 'updatedby',
  'votedissues', 'watchedissues', 'withincalendarhours',
]);

const modelledFunctions = new Set(['currentuser', 'linkedissues']);

/** Whether a function of that name is Jira's own: then it is that, whatever an app calls its own ("JQL function", developer.atlassian.com/platform/forge). */
export function isJiraFunction(name: string): boolean {
  return modelledFunctions.has(name.toLowerCase()) || unmodelledFunctions.has(name.toLowerCase());
}

/** For a field that the stand-in does not find. */
export function unknownField(name: string): JiraRefusal | NotModelled {
  const small = name.toLowerCase();
  if (unmodelledFields.has(small) || /^cf\[\d+\]$/u.test(small)) return new NotModelled(`JQL field '${name}'`);
  return new JiraRefusal(400, [`Field '${name}' does not exist or you do not have permission to view it.`]);
}

/** For a field that the stand-in cannot sort by. */
export function unknownOrder(name: string, isField: boolean): JiraRefusal | NotModelled {
  if (isField || unmodelledFields.has(name.toLowerCase())) return new NotModelled(`JQL ORDER BY field '${name}'`);
  return new JiraRefusal(400, [`Not able to sort using field '${name}'.`]);
}

/** For a function that is not known, or not where it was used. */
export function unknownFunction({ name, arguments: given }: JqlCall): JiraRefusal | NotModelled {
  if (isJiraFunction(name)) return new NotModelled(`JQL function '${name}()' here`);
  return new JiraRefusal(400, [`Unable to find JQL function '${name}(${given.join(', ')})'.`]);
}
