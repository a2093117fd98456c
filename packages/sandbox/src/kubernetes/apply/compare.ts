import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
import { FieldSet } from './FieldSet';
import { nodeBelow, Structure, structureOf, zeroOf } from './structure';

/** What became of an object's fields. */
export interface Comparison {
  added: FieldSet;
  modified: FieldSet;
  removed: FieldSet;
}

const SAME: Comparison = {
  added: FieldSet.empty,
  modified: FieldSet.empty,
  removed: FieldSet.empty,
};

/** Compares two values field by field. */
export function compare(
  before: Json | undefined,
  after: Json | undefined,
  node: SchemaNode | undefined,
): Comparison {
  if (before === undefined && after === undefined) {
    return SAME;
  }
  const left = structureOf(before, node);
  const right = structureOf(after, node);
  const known = before === undefined ? right : left;
  const isLeaf =
    known.kind === 'leaf' ||
    (before !== undefined && after !== undefined && left.kind !== right.kind) ||
    (sizeOf(left) === 0 && sizeOf(right) === 0);
  const here: Comparison = {
    added: before === undefined ? FieldSet.leaf : FieldSet.empty,
    removed: after === undefined ? FieldSet.leaf : FieldSet.empty,
    modified:
      isLeaf &&
      before !== undefined &&
      after !== undefined &&
      !isDeepStrictEqual(before, after)
        ? FieldSet.leaf
        : FieldSet.empty,
  };
  return isLeaf ? here : withChildren(here, [left, right], node);
}

function withChildren(
  here: Comparison,
  [left, right]: Structure[],
  node: SchemaNode | undefined,
): Comparison {
  const leftEntries = entriesOf(left);
  const rightEntries = entriesOf(right);
  const children = [
    ...new Set([...leftEntries.keys(), ...rightEntries.keys()]),
  ].map((step): [string, Comparison] => {
    const zero = zeroOf(node, step);
    return [
      step,
      compare(
        leftEntries.get(step) ?? (here.added.member ? undefined : zero),
        rightEntries.get(step) ?? (here.removed.member ? undefined : zero),
        nodeBelow(node, step),
      ),
    ];
  });
  const collect = (part: keyof Comparison) =>
    FieldSet.of(
      here[part].member,
      children.map(([step, inner]): [string, FieldSet] => [step, inner[part]]),
    );
  return {
    added: collect('added'),
    modified: collect('modified'),
    removed: collect('removed'),
  };
}

function entriesOf(structure: Structure): Map<string, Json | undefined> {
  switch (structure.kind) {
    case 'fields':
      return new Map(
        Object.entries(structure.fields).map(([name, value]) => [
          `f:${name}`,
          value,
        ]),
      );
    case 'items':
      return structure.items;
    default:
      return new Map();
  }
}

function sizeOf(structure: Structure): number {
  return entriesOf(structure).size;
}
