import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { FactList, Section } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';

/** Where the API server is, and who can reach it. */
export function ApiExposure(props: { details: ClusterDetails }) {
  const { exposure, server } = props.details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const yesOrNo = (isSo: boolean) => t(isSo ? 'api.yes' : 'api.no');

  return (
    <Section title={t('api.title')}>
      <FactList
        facts={[
          [t('api.server'), server ? <Address url={server} /> : t('api.none')],
          ...(exposure
            ? ([
                [t('api.floatingIp'), yesOrNo(exposure.floatingIp)],
                [t('api.loadBalancer'), yesOrNo(exposure.loadBalancer)],
                [
                  t('api.allowed'),
                  exposure.allowedCidrs ?? t('api.everywhere'),
                ],
                [t('api.tls'), t(exposure.tls ? 'api.yes' : 'api.noTls')],
              ] as const)
            : []),
        ]}
      />
    </Section>
  );
}

// What a Secret says is no address that a browser must follow.
function Address(props: { url: string }) {
  return /^https?:\/\//.test(props.url) ? (
    <Link href={props.url} target="_blank" rel="noopener noreferrer">
      {props.url}
    </Link>
  ) : (
    <>{props.url}</>
  );
}
