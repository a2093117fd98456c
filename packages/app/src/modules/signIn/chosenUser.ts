const KEY = 'slipway.sandbox.user';

/** Remembers who was chosen, so that a reload keeps the session. */
export const chosenUser = {
  get: () => window.localStorage.getItem(KEY) ?? undefined,
  set: (name: string) => window.localStorage.setItem(KEY, name),
  clear: () => window.localStorage.removeItem(KEY),
};
