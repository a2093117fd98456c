import { badRequest } from '../errors';

/** One condition on labels; all of a selector must hold. */
export interface LabelRequirement {
  key: string;
  operator: 'in' | 'notin' | 'exists' | '!' | '>' | '<';
  values: string[];
}

const TOKENS = /\s*(==|!=|[=!<>(),]|[^\s=!<>(),]+)/y;
const KEY =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** Parses `a=b,c!=d,e in (f,g),!h`; a 400 in the server's words if it cannot. */
export function parseLabelSelector(text: string): LabelRequirement[] {
  const tokens = tokenize(text);
  const requirements: LabelRequirement[] = [];
  let position = 0;

  const peek = () => tokens[position];
  const next = () => tokens[position++];
  const fail = (
    found: string | undefined,
    expected: string,
    prefix = 'unable to parse requirement: ',
  ): never => {
    throw badRequest(`${prefix}found '${found ?? ''}', expected: ${expected}`);
  };

  function parseValues(): string[] {
    if (next() !== '(') {
      // Upstream leaves out the comma in this one message.
      throw badRequest(
        `unable to parse requirement: found '${
          tokens[position - 1] ?? ''
        }' expected: '('`,
      );
    }
    const values: string[] = [];
    let value = '';
    for (let token = next(); token !== ')'; token = next()) {
      if (token === undefined || (isSymbol(token) && token !== ',')) {
        fail(token, "',', or ')'");
      }
      if (token === ',') {
        values.push(value);
        value = '';
      } else {
        value = token;
      }
    }
    return [...values, value];
  }

  function parseRequirement(): LabelRequirement {
    if (peek() === '!') {
      next();
      return { key: parseKey(), operator: '!', values: [] };
    }
    const key = parseKey();
    const operator = peek();
    if (operator === undefined || operator === ',') {
      return { key, operator: 'exists', values: [] };
    }
    next();
    switch (operator) {
      case '=':
      case '==':
        return { key, operator: 'in', values: [parseValue()] };
      case '!=':
        return { key, operator: 'notin', values: [parseValue()] };
      case '>':
      case '<':
        return { key, operator, values: [parseValue()] };
      case 'in':
      case 'notin':
        return { key, operator, values: parseValues() };
      default:
        return fail(operator, 'in, notin, =, ==, !=, gt, lt');
    }
  }

  function parseKey(): string {
    const key = next();
    if (key === undefined || isSymbol(key)) {
      return fail(key, 'identifier');
    }
    return key;
  }

  function parseValue(): string {
    return peek() === undefined || peek() === ',' ? '' : next();
  }

  while (position < tokens.length) {
    if (isSymbol(peek()) && peek() !== '!') {
      fail(peek(), "!, identifier, or 'end of string'", '');
    }
    requirements.push(parseRequirement());
    if (peek() !== undefined && next() !== ',') {
      fail(tokens[position - 1], "',' or 'end of string'", '');
    }
    const isDone = position > 0 && tokens[position - 1] !== ',';
    if (
      !isDone &&
      (peek() === undefined || (isSymbol(peek()) && peek() !== '!'))
    ) {
      fail(peek(), "identifier after ','", '');
    }
  }
  requirements.forEach(check);
  return requirements;
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  for (
    let match = TOKENS.exec(text);
    match !== null;
    match = TOKENS.exec(text)
  ) {
    tokens.push(match[1]);
  }
  return tokens;
}

function isSymbol(token: string): boolean {
  return /^[=!<>(),]/.test(token);
}

function check({ key, operator, values }: LabelRequirement) {
  if ((operator === '>' || operator === '<') && !/^-?\d+$/.test(values[0])) {
    throw badRequest(
      `unable to parse requirement: values[0]: Invalid value: "${values[0]}": for 'Gt', 'Lt' operators, the value must be an integer`,
    );
  }
  if (!KEY.test(key)) {
    throw badRequest(
      `unable to parse requirement: <nil>: Invalid value: "${key}": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
    );
  }
  for (const [index, value] of values.entries()) {
    if (!VALUE.test(value)) {
      throw badRequest(
        `unable to parse requirement: values[${index}][${key}]: Invalid value: "${value}": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
      );
    }
  }
}
