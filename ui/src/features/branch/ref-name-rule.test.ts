import { expect, test } from "vitest";
import { refNameRule } from "./ref-name-rule";

test.each(["night", "v1.0-rc_1", "2024-05"])("%s is a name", (name) => expect(refNameRule(name)).toBeNull());

test.each(["", " ", "a b", "a/b", ".a", "v1", "12", "latest", "draft-3"])("%s is none", (name) => expect(refNameRule(name)).not.toBeNull());
