import { StreamUpdate } from '@slipway/backstage-plugin-fleet-common';
import { LiveConnection } from './LiveConnection';
import { LiveListener } from './LiveListener';
import { LiveQuery } from './LiveQuery';

const none: StreamUpdate = { upserted: [], removed: [] };

/** A query whose answers are given by hand. */
function start() {
  const answers: ((answer: number | Error) => void)[] = [];
  const listeners: LiveListener[] = [];
  const stop = jest.fn();
  const connection = {
    heard: jest.fn(),
    subscribe: (
      _subscription: unknown,
      _revision: string,
      one: LiveListener,
    ) => {
      listeners.push(one);
      return stop;
    },
  } as unknown as LiveConnection;
  const query = LiveQuery.create<{ revision: string; value: number }, number>({
    connection,
    subscription: { kind: 'sources' },
    load: () =>
      new Promise((resolve, reject) => {
        answers.push(answer =>
          typeof answer === 'number'
            ? resolve({ revision: 'e.1', value: answer })
            : reject(answer),
        );
      }),
    accept: ({ value }) => value,
    apply: (state, { removed }) => ({
      state: state + 1,
      isKnown: removed.length === 0,
    }),
  });
  return { query, answers, listeners, stop };
}

const pass = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

describe('LiveQuery', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks when somebody looks, and subscribes to what follows', async () => {
    const { query, answers, listeners } = start();
    expect(answers).toHaveLength(0);
    query.onSnapshot(() => undefined);
    expect(query.getSnapshot()).toEqual({ isLoading: true });
    answers[0](10);
    await pass(0);
    listeners[0].onChange(none);
    expect(query.getSnapshot()).toMatchObject({ state: 11, isLoading: false });
    await pass(60_000);
    expect(answers).toHaveLength(1);
  });

  it('asks once for many changes that it does not understand', async () => {
    const { query, answers, listeners } = start();
    query.onSnapshot(() => undefined);
    answers[0](10);
    await pass(0);
    listeners[0].onChange({ ...none, removed: ['a'] });
    listeners[0].onChange({ ...none, removed: ['b'] });
    listeners[0].onMissed();
    await pass(2_000);
    expect(answers).toHaveLength(2);
    answers[1](20);
    await pass(60_000);
    expect(answers).toHaveLength(2);
    expect(query.getSnapshot().state).toBe(20);
  });

  it('asks again when something changed while it was asking', async () => {
    const { query, answers, listeners } = start();
    query.onSnapshot(() => undefined);
    answers[0](10);
    await pass(0);
    query.refresh();
    listeners[0].onChange(none);
    answers[1](10);
    await pass(2_000);
    expect(answers).toHaveLength(3);
  });

  it('keeps what it knew when a request fails, and tries again', async () => {
    const { query, answers } = start();
    query.onSnapshot(() => undefined);
    answers[0](10);
    await pass(0);
    query.refresh();
    answers[1](new Error('away'));
    await pass(0);
    expect(query.getSnapshot()).toMatchObject({
      state: 10,
      error: new Error('away'),
    });
    await pass(10_000);
    answers[2](11);
    await pass(0);
    expect(query.getSnapshot()).toMatchObject({ state: 11, error: undefined });
  });

  it('tries again at once when the fleet is heard of again', async () => {
    const { query, answers, listeners } = start();
    query.onSnapshot(() => undefined);
    answers[0](10);
    await pass(0);
    query.refresh();
    answers[1](Object.assign(new Error('no'), { statusCode: 403 }));
    await pass(2_000);
    listeners[0].onMissed();
    await pass(0);
    expect(answers).toHaveLength(3);
    answers[2](11);
    await pass(600_000);
    expect(answers).toHaveLength(3);
    expect(query.getSnapshot()).toMatchObject({ state: 11, error: undefined });
  });

  it('does not insist on what may not be read', async () => {
    const { query, answers } = start();
    query.onSnapshot(() => undefined);
    answers[0](Object.assign(new Error('no'), { statusCode: 403 }));
    await pass(60_000);
    expect(answers).toHaveLength(1);
  });

  it('does nothing more when nobody looks any more', async () => {
    const { query, answers, stop } = start();
    const leave = query.onSnapshot(() => undefined);
    answers[0](10);
    await pass(0);
    query.refresh();
    leave();
    answers[1](20);
    await pass(60_000);
    expect(stop).toHaveBeenCalledTimes(1);
    expect(query.getSnapshot().state).toBe(10);
    expect(answers).toHaveLength(2);
  });
});
