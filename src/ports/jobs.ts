export interface Jobs {
  /** Wakes the worker of a lane, of which one runs at a time. It finds its work in the orders; @param delaySeconds at most 900. */
  wake(delaySeconds?: number, lane?: number): Promise<void>;
  /** Has every lane look after the margins of its projects. */
  lookAfterMargins(lanes: number): Promise<void>;
}
