"""Asks a ThreatCrowd-compatible server, such as `tendril serve`, with nothing but Python's own library.

    python3 threatcrowd.py domain aoldaily.com
    THREATCROWD=https://tc.team.example/ python3 threatcrowd.py ip 188.40.75.132
"""

import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

SERVER = os.environ.get("THREATCROWD", "http://127.0.0.1:8765/")
PARAMETER = {"email": "email", "domain": "domain", "ip": "ip", "antivirus": "antivirus", "file": "resource"}
TRIES = 3


def report(kind, value):
    """The report on a value as a dictionary, or None when the server knows nothing about it."""
    query = urllib.parse.urlencode({PARAMETER[kind]: value})
    url = urllib.parse.urljoin(SERVER, f"searchApi/v2/{kind}/report/?{query}")
    for _ in range(TRIES):
        try:
            with urllib.request.urlopen(url, timeout=30) as response:
                answer = json.load(response)
            # "1" is a text in every answer, not a number.
            return answer if answer["response_code"] == "1" else None
        except urllib.error.HTTPError as error:
            if error.code != 429:
                raise
            time.sleep(int(error.headers.get("Retry-After", "10")))
    raise RuntimeError("The server is still too busy. Try again later.")


def lines(answer):
    """Every value of a report with what it is, one after the other."""
    for row in answer.get("resolutions", []):
        yield row["last_resolved"], row.get("ip_address") or row.get("domain")
    for field in ("domains", "ips", "subdomains", "emails", "hashes", "scans", "references"):
        for value in answer.get(field, []):
            if value:
                yield field, value


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in PARAMETER:
        sys.exit(f"Usage: threatcrowd.py {'|'.join(PARAMETER)} VALUE")
    found = report(sys.argv[1], sys.argv[2])
    if found is None:
        sys.exit(f"Nothing is known about {sys.argv[2]}.")
    for name, value in lines(found):
        print(f"{name}\t{value.strip()}")
    print(f"page\t{found['permalink']}")
