import { compatWrapper } from '@backstage/core-compat-api';
import { ReactNode } from 'react';
import { LegacyOverlays } from './LegacyOverlays';

/** @public */
export interface LegacyFleetProps {
  children: ReactNode;
}

/**
 * Goes around every page, tab and card that a domain plugin offers to an app of
 * the old frontend system, together with `legacyFleetApis`.
 *
 * @public
 */
export function LegacyFleet(props: LegacyFleetProps) {
  return compatWrapper(
    <>
      {props.children}
      <LegacyOverlays />
    </>,
  );
}
