import type { UseFormReturnType } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formErrors, type Problem } from "@/api/problem";

/** Sends a form; refusals land at the fields they name, all others in `problem`. */
export function useSubmit<Values extends Record<string, unknown>, Result>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<Result>,
  done: (result: Result, values: Values) => unknown,
) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const mutation = useMutation({
    mutationFn: send,
    onMutate: () => setProblem(null),
    onSuccess: async (result, values) => {
      await done(result, values);
    },
    onError: (error) => {
      const { errors, rest } = formErrors(error, Object.keys(form.getValues()));
      form.setErrors(errors);
      setProblem(rest);
    },
  });
  return {
    problem,
    pending: mutation.isPending,
    onSubmit: form.onSubmit((values) => mutation.mutate(values)),
  };
}
