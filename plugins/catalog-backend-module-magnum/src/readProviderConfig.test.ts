import { mockServices } from '@backstage/backend-test-utils';
import { readProviderConfig } from './readProviderConfig';

function read(data: object) {
  return readProviderConfig(
    mockServices.rootConfig({ data: JSON.parse(JSON.stringify(data)) }),
  );
}

describe('readProviderConfig', () => {
  it('gives clusters without marks to the platform', () => {
    expect(read({}).owner).toBe('group:default/platform-team');
    expect(
      read({
        slipway: { permission: { platformGroups: ['group:infra/sre'] } },
      }).owner,
    ).toBe('group:infra/sre');
    expect(
      read({ catalog: { providers: { magnum: { owner: 'ops' } } } }).owner,
    ).toBe('group:default/ops');
  });

  it('asks every minute unless told otherwise', () => {
    expect(read({}).schedule).toMatchObject({ frequency: { minutes: 1 } });
    const schedule = { frequency: { hours: 1 }, timeout: { minutes: 1 } };
    expect(
      read({ catalog: { providers: { magnum: { schedule } } } }).schedule,
    ).toMatchObject(schedule);
  });
});
