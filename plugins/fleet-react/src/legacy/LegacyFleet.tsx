import { compatWrapper } from '@backstage/core-compat-api';
import { ReactNode } from 'react';
import { LegacyApis } from './LegacyApis';
import { LegacyOverlays } from './LegacyOverlays';

/**
 * What {@link LegacyFleet} goes around.
 *
 * @public
 */
export interface LegacyFleetProps {
  /** The page, tab or card. */
  children: ReactNode;
}

/**
 * Goes around every page, tab and card that a domain plugin offers to an app of
 * the old frontend system. Brings the toasts and dialogs that such an app lacks.
 *
 * @public
 */
export function LegacyFleet(props: LegacyFleetProps) {
  return compatWrapper(
    <LegacyApis>
      {props.children}
      <LegacyOverlays />
    </LegacyApis>,
  );
}
