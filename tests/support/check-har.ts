import { createRequire } from 'node:module';
import Ajv from 'ajv';

const require = createRequire(import.meta.url);

/** What the format's own published schema finds wrong with a value; empty when it is HAR 1.2. */
function harValidator() {
  const ajv = new Ajv({ strict: false, validateFormats: true });
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  ajv.addFormat('date-time', (text: string) => new Date(text).toISOString() === text);
  for (const name of ['ipv4', 'ipv6', 'email']) ajv.addFormat(name, true);
  ajv.addSchema(Object.values(require('har-schema') as Record<string, object>));
  const validate = ajv.getSchema('har.json#');
  return (har: unknown) => {
    if (!validate) return ['no schema'];
    return validate(har) === true ? [] : (validate.errors ?? ['invalid']);
  };
}

export const problemsOf = harValidator();
