/**
 * The functions of the engine's jq: jackson-jq 1.0.0-preview.20240207 for jq 1.6 with jackson-jq-extra, as the builds of SonataFlow 10.1.0
 * have them. Behind each name how many arguments it takes; behind `!` which of them are evaluated, by position, when it is called with an
 * empty object: at the build the engine does that with each call that it sees.
 */
const FUNCTIONS = `
  _flatten/1!0 _match_impl/3 _modify/2!0 _nwise/1!0,2!01 _sub_impl/3 acos/0 add/0 all/0,1,2!01 any/0,1,2!01 arrays/0 ascii_downcase/0
  ascii_upcase/0 asin/0 atan/0 atan2/2!01 booleans/0 builtins/0 capture/1!0,2 cbrt/0 combinations/0,1!0 contains/1!0 cos/0 cosh/0 debug_scope/0
  del/1!0 delpaths/1!0 empty/0 endswith/1!0 error/0,1!0 exp/0 exp10/0 exp2/0 explode/0 expm1/0 finites/0 first/0,1!0 flatten/0,1!0 floor/0
  from_entries/0 fromjson/0 getpath/1!0 group_by/1 gsub/2!0,3!0 has/1!0 hostname/0,1!0 implode/0 in/1!0 index/1!0 indices/1 infinite/0 inside/1!0
  isfinite/0 isinfinite/0 isnan/0 isnormal/0 iterables/0 join/1!0 keys/0 keys_unsorted/0 last/0,1!0 leaf_paths/0 length/0 limit/2!01 log/0 log10/0
  log1p/0 log2/0 ltrimstr/1!0 map/1 map_values/1 match/1!0,2 max/0 max_by/1 min/0 min_by/1 nan/0 normals/0 not/0 now/0 nth/1!0,2!0 nulls/0
  numbers/0 objects/0 path/1!0 paths/0,1 pow/2!01 random/0 range/1!0,2!01,3!012 recurse/0,1!0,2!01 recurse_down/0 reverse/0 rindex/1!0 round/0
  rtrimstr/1!0 scalars/0 scan/1,2 select/1!0 setpath/2!01 sin/0 sinh/0 sort/0 sort_by/1 split/1!0,2!0 splits/1!0,2!0 sqrt/0 startswith/1!0
  strftime/1,2 strings/0 strptime/1,2 sub/2!0,3!0 tan/0 tanh/0 test/1!0,2 timestamp/0 to_entries/0 tojson/0 tonumber/0 tostring/0 transpose/0
  type/0 unique/0 unique_by/1 until/2!0 uridecode/0 uriparse/0 utf8bytelength/0 uuid4/0 values/0 walk/1!0 while/2!0 with_entries/1
`;

/** By `name/arguments`: the positions of the arguments that are evaluated for an empty object. */
const BY_SIGNATURE: ReadonlyMap<string, readonly number[]> = new Map(FUNCTIONS.trim().split(/\s+/).flatMap((entry) => {
  const [name, signatures = ''] = entry.split('/');
  return signatures.split(',').map((signature) => {
    const [count, evaluated = ''] = signature.split('!');
    return [`${name}/${count}`, [...evaluated].map(Number)] as const;
  });
}));

/** The names, each once. */
export const FUNCTION_NAMES: readonly string[] = [...new Set([...BY_SIGNATURE.keys()].map((signature) => signature.replace(/\/.*/, '')))];

/** How many arguments a function may have; none if there is no such function. */
export function arities(name: string): number[] {
  return [...BY_SIGNATURE.keys()].filter((signature) => signature.startsWith(`${name}/`)).map((signature) => Number(signature.split('/')[1]));
}

/** The arguments that are evaluated for an empty object; nothing if there is no such function. */
export function evaluatedArguments(name: string, count: number): readonly number[] | undefined {
  return BY_SIGNATURE.get(`${name}/${count}`);
}
