import { useEffect, useState } from "react";

/** Counts down to the next try. */
export function RetryIn({ at }: { at: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((at - now) / 1000));
  return <>{seconds > 0 ? `Trying again in ${seconds} s.` : "Trying again …"}</>;
}
