import {
  Finding,
  formatRoot,
  ObjectRef,
  SourceInfo,
  Status,
} from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { MakerSlice, TOY_DOMAIN, ToySlice } from './toyResources';

/** What is wrong with a toy, deepest first. @internal */
export function toyFinding(options: {
  toy: Row;
  slice: ToySlice;
  maker: Row | undefined;
  isMakerKnown: boolean;
  broke: string | undefined;
  source: SourceInfo | undefined;
  now: Date;
}): Finding | undefined {
  const { toy, slice, maker, isMakerKnown, broke, source, now } = options;
  const scope = toy.source.slice(toy.source.indexOf('/') + 1);
  const { namespace, name } = toy;
  const own = { scope, kind: 'Toy', namespace, name };
  const since = slice.brokenSince;
  if (source && !source.reachable) {
    const cluster = { scope, kind: 'Cluster', namespace: '', name: scope };
    const says = source.error ?? 'does not answer';
    return finding('toy.cluster.unreachable', 'unknown', cluster, says);
  }
  const makerRef = { scope, kind: 'Maker', namespace: '', name: slice.maker };
  const strike = (maker?.slices[TOY_DOMAIN] as MakerSlice | undefined)?.strike;
  if (strike) {
    return {
      ...finding('toy.maker.strike', 'failing', makerRef, strike),
      since,
    };
  }
  if (!maker && isMakerKnown) {
    const says = `There is no maker ${slice.maker}`;
    return finding('toy.maker.missing', 'failing', makerRef, says);
  }
  if (broke) {
    const says = `The part ${broke} is broken`;
    return { ...finding('toy.part.broken', 'failing', own, says), since };
  }
  return slice.oldAt && slice.oldAt <= now.toISOString()
    ? finding('toy.old', 'at-risk', own, `Old since ${slice.oldAt}`)
    : undefined;
}

function finding(
  cause: string,
  status: Status,
  evidence: ObjectRef,
  says: string,
): Finding {
  return {
    cause,
    status,
    title: cause,
    advice: 'Mend it',
    says,
    evidence,
    root: formatRoot(evidence),
  };
}
