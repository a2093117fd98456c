import { NodeObject, Pod } from '../types';
import { findNode } from './findNode';

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

describe('findNode', () => {
  const other: NodeObject = {
    ...node,
    metadata: { ...node.metadata, name: 'other' },
  };
  const tainted: NodeObject = {
    ...node,
    metadata: { name: 'master' },
    spec: {
      taints: [
        { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
      ],
    },
  };

  it('takes the node with the fewest pods that run', () => {
    const there = [pod({}, { nodeName: 'worker' })];
    expect(findNode(pod(), [node, other], there)).toEqual({ node: 'other' });
    there.push(pod({ cpu: '2' }, { nodeName: 'other' }));
    expect(findNode(pod({ cpu: '1' }), [node, other], there)).toEqual({
      node: 'worker',
    });
    const ended = pod({ cpu: '2' }, { nodeName: 'worker' });
    ended.status = { phase: 'Succeeded' };
    expect(findNode(pod({ cpu: '2' }), [node], [ended])).toEqual({
      node: 'worker',
    });
  });

  it('says what is short, and where', () => {
    const there = [pod({ cpu: '1500m' }, { nodeName: 'worker' })];
    expect(
      findNode(pod({ cpu: '501m', memory: '2Gi' }), [node], there),
    ).toEqual({
      message:
        '0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    });
    expect(findNode(pod({ cpu: '3' }), [node, other, tainted], there)).toEqual({
      message:
        '0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient cpu. preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.',
    });
  });

  it.each([
    [{ operator: 'Exists' }, true],
    [
      { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
      true,
    ],
    [
      { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
      true,
    ],
    [
      { key: 'node-role.kubernetes.io/control-plane', effect: 'NoExecute' },
      false,
    ],
    [{ key: 'gpu', operator: 'Exists' }, false],
  ])('lets %j in on the control plane: %s', (toleration, fits) => {
    const placement = findNode(
      pod({}, { tolerations: [toleration] }),
      [tainted],
      [],
    );
    expect('node' in placement).toBe(fits);
  });

  it('respects selectors and cordons', () => {
    const picky = pod({}, { nodeSelector: { disk: 'hdd' } });
    expect(findNode(picky, [node], [])).toEqual({
      message: expect.stringContaining(
        "1 node(s) didn't match Pod's node affinity/selector",
      ),
    });
    const cordoned = { ...node, spec: { unschedulable: true } };
    expect(findNode(pod(), [cordoned], [])).toEqual({
      message: expect.stringContaining('1 node(s) were unschedulable'),
    });
    expect(findNode(pod(), [], [])).toEqual({
      message: 'no nodes available to schedule pods',
    });
  });
});
