// Asks a ThreatCrowd-compatible server, such as `tendril serve`, from Node 18 or later, or from a page when the server
// runs with --cors.
//
//     node threatcrowd.mjs domain aoldaily.com
//     THREATCROWD=https://tc.team.example/ node threatcrowd.mjs ip 188.40.75.132

import { pathToFileURL } from "node:url";

const PARAMETER = { email: "email", domain: "domain", ip: "ip", antivirus: "antivirus", file: "resource" };
const TRIES = 3;

/** The report on a value as an object, or null when the server knows nothing about it. */
export async function report(kind, value, server = "http://127.0.0.1:8765/") {
  const url = new URL(`searchApi/v2/${kind}/report/`, server);
  url.searchParams.set(PARAMETER[kind], value);
  for (let i = 0; i < TRIES; i++) {
    const response = await fetch(url);
    if (response.status === 429) {
      const seconds = Number(response.headers.get("Retry-After") ?? "10");
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      continue;
    }
    if (!response.ok) {
      throw new Error(`The server answered ${response.status}.`);
    }
    const answer = await response.json();
    // "1" is a text in every answer, not a number.
    return answer.response_code === "1" ? answer : null;
  }
  throw new Error("The server is still too busy. Try again later.");
}

/** Every value of a report with what it is. */
export function* lines(answer) {
  for (const row of answer.resolutions ?? []) {
    yield [row.last_resolved, row.ip_address ?? row.domain];
  }
  for (const field of ["domains", "ips", "subdomains", "emails", "hashes", "scans", "references"]) {
    for (const value of answer[field] ?? []) {
      if (value) {
        yield [field, value];
      }
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [kind, value] = process.argv.slice(2);
  if (!PARAMETER[kind] || !value) {
    console.error(`Usage: threatcrowd.mjs ${Object.keys(PARAMETER).join("|")} VALUE`);
    process.exit(1);
  }
  const found = await report(kind, value, process.env.THREATCROWD);
  if (found === null) {
    console.error(`Nothing is known about ${value}.`);
    process.exit(1);
  }
  for (const [name, text] of lines(found)) {
    console.log(`${name}\t${text.trim()}`);
  }
  console.log(`page\t${found.permalink}`);
}
