import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { parseRoot } from '@slipway/backstage-plugin-fleet-common';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { certificatesTranslationRef } from '../../translation';

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

  return (
    <Link href={`${list}?root=${encodeURIComponent(props.root)}`}>
      {t('root.where', { object: `${kind} ${name}`, scope })}
    </Link>
  );
}
