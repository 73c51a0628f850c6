import { posthog } from 'posthog-js/dist/module.full.no-external.js';
import { sinkOrigin } from './sink-origin.ts';

/** PostHog's defaults with session replay on by the project's settings; its bot filter would silence a test browser. */
posthog.init('phc_bench', { api_host: `${sinkOrigin}/posthog`, opt_out_useragent_filter: true });
