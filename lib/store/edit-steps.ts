import type { Step, StepTimes } from '../model/step.ts';
import type { ZyDatabase } from './database.ts';

type Measure = (sessionId: string, from: number, to: number) => Promise<StepTimes>;

/** A boundary must leave this much of the steps on both sides, ms. */
const shortestMs = 1;

/**
 * The walker's corrections to detected steps: names, stages and boundaries. Times are measured anew from the evidence
 * by `measure`, never typed. Steps of a session always cover it without holes; what would break that is refused.
 */
export function createStepEdits(db: ZyDatabase, measure: Measure) {
  const stepsOf = async (stepId: string) => {
    const step = await db.steps.get(stepId);
    if (!step) throw new Error('step-missing');
    const all = (await db.steps.where({ sessionId: step.sessionId }).toArray()).sort(
      (a, b) => a.from - b.from,
    );
    return { step, before: all[all.findIndex((each) => each.id === stepId) - 1] };
  };
  const remeasured = async <T extends Step & { sessionId: string }>(step: T): Promise<T> => ({
    ...step,
    edited: true,
    times: await measure(step.sessionId, step.from, step.to),
  });

  return {
    async rename(stepId: string, change: { name?: string; stage?: Step['stage'] }): Promise<void> {
      const { step } = await stepsOf(stepId);
      const name = change.name?.trim();
      if (name === '') throw new Error('step-name-empty');
      await db.steps.put({
        ...step,
        edited: true,
        ...(name ? { name: name.slice(0, 300), detectedName: step.detectedName ?? step.name } : {}),
        ...(change.stage ? { stage: change.stage } : {}),
      });
    },

    /** Moves where a step begins, which is where the one before ends. */
    async moveBoundary(stepId: string, from: number): Promise<void> {
      const { step, before } = await stepsOf(stepId);
      if (!before || from < before.from + shortestMs || from > step.to - shortestMs)
        throw new Error('boundary-outside');
      const both = [await remeasured({ ...before, to: from }), await remeasured({ ...step, from })];
      await db.steps.bulkPut(both);
    },

    /** Joins a step to the one before, which keeps its name. */
    async merge(stepId: string): Promise<void> {
      const { step, before } = await stepsOf(stepId);
      if (!before) throw new Error('no-step-before');
      const joined = await remeasured({ ...before, to: step.to });
      await db.transaction('rw', db.steps, db.painPoints, db.bookmarks, async () => {
        await db.steps.delete(step.id);
        await db.steps.put(joined);
        const of = { sessionId: step.sessionId };
        const ofStep = (each: { stepId?: string | undefined }) => each.stepId === step.id;
        await db.painPoints.where(of).and(ofStep).modify({ stepId: before.id });
        await db.bookmarks.where(of).and(ofStep).modify({ stepId: before.id });
      });
    },

    /** Begins a new step at a moment within one; it takes the name of the one it is cut from. */
    async split(sessionId: string, at: number): Promise<void> {
      const steps = await db.steps.where({ sessionId }).toArray();
      const step = steps.find((each) => at >= each.from + shortestMs && at <= each.to - shortestMs);
      if (!step) throw new Error('boundary-outside');
      const first = await remeasured({ ...step, to: at });
      const second = await remeasured({ ...step, id: crypto.randomUUID().replaceAll('-', ''), from: at });
      await db.steps.bulkPut([first, second]);
    },
  };
}
export type StepEdits = ReturnType<typeof createStepEdits>;
