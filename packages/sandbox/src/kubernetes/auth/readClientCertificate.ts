import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { UserInfo } from '../types';

/** Whom a certificate names; `refused` when it is not the cluster's, or not of now. */
export type ClientCertificate = { user: UserInfo } | 'refused';

/** What the caller proved with TLS: the name is the CN, the groups are the Os. */
export function readClientCertificate(
  socket: Socket,
): ClientCertificate | undefined {
  if (!(socket instanceof TLSSocket)) {
    return undefined;
  }
  const { subject, fingerprint256 = '' } = socket.getPeerCertificate();
  if (!subject) {
    return undefined;
  }
  if (!socket.authorized) {
    return 'refused';
  }
  const fingerprint = fingerprint256.replaceAll(':', '').toLowerCase();
  return {
    user: {
      name: textsOf(subject.CN)[0] ?? '',
      groups: [...textsOf(subject.O), 'system:authenticated'],
      extra: {
        'authentication.kubernetes.io/credential-id': [
          `X509SHA256=${fingerprint}`,
        ],
      },
    },
  };
}

// Node gives a list where a part of the name occurs more than once.
function textsOf(part: string | string[] | undefined): string[] {
  return part === undefined ? [] : [part].flat();
}
