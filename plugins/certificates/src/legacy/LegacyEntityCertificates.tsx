import { LegacyFleet } from '@slipway/backstage-plugin-fleet-react/legacy';
import { EntityCertificates } from '../components/EntityCertificates';

/** The tab, with what an app of the old frontend system lacks. */
export function LegacyEntityCertificates() {
  return (
    <LegacyFleet>
      <EntityCertificates />
    </LegacyFleet>
  );
}
