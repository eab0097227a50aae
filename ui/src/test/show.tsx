import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { theme, variables } from "@/app/theme";

/** Renders a part of a page as the application would. */
export function show(part: ReactNode) {
  return render(
    <MantineProvider theme={theme} cssVariablesResolver={variables} env="test">
      {part}
    </MantineProvider>,
  );
}
