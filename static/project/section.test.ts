import { sectionOf } from '../page/section-of';
import { sections } from './section';

test.each([
  ['/gate', 'gate'],
  ['planner', 'planner'],
  ['/planner/', 'planner'],
  ['/guidelines?x=1', 'guidelines'],
  ['/', 'guidelines'],
  ['', 'guidelines'],
  ['/elsewhere', 'guidelines'],
])('the path %j opens %s', (path, section) => {
  expect(sectionOf(sections, path)).toBe(section);
});
