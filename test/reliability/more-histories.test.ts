import { runHistories } from './run-histories';

// The second half, in a file of its own so that two cores share the work.
runHistories();
