import { LegacyFleet } from '@slipway/backstage-plugin-fleet-react/legacy';
import { EntityCluster } from '../components/EntityCluster';

/** The tab, with what an app of the old frontend system lacks. */
export function LegacyEntityCluster() {
  return (
    <LegacyFleet>
      <EntityCluster />
    </LegacyFleet>
  );
}
