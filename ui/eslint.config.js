import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  ...tseslint.configs.recommended,
  {
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "max-lines": ["error", { max: 300 }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A feature's `parts` are its own: other features use its pages, lists and calls.
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["@/features/*/parts/*", "../../*"], message: "Inside of another feature." }] },
      ],
    },
  },
  { files: ["src/api/schema.d.ts"], rules: { "max-lines": "off" } },
);
