import type { FieldSpec } from '../../../../shared/claim-types/claim-type.ts';
import { claimType } from '../../../../shared/claim-types/registry.ts';

/** Fields that claims of some types have, each once. */
export function fieldsOf(types: Iterable<string>): FieldSpec[] {
  const fields = new Map<string, FieldSpec>();
  for (const id of types)
    for (const field of claimType(id)?.fields ?? [])
      if (!fields.has(field.name)) fields.set(field.name, field);
  return [...fields.values()];
}
