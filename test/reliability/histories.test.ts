import { runHistories } from './run-histories';

runHistories();
