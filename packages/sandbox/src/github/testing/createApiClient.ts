import fs from 'node:fs';
import Ajv, { ValidateFunction } from 'ajv';
import { GitHub } from '../types';

interface Operation {
  responses: Record<
    string,
    { $ref?: string; content?: Record<string, { schema: object }> }
  >;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
}

/** An answer whose shape was compared with GitHub's description. */
export interface ApiAnswer {
  status: number;
  headers: Headers;
  // The shape is what the test is about; it was checked against the schema.
  body: any;
}

const ID = 'github';
let description: Description | undefined;
let ajv: Ajv;
const validators = new Map<string, ValidateFunction>();

/** Calls the API as an account and compares every answer with GitHub's OpenAPI description. */
export function createApiClient(github: GitHub, login?: string) {
  return async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const token = login && github.tokens.personal(login);
    const response = await fetch(`${github.apiUrl}${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes(
      'application/json',
    );
    const answer = isJson && text !== '' ? JSON.parse(text) : text;
    if (isJson && response.ok) {
      check({ method, path, status: response.status, answer });
    }
    return { status: response.status, headers: response.headers, body: answer };
  };
}

function check(options: {
  method: string;
  path: string;
  status: number;
  answer: unknown;
}) {
  const { method, path, status, answer } = options;
  const template = findTemplate(path.split('?')[0], method);
  const key = `${method} ${template} ${status}`;
  const validate = validators.get(key) ?? compile(template, method, status);
  validators.set(key, validate);
  if (!validate(answer)) {
    const problems = (validate.errors ?? [])
      .slice(0, 8)
      .map(error => `${error.instancePath} ${error.message}`);
    throw new Error(
      `${key} is not as GitHub describes it:\n${problems.join('\n')}`,
    );
  }
}

function load(): Description {
  if (!description) {
    const file = require.resolve('@octokit/openapi/generated/ghes-3.19.json');
    description = JSON.parse(fs.readFileSync(file, 'utf8')) as Description;
    ajv = new Ajv({
      strict: false,
      validateFormats: false,
      validateSchema: false,
      logger: false,
    });
    ajv.addSchema(withNullEnums(description) as object, ID);
  }
  return description;
}

// OpenAPI 3.0 says nullable where JSON Schema lists null in the enum.
function withNullEnums(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withNullEnums);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withNullEnums(inner)]),
  );
  if (copy.nullable === true && Array.isArray(copy.enum)) {
    copy.enum = [...copy.enum, null];
  }
  if (copy.nullable === true && copy.type === undefined) {
    delete copy.nullable;
    return { anyOf: [copy, { type: 'null' }] };
  }
  return copy;
}

function findTemplate(path: string, method: string): string {
  const { paths } = load();
  const candidates = Object.keys(paths).filter(template => {
    const source = template
      .replace(/\{(path|ref|basehead)\}/g, '.+')
      .replace(/\{[^}]+\}/g, '[^/]+');
    return (
      new RegExp(`^${source}$`).test(path) &&
      paths[template][method.toLowerCase()]
    );
  });
  // The most specific has the fewest parameters and says the most.
  const [best] = candidates.sort(
    (a, b) => a.split('{').length - b.split('{').length || b.length - a.length,
  );
  if (!best) {
    throw new Error(`GitHub has no ${method} ${path}`);
  }
  return best;
}

function compile(
  template: string,
  method: string,
  status: number,
): ValidateFunction {
  const operation = load().paths[template][method.toLowerCase()];
  const response = operation.responses[String(status)];
  if (!response) {
    throw new Error(`GitHub never answers ${status} to ${method} ${template}`);
  }
  const pointer = response.$ref
    ? response.$ref.slice(1)
    : `/paths/${escape(template)}/${method.toLowerCase()}/responses/${status}`;
  const types = Object.keys(response.content ?? { 'application/json': {} });
  const type = types.find(name => name === 'application/json') ?? types[0];
  return ajv.compile({
    $ref: `${ID}#${pointer}/content/${escape(type)}/schema`,
  });
}

function escape(part: string): string {
  return encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));
}
