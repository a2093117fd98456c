export interface WhenQuietOptions {
  /** When somebody last asked; `undefined` as long as nobody has. */
  lastAsked: () => number | undefined;
  /** Quiet for so long is quiet. */
  quietMs: number;
  /** Nobody need ask at all. */
  atMostMs: number;
  signal: AbortSignal;
}

const LOOK_MS = 100;

/** Calls once when somebody has asked and then asks no more, or in the end anyway. */
export function whenQuiet(
  { lastAsked, quietMs, atMostMs, signal }: WhenQuietOptions,
  call: () => void,
): void {
  const began = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    const asked = lastAsked();
    const isQuiet = asked !== undefined && now - asked >= quietMs;
    if (isQuiet || now - began >= atMostMs) {
      clearInterval(timer);
      call();
    }
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
