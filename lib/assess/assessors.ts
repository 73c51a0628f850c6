import { findGuideFindings } from './guide/find-guide-findings.ts';
import { findHints } from './hints/find-hints.ts';
import { compressionOf, computeReductions } from './reductions/compute-reductions.ts';
import { suggest } from './suggest/suggest.ts';

/** What the review screens make of a report, beside its signals and its click path. */
export const assessors = { suggest, findGuideFindings, computeReductions, compressionOf, findHints };
