/** Spring '26. Pinned: a newer one is taken up only with the tests run against it. */
export const apiVersion = 'v66.0';
