import type { Keys } from "../../changes/pointer";
import type { Fault } from "../fault";
import type { SalvagedScenario } from "../salvage";
import { placed } from "./walk";

/** From one thing to another that it names, and where it does. */
type Step = { readonly from: string; readonly to: string; readonly keys: Keys };

/** Nothing continues, follows or requires itself, neither directly nor through others. */
export function checkCircles(scenario: SalvagedScenario): Fault[] {
  const successors = placed(scenario.organisations).flatMap(([{ id, successor }, place]) =>
    step(id, successor, ["organisations", place, "successor"]),
  );
  const continued = placed(scenario.provisions).flatMap(([provision, place]) =>
    step(provision.id, provision.extends, ["provisions", place, "extends"]),
  );
  const required = placed(scenario.priorities?.lines).flatMap(([{ id, requires }, line]) =>
    placed(requires).flatMap(([other, place]) =>
      step(id, other, ["priorities", "lines", line, "requires", place]),
    ),
  );
  const excluded = placed(scenario.priorities?.lines).flatMap(([{ id, excludes }, line]) =>
    placed(excludes).flatMap(([other, place]) =>
      other === id ? step(id, other, ["priorities", "lines", line, "excludes", place]) : [],
    ),
  );
  return [successors, continued, required, excluded].flatMap(circlesIn);
}

function step(from: string | undefined, to: string | undefined, keys: Keys): Step[] {
  return from === undefined || to === undefined ? [] : [{ from, to, keys }];
}

/** Each step that closes a circle. */
function circlesIn(steps: readonly Step[]): Fault[] {
  const faults: Fault[] = [];
  const stepsFrom = new Map<string, Step[]>();
  for (const one of steps) stepsFrom.set(one.from, [...(stepsFrom.get(one.from) ?? []), one]);
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (id: string): void => {
    way.push(id);
    for (const { to, keys } of stepsFrom.get(id) ?? []) {
      const met = way.indexOf(to);
      if (met >= 0) faults.push(circle([...way.slice(met), to], keys));
      else if (!done.has(to)) follow(to);
    }
    way.pop();
    done.add(id);
  };
  for (const id of stepsFrom.keys()) if (!done.has(id)) follow(id);
  return faults;
}

function circle(way: readonly string[], keys: Keys): Fault {
  const shownWay = way.length <= 6 ? way : [...way.slice(0, 3), "…", ...way.slice(-2)];
  return {
    keys,
    code: "circle",
    state: `leads back to itself (${shownWay.join(" → ")})`,
    remedy: "remove or change one of these steps",
  };
}
