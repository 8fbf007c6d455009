import type { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { type BytesBody, type Endpoint, isBytes } from '../../../shared/api/endpoint.ts';
import { PROBLEM_TYPE, Problem, type ProblemKind, problemKinds } from '../../../shared/api/problem.ts';
import { GroupOutcome } from '../../../shared/api/routes/changes.ts';
import { DocumentSummary, Examination } from '../../../shared/api/routes/documents.ts';
import { LiveEntry, LiveHead, Presence, Present, Whereabouts } from '../../../shared/api/routes/live.ts';
import { CslItem } from '../../../shared/citations/csl.ts';
import { Operation } from '../../../shared/model/change.ts';
import { described, putWords, type SchemaInWords } from '../../../shared/model/described.ts';
import { Json } from '../../../shared/model/json.ts';
import { examples } from './examples.ts';
import { wordsFor } from './parameters.ts';

/** A parameter, with what it means and maybe an example. */
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  description?: string;
  example?: string;
}

/** What the description calls by name; everything else stands where it is used. */
const NAMED = {
  ...Object.fromEntries(described.map(({ name, schema }) => [name, schema])),
  CslItem,
  DocumentSummary,
  Examination,
  GroupOutcome,
  Json,
  LiveEntry,
  LiveHead,
  Operation,
  Presence,
  Present,
  Problem,
  Whereabouts,
};

/** Failures that any route can answer with. */
const ALWAYS: readonly ProblemKind[] = ['forbidden', 'too-many', 'failed'];

/** @returns the description of a contract in OpenAPI 3.1. */
export function describeApi(
  contract: Record<string, Endpoint>,
  version: string,
): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of Object.values(contract)) {
    paths[endpoint.path] ??= {};
    paths[endpoint.path]![endpoint.method] = operation(endpoint);
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Variorum',
      version,
      description:
        'Documents, what they assert, what bears it out, where it disagrees, and how that was settled.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: NAMED },
  });
  for (const endpoint of Object.values(contract)) {
    const operation = document.paths![endpoint.path]![endpoint.method] as { parameters?: Parameter[] };
    const example = examples[endpoint.id as keyof typeof examples];
    for (const parameter of operation.parameters ?? []) {
      parameter.description = wordsFor(endpoint, parameter.name);
      const value = example[parameter.in]?.[parameter.name];
      if (value !== undefined) parameter.example = value;
    }
  }
  const schemas = document.components?.schemas as Record<string, SchemaInWords>;
  for (const suffix of ['', 'Output']) putWords(name => schemas[name + suffix]);
  return document;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, body } = endpoint;
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(params || query
      ? { requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) } }
      : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: content(body, examples[endpoint.id as keyof typeof examples].body),
          },
        }
      : {}),
    responses: responses(endpoint),
  };
}

function responses(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const { reply, params, query, body, fails = [] } = endpoint;
  const kinds = new Set<ProblemKind>(params || query || body ? ['bad-input'] : []);
  if (body) kinds.add('unsupported-type').add('too-large');
  for (const kind of [...fails, ...ALWAYS]) kinds.add(kind);
  const failures = [...kinds].map(kind => {
    const { status, title } = problemKinds[kind];
    return [`${status}`, { description: title, content: { [PROBLEM_TYPE]: { schema: Problem } } }] as const;
  });
  return {
    [`${endpoint.status ?? 200}`]: {
      description: isBytes(reply) ? reply.says : endpoint.summary,
      content: content(reply),
    },
    ...Object.fromEntries(failures),
  } as ZodOpenApiResponsesObject;
}

function content(body: z.ZodType | BytesBody, value?: unknown) {
  const example = value === undefined ? {} : { example: value };
  return isBytes(body) ? { [body.bytes]: example } : { 'application/json': { schema: body, ...example } };
}
