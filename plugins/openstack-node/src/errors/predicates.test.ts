import {
  isCredentialRefused,
  isNotFound,
  isTransientOpenStackError,
  OpenStackError,
  OpenStackErrorOptions,
} from '.';

function kindOf(options: Partial<OpenStackErrorOptions>) {
  const error = new OpenStackError({
    cloud: 'acme',
    service: 'magnum',
    request: 'GET /v1/clusters/one',
    reason: 'no',
    ...options,
  });
  return [
    isCredentialRefused(error) && 'refused',
    isNotFound(error) && 'not found',
    isTransientOpenStackError(error) && 'transient',
  ].filter(Boolean);
}

describe('what an error means', () => {
  it.each<[Partial<OpenStackErrorOptions>, string[]]>([
    [{ status: 401 }, ['refused']],
    [{ service: 'keystone', status: 401 }, ['refused']],
    [
      { service: 'keystone', status: 404, reason: 'Failed to validate token' },
      ['refused'],
    ],
    [
      {
        service: 'keystone',
        status: 404,
        reason: 'Could not find Application Credential: a1.',
      },
      ['refused'],
    ],
    [{ service: 'keystone', status: 404, reason: 'Not Found' }, []],
    [{ status: 404 }, ['not found']],
    [{ status: 404, transient: true }, ['transient']],
    [{ status: 400 }, []],
    [{ status: 400, transient: true }, ['transient']],
    [{ status: 429 }, ['transient']],
    [{ status: 500 }, ['transient']],
    [{ status: 503 }, ['transient']],
    [{ transient: true }, ['transient']],
    [{}, []],
  ])('%j', (options, kinds) => {
    expect(kindOf(options)).toEqual(kinds);
  });

  it('is nothing when it is another error', () => {
    const error = Object.assign(new Error('no'), { status: 404 });
    expect(isNotFound(error)).toBe(false);
    expect(isCredentialRefused(undefined)).toBe(false);
    expect(isTransientOpenStackError('no')).toBe(false);
  });
});
