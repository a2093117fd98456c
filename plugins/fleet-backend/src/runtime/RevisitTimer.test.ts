import { RevisitTimer } from './RevisitTimer';

describe('RevisitTimer', () => {
  const start = new Date('2026-11-20T12:00:00Z');
  const onDue = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers({ now: start });
    onDue.mockReset();
  });
  afterEach(() => jest.useRealTimers());

  function after(milliseconds: number) {
    return new Date(start.getTime() + milliseconds);
  }

  it('calls back at the moment that was asked for last', () => {
    const timer = RevisitTimer.create({ now: () => new Date(), onDue });
    timer.set(after(60_000));
    timer.set(after(5_000));
    jest.advanceTimersByTime(4_999);
    expect(onDue).not.toHaveBeenCalled();
    jest.advanceTimersByTime(120_000);
    expect(onDue).toHaveBeenCalledTimes(1);
  });

  it('looks again in between when the moment is far away, and never spins', () => {
    const timer = RevisitTimer.create({ now: () => new Date(), onDue });
    timer.set(after(90 * 24 * 3_600_000));
    jest.advanceTimersByTime(3_600_000);
    expect(onDue).toHaveBeenCalledTimes(1);

    timer.set(start);
    jest.advanceTimersByTime(99);
    expect(onDue).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1);
    expect(onDue).toHaveBeenCalledTimes(2);
  });

  it('is silent when stopped or when nothing is due', () => {
    const timer = RevisitTimer.create({ now: () => new Date(), onDue });
    timer.set(after(1_000));
    timer.set(undefined);
    timer.set(after(1_000));
    timer.stop();
    jest.advanceTimersByTime(10_000);
    expect(onDue).not.toHaveBeenCalled();
  });
});
