import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Problem, problemOf } from "@/api/problem";
import { putFile } from "@/features/document/api/put-file";
import { projectKey } from "@/features/project/api/project";
import { refreshAll } from "@/shared/use-act";

/** One file on its way: how far it is, or why it did not arrive. */
export interface Sending {
  id: number;
  file: File;
  replacing?: string;
  sent: number;
  problem?: Problem;
}

/** Sends files one after the other; what arrived is on the list, what did not stays here with the reason. */
export function useSendFiles(project: string) {
  const queryClient = useQueryClient();
  const [all, setAll] = useState<Sending[]>([]);
  const next = useRef(0);
  const chain = useRef(Promise.resolve());
  const stop = useRef<AbortController | null>(null);
  stop.current ??= new AbortController();
  useEffect(() => {
    const leaving = (stop.current = new AbortController());
    return () => leaving.abort();
  }, []);

  const change = useCallback((id: number, patch: Partial<Sending>) => setAll((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one))), []);
  const drop = useCallback((id: number) => setAll((before) => before.filter((one) => one.id !== id)), []);

  const send = useCallback(
    (files: File[], replacing?: string) => {
      const more = files.map((file) => ({ id: next.current++, file, replacing, sent: 0 }));
      setAll((before) => [...before, ...more]);
      const one = async ({ id, file }: Sending) => {
        const signal = (stop.current as AbortController).signal;
        if (signal.aborted) return;
        try {
          await putFile(project, { file, replacing }, signal, (sent) => change(id, { sent }));
          drop(id);
          await refreshAll(queryClient, [projectKey(project)]);
        } catch (error) {
          if (!signal.aborted) change(id, { problem: problemOf(error) });
        }
      };
      for (const each of more) chain.current = chain.current.then(() => one(each));
    },
    [change, drop, project, queryClient],
  );
  return { sending: all, send, drop };
}
