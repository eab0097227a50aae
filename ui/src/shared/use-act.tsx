import { notifications } from "@mantine/notifications";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { problemOf } from "@/api/problem";

interface Options<Result, Values> {
  /** What has to be asked for again, by the beginnings of its keys. */
  refresh?: QueryKey[];
  /** Said when it is done. */
  says?: string | ((result: Result, values: Values) => string);
  done?: (result: Result, values: Values) => void;
}

/** One action outside of a form: does it, refreshes what it touches, says that it is done or why it was refused. */
export function useAct<Result, Values = void>(send: (values: Values) => Promise<Result>, options: Options<Result, Values> = {}) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (result, values) => {
      options.done?.(result, values);
      if (options.says) say(typeof options.says === "string" ? options.says : options.says(result, values));
      await refreshAll(queryClient, options.refresh);
    },
    onError: (error) => complain(error),
  });
}

export async function refreshAll(queryClient: ReturnType<typeof useQueryClient>, keys: QueryKey[] = []) {
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

export function say(message: string) {
  notifications.show({ message, color: "harbour", withBorder: true, autoClose: 4000 });
}

export function complain(error: unknown) {
  const problem = problemOf(error);
  notifications.show({ title: "Not done", message: problem.message, color: "red", withBorder: true, autoClose: 8000, role: "alert" });
}
