import { StoredObject } from '../types';
import { ageColumn, fieldColumn, nameColumn, wide } from './commonColumns';
import { readPath } from './readPath';
import { TableColumn } from './TableColumn';

const MODES: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

const accessModes = (path: string): TableColumn => ({
  name: 'Access Modes',
  cell: object =>
    ((readPath(object, path) ?? []) as string[])
      .map(mode => MODES[mode] ?? mode)
      .join(','),
});

const phase: TableColumn = {
  name: 'Status',
  cell: object =>
    object.metadata.deletionTimestamp
      ? 'Terminating'
      : String(readPath(object, 'status.phase') ?? ''),
};

/** Columns of volumes, by storage. */
export const storageColumns: Record<string, TableColumn[]> = {
  persistentvolumeclaims: [
    nameColumn,
    phase,
    fieldColumn('Volume', 'spec.volumeName', ''),
    fieldColumn('Capacity', 'status.capacity.storage', ''),
    accessModes('status.accessModes'),
    fieldColumn('StorageClass', 'spec.storageClassName', ''),
    fieldColumn(
      'VolumeAttributesClass',
      'spec.volumeAttributesClassName',
      '<unset>',
    ),
    ageColumn,
    wide(fieldColumn('VolumeMode', 'spec.volumeMode', '<unset>')),
  ],
  persistentvolumes: [
    nameColumn,
    fieldColumn('Capacity', 'spec.capacity.storage', ''),
    accessModes('spec.accessModes'),
    fieldColumn('Reclaim Policy', 'spec.persistentVolumeReclaimPolicy', ''),
    phase,
    { name: 'Claim', cell: claim },
    fieldColumn('StorageClass', 'spec.storageClassName', ''),
    fieldColumn(
      'VolumeAttributesClass',
      'spec.volumeAttributesClassName',
      '<unset>',
    ),
    fieldColumn('Reason', 'status.reason', ''),
    ageColumn,
    wide(fieldColumn('VolumeMode', 'spec.volumeMode', '<unset>')),
  ],
  'storage.k8s.io/storageclasses': [
    {
      ...nameColumn,
      cell: ({ metadata }) =>
        metadata.annotations?.[
          'storageclass.kubernetes.io/is-default-class'
        ] === 'true'
          ? `${metadata.name} (default)`
          : metadata.name,
    },
    fieldColumn('Provisioner', 'provisioner', ''),
    fieldColumn('ReclaimPolicy', 'reclaimPolicy', 'Delete'),
    fieldColumn('VolumeBindingMode', 'volumeBindingMode', '<unset>'),
    {
      ...fieldColumn('AllowVolumeExpansion', 'allowVolumeExpansion', false),
      type: 'string',
    },
    ageColumn,
  ],
};

function claim(object: StoredObject): string {
  const { namespace, name } = (readPath(object, 'spec.claimRef') ?? {}) as {
    namespace?: string;
    name?: string;
  };
  return name ? `${namespace}/${name}` : '';
}
