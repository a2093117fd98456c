/** As much of a structural schema as these definitions use. */
export interface JsonSchema {
  type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  format?: 'date-time' | 'byte';
  enum?: string[];
  default?: string;
  minimum?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema;
  required?: string[];
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-list-type'?: 'map';
  'x-kubernetes-list-map-keys'?: string[];
}
