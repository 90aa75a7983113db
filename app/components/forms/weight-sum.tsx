import { useEffect, useState } from "react";
import type { ShownField } from "../../forms/fields";
import { readValue } from "../../forms/read-value";

/** What the weights come to while they are typed; the scenario's own check says when that is wrong. */
export function WeightSum({ fields }: { readonly fields: readonly ShownField[] }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    const names = new Set(fields.map(({ name }) => name));
    const note = ({ target }: Event): void => {
      if (target instanceof HTMLInputElement && names.has(target.name)) {
        setTyped((before) => ({ ...before, [target.name]: target.value }));
      }
    };
    document.addEventListener("input", note);
    return () => document.removeEventListener("input", note);
  }, [fields]);
  if (fields.length === 0) return null;
  const percents = fields.map(({ name, value }) => readValue("percent", typed[name] ?? value));
  const sum = percents.reduce((total, read) => total + (read.ok ? Number(read.value) : Number.NaN), 0);
  return (
    <p className="govuk-body" role="status">
      {Number.isNaN(sum)
        ? "The weights cannot be added up yet."
        : `The weights sum to ${Number(sum.toFixed(6))}%.`}{" "}
      {Math.abs(sum - 100) < 1e-9 ? "" : "They have to sum to 100%."}
    </p>
  );
}
