/** Forge lets one invocation send 100 requests in a minute of its running (Forge documentation, "Invocation limits"); a little is left. */
export const invocationAllowance = { most: 95, windowMs: 61_000 } as const;

/** Tempo takes 300 requests in a minute, so this many workers share the deals. Another number needs every record that names a lane written anew. */
export const lanes = 4;
