import { Action } from '../../model/action.ts';
import { Field } from '../../model/field.ts';
import { GuidePage } from '../../model/guide-page.ts';
import { Incident } from '../../model/incident.ts';
import { PageCheck } from '../../model/page-check.ts';
import { PageTiming } from '../../model/page-timing.ts';
import { Request } from '../../model/request.ts';
import { Screenshot } from '../../model/screenshot.ts';
import { Sighting } from '../../model/sighting.ts';
import { Stream } from '../../model/stream.ts';
import { Visit } from '../../model/visit.ts';
import { Wait } from '../../model/wait.ts';
import type { z } from '../../model/zod.ts';

/** Packed lists whose rows hold text, with the schema that says where. */
export const textLists = {
  streams: Stream,
  visits: Visit,
  actions: Action,
  incidents: Incident,
  requests: Request,
  screenshots: Screenshot,
  fields: Field,
  waits: Wait,
  sightings: Sighting,
  pageTimings: PageTiming,
  guidePages: GuidePage,
  pageChecks: PageCheck,
} satisfies Record<string, z.ZodType>;
export type TextList = keyof typeof textLists;
