import { msg } from '@lit/localize';
import type { FindingSeverity } from '../../../shared/model/scales.ts';

const SAID: Readonly<Record<FindingSeverity, () => string>> = {
  error: () => msg('Error', { id: 'found.error' }),
  warning: () => msg('Warning', { id: 'found.warning' }),
  info: () => msg('Remark', { id: 'found.info' }),
  style: () => msg('Style', { id: 'found.style' }),
};

/** @returns how grave a finding is, in a word */
export const saySeverity = (severity: FindingSeverity): string => SAID[severity]();
