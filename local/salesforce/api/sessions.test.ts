import { openDatabase } from '../../database';
import { HandClock } from '../../hand-clock';
import { prepareSchema } from '../schema';
import { TEST_NOW } from '../test-org';
import { Sessions } from './sessions';

test('a session outlives the process, and no token lies in the database', () => {
  const database = openDatabase(':memory:');
  prepareSchema(database);
  const clock = new HandClock(TEST_NOW);
  const token = new Sessions(database, clock, '00D5g000001abcDEAQ').open(120);
  const next = new Sessions(database, clock, '00D5g000001abcDEAQ');
  expect(next.use(token)).toBe(true);
  expect(JSON.stringify(database.prepare('SELECT * FROM sf_session').all())).not.toContain(token);
  next.expireAll();
  expect(next.use(token)).toBe(false);
  database.close();
});
