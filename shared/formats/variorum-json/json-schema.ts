import { z } from 'zod';
import { CslItem } from '../../citations/csl.ts';
import { Anchor, Range } from '../../model/anchor.ts';
import { Attachment } from '../../model/attachment.ts';
import { Before, Change, LogEntry, Operation } from '../../model/change.ts';
import { Claim, Note } from '../../model/claim.ts';
import { Conflict, Decision } from '../../model/conflict.ts';
import { Document, Revision } from '../../model/document.ts';
import { Entity } from '../../model/entity.ts';
import { Evidence, Source } from '../../model/source.ts';
import { Scope } from '../scope.ts';
import { SCHEMA_ID, VariorumFile } from './file.ts';

/** The parts that have a name of their own in the schema. */
const named = {
  Anchor,
  Attachment,
  Before,
  Change,
  Claim,
  Conflict,
  CslItem,
  Decision,
  Document,
  Entity,
  Evidence,
  LogEntry,
  Note,
  Operation,
  Range,
  Revision,
  Scope,
  Source,
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
  return { $schema, $id: SCHEMA_ID, ...schema };
}
