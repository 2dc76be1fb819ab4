/** The variable by which Quarkus finds a property. */
export function variableOf(property: string): string {
  return withUnderscores(property).toUpperCase();
}

/** All names of variables that set a property, the strongest first. */
export function variablesOf(property: string): string[] {
  return [property, withUnderscores(property), variableOf(property)];
}

function withUnderscores(property: string): string {
  return property.replace(/[^A-Za-z0-9]/g, '_');
}
