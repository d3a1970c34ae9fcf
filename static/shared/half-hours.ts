/** Minutes in half hours, which is as exactly as people plan: what is missing is rounded up. */
export const upToHalfHours = (minutes: number): number => Math.ceil(minutes / 30) * 30;

/** And what there is, down. */
export const downToHalfHours = (minutes: number): number => Math.floor(minutes / 30) * 30;
