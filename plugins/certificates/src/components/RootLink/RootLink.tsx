import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { parseRoot } from '@slipway/backstage-plugin-fleet-common';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { certificatesTranslationRef } from '../../translation';

/** Scopes of what is in no cluster. */
const OUTSIDE = ['dns', 'github'];

/** @internal */
export interface RootLinkProps {
  /** As `formatRoot` writes it. */
  root: string;
}

/** What has to be repaired; leads to all certificates that wait for it. */
export function RootLink(props: RootLinkProps) {
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { list } = useCertificateHrefs();
  const { scope, kind, name } = parseRoot(props.root);
  const object = `${kind} ${name}`;
  const isInside = kind !== 'Cluster' && !OUTSIDE.includes(scope);

  return (
    <Link href={`${list}?root=${encodeURIComponent(props.root)}`}>
      {isInside ? t('root.where', { object, scope }) : object}
    </Link>
  );
}
