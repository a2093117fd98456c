import { Scalar } from './types';
import { WorkflowError } from './WorkflowError';
import { YamlNode } from './YamlNode';

/** Reads typed values and gathers every problem on the way. */
export class WorkflowReader {
  readonly #file: string;
  readonly #problems: string[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  problem(node: YamlNode, text: string) {
    const { line, column } = node;
    this.#problems.push(
      `${this.#file} (Line: ${line}, Col: ${column}): ${text}`,
    );
  }

  /** Throws when there was a problem. */
  finish() {
    if (this.#problems.length > 0) {
      throw new WorkflowError([
        'The workflow is not valid.',
        ...this.#problems.slice(0, 10),
      ]);
    }
  }

  /** The fields of a mapping; others than the allowed ones are a problem. */
  mapping(
    node: YamlNode | undefined,
    allowed?: readonly string[],
  ): Map<string, YamlNode> {
    if (!node || node.value === null) {
      return new Map();
    }
    if (!node.fields) {
      this.problem(
        node,
        node.items
          ? 'A sequence was not expected'
          : `Unexpected value '${node.value}'`,
      );
      return new Map();
    }
    for (const [key, field] of node.fields) {
      if (allowed && !allowed.includes(key)) {
        this.problem(field, `Unexpected value '${key}'`);
      }
    }
    return node.fields;
  }

  scalar(node: YamlNode | undefined): Scalar | undefined {
    if (!node || node.value === null) {
      return undefined;
    }
    if (node.fields || node.items) {
      this.problem(
        node,
        `A ${node.fields ? 'mapping' : 'sequence'} was not expected`,
      );
      return undefined;
    }
    return node.value as Scalar;
  }

  string(node: YamlNode | undefined): string | undefined {
    const value = this.scalar(node);
    return value === undefined ? undefined : String(value);
  }

  /** One string or a list of them. */
  strings(node: YamlNode | undefined): string[] | undefined {
    if (!node || node.value === null) {
      return undefined;
    }
    const nodes = node.items ?? [node];
    return nodes
      .map(item => this.string(item))
      .filter(item => item !== undefined);
  }

  /** A mapping of names to scalars; nothing is an empty text. */
  stringMap(node: YamlNode | undefined): Record<string, string> {
    return Object.fromEntries(
      [...this.mapping(node)].map(([key, value]) => [
        key,
        this.string(value) ?? '',
      ]),
    );
  }
}
