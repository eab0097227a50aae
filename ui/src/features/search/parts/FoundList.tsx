import { Text } from "@mantine/core";
import { IconBriefcase2, IconDatabase, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type Hit, KINDS } from "../hits";
import type { Found } from "../use-found";
import classes from "./search.module.css";
import { ProblemNotice } from "@/shared/ProblemNotice";

const TITLES = { projects: "Projects", datasets: "Datasets", people: "People" };
const ICONS = { projects: IconBriefcase2, datasets: IconDatabase, people: IconUser };

/** What was found, by kind; says so where nothing was, and where there is more. */
export function FoundList({ q, found, close }: { q: string; found: Found; close: () => void }) {
  const { hits, answer, error } = found;
  const count = hits.length;
  return (
    <div className={classes.found}>
      <p className={classes.spoken} role="status">
        {answer && !found.pending && (count === 0 ? "Nothing found" : `${count} found`)}
      </p>
      {error && <ProblemNotice error={error} />}
      {!error && q === "" && <Note>Type the beginning of a name: of a person, a project or a dataset.</Note>}
      {!error && q !== "" && answer && count === 0 && <Note>Nothing that you may see is called “{q}”.</Note>}
      <div id="found" role="listbox" aria-label="Found" aria-busy={found.pending}>
        {KINDS.filter((kind) => hits.some((hit) => hit.kind === kind)).map((kind) => (
          <div key={kind} role="group" aria-labelledby={`found-${kind}`}>
            <p className={classes.kind} id={`found-${kind}`}>
              {TITLES[kind]}
            </p>
            {hits
              .filter((hit) => hit.kind === kind)
              .map((hit) => (
                <FoundLink key={hit.key} hit={hit} active={hit === found.active} close={close} />
              ))}
            {answer?.[kind].more && <p className={classes.more}>There are more: type more of the name.</p>}
          </div>
        ))}
      </div>
    </div>
  );
}

function FoundLink({ hit, active, close }: { hit: Hit; active: boolean; close: () => void }) {
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const Icon = ICONS[hit.kind];
  return (
    <Link
      {...hit.target}
      ref={ref}
      id={`found-${hit.key}`}
      className={classes.hit}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onClick={close}
    >
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      <span className={classes.name}>{hit.name}</span>
      <span className={classes.about}>{hit.about}</span>
    </Link>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <Text className={classes.note} size="sm" c="dimmed">
      {children}
    </Text>
  );
}
