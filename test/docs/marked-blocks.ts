/** A block of code of a page, and what the comment before it says of where it comes from. */
export interface MarkedBlock {
  readonly language: string;
  readonly text: string;
  readonly mark?: string;
}

/** The blocks of code of a page. What stands indented in a list is moved to the left. */
export function markedBlocks(markdown: string): MarkedBlock[] {
  return [...markdown.matchAll(/(?:^ *<!-- (.+) -->\n)?^( *)```(\w*)\n([^]*?)^ *```$/gm)].map(([, mark, indent, language, text]) => ({
    language, mark, text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}
