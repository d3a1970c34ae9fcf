/** The project page's sub-pages, by their routes in the manifest. */
export const sections = ['guidelines', 'gate', 'planner', 'margin', 'money', 'changes', 'contacts', 'client'] as const;
export type Section = (typeof sections)[number];
