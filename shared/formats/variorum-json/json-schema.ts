import { z } from 'zod';
import { CslItem } from '../../citations/csl.ts';
import { Operation } from '../../model/change.ts';
import { described, putWords, type SchemaInWords } from '../../model/described.ts';
import { Json } from '../../model/json.ts';
import { Scope } from '../scope.ts';
import { SCHEMA_ID, VariorumFile } from './file.ts';

/** The parts that have a name of their own in the schema. */
const named = {
  ...Object.fromEntries(described.map(({ name, schema }) => [name, schema])),
  CslItem,
  Json,
  Operation,
  Scope,
};

/** @returns the JSON Schema (2020-12) of Variorum JSON, made from the schemas that files are read with. */
export function fileSchema(): object {
  const registry = z.registry<{ id?: string; title?: string; description?: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  registry.add(VariorumFile, { title: 'Variorum export' });
  for (const member of Object.values(VariorumFile.shape)) {
    const meta = member.meta();
    if (meta) registry.add(member, { ...registry.get(member), ...meta });
  }
  const { $schema, ...schema } = z.toJSONSchema(VariorumFile, {
    io: 'input',
    metadata: registry,
    target: 'draft-2020-12',
    // Not a format of JSON Schema; the pattern beside it says the same.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'lowercase') delete jsonSchema.format;
    },
  });
  putWords(name => schema.$defs?.[name] as SchemaInWords | undefined);
  return { $schema, $id: SCHEMA_ID, ...schema };
}
