// Plain JavaScript for the machine's own Node (20 or later): brings what the project needs, or says what to install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

function run(command, args, options = {}) {
  return (
    spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options }).status === 0
  );
}

function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Packages as the lock file names them; a second run with the same lock file costs nothing. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages …');
  // npm 10 leaves out optional platform packages of a lock file made elsewhere. `npm ci` would refuse a lock file that
  // lacks packages of platforms nobody here has; `install --no-save` keeps to its versions and leaves it as it is.
  const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const [command, ...first] = Number(npm.split('.')[0]) >= 11 ? ['npm'] : ['npx', '--yes', 'npm@11'];
  if (!run(command, [...first, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) {
    stop('The packages could not be installed. Check that npm reaches its registry, then run this again.');
  }
  if (!existsSync(join(bin, 'node'))) {
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: join(root, 'node_modules', 'node') });
  }
  writeFileSync(stamp, lock);
}

export function findChromium() {
  const named = process.env.ZYB_CHROMIUM;
  const places = named ? [named] : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];
  return places.find((place) => existsSync(place));
}

const quiet = {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
};
const canInstall = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
function install(packages) {
  run('apt-get', ['update', '-qq'], quiet);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}

/** Debian's Chromium (a branded Chrome no longer loads extensions from a folder), its Chinese texts, a Chinese font. */
function installChromium() {
  const wanted = ['chromium', 'chromium-l10n', 'fonts-noto-cjk'];
  const fonts = existsSync('/usr/share/fonts/opentype/noto') || process.platform !== 'linux';
  if (findChromium() && fonts) return;
  const line = `apt-get install --no-install-recommends ${wanted.join(' ')}`;
  if (!canInstall() && findChromium()) return;
  if (!canInstall())
    stop(
      `Chromium is missing. Install it, for example as root: ${line}\nor name one with ZYB_CHROMIUM=/path/to/chromium.`,
    );
  console.log('Installing Chromium …');
  if (!install(wanted)) {
    stop(`Chromium could not be installed. Try it by hand: ${line}`);
  }
}

/** Debian's Firefox with its Chinese texts, in which one test walks; without it that test says what is missing. */
export function installFirefox() {
  const words = '/usr/lib/firefox-esr/browser/extensions/langpack-zh-CN@firefox-esr.mozilla.org.xpi';
  const isThere = existsSync('/usr/bin/firefox-esr') && existsSync(words);
  if (process.env.ZYB_FIREFOX || isThere || !canInstall()) return;
  console.log('Installing Firefox …');
  if (!install(['firefox-esr', 'firefox-esr-l10n-zh-cn'])) console.log('Firefox could not be installed.');
}

export function installMissing() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`Node 20 or later is needed; this is ${process.version}.`);
  installPackages();
  installChromium();
  const chromium = findChromium();
  return { ...process.env, PATH: `${bin}:${process.env.PATH}`, ZYB_CHROMIUM: chromium ?? '' };
}

/** Runs a TypeScript file under the project's own Node 24 and ends as it ends. */
export function runUnderProjectNode(file, args) {
  const env = installMissing();
  const result = spawnSync(join(bin, 'node'), [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  process.exit(result.status ?? 1);
}
