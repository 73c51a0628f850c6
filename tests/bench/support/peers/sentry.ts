import * as Sentry from '@sentry/browser';
import { sinkOrigin } from './sink-origin.ts';

/** Sentry's session replay with its defaults, every session sampled. */
Sentry.init({
  dsn: `${sinkOrigin.replace('://', '://bench@')}/sentry/1`,
  integrations: [Sentry.replayIntegration()],
  replaysSessionSampleRate: 1,
  replaysOnErrorSampleRate: 1,
});
