import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { proxy: { "/api": "http://localhost:8080" } },
  // The content policy allows scripts and pictures from files only, so nothing is inlined as a data address.
  build: { assetsInlineLimit: 0, target: "es2022", chunkSizeWarningLimit: 700 },
  test: { environment: "jsdom", setupFiles: ["src/test/setup.ts"], css: false, restoreMocks: true },
});
