import { NodeObject, Pod } from '../types';
import { parseQuantity } from './parseQuantity';
import { whyNotFit } from './whyNotFit';

const node: NodeObject = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'worker', labels: { disk: 'ssd' } },
  status: { allocatable: { cpu: '2', memory: '1Gi' } },
};

function pod(
  requests: Record<string, string> = {},
  spec: Partial<Pod['spec']> = {},
): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'shop' },
    spec: {
      containers: [{ name: 'app', image: 'x', resources: { requests } }],
      ...spec,
    },
  };
}

describe('whyNotFit', () => {
  it('lets in what fits', () => {
    const there = [pod({ cpu: '1500m' }, { nodeName: 'worker' })];
    expect(whyNotFit(pod({ cpu: '500m' }), node, there)).toBeUndefined();
  });

  it('says what is short', () => {
    const there = [pod({ cpu: '1500m' }, { nodeName: 'worker' })];
    expect(whyNotFit(pod({ cpu: '501m', memory: '2Gi' }), node, there)).toBe(
      '0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    );
  });

  it('does not count what has ended', () => {
    const ended = pod({ cpu: '2' }, { nodeName: 'worker' });
    ended.status = { phase: 'Succeeded' };
    expect(whyNotFit(pod({ cpu: '2' }), node, [ended])).toBeUndefined();
  });

  it('respects selectors and cordons', () => {
    const picky = pod({}, { nodeSelector: { disk: 'hdd' } });
    expect(whyNotFit(picky, node, [])).toContain(
      "1 node(s) didn't match Pod's node affinity/selector",
    );
    const cordoned = { ...node, spec: { unschedulable: true } };
    expect(whyNotFit(pod(), cordoned, [])).toContain(
      '1 node(s) were unschedulable',
    );
    expect(whyNotFit(pod(), undefined, [])).toBe(
      'no nodes available to schedule pods',
    );
  });
});

describe('parseQuantity', () => {
  it.each([
    ['250m', 0.25],
    ['1', 1],
    ['64Mi', 64 * 2 ** 20],
    ['1e3', 1000],
    ['2G', 2e9],
  ])('%s is %s', (text, number) => {
    expect(parseQuantity(text)).toBe(number);
  });
});
