"""A web server for one page, on this machine only."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import Any

__all__ = ["CHANGES", "Board", "served"]

CHANGES = "changes"
"""Where the page asks whether there is another one."""

_PATIENCE = 20.0
"""Seconds for which a question waits for its answer."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Board:
    """The page that is shown, and its number; whoever waits is told when there is another one."""

    def __init__(self) -> None:
        self.page = ""
        self.number = 0
        self._changed = Condition()

    def show(self, page: str) -> None:
        """Puts up another page."""
        with self._changed:
            self.page, self.number = page, self.number + 1
            self._changed.notify_all()

    def other_than(self, number: int) -> bool:
        """Waits for a while until the page is another than that of a number; whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self.number != number, timeout=_PATIENCE)


def served(board: Board, port: int) -> str:
    """Serves the board on the loopback interface from now on, on a port, or any that is free for 0; the address.

    Raises OSError where the port is taken.
    """
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(board))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def _handler(board: Board) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers the page of this machine's own browser, and nobody else."""

        server_version, sys_version = "archlint", ""
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """The page, or whether there is another one."""
            if not self._meant():
                self._answer(HTTPStatus.FORBIDDEN, b"archlint answers its own page only\n")
            elif self.path == "/":
                self._answer(HTTPStatus.OK, board.page.encode("utf-8", errors="replace"), "text/html")
            elif found := re.fullmatch(rf"/{CHANGES}/(\d{{1,9}})", self.path):
                other = board.other_than(int(found[1]))
                self._answer(HTTPStatus.RESET_CONTENT if other else HTTPStatus.NO_CONTENT)
            else:
                self._answer(HTTPStatus.NOT_FOUND, b"there is one page, at /\n")

        def _meant(self) -> bool:
            """Whether the question was put to this machine by its own name, by no page of another origin: a name that
            somebody else lets lead here is another origin, too."""
            port = self.connection.getsockname()[1]
            own = (f"127.0.0.1:{port}", f"localhost:{port}")
            origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site", "none")
            at_home = origin in (None, *(f"http://{name}" for name in own)) and site in ("none", "same-origin")
            return self.headers.get("Host") in own and at_home

        def _answer(self, status: HTTPStatus, content: bytes = b"", kind: str = "text/plain") -> None:
            self.send_response(status)
            for name, value in _HEADERS.items():
                self.send_header(name, value)
            if kind == "text/html" and (policy := _POLICY.search(board.page)):
                self.send_header(
                    "Content-Security-Policy", f"{policy[1].replace('&#x27;', chr(39))}; frame-ancestors 'none'"
                )
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Says nothing: what happens is seen in the browser."""

    return Handler
