import { claimType } from '../../../shared/claim-types/registry.ts';

/** @returns a claim type's name, or its id where it is not known here. */
export const typeLabel = (type: string): string => claimType(type)?.label ?? type;
