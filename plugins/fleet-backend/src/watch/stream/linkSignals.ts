/**
 * A signal that is aborted with the first of others, and can be unlinked from
 * them: they live as long as the process, and `AbortSignal.any` would leave
 * something with them for every request.
 */
export function linkSignals(parents: AbortSignal[]): {
  signal: AbortSignal;
  abort(reason: Error): void;
  unlink(): void;
} {
  const controller = new AbortController();
  const listeners = parents.map(parent => {
    const listener = () => controller.abort(parent.reason);
    parent.addEventListener('abort', listener, { once: true });
    return { parent, listener };
  });
  const aborted = parents.find(parent => parent.aborted);
  if (aborted) {
    controller.abort(aborted.reason);
  }
  return {
    signal: controller.signal,
    abort: reason => controller.abort(reason),
    unlink() {
      for (const { parent, listener } of listeners) {
        parent.removeEventListener('abort', listener);
      }
    },
  };
}
