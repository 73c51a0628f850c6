import type { FormPicture, FormSource } from '../../model/official-form.ts';
import type { PainPoint } from '../../model/pain-point.ts';
import type { Screenshot } from '../../model/screenshot.ts';
import { isByHand } from '../../model/session.ts';
import { shapesOnPicture } from '../../model/shapes-on-picture.ts';
import { clockOf } from './days.ts';
import { shortId } from './names.ts';
import { type Problem, problemsOf, problemText } from './problems-of.ts';

/** How far from a moment a picture may be and still show it, ms. */
const reach = 5_000;
/** Key pictures of one session at most. */
const mostPictures = 12;

/** The picture that goes with a problem; undefined where there is none. Photos have no moment: only the one named. */
export function pictureOf(problem: Problem): FormPicture | undefined {
  const { report } = problem.source;
  const { point } = problem;
  const shot =
    report.screenshots.find((each) => each.id === point.screenshotId) ??
    (isByHand(report.session) ? undefined : nearest(report.screenshots, point.at));
  return (
    shot && {
      ...printable(shot, `${problemText(problem)}（记录${shortId(report.session.id)}）`),
      ...marksOf(shot, [point]),
    }
  );
}

/** 关键截图: of pain points, then of what went wrong, then of the steps, in order of time. */
export function keyPictures(source: FormSource): FormPicture[] {
  const { screenshots, incidents, steps, session } = source.report;
  const captions = new Map<Screenshot, string>();
  const keep = (shot: Screenshot | undefined, caption: string) => {
    if (shot && !captions.has(shot) && captions.size < mostPictures) captions.set(shot, caption);
  };
  for (const problem of problemsOf([source]))
    keep(
      screenshots.find((each) => each.id === problem.point.screenshotId) ??
        nearest(screenshots, problem.point.at),
      `问题：${problemText(problem)}`,
    );
  for (const { at, message } of incidents) keep(nearest(screenshots, at), `异常：${message.slice(0, 80)}`);
  for (const { from, to, name } of steps)
    keep(
      screenshots.find((each) => each.at >= from && each.at < to),
      `步骤：${name}`,
    );
  return [...captions]
    .sort(([a], [b]) => a.at - b.at)
    .map(([shot, caption]) => ({
      ...printable(shot, `${clockOf(shot.at - session.startedAt)} ${caption}`),
      ...marksOf(shot, source.report.painPoints),
    }));
}

/** What was pointed at and drawn on this picture. */
function marksOf(shot: Screenshot, points: readonly PainPoint[]): Pick<FormPicture, 'shapes'> {
  const shapes = points
    .filter(({ kind }) => kind === 'pain')
    .flatMap((point) => shapesOnPicture(point, shot));
  return shapes.length > 0 ? { shapes } : {};
}

function nearest(shots: readonly Screenshot[], at: number): Screenshot | undefined {
  const found = [...shots].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  return found && Math.abs(found.at - at) <= reach ? found : undefined;
}

const printable = ({ object, width, height }: Screenshot, caption: string): FormPicture => ({
  object,
  width,
  height,
  caption,
});
