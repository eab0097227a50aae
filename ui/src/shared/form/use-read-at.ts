import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useState } from "react";

/**
 * What a form was filled from, and at which revision. What others change meanwhile comes in only while nothing is typed:
 * what is typed is never lost, and saving is refused where it would overwrite them unseen.
 */
export function useReadAt<T extends { revision: number }, Values extends Record<string, unknown>>(
  current: T,
  form: UseFormReturnType<Values>,
  valuesOf: (read: T) => Values,
): T {
  const [read, setRead] = useState(current);
  const follows = current.revision !== read.revision && !form.isDirty();
  useEffect(() => {
    if (!follows) return;
    const values = valuesOf(current);
    form.setInitialValues(values);
    form.setValues(values);
    form.resetDirty(values);
    setRead(current);
  }, [follows, current, form, valuesOf]);
  return read;
}
