import { badRequest } from '../errors';

/** One comparison of a field's value as text. */
export interface FieldRequirement {
  field: string;
  equal: boolean;
  value: string;
}

/** Parses `a=b,c!=d`, where `\,`, `\=` and `\\` stand for the character itself. */
export function parseFieldSelector(text: string): FieldRequirement[] {
  return splitUnescaped(text)
    .filter(term => term !== '')
    .map(term => {
      const match = /^((?:[^\\=!]|\\.)*)(!=|==|=)(.*)$/s.exec(term);
      if (!match) {
        throw badRequest(
          `invalid selector: '${text}'; can't understand '${term}'`,
        );
      }
      return {
        field: match[1],
        equal: match[2] !== '!=',
        value: match[3].replace(/\\([\\,=])/g, '$1'),
      };
    });
}

function splitUnescaped(text: string): string[] {
  return text.match(/(?:[^\\,]|\\.)+/gs) ?? [];
}
