import { KubernetesObject } from '../../client/types';
import { loadKubernetesSchema } from '../schema';
import { updateManagedFields } from './updateManagedFields';

const schemaNode = loadKubernetesSchema().node({
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
})!;
const now = new Date('2026-11-23T10:00:00.123Z');

function configMap(
  data: Record<string, string>,
  metadata: object = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'c', namespace: 'n', ...metadata },
    data,
  };
}

function update(
  live: KubernetesObject | undefined,
  updated: KubernetesObject,
  manager: string,
  subresource?: string,
) {
  return updateManagedFields({
    live,
    updated,
    manager,
    subresource,
    apiVersion: 'v1',
    now,
    schemaNode,
  });
}

function keep(live: KubernetesObject, data: Record<string, string>) {
  return { ...live, data };
}

function owned(object: KubernetesObject) {
  return (object.metadata.managedFields ?? []).map((entry: any) => [
    entry.manager,
    entry.fieldsV1,
  ]);
}

describe('updateManagedFields', () => {
  it('gives a new object to its creator, without what identifies it', () => {
    const object = update(
      undefined,
      configMap({ a: '1' }, { labels: { x: 'y' } }),
      'one',
    );
    expect(object.metadata.managedFields).toEqual([
      {
        apiVersion: 'v1',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:data': { '.': {}, 'f:a': {} },
          'f:metadata': { 'f:labels': { '.': {}, 'f:x': {} } },
        },
        manager: 'one',
        operation: 'Update',
        time: '2026-11-23T10:00:00Z',
      },
    ]);
  });

  it('moves a changed field to who changed it, and forgets a removed one', () => {
    const live = update(
      undefined,
      configMap({ a: '1', b: '2', c: '3' }),
      'one',
    );
    const object = update(live, keep(live, { a: '9', b: '2' }), 'two');
    expect(owned(object)).toEqual([
      ['one', { 'f:data': { '.': {}, 'f:b': {} } }],
      ['two', { 'f:data': { 'f:a': {} } }],
    ]);
  });

  it('leaves the list alone when nothing changes', () => {
    const live = update(undefined, configMap({ a: '1' }), 'one');
    expect(update(live, live, 'two')).toEqual(live);
  });

  it('tells subresources apart, and ignores a list that comes through one', () => {
    const live = update(undefined, configMap({ a: '1' }), 'one');
    const forged = {
      ...keep(live, { a: '2' }),
      metadata: { ...live.metadata, managedFields: [{}] },
    };
    const object = update(live, forged, 'one', 'status');
    expect(object.metadata.managedFields).toEqual([
      expect.objectContaining({ fieldsV1: { 'f:data': {} } }),
      expect.objectContaining({
        subresource: 'status',
        fieldsV1: { 'f:data': { 'f:a': {} } },
      }),
    ]);
  });

  it('starts anew when a request empties the list', () => {
    const live = update(undefined, configMap({ a: '1' }), 'one');
    const reset = {
      ...live,
      metadata: { ...live.metadata, managedFields: [{}] },
    };
    expect(owned(update(live, reset, 'two'))).toEqual([]);
  });

  it('does not begin to track an object that nobody tracked', () => {
    const live = configMap({ a: '1' });
    expect(owned(update(live, configMap({ a: '2' }), 'two'))).toEqual([]);
  });

  it('merges the oldest updaters when there are too many', () => {
    let object = update(undefined, configMap({ k0: '' }), 'm0');
    for (let i = 1; i <= 12; i++) {
      const data = {
        ...(object.data as Record<string, string>),
        [`k${i}`]: '',
      };
      object = update(object, keep(object, data), `m${i}`);
    }
    const managers = owned(object).map(([manager]) => manager);
    expect(managers).toHaveLength(10);
    expect(managers).toContain('ancient-changes');
  });
});
