/**
 * What one file may weigh, in bytes. The API server takes 3 MiB in one request, so this holds many objects,
 * and the densest YAML of this size is still read in about half a minute.
 */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** How many documents one file may have: each costs a parser of its own, however small it is. */
export const MAX_DOCUMENTS = 100_000;

/**
 * How many lexical tokens one document may have; usual YAML has three to four bytes for each. The syntax tree takes
 * about 350 bytes for one, so that this many take 700 MB. Large lists may be split into documents, of which only one
 * has a tree at a time.
 */
export const MAX_TOKENS = 2_000_000;

/**
 * How deep collections may be nested, aliases followed. Kubernetes objects and flows stay below 40; what comes after
 * the loader walks them recursively, and the parser itself ends the process somewhere beyond 800.
 */
export const MAX_DEPTH = 200;

/**
 * How many characters all aliases of one file may add when they are written out: as much as a file may have anyway.
 * An alias costs no memory here, but everything after the loader works on what it stands for.
 */
export const MAX_ALIAS_EXPANSION = 16 * 1024 * 1024;
