import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { searchQuery } from "./api/search";
import { type Hit, type Hits, hitsOf } from "./hits";

export interface Found {
  hits: Hit[];
  active: Hit | undefined;
  answer: Hits | undefined;
  error: Error | null;
  pending: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** What the words find, and the one that Enter opens: the first, until arrows choose another. */
export function useFound(q: string, workspace: string | null, several: boolean, close: () => void): Found {
  const navigate = useNavigate();
  const asked = q !== "";
  const { data, error, isFetching } = useQuery({ ...searchQuery(q, workspace), enabled: asked });
  const answer = asked ? data : undefined;
  const hits = answer ? hitsOf(answer, several) : [];
  const [chosen, setChosen] = useState({ q, at: 0 });
  const at = chosen.q === q ? Math.min(chosen.at, hits.length - 1) : 0;
  const active = hits[at];

  const move = (by: number) => setChosen({ q, at: (at + by + hits.length) % hits.length });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!active || event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") {
      close();
      void navigate(active.target);
    } else return;
    event.preventDefault();
  };
  return { hits, active, answer, error, pending: asked && isFetching, onKeyDown };
}
