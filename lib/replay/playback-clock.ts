/** Session time as a playback sees it: it stands still or runs at a speed, whatever the player is doing. */
export type PlaybackClock = {
  at(): number;
  isRunning(): boolean;
  run(): void;
  stop(): void;
  jump(at: number): void;
  setSpeed(speed: number): void;
};

/** `now` is a monotonic clock in milliseconds. */
export function createPlaybackClock(start: number, now: () => number): PlaybackClock {
  let base = start;
  let since = now();
  let speed = 1;
  let running = false;

  const at = () => (running ? base + (now() - since) * speed : base);
  const jump = (moment: number) => {
    base = moment;
    since = now();
  };
  const settle = () => jump(at());

  return {
    at,
    isRunning: () => running,
    jump,
    run() {
      settle();
      running = true;
    },
    stop() {
      settle();
      running = false;
    },
    setSpeed(next) {
      settle();
      speed = next;
    },
  };
}
