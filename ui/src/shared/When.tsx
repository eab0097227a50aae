import { formatAgo, formatMinute } from "@/shared/text/format";

/** A time in words, exact on hover. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatMinute(at)} style={{ whiteSpace: "nowrap" }}>
      {formatAgo(at)}
    </time>
  );
}
