/** Patterns in `models/` may name their parts: "«lead»\\s+«month»" with `"parts": { "month": "(?:january|…)" }`. Parts may name earlier parts. */
export function withParts(pattern: string, parts: Readonly<Record<string, string>>): string {
  return pattern.replace(/«([a-z-]{1,20})»/gu, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new RangeError(`A pattern names the part «${name}», which isn't there.`);
    return withParts(part, without(parts, name));
  });
}

/** A part that names itself would never end. */
function without(parts: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name));
}
