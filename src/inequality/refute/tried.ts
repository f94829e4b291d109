/** The kinds of systems that a search went through in vain, and whether it tried all of them. */
export type Tried = Map<string, boolean>;

/** `all codes over GF(2) of up to 4 bits; in part 4 to 6 equally likely outcomes`; empty if nothing was gone through. */
export function triedText(tried: Tried): string {
  const those = (complete: boolean) => [...tried].flatMap(([kind, all]) => (all === complete ? [kind] : [])).join(', ');
  const [all, part] = [those(true), those(false)];
  return [...(all ? [`all ${all}`] : []), ...(part ? [`in part ${part}`] : [])].join('; ');
}
