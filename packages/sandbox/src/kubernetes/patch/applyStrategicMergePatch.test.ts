import { loadKubernetesSchema } from '../schema';
import { JsonObject } from '../schema/types';
import { applyStrategicMergePatch } from './applyStrategicMergePatch';

const node = loadKubernetesSchema().node({
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
})!;

function deployment(pod: JsonObject, more: JsonObject = {}): JsonObject {
  return { spec: { ...more, template: { spec: pod } } };
}

function patched(pod: JsonObject, patch: JsonObject) {
  const result = applyStrategicMergePatch(
    deployment(pod),
    deployment(patch),
    node,
  );
  return (result.spec as any).template.spec;
}

const web = { name: 'web', image: 'web:1', env: [{ name: 'A', value: '1' }] };
const side = { name: 'side', image: 'side:1' };

describe('applyStrategicMergePatch', () => {
  it('merges lists by their key', () => {
    const patch = {
      containers: [
        { name: 'web', image: 'web:2' },
        { name: 'new', image: 'new:1' },
      ],
    };
    expect(patched({ containers: [web, side] }, patch).containers).toEqual([
      { ...web, image: 'web:2' },
      { name: 'new', image: 'new:1' },
      side,
    ]);
  });

  it('merges lists in lists', () => {
    const patch = {
      containers: [{ name: 'web', env: [{ name: 'B', value: '2' }] }],
    };
    expect(patched({ containers: [web] }, patch).containers[0].env).toEqual([
      { name: 'B', value: '2' },
      { name: 'A', value: '1' },
    ]);
  });

  it('removes an item by $patch: delete', () => {
    const patch = { containers: [{ name: 'web', $patch: 'delete' }] };
    expect(patched({ containers: [web, side] }, patch).containers).toEqual([
      side,
    ]);
  });

  it('replaces a list by $patch: replace', () => {
    const patch = { containers: [{ $patch: 'replace' }, { name: 'x' }] };
    expect(patched({ containers: [web, side] }, patch).containers).toEqual([
      { name: 'x' },
    ]);
  });

  it('follows $setElementOrder', () => {
    const patch = {
      containers: [{ name: 'new', image: 'new:1' }],
      '$setElementOrder/containers': [
        { name: 'new' },
        { name: 'side' },
        { name: 'web' },
      ],
    };
    const names = patched({ containers: [web, side] }, patch).containers.map(
      (container: { name: string }) => container.name,
    );
    expect(names).toEqual(['new', 'side', 'web']);
  });

  it('removes plain values by $deleteFromPrimitiveList', () => {
    const object = { metadata: { finalizers: ['a', 'b'] } };
    const patch = {
      metadata: {
        '$deleteFromPrimitiveList/finalizers': ['a'],
        finalizers: ['c'],
      },
    };
    expect(applyStrategicMergePatch(object, patch, node)).toEqual({
      metadata: { finalizers: ['c', 'b'] },
    });
  });

  it('drops what $retainKeys does not name', () => {
    const object = deployment(
      {},
      { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } },
    );
    const patch = {
      spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } },
    };
    expect(applyStrategicMergePatch(object, patch, node)).toEqual(
      deployment({}, { strategy: { type: 'Recreate' } }),
    );
  });

  it('removes by null and replaces lists without a key', () => {
    const pod = { containers: [{ ...web, args: ['a', 'b'] }] };
    const patch = { containers: [{ name: 'web', args: ['c'], env: null }] };
    expect(patched(pod, patch).containers).toEqual([
      { name: 'web', image: 'web:1', args: ['c'] },
    ]);
  });

  it('refuses an item without its key', () => {
    const patch = { containers: [{ image: 'x' }] };
    expect(() => patched({ containers: [web] }, patch)).toThrow(
      'map: map[image:x] does not contain declared merge key: name',
    );
  });

  it('refuses a directive that it does not know', () => {
    expect(() => patched({}, { securityContext: { $patch: 'wat' } })).toThrow(
      'unknown patch type: wat in map: map[$patch:wat]',
    );
  });
});
