import { Pod, SecurityContext } from '../types';
import { whyRoot } from './whyRoot';

describe('whyRoot', () => {
  const why = (
    user: string | undefined,
    pod?: SecurityContext,
    own?: SecurityContext,
  ) => {
    const container = { name: 'app', image: 'x', securityContext: own };
    const object: Pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'shop', namespace: 'dev', uid: '1' },
      spec: { containers: [container], securityContext: pod },
    };
    const dockerfile = {
      cmd: ['node'],
      env: {},
      workdir: '/',
      exposedPorts: [],
      user,
    };
    return whyRoot(object, container, { folder: '/', dockerfile });
  };
  const where = '(pod: "shop_dev(1)", container: app)';

  it.each([
    ['node', undefined, undefined, undefined],
    ['1000:1000', { runAsNonRoot: true }, undefined, undefined],
    ['node', { runAsNonRoot: true, runAsUser: 1000 }, undefined, undefined],
    ['node', { runAsNonRoot: true }, { runAsNonRoot: false }, undefined],
    [
      'node',
      { runAsNonRoot: true },
      undefined,
      `container has runAsNonRoot and image has non-numeric user (node), cannot verify user is non-root ${where}`,
    ],
    [
      undefined,
      undefined,
      { runAsNonRoot: true },
      `container has runAsNonRoot and image will run as root ${where}`,
    ],
    [
      '1000',
      { runAsNonRoot: true },
      { runAsUser: 0 },
      `container's runAsUser breaks non-root policy ${where}`,
    ],
  ])('image of %s, pod %j, container %j', (user, pod, own, expected) => {
    expect(why(user, pod, own)).toBe(expected);
  });
});
