import 'reflect-metadata';
import { ClusterOrder, NodeGroupPlan } from '../openstack';
import { nodesOf } from './nodesOf';
import { planOf } from './planOf';

const order = (zone?: string) =>
  ({
    name: 'team-a',
    labels: zone === undefined ? {} : { 'slipway.dev/zone': zone },
  } as unknown as ClusterOrder);

describe('planOf', () => {
  it.each(['team-a.localhost', 'a.b-1.localhost'])('takes zone %s', zone => {
    expect(planOf(order(zone), () => {}).zone).toBe(zone);
  });

  it.each([
    'example.org',
    'localhost',
    '.localhost',
    'a..localhost',
    '*.localhost',
  ])('refuses zone %s, and says so', zone => {
    const lines: string[] = [];
    expect(planOf(order(zone), line => lines.push(line)).zone).toBeUndefined();
    expect(lines).toEqual([
      `team-a: no services below ${zone}: it is not below localhost`,
    ]);
  });

  it('needs none', () => {
    expect(planOf(order(), () => {})).toEqual({ name: 'team-a', labels: {} });
  });
});

describe('nodesOf', () => {
  it('has a node for each server, with role, labels and taints', () => {
    const group = (
      name: string,
      role: string,
      nodes: string[],
    ): NodeGroupPlan => ({
      name,
      role,
      flavor: 'm1.small',
      nodes,
      nodeLabels: role === 'gpu' ? { accelerator: 'yes' } : {},
      nodeTaints: role === 'gpu' ? ['gpu=yes:NoExecute', 'busy'] : [],
    });
    expect(
      nodesOf([
        group('default-master', 'master', ['m-0']),
        group('cards', 'gpu', ['g-0', 'g-1']),
      ]).map(({ name, role, labels, taints }) => [name, role, labels, taints]),
    ).toEqual([
      [
        'm-0',
        'control-plane',
        {
          'magnum.openstack.org/nodegroup': 'default-master',
          'magnum.openstack.org/role': 'master',
        },
        [],
      ],
      ...['g-0', 'g-1'].map(name => [
        name,
        'gpu',
        {
          'magnum.openstack.org/nodegroup': 'cards',
          'magnum.openstack.org/role': 'gpu',
          accelerator: 'yes',
        },
        [
          { key: 'gpu', value: 'yes', effect: 'NoExecute' },
          { key: 'busy', effect: 'NoSchedule' },
        ],
      ]),
    ]);
  });
});
