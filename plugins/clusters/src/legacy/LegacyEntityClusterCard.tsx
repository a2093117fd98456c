import { LegacyFleet } from '@slipway/backstage-plugin-fleet-react/legacy';
import { EntityClusterCard } from '../components/EntityClusterCard';

/** The card, with what an app of the old frontend system lacks. */
export function LegacyEntityClusterCard() {
  return (
    <LegacyFleet>
      <EntityClusterCard />
    </LegacyFleet>
  );
}
