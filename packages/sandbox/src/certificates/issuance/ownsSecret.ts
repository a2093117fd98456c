import { annotations } from '../annotations';
import { CertManager } from '../CertManager';
import { Certificate } from '../types';

/** Of several Certificates that name one Secret, only one issues: whose it already is, else the oldest. */
export function ownsSecret(
  manager: CertManager,
  { metadata, spec }: Certificate,
): boolean {
  const rivals = manager.certificates
    .list(metadata.namespace)
    .filter(other => other.spec.secretName === spec.secretName);
  const secret = manager.secrets.get(spec.secretName, metadata.namespace);
  const noted = secret?.metadata.annotations?.[annotations.certificateName];
  const holder = rivals.find(rival => rival.metadata.name === noted);
  const [oldest] = rivals.sort(
    (a, b) =>
      a.metadata.creationTimestamp!.localeCompare(
        b.metadata.creationTimestamp!,
      ) || a.metadata.name.localeCompare(b.metadata.name),
  );
  const owner = holder ?? oldest;
  return !owner || owner.metadata.name === metadata.name;
}
