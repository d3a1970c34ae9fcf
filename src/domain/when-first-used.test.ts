import { whenFirstUsed } from './when-first-used';

describe('what is made when it is first used', () => {
  it('is made neither before nor twice', () => {
    let times = 0;
    const one = whenFirstUsed(() => ({ number: (times += 1) }));
    expect(times).toBe(0);
    expect(one()).toBe(one());
    expect(times).toBe(1);
  });

  it('is tried again after a failure', () => {
    let broken = true;
    const one = whenFirstUsed(() => {
      if (broken) throw new Error('not yet');
      return { made: true };
    });
    expect(one).toThrow('not yet');
    broken = false;
    expect(one()).toEqual({ made: true });
  });
});
