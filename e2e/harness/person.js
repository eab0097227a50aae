/** Somebody with an account, who acts through the REST interface as a browser would: session cookie and CSRF token. */
export class Person {
  cookies = new Map();

  constructor(url, name, email, password = "a long enough password") {
    Object.assign(this, { url, name, email, password });
  }

  get = (path) => this.#done("GET", path);
  post = (path, body = {}) => this.#done("POST", path, body);
  put = (path, body) => this.#done("PUT", path, body);
  patch = (path, body) => this.#done("PATCH", path, body);
  delete = (path) => this.#done("DELETE", path);

  /** The status alone, for what is expected to be refused. */
  status = async (method, path, body) => (await this.call(method, path, body)).status;

  async signIn() {
    await this.post("session", { email: this.email, password: this.password });
    return this.meet();
  }

  /** Learns the ids of the person and of their organization. */
  async meet() {
    const { user, organization } = await this.get("me");
    this.id = user.id;
    this.organization = organization;
    return this;
  }

  async #done(method, path, body) {
    const response = await this.call(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${this.name}: ${method} ${path} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  /** One call below `/api/v1`; a body is sent as JSON, or as it is if it is a form or bytes. */
  async call(method, path, body, headers = {}) {
    if (method !== "GET" && !this.cookies.has("XSRF-TOKEN")) await this.call("GET", "server");
    const whole = body instanceof FormData || body instanceof Uint8Array || body === undefined;
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      body: whole ? body : JSON.stringify(body),
      headers: {
        ...(!whole && { "Content-Type": "application/json" }),
        ...(this.cookies.size > 0 && { Cookie: [...this.cookies].map((pair) => pair.join("=")).join("; ") }),
        ...(this.cookies.has("XSRF-TOKEN") && { "X-XSRF-TOKEN": this.cookies.get("XSRF-TOKEN") }),
        ...headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }
}
