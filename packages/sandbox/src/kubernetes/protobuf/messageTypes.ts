import { publishedFile } from '../publishedFile';

export type FieldFlag = 'repeated' | 'map' | 'inline' | 'omitsZero';

/** How a message becomes JSON: by field number its name, type and flags. */
export interface MessageType {
  name: string;
  fields: Record<string, [string, string, ...FieldFlag[]]>;
  /** The message stands for its only, repeated field. */
  isList?: boolean;
}

let types: Map<string, MessageType> | undefined;

/** A message type by its full name. */
export function messageType(name: string): MessageType | undefined {
  types ??= new Map(
    publishedFile('protobuf.jsonl')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as MessageType)
      .map(type => [type.name, type]),
  );
  return types.get(name);
}
