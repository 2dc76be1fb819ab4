/** What a definition says of itself that a custom resource says in annotations. */
export const DEFINITION_ANNOTATIONS = ['name', 'key', 'description', 'version', 'expressionLang'] as const;

export type AnnotatedWord = typeof DEFINITION_ANNOTATIONS[number];

/** The annotation of a word, such as `sonataflow.org/version`. */
export function annotationOf(word: AnnotatedWord): string {
  return `sonataflow.org/${word}`;
}
