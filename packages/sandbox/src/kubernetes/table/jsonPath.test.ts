import { jsonPath } from './jsonPath';

const object = {
  spec: { hosts: ['a', 'b'], 'odd.key': 1 },
  metadata: { labels: { 'example.dev/name': 'x' } },
  status: {
    conditions: [
      { type: 'Ready', status: 'True' },
      { type: 'Other', status: 'False' },
    ],
  },
};

it.each([
  ['.spec.hosts[0]', ['a']],
  ['.spec.hosts[*]', ['a', 'b']],
  ['.spec.hosts', [['a', 'b']]],
  ['.status.conditions[?(@.type=="Ready")].status', ['True']],
  ["spec['odd.key']", [1]],
  ['.metadata.labels.example\\.dev/name', ['x']],
  ['.absent.path', []],
])('follows %s', (path, values) => {
  expect(jsonPath(object, path)).toEqual(values);
});
