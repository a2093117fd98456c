import { resources } from '../../client';
import { startTestApi, TestApi } from '../testing/startTestApi';

describe('events', () => {
  let test: TestApi;
  beforeEach(async () => {
    test = await startTestApi();
  });
  afterEach(() => test.close());

  it('are the same in both groups', async () => {
    const newer = { ...resources.events, group: 'events.k8s.io' };
    await test.client.create(newer, {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: { name: 'e', namespace: 'default' },
      eventTime: '2026-11-23T09:59:59.000000Z',
      reportingController: 'example.dev/me',
      reportingInstance: 'me-0',
      action: 'Try',
      reason: 'Tried',
      type: 'Normal',
      note: 'It was tried.',
      regarding: { kind: 'Pod', name: 'p', namespace: 'default' },
    });
    const core = await test.client.list(resources.events, {
      fieldSelector: 'involvedObject.name=p',
    });
    expect(core.items).toMatchObject([
      {
        apiVersion: 'v1',
        involvedObject: { name: 'p' },
        message: 'It was tried.',
        reportingComponent: 'example.dev/me',
      },
    ]);
    expect(await test.client.get(newer, 'e', 'default')).toMatchObject({
      apiVersion: 'events.k8s.io/v1',
      note: 'It was tried.',
      regarding: { name: 'p' },
    });
  });
});
