import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import {
  Change,
  clusterSourceId,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { CERTIFICATES, SECRETS } from './resourceIds';
import { CertificateSlice, Edit, sliceOf } from './slices';
import { findController } from './subject/findController';
import { findIssuer } from './subject/findIssuer';
import { refOf } from './subject/refOf';
import { seen } from './subject/Seen';

/** Who edited what a certificate hangs on, newest first. */
export function changes(item: CertificateItem, read: Reader): Change[] {
  // No edit of an object takes its cluster away.
  if (item.finding?.cause === 'certificate.cluster.unreachable') {
    return [];
  }
  const { cluster, namespace, name } = item.ref;
  const source = clusterSourceId(cluster);
  const certificate = seen<CertificateSlice>(
    read.row(source, CERTIFICATES, namespace, name),
  );
  if (!certificate) {
    return [];
  }
  const { secretName } = certificate.slice;
  return [
    certificate.row,
    findIssuer({ certificate, cluster, read }).found?.row,
    findController(read, source)?.row,
    secretName && read.row(source, SECRETS, namespace, secretName),
  ]
    .flatMap(row => (row ? changeOf(cluster, row) : []))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

function changeOf(cluster: string, row: Row): Change[] {
  const edited = sliceOf<{ edited?: Edit }>(row)?.edited;
  const isNew =
    edited && Date.parse(edited.at) <= Date.parse(row.createdAt ?? '');
  const what = isNew ? 'created' : 'edited';
  return edited
    ? [
        {
          at: edited.at,
          title: `${row.kind} ${row.name} ${what}`,
          object: refOf(cluster, row),
          by: edited.by,
        },
      ]
    : [];
}
