/** The part of `@forge/jira-bridge` that screens use, which the build puts in its place: its index brings modals and UI modifications along. */
export { workflowRules } from '../../node_modules/@forge/jira-bridge/out/workflow';
