import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { parseRoot } from '@slipway/backstage-plugin-fleet-common';
import { isOutside } from '../../scopes/isOutside';
import { fleetTranslationRef } from '../../translation';

/**
 * What {@link RootLink} names.
 *
 * @public
 */
export interface RootLinkProps {
  /** As `formatRoot` writes it. */
  root: string;
  /** The list of the domain. */
  listHref: string;
  /** What people call it, where its name is an id. */
  name?: string;
}

/**
 * What has to be repaired; leads to all items of a domain that wait for it.
 *
 * @public
 */
export function RootLink(props: RootLinkProps) {
  const { root, listHref } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { scope, kind, name } = parseRoot(root);
  const object = `${kind} ${props.name ?? name}`;
  const isInside = scope !== name && !isOutside(scope);

  return (
    <Link href={`${listHref}?root=${encodeURIComponent(root)}`}>
      {isInside ? t('root.where', { object, scope }) : object}
    </Link>
  );
}
