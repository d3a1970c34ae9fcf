// Begins every command of package.json: checks Node, installs what is missing, builds what changed, then hands over.
// It uses nothing but Node, because at the first start there is nothing else.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldest = [20, 18];
const built = ['src', 'static', 'locales', 'local/forge/browser', 'local/forge/worker'];
const single = ['manifest.yml', 'package-lock.json', 'local/build.ts'];
const notBuilt = new Set(['dist', 'node_modules']);

const say = (text) => console.log(`opiekun: ${text}`);

function stop(text) {
  console.error(`opiekun: ${text}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    stop(`Node ${process.versions.node} is too old. Install Node ${oldest.join('.')} or newer from nodejs.org and try again.`);
  }
}

// The root's settings are those that Forge compiles the app with; what runs on this machine has its own.
process.env.TSX_TSCONFIG_PATH = join(root, 'local', 'tsconfig.json');

/** Runs Node with the arguments and resolves with its exit code. */
function node(args, { quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    // The terminal sends these to both; this process waits for the child to finish in order.
    const wait = () => {};
    process.on('SIGINT', wait);
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGTERM', passOn);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', passOn);
      resolve({ code: code ?? (signal === null ? 1 : 130), output });
    });
  });
}

/** Whether npm's own record of what it installed matches the lock file. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const installed = read(record);
  return Object.entries(read(join(root, 'package-lock.json'))).every(
    // What is optional may be for another platform.
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

async function install() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  if (npm === undefined || !/\.c?js$/.test(npm)) stop('packages are not installed. Run it through npm: npm start, npm test.');
  say('installing packages (about a minute, the first time only)…');
  const { code, output } = await node([npm, 'ci', '--ignore-scripts', '--loglevel=error'], { quiet: true });
  if (code !== 0) stop(`the packages could not be installed:\n${output}`);
}

/** Changes whenever a source that is built changes. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => hash.update(path).update(readFileSync(join(root, path)));
  const walk = (folder) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (notBuilt.has(name) || /\.test\.tsx?$/.test(name)) continue;
      const path = `${folder}/${name}`;
      if (statSync(join(root, path)).isDirectory()) walk(path);
      else add(path);
    }
  };
  built.forEach(walk);
  single.forEach(add);
  return hash.digest('hex');
}

async function build({ always = false } = {}) {
  const folder = join(root, 'local', 'dist');
  const marker = join(folder, 'built');
  const wanted = fingerprint();
  if (!always && existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('building functions and screens…');
  const { code, output } = await node(['--import', 'tsx', 'local/build.ts'], { quiet: true });
  if (code !== 0) stop(`the build failed:\n${output}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(marker, wanted);
}

const [command, ...rest] = process.argv.slice(2);
checkNode();
const commands = {
  async start() {
    await install();
    if (!rest.includes('--help')) await build();
    return node(['--import', 'tsx', 'local/main.ts', ...rest]);
  },
  async build() {
    await install();
    await build({ always: true });
    return { code: 0 };
  },
  async test() {
    await install();
    await build();
    say('running the tests…');
    // Its workers start with the same setting. What tests make lives shortly, and room for it spares the collector a tenth of all the time.
    return node(['--max-semi-space-size=32', 'node_modules/jest/bin/jest.js', ...rest]);
  },
  async pictures() {
    await install();
    await build();
    return node(['--import', 'tsx', 'test/pictures/main.ts', ...rest]);
  },
  async 'check:manifest'() {
    await install();
    return node(['--import', 'tsx', 'test/manifest/check.ts']);
  },
  async bench() {
    await install();
    await build();
    return node(['--import', 'tsx', 'test/bench/main.ts', ...rest]);
  },
};
const run = commands[command];
if (run === undefined) stop(`unknown command ${command ?? ''}: ${Object.keys(commands).join(', ')}`);
process.exitCode = (await run()).code;
