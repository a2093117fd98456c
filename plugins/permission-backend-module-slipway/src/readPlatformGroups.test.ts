import { mockServices } from '@backstage/backend-test-utils';
import { readPlatformGroups } from './readPlatformGroups';

function read(platformGroups?: string[]) {
  return readPlatformGroups(
    mockServices.rootConfig({
      data: { slipway: { permission: { platformGroups } } },
    }),
  );
}

describe('readPlatformGroups', () => {
  it('is the platform team unless configured', () => {
    expect(read()).toEqual(['group:default/platform-team']);
  });

  it('completes short references', () => {
    expect(read(['sre', 'group:infra/Admins'])).toEqual([
      'group:default/sre',
      'group:infra/admins',
    ]);
  });

  it.each([
    [[], 'slipway.permission.platformGroups must name at least one group'],
    [['user:default/me'], '"user:default/me" is not a group'],
    [[':'], '":" is not an entity reference'],
  ])('fails at start: %j', (groups, message) => {
    expect(() => read(groups)).toThrow(message);
  });
});
