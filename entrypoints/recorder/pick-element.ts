import { mountElementPicker } from '../../components/element-picker/mount-element-picker.ts';
import { labelOf, meantElement } from '../../lib/capture/describe-element.ts';
import type { RunningRecorder } from '../../lib/capture/start-recorder.ts';
import { type PickFrom, sendMessage } from '../../lib/messages.ts';

/** Lets the walker point at an element of this frame, and tells the background what it was, or that it was nothing. */
export function createElementPicking(
  recorder: Pick<RunningRecorder, 'describe' | 'childFrames'>,
  text: (key: string) => string,
) {
  const top = window === window.top;
  let picker: { remove(): void } | undefined;
  const cancel = () => void sendMessage('cancelPick', undefined);
  return {
    begin(from: PickFrom): void {
      picker?.remove();
      picker = mountElementPicker({
        document,
        how: top ? text('pick.how') : undefined,
        childFrames: recorder.childFrames,
        meant: pointedAt,
        nameOf: (element) => labelOf(element).slice(0, 60),
        onPick(element) {
          const described = recorder.describe(element);
          if (described) void sendMessage('elementPicked', { element: described, from });
          else cancel();
        },
        onCancel: cancel,
      });
      if (top) window.focus();
    },
    end: () => picker?.remove(),
  };
}

/** What acts, when the pointer is on a part of it; but not a whole page that hears clicks. */
function pointedAt(target: Element): Element {
  const meant = meantElement(target);
  const { width, height } = meant.getBoundingClientRect();
  return width * height > 0.5 * innerWidth * innerHeight ? target : meant;
}
