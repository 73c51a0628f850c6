import { defineConfig } from 'wxt';
import { asciiChunks } from './scripts/ascii-chunks.ts';
import { failOnNonAscii } from './scripts/fail-on-non-ascii.ts';
import { leanRrwebPlugin } from './scripts/lean-rrweb.ts';
import { replayRrwebPlugin } from './scripts/replay-rrweb.ts';

/**
 * Hosts are asked for once, from a click, in normal builds; the build that the tests and `npm start` load
 * has them granted, because a permission prompt cannot be answered by a script.
 */
const granted = process.env.ZYB_HOSTS === 'granted';

/** Masking rules a test build leaves out, so that the end-to-end tests can see themselves fail; none in other builds. */
const unmasked = granted ? (process.env.ZYB_REDACT_WITHOUT ?? '') : '';

/** Keeps a replayed page from fetching anything: the replay's frame inherits this policy. */
const extensionPages =
  "script-src 'self'; object-src 'none'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
  "font-src 'self' data: blob:; frame-src 'self'; media-src 'self' blob:; connect-src 'self' http: https:";

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  // Several builds can stand side by side, such as one under test and one being worked on.
  outDir: `.output${process.env.ZYB_OUT ? `/${process.env.ZYB_OUT}` : granted ? '/granted' : ''}`,
  imports: false,
  manifest: ({ browser }) => ({
    default_locale: 'zh_CN',
    name: '__MSG_extName__',
    short_name: '__MSG_extShortName__',
    description: '__MSG_extDescription__',
    ...(browser === 'firefox' ? {} : { minimum_chrome_version: '102' }),
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'webNavigation',
      'webRequest',
      'alarms',
      'tabs',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    ...(granted ? { host_permissions: ['<all_urls>'] } : { optional_host_permissions: ['<all_urls>'] }),
    action: { default_title: '__MSG_extShortName__' },
    commands: {
      'tag-pain-point': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_commandTag__' },
      'mark-last-minute': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_commandBookmark__',
      },
      'toggle-pause': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandPause__' },
    },
    content_security_policy: { extension_pages: extensionPages },
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'zouyibian@example.org', strict_min_version: '128.0' } } }
      : {}),
  }),
  vite: () => ({
    define: { zybRedactWithout: JSON.stringify(unmasked) },
    plugins: [leanRrwebPlugin(), replayRrwebPlugin(), asciiChunks()],
    build: {
      target: ['chrome102', 'firefox128'],
      chunkSizeWarningLimit: 2500,
      rolldownOptions: { output: { charset: 'ascii' } },
    } as never,
  }),
  hooks: { 'build:done': (wxt) => failOnNonAscii(wxt.config.outDir) },
});
