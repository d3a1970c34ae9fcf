import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The real script, with an npm that does nothing but note what it was asked and fail where it is told to.
const npm = `#!/usr/bin/env bash
step=$1
if [ "$1" = run ]; then step=\${@: -1}; fi
echo "$step" >>asked
if [ "$step" = "$FAILS" ]; then echo "the $step went wrong"; exit 3; fi
`;

describe('the run before a change is taken', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
    mkdirSync(join(folder, '.ci'));
    copyFileSync(join(__dirname, '..', '..', '.ci', 'run'), join(folder, '.ci', 'run'));
    writeFileSync(join(folder, 'npm'), npm);
    chmodSync(join(folder, 'npm'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(fails = '') {
    const { status, stdout } = spawnSync('bash', [join(folder, '.ci', 'run')], {
      env: { ...process.env, PATH: `${folder}:${process.env['PATH']}`, FAILS: fails },
      encoding: 'utf8',
    });
    const asked = existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];
    return { status, said: stdout, asked };
  }

  it('passes when every step passes, installing first and testing last', () => {
    const { status, asked } = run();
    expect(status).toBe(0);
    expect(asked.at(0)).toBe('ci');
    expect(asked.at(-1)).toBe('test');
    expect([...asked].sort()).toEqual(['build', 'check:manifest', 'ci', 'lint', 'test', 'typecheck']);
  });

  it.each(['ci', 'lint', 'typecheck', 'check:manifest', 'build', 'test'])('fails when %s fails, and says what it said', (step) => {
    const { status, said } = run(step);
    expect(status).not.toBe(0);
    expect(said).toContain(`the ${step} went wrong`);
  });

  it.each(['ci', 'lint', 'typecheck', 'check:manifest', 'build'])('does not test what %s refused', (step) => {
    expect(run(step).asked).not.toContain('test');
  });
});
