import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";

interface Props {
  /** Whether the invited address has an account, where the server may tell. */
  known?: boolean | null;
  /** For whoever has no account yet. */
  fresh: ReactNode;
  signIn: ReactNode;
}

/** Both ways on for whoever is not signed in; the one that fits, where the link was mailed and may tell it. */
export function NewOrKnown({ known, fresh, signIn }: Props) {
  const [chosen, setChosen] = useState("new");
  if (known !== undefined && known !== null) return known ? signIn : fresh;
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label="Account"
        value={chosen}
        onChange={setChosen}
        data={[
          { value: "new", label: "I am new here" },
          { value: "known", label: "I have an account" },
        ]}
      />
      {chosen === "known" ? signIn : fresh}
    </>
  );
}
