import { LegacyFleet } from '@slipway/backstage-plugin-fleet-react/legacy';
import { EntityCertificatesCard } from '../components/EntityCertificatesCard';

/** The card, with what an app of the old frontend system lacks. */
export function LegacyEntityCertificatesCard() {
  return (
    <LegacyFleet>
      <EntityCertificatesCard />
    </LegacyFleet>
  );
}
