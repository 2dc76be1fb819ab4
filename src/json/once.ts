/** What is computed when it is asked for the first time, and kept. */
export function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined;
  return () => (computed ??= { value: compute() }).value;
}

/** What is computed of an object that never changes when it is asked for the first time, and kept as long as the object. */
export function onceFor<O extends object, T>(compute: (of: O) => T): (of: O) => T {
  const known = new WeakMap<O, { readonly value: T }>();
  return (of) => {
    let computed = known.get(of);
    if (!computed) known.set(of, computed = { value: compute(of) });
    return computed.value;
  };
}

/** The same for each of many names. */
export function onceForEach<O extends object, T>(compute: (of: O, name: string) => T): (of: O, name: string) => T {
  const kept = onceFor((_: O) => new Map<string, T>());
  return (of, name) => {
    const byName = kept(of);
    const known = byName.get(name);
    if (known !== undefined) return known;
    const computed = compute(of, name);
    byName.set(name, computed);
    return computed;
  };
}
