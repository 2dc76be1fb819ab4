import { error, warning } from './rule';

/** Rules about flows and their definitions. */
export const FLOW_RULES = {
  'SF-FLOW-CONSTANTS': error('Constants in a flow', 'operatorStops'),
  'SF-FLOW-DEFINITION': error('A text that is no workflow definition'),
  'SF-FLOW-DUPLICATE': error('Two states, functions or events of one name'),
  'SF-FLOW-INPUT-SCHEMA': error('A dataInputSchema that is not an object with schema and failOnValidationErrors'),
  'SF-FLOW-NONE': error('A workflow without a flow'),
  'SF-FLOW-NO-END': warning('A state with neither end nor transition'),
  'SF-FLOW-NUMBER': warning('A number that the operator changes'),
  'SF-FLOW-REF': error('A reference to something that the flow does not declare'),
  'SF-FLOW-RETRIES': error('Retries outside the profile dev', 'operatorStops'),
  'SF-FLOW-START': error('A start that names no state'),
  'SF-FLOW-TIMEOUT-SHORT': error('A time limit of the flow as a plain text'),
  'SF-FLOW-TRANSITION': error('A transition to a state that is not there'),
  'SF-FLOW-UNREACHABLE': warning('A state to which no way leads'),
} as const;
