import assert from "node:assert/strict";
import { eventually } from "./eventually.js";
import { picture, shoot } from "./shoot.js";

/** Somebody before a browser; everything that went wrong behind the page is kept. */
export class Visitor {
  #wrong = [];
  #expected = [];
  #tolerated = [];

  static async enter(context) {
    const visitor = new Visitor();
    visitor.context = context;
    context.setDefaultTimeout(15_000);
    visitor.page = await context.newPage();
    visitor.#watch(visitor.page);
    return visitor;
  }

  #watch(page) {
    page.on("pageerror", (error) => this.#wrong.push({ what: `uncaught: ${error.stack ?? error}` }));
    page.on("console", (message) => {
      // Refusals are watched as answers below, where one knows which they are.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) this.#wrong.push({ what: `console: ${message.text()}` });
    });
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // A page that is left, and a download, end their requests themselves.
      if (reason !== "net::ERR_ABORTED") this.#wrong.push({ what: `${request.method()} ${path(request)}: ${reason}` });
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.#wrong.push({ what: `${response.request().method()} ${path(response)}: ${response.status()}`, status: response.status() });
    });
  }

  /** Announces a refusal or a failure that belongs to the test, by a part of how it is told: `GET /api/v1/me: 401`. */
  expects(what) {
    this.#expected.push(what);
    return this;
  }

  /** The same for what may come or not, as it happens to be cut off by the page itself. */
  tolerates(what) {
    this.#tolerated.push(what);
    return this;
  }

  /** What nobody announced; and what was announced and never came, since then the test is not about what it says. */
  complaints() {
    const seen = (expected) => this.#wrong.some(({ what }) => matches(what, expected));
    const announced = (what) => what.startsWith("GET /api/v1/me: 401") || [...this.#expected, ...this.#tolerated].some((expected) => matches(what, expected));
    return [
      ...this.#wrong.filter(({ what }) => !announced(what)).map(({ what }) => what),
      ...this.#expected.filter((expected) => !seen(expected)).map((expected) => `announced, but it never came: ${expected}`),
    ];
  }

  go = (address) => this.page.goto(address);
  button = (name) => this.page.getByRole("button", { name, exact: typeof name === "string" });
  link = (name) => this.page.getByRole("link", { name, exact: typeof name === "string" });
  field = (label) => this.page.getByLabel(labelled(label));
  text = (words) => this.page.getByText(words);
  dialog = () => this.page.getByRole("dialog");
  /** What stands above every page of a workspace that ends. */
  banner = () => this.page.getByRole("complementary", { name: "State of the workspace" });
  heading = (name) => this.page.getByRole("heading", { name, exact: typeof name === "string" });
  /** The row of a list, by what stands in it. */
  row = (words) => this.page.getByRole("row").filter({ hasText: words });

  /** All rows of a list that is there: while it loads, it has no name yet. */
  rows = (list) => this.page.getByRole("table", { name: list, exact: true }).locator("tbody tr");

  /** Fills a form by its labels, in the order given. */
  async fill(values) {
    for (const [label, value] of Object.entries(values)) await this.field(label).fill(value);
  }

  /** Chooses an entry in the menu of a row. */
  async act(name, action) {
    await this.button(`Actions for ${name}`).click();
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  /** Opens a select and takes the option. */
  async choose(label, option) {
    await this.page.getByRole("combobox", { name: label }).or(this.page.getByRole("textbox", { name: label })).first().click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
  }

  sees = (words) => this.page.getByText(words).first().waitFor();

  /** Waits until none of it is on the page; say first what must be there, or an empty page passes. */
  misses = (words) => this.page.getByText(words).first().waitFor({ state: "hidden" });

  /** Waits for the path of the address. */
  arrives = (pattern) => this.page.waitForURL((url) => (typeof pattern === "string" ? url.pathname === pattern : pattern.test(url.pathname)));

  /** What stands with a field, and is read out with it. */
  async fieldSays(label, words) {
    await eventually(async () => {
      const described = await this.field(label).evaluate((field) =>
        (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "),
      );
      assert.ok(described.includes(words), `${label} says “${described}”, not “${words}”`);
    });
  }

  shoot = (name) => shoot(this.page, name);

  /** Takes a picture for the guide, where the run was asked for them. */
  picture = (name) => picture(this.page, name);
}

/** A label by its whole words, with or without the star of a field that is required. */
const labelled = (label) => (label instanceof RegExp ? label : new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\*)?$`));
const path = (message) => new URL(message.url()).pathname;
const matches = (what, expected) => (expected instanceof RegExp ? expected.test(what) : what.includes(expected));
