import { resources } from '../../client';
import { startTestApi } from '../testing/startTestApi';

it('forgets events after an hour', async () => {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'],
  });
  let now = new Date('2026-11-23T10:00:00Z');
  const test = await startTestApi({ now: () => now });
  const event = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace: 'default' },
    involvedObject: { kind: 'Pod', name: 'p', namespace: 'default' },
    reason: 'Tried',
    message: 'It was tried.',
    type: 'Normal',
    lastTimestamp: now.toISOString().replace('.000', ''),
  });
  await test.client.create(resources.events, event('old'));
  now = new Date('2026-11-23T10:30:00Z');
  await test.client.create(resources.events, event('new'));
  now = new Date('2026-11-23T11:00:01Z');
  jest.advanceTimersByTime(60_000);
  const { items } = await test.client.list(resources.events);
  expect(items.map(one => one.metadata.name)).toEqual(['new']);
  await test.close();
  jest.useRealTimers();
});
